import { MOST_ROWS, part } from './pairs.ts';
import { findRows, type RowIndex } from './rows.ts';
import type { Sequence } from './sequence.ts';

/** Integer weights of features: a row of `width` numbers for each feature that has any. */
export interface Table {
  readonly width: number;
  readonly rowOf: RowIndex;
  /** One by one as they are learned; where they are used and rows allow it, by twos: see `paired`. */
  readonly weights: Int16Array | Int32Array;
}

/** Parts of a natural unit (a factor e of odds) that a weight of 1 stands for. */
export const UNIT = 128;

/** Rows that were found and are added next; one list for all calls, none of which lasts. */
let rows = new Int32Array(256);

/** Puts where the rows of some features begin into `rows`, and returns how many have one. */
function lookUp({ rowOf }: Table, features: Int32Array, from: number, to: number, length: number): number {
  if (to - from > rows.length) rows = new Int32Array(2 * (to - from));
  return findRows(rowOf, features, from, to, rows, length);
}

/** Adds the rows of features `from` up to `to` to `into`, from `at` on. Four columns at once, whose sums stay in registers. */
export function addRows(table: Table, features: Int32Array, from: number, to: number, into: Int32Array, at: number): void {
  const { width, weights } = table;
  if (weights instanceof Int32Array) {
    const found = lookUp(table, features, from, to, width / 2);
    for (let first = 0; first < found; first += MOST_ROWS)
      addPairs(weights, width / 2, first, Math.min(found, first + MOST_ROWS), into, at);
    return;
  }
  const found = lookUp(table, features, from, to, width);
  const own = rows;
  let column = 0;
  for (; column + 4 <= width; column += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < found; k++) {
      const start = own[k]! + column;
      a += weights[start]!;
      b += weights[start + 1]!;
      c += weights[start + 2]!;
      d += weights[start + 3]!;
    }
    into[at + column]! += a;
    into[at + column + 1]! += b;
    into[at + column + 2]! += c;
    into[at + column + 3]! += d;
  }
  for (; column + 2 <= width; column += 2) {
    let a = 0;
    let b = 0;
    for (let k = 0; k < found; k++) {
      const start = own[k]! + column;
      a += weights[start]!;
      b += weights[start + 1]!;
    }
    into[at + column]! += a;
    into[at + column + 1]! += b;
  }
  if (column < width) {
    let sum = 0;
    for (let k = 0; k < found; k++) sum += weights[own[k]! + column]!;
    into[at + column]! += sum;
  }
}

/**
 * Adds rows `from` up to `to` of those that were found, whose weights are by twos, `half` a row: all of a row at once where it is as long as those
 * of names or of quotes.
 */
function addPairs(weights: Int32Array, half: number, from: number, to: number, into: Int32Array, at: number): void {
  const own = rows;
  let column = 0;
  for (; column + 9 <= half; column += 9) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    let i = 0;
    for (let k = from; k < to; k++) {
      const start = own[k]! + column;
      a = (a + weights[start]!) | 0;
      b = (b + weights[start + 1]!) | 0;
      c = (c + weights[start + 2]!) | 0;
      d = (d + weights[start + 3]!) | 0;
      e = (e + weights[start + 4]!) | 0;
      f = (f + weights[start + 5]!) | 0;
      g = (g + weights[start + 6]!) | 0;
      h = (h + weights[start + 7]!) | 0;
      i = (i + weights[start + 8]!) | 0;
    }
    part(a, into, at + 2 * column);
    part(b, into, at + 2 * column + 2);
    part(c, into, at + 2 * column + 4);
    part(d, into, at + 2 * column + 6);
    part(e, into, at + 2 * column + 8);
    part(f, into, at + 2 * column + 10);
    part(g, into, at + 2 * column + 12);
    part(h, into, at + 2 * column + 14);
    part(i, into, at + 2 * column + 16);
  }
  for (; column + 7 <= half; column += 7) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    for (let k = from; k < to; k++) {
      const start = own[k]! + column;
      a = (a + weights[start]!) | 0;
      b = (b + weights[start + 1]!) | 0;
      c = (c + weights[start + 2]!) | 0;
      d = (d + weights[start + 3]!) | 0;
      e = (e + weights[start + 4]!) | 0;
      f = (f + weights[start + 5]!) | 0;
      g = (g + weights[start + 6]!) | 0;
    }
    part(a, into, at + 2 * column);
    part(b, into, at + 2 * column + 2);
    part(c, into, at + 2 * column + 4);
    part(d, into, at + 2 * column + 6);
    part(e, into, at + 2 * column + 8);
    part(f, into, at + 2 * column + 10);
    part(g, into, at + 2 * column + 12);
  }
  for (; column < half; column++) {
    let sum = 0;
    for (let k = from; k < to; k++) sum = (sum + weights[own[k]! + column]!) | 0;
    part(sum, into, at + 2 * column);
  }
}

/** The sum of weights of features `from` up to `to` in a table of one column. */
function sumRows(table: Table, features: Int32Array, from: number, to: number): number {
  const { weights } = table;
  const found = lookUp(table, features, from, to, 1);
  let sum = 0;
  for (let k = 0; k < found; k++) sum += weights[rows[k]!]!;
  return sum;
}

/** The sum of the weights of each token's features in a table of one column. */
export function sumsOf(table: Table, { features, offsets }: Sequence): number[] {
  const sums: number[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) sums.push(sumRows(table, features, offsets[i]!, offsets[i + 1]!));
  return sums;
}

/** The sum of features' weights in a table of one column. */
export const sumOf = (table: Table, features: Int32Array): number => sumRows(table, features, 0, features.length);
