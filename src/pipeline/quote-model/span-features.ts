import { ln } from '../../model/exact.ts';
import { hashText, join } from '../../model/hash.ts';
import { type Sequence, SequenceWriter } from '../../model/sequence.ts';
import { isContent, isCue, isSource } from './labels.ts';
import type { Candidate, Tagged } from './spans.ts';
import { at } from './token-features.ts';
import { MARK, QUOTED, type View } from './view.ts';

const THAT = hashText('that');
const SIZES = [2, 4, 6, 9, 13, 20, 30, 45];

/** Length in steps that grow. */
export function size(length: number): number {
  if (length < 2) return 10 * length;
  const step = SIZES.findIndex((limit) => length < limit);
  return step < 0 ? 9 : step;
}

/** The logarithm of the odds, between −8 and 8. */
export const logit = (p: number): number => ln(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4));
const steps = (p: number): number => Math.round(Math.max(-8, Math.min(8, logit(p)))) + 8;

/** For each token the nearest cue or source before and behind. */
interface Nearest {
  readonly before: Int32Array;
  readonly behind: Int32Array;
}

function nearest(labels: Uint8Array, is: (label: number) => boolean): Nearest {
  const n = labels.length;
  const [before, behind] = [new Int32Array(n + 1).fill(-1), new Int32Array(n + 1).fill(-1)];
  for (let i = 1; i <= n; i++) before[i] = is(labels[i - 1]!) ? i - 1 : before[i - 1]!;
  for (let i = n - 1; i >= 0; i--) behind[i] = is(labels[i]!) ? i : behind[i + 1]!;
  return { before, behind };
}

/** What the reranker is told of candidates: the features of each as if it were a token, and numbers that count as they are. */
export interface Described {
  readonly features: Sequence;
  /** `DENSE` numbers a candidate. */
  readonly dense: Float64Array;
}
export const DENSE = 10;

/** Describes every candidate as a whole, beside what the tagger found around it and beside the other candidates. */
export function spanFeatures(view: View, { labels, candidates, inside }: Tagged): Described {
  const cues = nearest(labels, isCue);
  const sources = nearest(labels, isSource);
  const reporting = new Int32Array(view.n + 1);
  for (let i = 0; i < view.n; i++) reporting[i + 1] = reporting[i]! + (labels[i]! > 0 && !isContent(labels[i]!) ? 1 : 0);
  const sum = new Float64Array(view.n + 1);
  for (let i = 0; i < view.n; i++) sum[i + 1] = sum[i]! + inside[i]!;
  const { sameBegin, sameEnd } = bestOfEach(candidates);
  const rivals = rivalsOf(candidates);
  const writer = new SequenceWriter();
  const dense = new Float64Array(candidates.length * DENSE);
  for (const [k, candidate] of candidates.entries()) {
    const { from, to, exact, begins, ends } = candidate;
    const rival = rivals[k]!;
    const around = surroundings(view, cues, sources, candidate);
    const covered = reporting[to]! - reporting[from]!;
    const filled = (sum[to]! - sum[from]!) / (to - from);
    dense.set(
      [
        logit(exact),
        logit(begins),
        logit(ends),
        ln(exact / begins + 1e-4),
        ln(exact / Math.max(ends, 1e-3) + 1e-4),
        rival - exact,
        ln(to - from + 1) - 2,
        exact,
        covered > 0 ? 1 : 0,
        1,
      ],
      k * DENSE,
    );
    let t = edges(view, candidate, writer);
    t = shape(view, candidate, around, covered, writer, t);
    t = company(view, candidate, around, writer, t);
    rivalry(view, candidate, around, sameBegin.get(from)!, sameEnd.get(to)!, rival, filled, writer, t);
    writer.next();
  }
  return { features: writer.finish(), dense };
}

function bestOfEach(candidates: readonly Candidate[]) {
  const [sameBegin, sameEnd] = [new Map<number, Candidate>(), new Map<number, Candidate>()];
  for (const candidate of candidates) {
    if (candidate.exact > (sameBegin.get(candidate.from)?.exact ?? -1)) sameBegin.set(candidate.from, candidate);
    if (candidate.exact > (sameEnd.get(candidate.to)?.exact ?? -1)) sameEnd.set(candidate.to, candidate);
  }
  return { sameBegin, sameEnd };
}

/** Of each candidate the likelihood of the best other one that overlaps it. Candidates come in the order in which they begin. */
function rivalsOf(candidates: readonly Candidate[]): Float64Array {
  const rivals = new Float64Array(candidates.length);
  for (const [k, one] of candidates.entries()) {
    for (let other = k + 1; other < candidates.length && candidates[other]!.from < one.to; other++) {
      rivals[k] = Math.max(rivals[k]!, candidates[other]!.exact);
      rivals[other] = Math.max(rivals[other]!, one.exact);
    }
  }
  return rivals;
}

