import { steps, type Writer } from './span-steps.ts';
import type { Surroundings } from './span-surroundings.ts';
import type { Candidate, Tagged } from './spans.ts';
import type { View } from './view.ts';

/** For each token the likeliest cue and source before it in its sentence, and from it on to the end of its sentence, in steps. */
export interface Beside {
  readonly cueBefore: Uint8Array;
  readonly sourceBefore: Uint8Array;
  readonly cueBehind: Uint8Array;
  readonly sourceBehind: Uint8Array;
}

/** Works out once for an article what stands before and behind each token. */
export function beside({ n, first, last }: View, { cueLike, sourceLike }: Tagged): Beside {
  const before = (likely: Float64Array) => {
    const found = new Uint8Array(n);
    let most = 0;
    for (let i = 0; i < n; i++) {
      most = i === first[i] ? 0 : Math.max(most, likely[i - 1]!);
      found[i] = half(most);
    }
    return found;
  };
  const behind = (likely: Float64Array) => {
    const found = new Uint8Array(n);
    let most = 0;
    for (let i = n - 1; i >= 0; i--) {
      most = Math.max(i === last[i] ? 0 : most, likely[i]!);
      found[i] = half(most);
    }
    return found;
  };
  return { cueBefore: before(cueLike), sourceBefore: before(sourceLike), cueBehind: behind(cueLike), sourceBehind: behind(sourceLike) };
}

/** The logarithm of the odds in nine steps. */
const half = (p: number): number => steps(p) >> 1;
/** Beyond the ends of an article. */
const NOWHERE = 17;
const at = (likely: Float64Array, k: number): number => (k < 0 || k >= likely.length ? NOWHERE : steps(likely[k]!));
const halfAt = (likely: Float64Array, k: number): number => at(likely, k) >> 1;

/**
 * How likely the tagger holds the tokens beside a candidate for content, cue or source, and the least likely one inside it for content; and
 * how likely it sees a cue and a source on either side in the sentence. Returns the next free template.
 */
export function likelihoods(
  { from, to, exact }: Candidate,
  { sides, marks }: Surroundings,
  { inside, cueLike, sourceLike }: Tagged,
  { cueBefore, sourceBefore, cueBehind, sourceBehind }: Beside,
  last: Int32Array,
  { add }: Writer,
  start: number,
): number {
  const end = to - 1;
  const likely = steps(exact);
  let [least, other] = [1, 0];
  for (let k = from; k < to; k++) {
    least = Math.min(least, inside[k]!);
    other = Math.max(other, cueLike[k]! + sourceLike[k]!);
  }
  // Nothing stands behind a candidate that its sentence ends with.
  const more = to <= last[end]!;
  const nothing = half(0);
  const [leftCue, leftSource] = [cueBefore[from]!, sourceBefore[from]!];
  const [rightCue, rightSource] = more ? [cueBehind[to]!, sourceBehind[to]!] : [nothing, nothing];
  let t = start;
  add(t++, at(inside, from - 1), likely >> 1);
  add(t++, at(inside, to), likely >> 1);
  add(t++, halfAt(inside, from - 1), halfAt(inside, to), likely >> 1);
  add(t++, steps(least), likely);
  add(t++, leftCue, rightCue);
  add(t++, leftCue, leftSource, sides);
  add(t++, rightCue, rightSource, sides);
  add(t++, Math.max(leftCue, rightCue), Math.max(leftSource, rightSource), likely >> 1);
  add(t++, halfAt(cueLike, from - 1), halfAt(sourceLike, from - 1), marks);
  add(t++, halfAt(cueLike, to), halfAt(sourceLike, to), marks);
  add(t++, halfAt(cueLike, from - 1), halfAt(sourceLike, from - 1), likely >> 1);
  add(t++, halfAt(cueLike, to + 1), halfAt(sourceLike, to + 1));
  add(t++, half(other), likely >> 1);
  return t;
}
