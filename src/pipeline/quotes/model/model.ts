import { type ModelFile, unpackIntegers } from '../../../model/file.ts';
import type { Labeller } from '../../../model/labeller.ts';
import { readLabeller, readTable } from '../../../model/labeller-file.ts';
import type { Table } from '../../../model/table.ts';
import { readTrees, type Trees } from '../../../model/trees.ts';
import type { WordClasses } from '../../words/word-classes.ts';
import type { CueWords } from './view.ts';

/** What finds quotes: trained weights, and the classes of words that they were trained with. */
export interface QuoteModel {
  readonly classes: WordClasses;
  readonly cues: CueWords;
  /** Labels content, cues and sources token by token. */
  readonly tagger: Labeller;
  /** Judges whole stretches, each by itself; `dense` holds the weights of their numbers. */
  readonly ranker: Ranker;
  /** Judge them once more, by how they stand among all. */
  readonly trees: Trees;
  /** Whether two neighbouring stretches are one quote. */
  readonly merger: Table;
  /** Whether words were said, rather than thought, wanted or found. */
  readonly act: Table;
}

export interface Ranker {
  readonly table: Table;
  readonly dense: Int32Array;
}

export const QUOTES_KIND = 'quotes';
/** Raised with every change to features or labels. */
export const QUOTES_VERSION = 4;

/**
 * The model in a file's blocks.
 * @throws RangeError where one is missing.
 */
export function readQuoteModel(blocks: ModelFile['blocks'], classes: WordClasses): QuoteModel {
  const integers = (name: string) => unpackIntegers(blocks.get(name) ?? new Uint8Array());
  const cues = integers('cues');
  return {
    classes,
    cues: new Map(Array.from({ length: cues.length / 2 }, (_, i) => [cues[2 * i]!, cues[2 * i + 1]!])),
    tagger: readLabeller('tagger', blocks),
    ranker: { table: readTable('ranker', blocks), dense: new Int32Array(integers('ranker.dense')) },
    trees: readTrees('trees', blocks),
    merger: readTable('merger', blocks),
    act: readTable('act', blocks),
  };
}