/** What stands beside a candidate in its sentence, worked out once for all features. */
interface Surroundings {
  /** The nearest cue before and behind, −1 where there is none; and in steps how far. */
  readonly leftCue: number;
  readonly rightCue: number;
  readonly cueSteps: number;
  readonly sourceSteps: number;
  /** Which sides have a cue. */
  readonly sides: number;
  readonly leftWord: number;
  /** Quotation marks around and at the edges. */
  readonly marks: number;
  /** Whether it begins and ends its sentence. */
  readonly bounds: number;
  readonly length: number;
  readonly verbs: number;
}

const within = (k: number, low: number, high: number): number => (k >= low && k <= high ? k : -1);
const distance = (k: number, d: number): number => (k < 0 ? 15 : size(d));
/** The mark at a token; 1 for any word, 0 beyond the ends. */
const markAt = ({ n, isWord, word }: View, k: number): number => (k < 0 || k >= n ? 0 : isWord[k] ? 1 : word[k]!);

function surroundings(view: View, cues: Nearest, sources: Nearest, { from, to }: Candidate): Surroundings {
  const { first, last, word, place, before } = view;
  const end = to - 1;
  const leftCue = within(cues.before[from]!, first[from]!, from);
  const rightCue = within(cues.behind[to]!, to, last[end]!);
  const leftSource = within(sources.before[from]!, first[from]!, from);
  const rightSource = within(sources.behind[to]!, to, last[end]!);
  const sides = (leftCue < 0 ? 0 : 1) + (rightCue < 0 ? 0 : 2);
  const quoted = before.quoted[to]! - before.quoted[from]!;
  const marks = before.marks[to]! - before.marks[from]!;
  const cover = quoted === 0 ? 0 : quoted + marks >= to - from - 1 ? 1 : 2;
  return {
    leftCue,
    rightCue,
    cueSteps: distance(leftCue, from - leftCue) * 32 + distance(rightCue, rightCue - end),
    sourceSteps: distance(leftSource, from - leftSource) * 32 + distance(rightSource, rightSource - end),
    sides,
    leftWord: leftCue < 0 ? 0 : word[leftCue]!,
    marks: (((cover * 4 + at(place, from - 1, 3)) * 4 + at(place, from, 3)) * 4 + at(place, end, 3)) * 4 + at(place, to, 3),
    bounds: (from === first[from] ? 1 : 0) + (end === last[end] ? 2 : end === last[end]! - 1 ? 4 : 0),
    length: size(to - from),
    verbs: Math.min(before.verbs[to]! - before.verbs[from]!, 3),
  };
}

type Writer = Pick<SequenceWriter, 'add'>;

/** Words, tags and classes at both edges. */
function edges({ word, pos, coarse }: View, { from, to }: Candidate, { add }: Writer): number {
  const end = to - 1;
  let t = 0;
  add(t++, at(word, from));
  add(t++, at(word, from - 1));
  add(t++, at(word, from - 1), at(word, from));
  add(t++, at(pos, from - 1), at(pos, from));
  add(t++, at(pos, from - 1), at(pos, from), at(pos, from + 1));
  add(t++, at(pos, from), at(pos, from + 1), at(pos, from + 2));
  add(t++, at(coarse, from - 1), at(coarse, from));
  add(t++, at(word, end));
  add(t++, at(word, to));
  add(t++, at(word, end), at(word, to));
  add(t++, at(word, to), at(word, to + 1));
  add(t++, at(pos, end), at(pos, to));
  add(t++, at(pos, end), at(pos, to), at(pos, to + 1));
  add(t++, at(pos, end - 1), at(pos, end), at(pos, to));
  add(t++, at(coarse, end), at(coarse, to));
  add(t++, at(coarse, to), at(coarse, to + 1));
  return t;
}

