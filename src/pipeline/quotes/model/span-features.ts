import { ln } from '../../../model/exact.ts';
import { join } from '../../../model/hash.ts';
import type { FeatureWriter } from '../../../model/sequence.ts';
import { isContent, isCue, isSource } from './labels.ts';
import { at } from './numbers.ts';
import { clauses, layoutOf, quotedEdges } from './span-clauses.ts';
import { beside, likelihoods } from './span-likelihoods.ts';
import { logit, size, steps, type Writer } from './span-steps.ts';
import { nearest, type Surroundings, surroundings } from './span-surroundings.ts';
import { wordsOfSpan } from './span-words.ts';
import type { Candidate, Tagged } from './spans.ts';
import type { View } from './view.ts';

/** Numbers a candidate that count as they are. */
export const DENSE = 10;

/**
 * Describes every candidate as a whole, beside what the tagger found around it and beside the other candidates: writes its features as if
 * it were a token, and returns its `DENSE` numbers.
 */
export function spanFeatures(view: View, tagged: Tagged, writer: FeatureWriter): Float64Array {
  const { labels, candidates, inside } = tagged;
  const cues = nearest(labels, isCue);
  const sources = nearest(labels, isSource);
  const reporting = new Int32Array(view.n + 1);
  for (let i = 0; i < view.n; i++) reporting[i + 1] = reporting[i]! + (labels[i]! > 0 && !isContent(labels[i]!) ? 1 : 0);
  const sum = new Float64Array(view.n + 1);
  for (let i = 0; i < view.n; i++) sum[i + 1] = sum[i]! + inside[i]!;
  const { sameBegin, sameEnd } = bestOfEach(candidates);
  const rivals = rivalsOf(candidates);
  const likely = beside(view, tagged);
  const layout = layoutOf(view);
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
    let t = wordsOfSpan(view, candidate, around, covered, writer);
    t = clauses(view, layout, candidate, around, writer, t);
    t = quotedEdges(view, layout, candidate, around, writer, t);
    t = likelihoods(candidate, around, tagged, likely, view.last, writer, t);
    rivalry(view, candidate, around, sameBegin.get(from)!, sameEnd.get(to)!, rival, filled, writer, t);
    writer.next();
  }
  return dense;
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
