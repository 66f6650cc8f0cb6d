import { FEATURE_BITS } from './hash.ts';
import { SparseRows } from './rows.ts';
import type { Table } from './table.ts';

/** A table of one column in which no feature weighs anything: in the place of a part that is not trained yet, or is left out to see what it is worth. */
export const NO_WEIGHTS: Table = { width: 1, rowOf: SparseRows.of([], 1 << FEATURE_BITS), weights: new Int16Array() };
