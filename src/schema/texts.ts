import { splitParagraphs } from '../pipeline/layout/paragraphs.ts';
import { isIntact } from '../presentation/verify.ts';
import type { Span } from '../span.ts';
import { readTexts } from '../store/read/texts.ts';
import { batched } from './batched.ts';

/** An article's text at this moment. What is worked out from it is so once, however many of its quotes ask. */
export interface ReadText {
  readonly text: string;
  /** Whether it is what its hash was taken of. */
  readonly intact: boolean;
  readonly paragraphs: readonly Span[];
}

/** The text of an article, read apart from its quotes: in one row with each of a hundred quotes it would come a hundred times. */
export const textOf = batched<string, ReadText>(async (db, ids) =>
  (await readTexts(db, ids)).map((stored) => ({
    text: stored.text,
    get intact() {
      return remembered(this, 'intact', isIntact(stored));
    },
    get paragraphs() {
      return remembered(this, 'paragraphs', splitParagraphs(stored).paragraphs);
    },
  })),
);

/** Puts a value in the place of the getter that worked it out. */
function remembered<Value>(object: object, name: string, value: Value): Value {
  Object.defineProperty(object, name, { value });
  return value;
}