/** Length, quotation marks, edges of sentences, clauses inside. */
function shape(view: View, { from, to, exact }: Candidate, around: Surroundings, covered: number, { add }: Writer, start: number): number {
  const { n, word, pos, place, sentence, beginsParagraph, inHeadline, before } = view;
  const end = to - 1;
  const { length, marks, bounds, verbs } = around;
  const odd = (before.marks[to]! - before.marks[from]!) & 1;
  let t = start;
  add(t++, length);
  add(t++, length, marks);
  add(t++, marks, odd);
  add(t++, bounds, Math.min(sentence[end]! - sentence[from]!, 3));
  add(t++, bounds, length);
  add(t++, markAt(view, from - 1), markAt(view, to));
  add(t++, Math.min(before.commas[to]! - before.commas[from]!, 4), bounds & 6);
  add(t++, Math.min(before.cues[to]! - before.cues[from]!, 2), Math.min(covered, 2), bounds & 1);
  add(t++, verbs, length);
  add(t++, verbs, pos[from]!, bounds & 6);
  add(
    t++,
    Math.min(before.thats[to]! - before.thats[from]!, 2),
    (word[from] === THAT ? 1 : 0) + (from > 0 && word[from - 1] === THAT ? 2 : 0),
  );
  add(t++, beginsParagraph[from]! + (to >= n || beginsParagraph[to] ? 2 : 0) + inHeadline[from]! * 4, steps(exact));
  add(t++, place[from] === QUOTED && from > 0 && place[from - 1] === MARK ? 1 : 0, to < n && place[to] === MARK ? 1 : 0, length);
  return t;
}

/** The cue and the source that were found beside it, and what its sentence still holds. */
function company({ word, pos, last, before }: View, { from, to }: Candidate, around: Surroundings, { add }: Writer, start: number): number {
  const end = to - 1;
  const { leftCue, rightCue, cueSteps, sourceSteps, sides, leftWord, marks, bounds, verbs } = around;
  let gap = leftCue < 0 ? -1 : 7;
  if (leftCue >= 0) for (let k = leftCue + 1; k < Math.min(from, leftCue + 4); k++) gap = join(gap, word[k]!);
  const rest = (before.verbs[last[end]! + 1]! > before.verbs[to]! ? 1 : 0) + (before.cues[last[end]! + 1]! > before.cues[to]! ? 2 : 0);
  let t = start;
  add(t++, cueSteps);
  add(t++, sides, marks);
  add(t++, leftWord);
  add(t++, at(word, rightCue));
  add(t++, leftWord, gap);
  add(t++, gap);
  add(t++, leftWord, at(pos, from), verbs);
  add(t++, leftWord, bounds & 6, verbs);
  add(t++, leftWord, at(word, from));
  add(t++, size(last[end]! - end), rest);
  add(t++, rest, at(word, to), at(pos, to + 1));
  add(t++, rest, at(pos, to), leftWord);
  add(t++, sourceSteps, sides);
  return t;
}

/** How likely the tagger holds it, and in what it differs from the best candidates with the same beginning and the same end. */
function rivalry(
  view: View,
  candidate: Candidate,
  around: Surroundings,
  sameBegin: Candidate,
  sameEnd: Candidate,
  rival: number,
  filled: number,
  { add }: Writer,
  start: number,
): void {
  const { word, pos, before } = view;
  const { from, to, exact, begins, ends } = candidate;
  const { leftCue, sides, marks, length, bounds, leftWord } = around;
  const likely = steps(exact);
  const [bestBegin, bestEnd] = [sameBegin === candidate, sameEnd === candidate];
  const standing = (bestBegin ? 1 : 0) + (bestEnd ? 2 : 0) + (rival > exact ? 4 : 0);
  const longer = bestBegin ? 0 : sameBegin.to < to ? 1 : 2;
  const earlier = bestEnd ? 0 : sameEnd.from < from ? 1 : 2;
  const [low, high] = [Math.min(sameBegin.to, to), Math.max(sameBegin.to, to)];
  const between = (before.cues[high]! > before.cues[low]! ? 1 : 0) + (before.verbs[high]! > before.verbs[low]! ? 2 : 0);
  let t = start;
  add(t++, standing);
  add(t++, standing, likely);
  add(t++, likely);
  add(t++, steps(begins), steps(ends));
  add(t++, likely, marks);
  add(t++, likely, length);
  add(t++, likely, sides, leftCue >= 0 && from - leftCue < 2 ? 1 : 0);
  add(t++, steps(filled), likely);
  add(t++, longer, bestBegin ? 0 : join(at(word, sameBegin.to - 1), at(word, sameBegin.to)));
  add(t++, earlier, bestEnd ? 0 : join(at(word, sameEnd.from), at(word, sameEnd.from - 1)));
  add(t++, longer, bestBegin ? 0 : at(pos, sameBegin.to) * 32 + at(pos, to), bounds & 6);
  add(t++, earlier, bestEnd ? 0 : at(pos, sameEnd.from) * 32 + at(pos, from), bounds & 1);
  add(t++, longer, at(word, low), at(pos, low + 1) * 4 + between);
  add(t++, longer * 4 + between, size(high - low), leftWord);
}
