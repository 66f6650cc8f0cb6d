import { type ModelFile, packIntegers, unpackIntegers } from '../../../model/file.ts';
import { join } from '../../../model/hash.ts';
import { type NumbersByHash, SortedNumbers } from '../../../model/numbers.ts';

/** Lists of names, each a bit: of a phrase's hash, the lists that have it. */
export type NameLists = NumbersByHash;

/** What is on a list. Their order is part of the file's layout. */
export const LISTS = [
  'given',
  'surname',
  'organization',
  'team',
  'country',
  'region',
  'city',
  'demonym',
  'title',
  'ending',
  'opener',
] as const;
export type ListName = (typeof LISTS)[number];
/** The bit that says, of a phrase, that it is on a list. */
export const bitOf = (list: ListName): number => 1 << LISTS.indexOf(list);

/** The most words of a phrase on a list. */
export const LONGEST_ENTRY = 5;

/** The hash of a phrase of one more word. */
export const longer = (phrase: number, word: number): number => join(phrase, word);

/**
 * What word vectors tell of single words, learned from words whose kind is known: how likely, in four steps, it is a given name, a surname,
 * of an organization, of a place. Two bits each.
 */
export type NameWords = NumbersByHash;
/** What the bits tell of, the lowest first. */
export const WORD_KINDS = ['given', 'surname', 'organization', 'place'] as const;

/** Blocks of a file of weights that hold numbers by hash. */
export function writeNumbers(name: string, numbers: NumbersByHash): [string, Uint8Array][] {
  const hashes = [...numbers.keys()].sort((a, b) => a - b);
  return [
    [`${name}.hashes`, packIntegers(hashes.map((hash, i) => hash - (hashes[i - 1] ?? 0)))],
    [`${name}.values`, packIntegers(hashes.map((hash) => numbers.get(hash)!))],
  ];
}

/** Numbers by hash, as `writeNumbers` stored them; none where the file has no such block. */
export function readNumbers(name: string, blocks: ModelFile['blocks']): NumbersByHash {
  const [steps, values] = ['hashes', 'values'].map((part) => unpackIntegers(blocks.get(`${name}.${part}`) ?? new Uint8Array()));
  return SortedNumbers.ofSteps(steps!, values!);
}
