import type { ModelFile } from '../../../model/file.ts';
import type { Chain } from '../../../model/labeller.ts';
import { readChain, readTable } from '../../../model/labeller-file.ts';
import type { Table } from '../../../model/table.ts';
import type { WordClasses } from '../../words/word-classes.ts';
import { readNumbers } from './lists.ts';
import type { NameKnowledge } from './word.ts';

/** What finds names: trained weights, and what they were told of words. */
export interface NameModel {
  readonly knowledge: NameKnowledge;
  /** The weights of two looks side by side, the first's before the second's. */
  readonly table: Table;
  /** Labels tokens by themselves and their sentence. */
  readonly first: Chain;
  /** Labels them again, told what the first look found all over the article. */
  readonly second: Chain;
}

export const NAMES_KIND = 'names';
/** Raised with every change to features, lists or labels. */
export const NAMES_VERSION = 2;

/**
 * The model in a file's blocks.
 * @throws RangeError where one is missing.
 */
export function readNameModel(blocks: ModelFile['blocks'], classes: WordClasses): NameModel {
  return {
    knowledge: { classes, lists: readNumbers('lists', blocks), words: readNumbers('words', blocks) },
    table: readTable('looks', blocks),
    first: readChain('first', blocks),
    second: readChain('second', blocks),
  };
}
