import { exp } from '../../model/exact.ts';
import { sumOf, type Table, UNIT } from '../../model/table.ts';
import type { Quote } from './quote.ts';

/** Trained weights that tell from signs how likely something is right. */
export interface Confidence {
  /** Words and source of a quote. */
  readonly quotes: Table;
  /** The name of its speaker, given these. */
  readonly speakers: Table;
}

/** How likely what has these signs is right, in two digits; never quite 0 or 1. */
export const likelihood = (table: Table, signs: Int32Array): number =>
  Math.round(100 * Math.min(0.99, Math.max(0.01, 1 / (1 + exp(-sumOf(table, signs) / UNIT))))) / 100;

/** Without weights, how sure each way of attribution is: set by hand, a rank of the ways rather than a measured share. */
export const BY_ATTRIBUTION: Readonly<Record<Quote['attribution'], number>> = {
  NAME: 0.9,
  SURNAME: 0.88,
  TITLE: 0.8,
  PRONOUN: 0.7,
  ELLIPSIS: 0.65,
  ORGANIZATION: 0.75,
  UNNAMED: 0.7,
  NONE: 0.4,
};
/** Indirect words have less certain ends than those in quotation marks. */
const BY_KIND: Readonly<Record<Quote['kind'], number>> = { DIRECT: 1, MIXED: 0.9, INDIRECT: 0.8 };

/** How sure words and source of a quote are without weights, in two digits. */
export const confidenceOf = (attribution: Quote['attribution'], kind: Quote['kind']): number =>
  Math.round(BY_ATTRIBUTION[attribution] * BY_KIND[kind] * 100) / 100;
