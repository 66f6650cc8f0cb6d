/** Numbers by hash: a map, or what takes less memory than one. */
export type NumbersByHash = Pick<ReadonlyMap<number, number>, 'get'> & { keys(): Iterable<number> };

/** Hundreds of thousands of numbers by hash, which each thread holds: a twelfth of the memory of a map. */
export class SortedNumbers implements NumbersByHash {
  readonly #hashes: Int32Array;
  readonly #values: Int32Array;

  /** `steps` from each hash to the next, the first from 0, the hashes in rising order; and their numbers. */
  constructor(steps: ArrayLike<number>, values: ArrayLike<number>) {
    this.#hashes = new Int32Array(steps.length);
    this.#values = Int32Array.from(values);
    let hash = 0;
    for (let i = 0; i < steps.length; i++) {
      hash += steps[i]!;
      this.#hashes[i] = hash;
    }
  }

  keys(): Iterable<number> {
    return this.#hashes;
  }

  get(hash: number): number | undefined {
    let [from, to] = [0, this.#hashes.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#hashes[middle]! < hash) from = middle + 1;
      else to = middle;
    }
    return this.#hashes[from] === hash ? this.#values[from] : undefined;
  }
}
