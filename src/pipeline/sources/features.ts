import { hashText } from '../../model/hash.ts';
import type { FeatureWriter } from '../../model/sequence.ts';
import type { SourceGround } from './ground.ts';

/** Hands on the features of one thing after the other, which may have up to four values. */
export class Features {
  #salt = 0;
  readonly #writer: FeatureWriter;

  constructor(writer: FeatureWriter) {
    this.#writer = writer;
  }

  /** Begins what is described with features of its own. @param salt parts them from those of other models. */
  begin(salt: number): void {
    this.#salt = salt << 10;
  }

  add(template: number, a = 0, b = 0, c = 0, d = 0): void {
    this.#writer.add(this.#salt + template, a, b, d === 0 ? c : Math.imul(d, 0x9e3779b1) + c);
  }

  /** Ends what was begun. */
  end(): void {
    this.#writer.next();
  }
}

/** A distance in a few steps. */
export const step = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 9 ? 5 : distance < 14 ? 6 : distance < 22 ? 7 : 8;

const NO_WORD = hashText('');
/** The hash of a token's word; that of no word beyond the ends of the article. */
export const wordAt = ({ words }: SourceGround, at: number): number => words[at] ?? NO_WORD;
/** A token's part of speech, as `PART` numbers them; 0 beyond the ends of the article. */
export const partAt = ({ parts }: SourceGround, at: number): number => parts[at] ?? 0;

/** The first marks between two tokens, as one number. */
export function marksBetween(ground: SourceGround, from: number, to: number): number {
  let marks = 0;
  let count = 0;
  for (let at = from; at < to && at < from + 12 && count < 4; at++) {
    if (!ground.isMark[at]) continue;
    marks = Math.imul(marks, 31) + wordAt(ground, at);
    count++;
  }
  return marks;
}
