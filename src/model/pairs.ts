import { sharedInts } from './shared.ts';

// Weights by twos: the first of each two, plus 65,536 times the second, so that one addition adds up both. The sums part again as long as
// the first's has no more than 16 bits.

/** The greatest weight of which `MOST_ROWS` add up to 16 bits. */
const GREATEST = 255;
/** The most rows whose pairs may be added up. */
export const MOST_ROWS = 128;

/** The weights of rows by twos, in memory that threads share; as they are where rows have no twos, or weights are too great. */
export function paired(weights: Int16Array, width: number): Int16Array | Int32Array {
  if (width % 2 === 1) return weights;
  for (let k = 0; k < weights.length; k++) if (Math.abs(weights[k]!) > GREATEST) return weights;
  return inTwos(weights, sharedInts(weights.length / 2));
}

/** Numbers by twos. */
export function inTwos(single: ArrayLike<number>, pairs: Int32Array = new Int32Array(single.length / 2)): Int32Array {
  for (let k = 0; k < pairs.length; k++) pairs[k] = single[2 * k]! + (single[2 * k + 1]! << 16);
  return pairs;
}

/** The weights one by one. */
export function unpaired(weights: Int16Array | Int32Array): Int16Array {
  if (weights instanceof Int16Array) return weights;
  const single = new Int16Array(2 * weights.length);
  for (let k = 0; k < weights.length; k++) part(weights[k]!, single, 2 * k);
  return single;
}

/** Adds the two parts of a sum to two neighbours. */
export function part(sum: number, into: Int16Array | Int32Array, at: number): void {
  const first = (sum << 16) >> 16;
  into[at]! += first;
  into[at + 1]! += (sum - first) >> 16;
}
