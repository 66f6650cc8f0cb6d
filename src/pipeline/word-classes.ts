import { type ModelFile, unpackIntegers } from '../model/file.ts';

/** Words of like meaning share a class: for a word's hash, one of 63 wide classes in the lowest eight bits, one of 511 narrow ones above. */
export type WordClasses = ReadonlyMap<number, number>;

export const WORD_CLASSES_KIND = 'words';
export const WORD_CLASSES_VERSION = 1;

/** The classes in a file's blocks. */
export function readWordClasses(blocks: ModelFile['blocks']): WordClasses {
  const [hashes, wide, narrow] = ['words', 'wide', 'narrow'].map((name) => unpackIntegers(blocks.get(name) ?? new Uint8Array()));
  const classes = new Map<number, number>();
  let hash = 0;
  for (let i = 0; i < hashes!.length; i++) {
    hash += hashes![i]!;
    classes.set(hash, wide![i]! + narrow![i]! * 256);
  }
  return classes;
}
