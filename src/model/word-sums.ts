import { weigh } from './scorer.ts';
import type { FeatureWriter } from './sequence.ts';
import type { Table } from './table.ts';

/** What is known of a word. */
export interface Slotted {
  /** Its number among the words that are remembered together, below `capacity`; −1 where it is not remembered. */
  readonly slot: number;
}

/** Writes the features that a word by itself gives to the token that it stands beside or at; null where no word stands there. */
export type WriteAlone<Word> = (word: Word | null, place: number, writer: Pick<FeatureWriter, 'add'>) => void;

/**
 * What words weigh by themselves in a table. A third of a token's features ask about one word, at the token or beside it, and about nothing
 * else: what they come to is the same wherever the word stands again, so that it is looked up once and not for every token. Weights are
 * whole numbers, which come to the same in whatever order they are added.
 */
export class WordSums<Word extends Slotted> {
  readonly #table: Table;
  readonly #size: number;
  readonly #capacity: number;
  readonly #write: WriteAlone<Word>;
  /** The word whose sums a slot holds. */
  readonly #owners: (Word | undefined)[];
  /** Sums by slot, place and column: first of no word, then of those with a slot, last of one without. */
  readonly #sums: Int32Array;

  /** @param places where a word may stand as a token sees it, numbers from 0; `capacity` is one more than the highest slot. */
  constructor(table: Table, places: number, capacity: number, write: WriteAlone<Word>) {
    this.#table = table;
    this.#size = places * table.width;
    this.#capacity = capacity;
    this.#write = write;
    this.#owners = new Array<Word | undefined>(capacity).fill(undefined);
    this.#sums = new Int32Array((capacity + 2) * this.#size);
    this.#fill(null, 0);
  }

  /** Where the sums of a word begin, for `addTo`; of no word where it is null. Holds until the next is asked about. */
  startOf(word: Word | null): number {
    if (!word) return 0;
    const { slot } = word;
    const start = (1 + (slot < 0 ? this.#capacity : slot)) * this.#size;
    if (slot < 0 || this.#owners[slot] !== word) {
      this.#fill(word, start);
      if (slot >= 0) this.#owners[slot] = word;
    }
    return start;
  }

  /** Adds to a token's scores, from `at` on, what a word gives it that stands at a place. */
  addTo(scores: Int32Array, at: number, start: number, place: number): void {
    const { width } = this.#table;
    const sums = this.#sums;
    const from = start + place * width;
    for (let column = 0; column < width; column++) scores[at + column]! += sums[from + column]!;
  }

  #fill(word: Word | null, start: number): void {
    const own = this.#sums.subarray(start, start + this.#size).fill(0);
    weigh(this.#table, own, (writer) => {
      for (let place = 0; place * this.#table.width < this.#size; place++) {
        this.#write(word, place, writer);
        writer.next();
      }
    });
  }
}
