import { coverage, marginals } from './choose.ts';
import { type Rivals, rivalsOf } from './span-rivals.ts';
import { logit } from './span-steps.ts';
import { quotedIn } from './span-surroundings.ts';
import type { Candidate, Tagged } from './spans.ts';
import type { View } from './view.ts';

/** Numbers a candidate. Raised with what is counted. */
export const WIDTH = 83;

/** Parts of 1, of a probability and of a natural unit, that a number of 1 stands for. */
const SHARE = 1000;
const LOG = 64;
/** Counts and distances beyond it are all the same. */
const FAR = 250;

const share = (p: number): number => Math.round(p * SHARE);
const log = (p: number): number => Math.round(logit(p) * LOG);
/** Differences of scores, as far as they matter. */
const ahead = (difference: number): number => Math.round(Math.max(-20, Math.min(20, difference)) * LOG);
const count = (number: number): number => Math.min(number, FAR);
const shareAt = (likely: Float64Array, k: number): number => (k < 0 || k >= likely.length ? -1 : share(likely[k]!));
const codeAt = (codes: Int32Array, k: number): number => (k < 0 || k >= codes.length ? -1 : codes[k]!);

/** What is worked out once for an article. */
interface Ground {
  readonly view: View;
  readonly tagged: Tagged;
  readonly scores: Float64Array;
  /** How likely each candidate is, and each token lies in one, by the scores alone. */
  readonly likely: Float64Array;
  readonly cover: Float64Array;
  /** How many stretches are expected to begin at each token, and to end before it. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** Sums of all before each token. */
  readonly before: Readonly<Record<'cover' | 'inside' | 'begins' | 'cues' | 'sources', Float64Array>>;
  readonly rivals: Rivals;
  /** Cues and sources on each side of a token in its sentence. */
  readonly cues: Sides;
  readonly sources: Sides;
  /** The first token of each token's paragraph. */
  readonly paragraph: Int32Array;
}

/**
 * Whole numbers that tell how each candidate stands among all: what the linear judge gave it and its rivals, how likely the stretches and
 * tokens beside it are by these scores, where the tagger sees cues and sources, and its place. They are what trees ask about.
 */
export function numbersOf(view: View, tagged: Tagged, scores: Float64Array): Int32Array {
  const { candidates } = tagged;
  const ground = groundOf(view, tagged, scores);
  const numbers = new Int32Array(candidates.length * WIDTH);
  let at = 0;
  const add = (number: number): void => {
    numbers[at++] = number;
  };
  for (const [k, candidate] of candidates.entries()) {
    standing(ground, candidate, k, add);
    within(ground, candidate, add);
    beside(ground, candidate, add);
    reporting(ground, candidate, add);
    placed(ground, candidate, add);
    worded(ground, candidate, add);
  }
  return numbers;
}

function groundOf(view: View, tagged: Tagged, scores: Float64Array): Ground {
  const { candidates, inside, cueLike, sourceLike } = tagged;
  const { n } = view;
  const likely = marginals(candidates, scores, n);
  const cover = coverage(candidates, likely, n);
  const [begins, ends] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (const [k, { from, to }] of candidates.entries()) {
    begins[from]! += likely[k]!;
    ends[to]! += likely[k]!;
  }
  const sums = (list: Float64Array) => {
    const all = new Float64Array(n + 1);
    for (let i = 0; i < n; i++) all[i + 1] = all[i]! + list[i]!;
    return all;
  };
  const paragraph = new Int32Array(n);
  for (let i = 1; i < n; i++) paragraph[i] = view.beginsParagraph[i] ? i : paragraph[i - 1]!;
  return {
    view,
    tagged,
    scores,
    likely,
    cover,
    begins,
    ends,
    before: { cover: sums(cover), inside: sums(inside), begins: sums(begins), cues: sums(cueLike), sources: sums(sourceLike) },
    rivals: rivalsOf(candidates, scores, likely),
    cues: sidesOf(view, cueLike),
    sources: sidesOf(view, sourceLike),
    paragraph,
  };
}

/** How likely a token is part of a cue or source at all. */
const PERHAPS = 0.2;

/** On one side of each token, in its sentence: how likely the likeliest is, and how far the nearest that is likely at all. */
interface Side {
  readonly most: Float64Array;
  readonly distance: Int32Array;
}

interface Sides {
  readonly left: Side;
  readonly right: Side;
}

/** Both sides of every token, from one to the next: a sentence may be as long as a text. */
function sidesOf({ n, first, last }: View, likely: Float64Array): Sides {
  const side = () => ({ most: new Float64Array(n), distance: new Int32Array(n).fill(FAR) });
  const [left, right] = [side(), side()];
  const step = ({ most, distance }: Side, at: number, next: number) => {
    most[at] = Math.max(most[next]!, likely[next]!);
    distance[at] = likely[next]! > PERHAPS ? 1 : count(distance[next]! + 1);
  };
  for (let i = 1; i < n; i++) if (first[i] !== i) step(left, i, i - 1);
  for (let i = n - 2; i >= 0; i--) if (last[i] !== i) step(right, i, i + 1);
  return { left, right };
}

type Add = (number: number) => void;

/** The mean over tokens, from sums; −1 where there are none. */
const mean = (sums: Float64Array, from: number, to: number): number => (to > from ? share((sums[to]! - sums[from]!) / (to - from)) : -1);

