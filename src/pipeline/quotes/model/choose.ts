import { exp, logAdd } from '../../../model/exact.ts';
import type { Run } from '../../words/runs.ts';

// What is chosen among are stretches of tokens in the order in which they begin.

/** Indices of stretches by the token behind their last, in order; those that end at token i stand from `starts[i]` up to `starts[i + 1]`. */
function byEnd(stretches: readonly Run[], n: number): { ending: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(n + 2);
  for (const { to } of stretches) starts[to + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const ending = new Int32Array(stretches.length);
  const next = starts.slice();
  for (const [k, { to }] of stretches.entries()) ending[next[to]!++] = k;
  return { ending, starts };
}

/** How likely each stretch is among all ways to choose some of them, none overlapping; `scores` are the logarithms of their weights. */
export function marginals(stretches: readonly Run[], scores: Float64Array, n: number): Float64Array {
  const forward = new Float64Array(n + 1);
  const backward = new Float64Array(n + 1);
  const { ending, starts } = byEnd(stretches, n);
  for (let at = 1; at <= n; at++) {
    forward[at] = forward[at - 1]!;
    for (let e = starts[at]!; e < starts[at + 1]!; e++) {
      const k = ending[e]!;
      forward[at] = logAdd(forward[at]!, forward[stretches[k]!.from]! + scores[k]!);
    }
  }
  let k = stretches.length - 1;
  for (let at = n - 1; at >= 0; at--) {
    backward[at] = backward[at + 1]!;
    for (; k >= 0 && stretches[k]!.from === at; k--) backward[at] = logAdd(backward[at]!, backward[stretches[k]!.to]! + scores[k]!);
  }
  return Float64Array.from(stretches, ({ from, to }, k) => exp(forward[from]! + scores[k]! + backward[to]! - forward[n]!));
}

/** How likely each token lies in one of the stretches. */
export function coverage(stretches: readonly Run[], likely: Float64Array, n: number): Float64Array {
  const steps = new Float64Array(n + 1);
  for (const [k, { from, to }] of stretches.entries()) {
    steps[from]! += likely[k]!;
    steps[to]! -= likely[k]!;
  }
  for (let i = 1; i < n; i++) steps[i]! += steps[i - 1]!;
  return steps.subarray(0, n);
}

/** What is worth choosing. */
export interface Taste {
  /** For each stretch the least likelihood to be exactly right that it is chosen for. */
  readonly least: ArrayLike<number>;
  /** How much it counts beside that how likely its words lie in any content: leans to finding more, less exactly. */
  readonly overlap: number;
}

/** Indices of the stretches, none overlapping, that are worth the most together, in order. */
export function choose(stretches: readonly Run[], likely: Float64Array, n: number, { least, overlap }: Taste): number[] {
  const sums = new Float64Array(n + 1);
  const covered = coverage(stretches, likely, n);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + covered[i]!;
  const worth = new Float64Array(n + 1);
  const taken = new Int32Array(n + 1).fill(-1);
  const { ending, starts } = byEnd(stretches, n);
  for (let at = 1; at <= n; at++) {
    worth[at] = worth[at - 1]!;
    for (let e = starts[at]!; e < starts[at + 1]!; e++) {
      const k = ending[e]!;
      const { from } = stretches[k]!;
      const value = worth[from]! + likely[k]! - least[k]! + overlap * ((sums[at]! - sums[from]!) / (at - from) - 0.5);
      if (value > worth[at]!) [worth[at], taken[at]] = [value, k];
    }
  }
  const chosen: number[] = [];
  for (let at = n; at > 0; ) {
    const k = taken[at]!;
    if (k >= 0) chosen.push(k);
    at = k >= 0 ? stretches[k]!.from : at - 1;
  }
  return chosen.reverse();
}
