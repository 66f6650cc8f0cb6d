import { sharedInts } from './shared.ts';

/** Numbers by hash: a map, or what takes less memory than one. */
export type NumbersByHash = Pick<ReadonlyMap<number, number>, 'get'> & { keys(): Iterable<number> };

/** Hundreds of thousands of numbers by hash: a twelfth of the memory of a map, and that shared by all threads. */
export class SortedNumbers implements NumbersByHash {
  readonly hashes: Int32Array;
  readonly values: Int32Array;

  /** Two lists at the same indices, the hashes in rising order. */
  constructor(hashes: Int32Array, values: Int32Array) {
    this.hashes = hashes;
    this.values = values;
  }

  /** `steps` from each hash to the next, the first from 0, the hashes in rising order; and their numbers. */
  static ofSteps(steps: ArrayLike<number>, values: ArrayLike<number>): SortedNumbers {
    const hashes = sharedInts(steps.length);
    let hash = 0;
    for (let i = 0; i < steps.length; i++) {
      hash += steps[i]!;
      hashes[i] = hash;
    }
    const own = sharedInts(values.length);
    own.set(values);
    return new SortedNumbers(hashes, own);
  }

  keys(): Iterable<number> {
    return this.hashes;
  }

  get(hash: number): number | undefined {
    const { hashes } = this;
    let [from, to] = [0, hashes.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (hashes[middle]! < hash) from = middle + 1;
      else to = middle;
    }
    return hashes[from] === hash ? this.values[from] : undefined;
  }
}
