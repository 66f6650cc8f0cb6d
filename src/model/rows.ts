import { sharedWords } from './shared.ts';

/** The row of each feature's id, −1 where it has none. An array while it is learned. */
export interface RowIndex {
  readonly length: number;
  at(id: number): number | undefined;
}

/**
 * Rows of the features that have any, numbered in the order of their ids: a bit for each id, and for every 32 of them how many rows come
 * before. A sixteenth of an array of numbers, so that tables nearly fit into a processor's cache.
 */
export class SparseRows implements RowIndex {
  /** For each 32 ids the bits of those that have a row, and the number of rows before them. */
  readonly words: Uint32Array;

  constructor(words: Uint32Array) {
    this.words = words;
  }

  /** `ids` in rising order, of `length` that there may be, a multiple of 32. */
  static of(ids: Iterable<number>, length: number): SparseRows {
    const words = sharedWords((length >>> 5) * 2);
    for (const id of ids) words[(id >>> 5) * 2]! |= 1 << (id & 31);
    let rows = 0;
    for (let word = 0; word < words.length; word += 2) {
      words[word + 1] = rows;
      rows += bitsIn(words[word]!);
    }
    return new SparseRows(words);
  }

  get length(): number {
    return this.words.length * 16;
  }

  at(id: number): number {
    const word = (id >>> 5) * 2;
    const bits = this.words[word]!;
    const bit = 1 << (id & 31);
    return (bits & bit) === 0 ? -1 : this.words[word + 1]! + bitsIn(bits & (bit - 1));
  }
}

/**
 * Writes where the rows of features `from` up to `to` begin, of those that have any, into `rows`, which must have room for all, and returns how many they are.
 * Rows are `length` long.
 * Without a branch for those that have none, so that the processor asks memory for many at once: this is where time goes.
 */
export function findRows(index: RowIndex, features: Int32Array, from: number, to: number, rows: Int32Array, length: number): number {
  let found = 0;
  if (index instanceof SparseRows) {
    const { words } = index;
    for (let k = from; k < to; k++) {
      const id = features[k]!;
      const word = (id >>> 5) * 2;
      const bits = words[word]!;
      rows[found] = Math.imul(words[word + 1]! + bitsIn(bits & ((1 << (id & 31)) - 1)), length);
      found += (bits >>> (id & 31)) & 1;
    }
    return found;
  }
  for (let k = from; k < to; k++) {
    const row = index.at(features[k]!)!;
    if (row >= 0) rows[found++] = row * length;
  }
  return found;
}

/** How many bits of 32 are set. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
