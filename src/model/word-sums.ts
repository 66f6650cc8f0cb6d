import { inTwos, part } from './pairs.ts';
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
  /** Numbers of a row of sums: by twos where the table's weights are, since one addition then does for both. */
  readonly #length: number;
  readonly #places: number;
  readonly #capacity: number;
  readonly #write: WriteAlone<Word>;
  /** The word whose sums a slot holds. */
  readonly #owners: (Word | undefined)[];
  /** Rows by slot and place: first of no word, then of those with a slot, last of one without. */
  readonly #sums: Int32Array;

  /** @param places where a word may stand as a token sees it, numbers from 0; `capacity` is one more than the highest slot. */
  constructor(table: Table, places: number, capacity: number, write: WriteAlone<Word>) {
    this.#table = table;
    this.#length = rowLength(table);
    this.#places = places;
    this.#capacity = capacity;
    this.#write = write;
    this.#owners = new Array<Word | undefined>(capacity).fill(undefined);
    this.#sums = new Int32Array((capacity + 2) * places * this.#length);
    this.#fill(null, 0);
  }

  /** Where the sums of a word begin, for `addTo`; of no word where it is null. Holds until the next is asked about. */
  startOf(word: Word | null): number {
    if (!word) return 0;
    const { slot } = word;
    const start = (1 + (slot < 0 ? this.#capacity : slot)) * this.#places * this.#length;
    if (slot < 0 || this.#owners[slot] !== word) {
      this.#fill(word, start);
      if (slot >= 0) this.#owners[slot] = word;
    }
    return start;
  }

  /** Adds to a token's row, one of `emptyRows`, what a word gives it that stands at a place. */
  addTo(rows: Int32Array, token: number, start: number, place: number): void {
    const length = this.#length;
    const sums = this.#sums;
    const from = start + place * length;
    const at = token * length;
    for (let k = 0; k < length; k++) rows[at + k]! += sums[from + k]!;
  }

  #fill(word: Word | null, start: number): void {
    const { width, weights } = this.#table;
    const own = new Int32Array(this.#places * width);
    weigh(this.#table, own, (writer) => {
      for (let place = 0; place < this.#places; place++) {
        this.#write(word, place, writer);
        writer.next();
      }
    });
    this.#sums.set(weights instanceof Int32Array ? inTwos(own) : own, start);
  }
}

const rowLength = ({ width, weights }: Table): number => (weights instanceof Int32Array ? width / 2 : width);

/** A row for each of some tokens, for `addTo`, all zeros. */
export const emptyRows = (table: Table, tokens: number): Int32Array => new Int32Array(tokens * rowLength(table));

/** Adds rows to scores. No row may hold the weights of more features than `MOST_ROWS`. */
export function addToScores({ weights }: Table, rows: Int32Array, scores: Int32Array): void {
  if (weights instanceof Int32Array) for (let k = 0; k < rows.length; k++) part(rows[k]!, scores, 2 * k);
  else for (let k = 0; k < rows.length; k++) scores[k]! += rows[k]!;
}
