import type { RowIndex } from './rows.ts';

/** Integer weights of features: a row of `width` numbers for each feature that has any. */
export interface Table {
  readonly width: number;
  readonly rowOf: RowIndex;
  readonly weights: Int16Array;
}

/** Parts of a natural unit (a factor e of odds) that a weight of 1 stands for. */
export const UNIT = 128;

/** Adds the rows of features `from` up to `to` to `into`, from `at` on. */
export function addRows(table: Table, features: Int32Array, from: number, to: number, into: Int32Array, at: number): void {
  const { width, rowOf, weights } = table;
  for (let k = from; k < to; k++) {
    const row = rowOf.at(features[k]!)!;
    if (row < 0) continue;
    const start = row * width;
    for (let l = 0; l < width; l++) into[at + l]! += weights[start + l]!;
  }
}

/** The sum of features' weights in a table of one column. */
export function sumOf({ rowOf, weights }: Table, features: Int32Array): number {
  let sum = 0;
  for (let k = 0; k < features.length; k++) {
    const row = rowOf.at(features[k]!)!;
    if (row >= 0) sum += weights[row]!;
  }
  return sum;
}
