import { featureId } from './hash.ts';
import { type FeatureWriter, grown } from './sequence.ts';
import { addRows, type Table } from './table.ts';

/** Features of the token at hand; one list for all, since each is done with before the next begins. */
let features = new Int32Array(256);

/** What the features of each of some tokens weigh in a table: token i's column c at i × width + c. */
export function weighed(table: Table, tokens: number, write: (writer: FeatureWriter) => void): Int32Array {
  const scores = new Int32Array(tokens * table.width);
  write(new Scorer(table, scores));
  return scores;
}

/**
 * Adds up what the features of each token weigh as soon as they are there, and keeps none of them: all those of an article take as much
 * memory as the processor has near by, and would drive the weights out of it.
 */
export class Scorer implements FeatureWriter {
  readonly #table: Table;
  readonly #scores: Int32Array;
  #length = 0;
  #at = 0;

  /** @param scores to add to: token i's column c at i × width + c. */
  constructor(table: Table, scores: Int32Array) {
    this.#table = table;
    this.#scores = scores;
  }

  readonly add = (template: number, a: number, b = 0, c = 0): void => {
    if (this.#length === features.length) features = grown(features);
    features[this.#length++] = featureId(template, a, b, c);
  };

  readonly next = (): void => {
    addRows(this.#table, features, 0, this.#length, this.#scores, this.#at);
    this.#at += this.#table.width;
    this.#length = 0;
  };
}
