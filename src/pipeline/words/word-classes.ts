import { type ModelFile, unpackIntegers } from '../../model/file.ts';
import { type NumbersByHash, SortedNumbers } from '../../model/numbers.ts';

/** Words of like meaning share a class: for a word's hash, one of 63 wide classes in the lowest eight bits, one of 511 narrow ones above. */
export type WordClasses = NumbersByHash;

export const WORD_CLASSES_KIND = 'words';
export const WORD_CLASSES_VERSION = 1;

/** The classes in a file's blocks. */
export function readWordClasses(blocks: ModelFile['blocks']): WordClasses {
  const [hashes, wide, narrow] = ['words', 'wide', 'narrow'].map((name) => unpackIntegers(blocks.get(name) ?? new Uint8Array()));
  return SortedNumbers.ofSteps(
    hashes!,
    wide!.map((number, i) => number + narrow![i]! * 256),
  );
}
