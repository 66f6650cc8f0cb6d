import type { Candidate } from './spans.ts';

/** For each candidate what there is to know of those that overlap it; scores are −20 where there are none. */
export interface Rivals {
  /** How many there are, and how many have a higher score. */
  readonly count: Int32Array;
  readonly rank: Int32Array;
  /** The best score of all, of those that hold all of it, and of those that lie inside it. */
  readonly best: Float64Array;
  readonly around: Float64Array;
  readonly inside: Float64Array;
  /** How likely the likeliest is. */
  readonly likeliest: Float64Array;
  /** The best that begins at the same token, and that ends at the same; −1 for none. */
  readonly sameBegin: Int32Array;
  readonly sameEnd: Int32Array;
}

const NONE = -20;

/** Looks at all pairs that overlap. Candidates come in the order in which they begin. */
export function rivalsOf(candidates: readonly Candidate[], scores: Float64Array, likely: Float64Array): Rivals {
  const { length } = candidates;
  const rivals = {
    count: new Int32Array(length),
    rank: new Int32Array(length),
    best: new Float64Array(length).fill(NONE),
    around: new Float64Array(length).fill(NONE),
    inside: new Float64Array(length).fill(NONE),
    likeliest: new Float64Array(length),
    sameBegin: new Int32Array(length).fill(-1),
    sameEnd: new Int32Array(length).fill(-1),
  };
  const better = (list: Int32Array, one: number, other: number): void => {
    if (list[one]! < 0 || scores[other]! > scores[list[one]!]!) list[one] = other;
  };
  const meet = (one: number, other: number): void => {
    const [a, b] = [candidates[one]!, candidates[other]!];
    const score = scores[other]!;
    rivals.count[one]!++;
    if (score > scores[one]! || (score === scores[one] && other < one)) rivals.rank[one]!++;
    rivals.best[one] = Math.max(rivals.best[one]!, score);
    rivals.likeliest[one] = Math.max(rivals.likeliest[one]!, likely[other]!);
    if (b.from <= a.from && b.to >= a.to) rivals.around[one] = Math.max(rivals.around[one]!, score);
    else if (b.from >= a.from && b.to <= a.to) rivals.inside[one] = Math.max(rivals.inside[one]!, score);
    if (a.from === b.from) better(rivals.sameBegin, one, other);
    if (a.to === b.to) better(rivals.sameEnd, one, other);
  };
  for (const [one, { to }] of candidates.entries()) {
    for (let other = one + 1; other < length && candidates[other]!.from < to; other++) {
      meet(one, other);
      meet(other, one);
    }
  }
  return rivals;
}
