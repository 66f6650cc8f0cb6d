import { exp, ln } from '../../../model/exact.ts';
import type { FeatureWriter } from '../../../model/sequence.ts';

/** What takes the features of a candidate. */
export type Writer = Pick<FeatureWriter, 'add'>;

const SIZES = [2, 4, 6, 9, 13, 20, 30, 45];
/** The step of each length below the last limit. */
const STEPS = Uint8Array.from({ length: 45 }, (_, length) => SIZES.findIndex((limit) => length < limit));

/** Length in steps that grow. */
export const size = (length: number): number => (length < 2 ? 10 * length : length < STEPS.length ? STEPS[length]! : 9);

/** The logarithm of the odds, between −8 and 8. */
export const logit = (p: number): number => ln(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));
/** Where the logarithm of the odds, rounded, rises from one step to the next. */
const RISES = Float64Array.from({ length: 16 }, (_, step) => 1 / (1 + exp(7.5 - step)));

/** The logarithm of the odds in seventeen steps. */
export function steps(p: number): number {
  let [from, to] = [0, RISES.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (RISES[middle]! <= p) from = middle + 1;
    else to = middle;
  }
  return from;
}
