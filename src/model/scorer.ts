import { featureId } from './hash.ts';
import { type FeatureWriter, grown } from './sequence.ts';
import { addRows, type Table } from './table.ts';

/**
 * Features of the token at hand, and what they are weighed for. There is one of each for all, since each table and each token is done with
 * before the next begins: functions made anew for every quote and stretch would take longer than what they do.
 */
let features = new Int32Array(256);
let length = 0;
let table: Table | null = null;
let scores: Int32Array = new Int32Array();
let at = 0;

const add = (template: number, a: number, b = 0, c = 0): void => {
  if (length === features.length) features = grown(features);
  features[length++] = featureId(template, a, b, c);
};

const next = (): void => {
  addRows(table!, features, 0, length, scores, at);
  at += table!.width;
  length = 0;
};

const WRITER: FeatureWriter = { add, next };

/** What the features of each of some tokens weigh in a table: token i's column c at i × width + c. */
export function weighed(table: Table, tokens: number, write: (writer: FeatureWriter) => void): Int32Array {
  const scores = new Int32Array(tokens * table.width);
  weigh(table, scores, write);
  return scores;
}

/**
 * Adds up what the features of each token weigh as soon as they are there, and keeps none of them: all those of an article take as much
 * memory as the processor has near by, and would drive the weights out of it. What writes features must not weigh others meanwhile.
 * @param into to add to: token i's column c at i × width + c.
 * @returns what `write` does.
 */
export function weigh<Result>(own: Table, into: Int32Array, write: (writer: FeatureWriter) => Result): Result {
  [table, scores, at, length] = [own, into, 0, 0];
  return write(WRITER);
}

/** Begins a list of one thing's features, to which `add` adds. It must be finished before the next begins, or anything is weighed. */
export function listed(): FeatureWriter & { readonly finish: () => Int32Array } {
  length = 0;
  return LIST;
}

const LIST = { add, next: () => {}, finish: (): Int32Array => features.slice(0, length) };