/** Its own score and likelihoods, and how far it is ahead of its rivals. */
function standing(
  { scores, likely, rivals, tagged: { candidates } }: Ground,
  { from, to, exact, begins, ends }: Candidate,
  k: number,
  add: Add,
) {
  const score = scores[k]!;
  add(ahead(score));
  add(log(likely[k]!));
  add(log(exact));
  add(log(begins));
  add(log(ends));
  add(share(exact / begins));
  add(share(exact / Math.max(ends, 1e-3)));
  add(count(rivals.rank[k]!));
  add(count(rivals.count[k]!));
  add(ahead(score - rivals.best[k]!));
  add(share(rivals.likeliest[k]!));
  add(ahead(score - rivals.around[k]!));
  add(ahead(score - rivals.inside[k]!));
  const [sameBegin, sameEnd] = [rivals.sameBegin[k]!, rivals.sameEnd[k]!];
  add(sameBegin < 0 ? 20 * LOG : ahead(score - scores[sameBegin]!));
  add(sameBegin < 0 ? 0 : candidates[sameBegin]!.to - to);
  add(sameBegin < 0 ? -1 : log(candidates[sameBegin]!.exact));
  add(sameEnd < 0 ? 20 * LOG : ahead(score - scores[sameEnd]!));
  add(sameEnd < 0 ? 0 : candidates[sameEnd]!.from - from);
  add(sameEnd < 0 ? -1 : log(candidates[sameEnd]!.exact));
}

/** What is expected of its own tokens. */
function within({ tagged: { inside, cueLike, sourceLike }, cover, before, begins, ends }: Ground, { from, to }: Candidate, add: Add) {
  let [least, cue, source, open] = [1, 0, 0, 1];
  for (let i = from; i < to; i++) {
    least = Math.min(least, inside[i]!);
    open = Math.min(open, cover[i]!);
    cue = Math.max(cue, cueLike[i]!);
    source = Math.max(source, sourceLike[i]!);
  }
  add(to - from);
  add(mean(before.inside, from, to));
  add(share(least));
  add(share(cue));
  add(share(source));
  add(mean(before.cover, from, to));
  add(share(open));
  add(share(inside[from]!));
  add(share(inside[to - 1]!));
  add(share(begins[from]!));
  add(share(ends[to]!));
}

/** Tokens in which another stretch that ends or begins is near. */
const NEAR = 4;

/** What is expected beside it, in its sentence and the two around that. */
function beside({ view: { first, last, n }, tagged: { inside }, cover, before, begins, ends }: Ground, { from, to }: Candidate, add: Add) {
  const [sentence, next] = [first[from]!, last[to - 1]! + 1];
  add(shareAt(inside, from - 1));
  add(shareAt(inside, to));
  add(shareAt(cover, from - 1));
  add(shareAt(cover, from - 2));
  add(shareAt(cover, to));
  add(shareAt(cover, to + 1));
  add(mean(before.cover, sentence, from));
  add(mean(before.cover, to, next));
  let [ended, begun] = [0, 0];
  for (let i = Math.max(0, from - NEAR); i <= from; i++) ended += ends[i]!;
  for (let i = to; i <= Math.min(n, to + NEAR); i++) begun += begins[i]!;
  add(share(ended));
  add(share(begun));
  const earlier = sentence > 0 ? first[sentence - 1]! : 0;
  const later = next < n ? last[next]! + 1 : n;
  add(share(before.begins[sentence]! - before.begins[earlier]!));
  add(mean(before.cover, earlier, sentence));
  add(share(before.begins[later]! - before.begins[next]!));
  add(mean(before.cover, next, later));
  add(share((50 * before.begins[n]!) / n));
}

/** The likeliest cue and source on each side in its sentence, how far the nearest is, and the tokens at its edges. */
function reporting(
  { view: { first, last }, tagged: { cueLike, sourceLike }, cues, sources, before }: Ground,
  { from, to }: Candidate,
  add: Add,
) {
  const [sentence, next] = [first[from]!, last[to - 1]! + 1];
  for (const [likely, { left, right }] of [
    [cueLike, cues],
    [sourceLike, sources],
  ] as const) {
    add(share(left.most[from]!));
    add(left.distance[from]!);
    add(share(right.most[to - 1]!));
    add(right.distance[to - 1]!);
    for (const k of [from - 1, from - 2, to, to + 1]) add(shareAt(likely, k));
  }
  add(share(before.cues[next]! - before.cues[sentence]!));
  add(share(before.sources[next]! - before.sources[sentence]!));
}

/** Where it lies in sentence, paragraph and article, and among quotation marks. */
function placed({ view, paragraph }: Ground, { from, to }: Candidate, add: Add) {
  const { first, last, sentence, place, before } = view;
  const end = to - 1;
  add(count(from - first[from]!));
  add(count(last[end]! - end));
  add(sentence[end]! - sentence[from]!);
  add(count(sentence[from]!));
  add(count(from - paragraph[from]!));
  for (const k of [from - 1, from, end, to]) add(codeAt(place, k));
  add(quotedIn(view, from, to));
  add(share((before.quoted[to]! - before.quoted[from]!) / (to - from)));
}

/** Verbs and commas inside, verbs beside it, and parts of speech at its edges. */
function worded({ view: { first, last, pos, before } }: Ground, { from, to }: Candidate, add: Add) {
  const [sentence, next] = [first[from]!, last[to - 1]! + 1];
  const { verbs, commas, cues } = before;
  add(verbs[to]! - verbs[from]!);
  add(commas[to]! - commas[from]!);
  add(cues[to]! - cues[from]!);
  add(verbs[from]! - verbs[sentence]!);
  add(verbs[next]! - verbs[to]!);
  for (const k of [from - 1, from, to - 1, to]) add(codeAt(pos, k));
}
