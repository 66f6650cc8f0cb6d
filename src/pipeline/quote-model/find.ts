import { sumOf, sumRows, UNIT } from '../../model/table.ts';
import { actFeatures } from './act-features.ts';
import { choose, coverage, marginals, type Taste } from './choose.ts';
import { type Chunk, CUE, CUE_ON, chunksOf, isContent, NONE, SOURCE, SOURCE_ON } from './labels.ts';
import { mayJoin, mergeFeatures } from './merge-features.ts';
import type { QuoteModel, Ranker } from './model.ts';
import { DENSE, type Described, spanFeatures } from './span-features.ts';
import { tag } from './spans.ts';
import { tokenFeatures } from './token-features.ts';
import type { View } from './view.ts';

/** A quote as ranges of tokens. */
export interface ModelQuote {
  readonly parts: readonly Stretch[];
  readonly cue: Stretch | null;
  readonly source: Stretch | null;
  readonly speech: boolean;
}

/** What the model finds in an article. */
export interface Findings {
  readonly quotes: readonly ModelQuote[];
  /** Every stretch that looks like a source, whosever. */
  readonly sources: readonly Stretch[];
  /** How likely each token lies in some content. */
  readonly inside: Float64Array;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Leans a little to finding more, at next to no cost in exactness: chosen on a third of the training articles. */
export const TASTE: Taste = { least: 0.25, overlap: 0.5 };

/** The quotes of an article. */
export function findByModel(view: View, model: QuoteModel, taste = TASTE): Findings {
  const tagged = tag(model.tagger, tokenFeatures(view), view);
  const { candidates, labels } = tagged;
  const scores = rankerScores(model.ranker, spanFeatures(view, tagged));
  const likely = marginals(candidates, scores, view.n);
  const parts = choose(candidates, likely, view.n, taste).map((k) => candidates[k]!);
  const free = labels.map((label) => (isContent(label) ? NONE : label));
  for (const { from, to } of parts) free.fill(NONE, from, to);
  const cues = chunksOf(free, CUE, CUE_ON);
  const sources = chunksOf(free, SOURCE, SOURCE_ON);
  const quotes = grouped(view, model, parts).map((own) => {
    const cue = nearestTo(view, cues, own);
    return {
      parts: own,
      cue,
      source: nearestTo(view, sources, cue ? [cue] : own),
      speech: sumOf(model.act, actFeatures(view, own, cue)) > 0,
    };
  });
  return { quotes, sources, inside: coverage(candidates, likely, view.n) };
}

/** The scores of candidates, in natural units. */
export function rankerScores({ table, dense }: Ranker, { features, dense: numbers }: Described): Float64Array {
  const scores = new Float64Array(features.offsets.length - 1);
  for (let k = 0; k < scores.length; k++) {
    let score = sumRows(table, features.features, features.offsets[k]!, features.offsets[k + 1]!);
    for (let d = 0; d < DENSE; d++) score += dense[d]! * numbers[k * DENSE + d]!;
    scores[k] = score / UNIT;
  }
  return scores;
}

/** Neighbouring parts that are one quote together. */
function grouped(view: View, { merger }: QuoteModel, parts: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = [];
  for (const part of parts) {
    const before = groups.at(-1)?.at(-1);
    if (before && mayJoin(view, before, part) && sumOf(merger, mergeFeatures(view, before, part)) > 0) groups.at(-1)!.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Tokens in which another sentence counts, and the farthest that a cue or source may be. */
const SENTENCE = 20;
const FARTHEST = 60;
/** Chunks looked at on each side. */
const SIDE = 3;

/** The chunk that stands nearest to one of the stretches. */
function nearestTo({ sentence }: View, chunks: readonly Chunk[], stretches: readonly Stretch[]): Stretch | null {
  let [found, least]: [Chunk | null, number] = [null, FARTHEST];
  for (const { from, to } of stretches) {
    const at = firstBehind(chunks, from);
    for (const chunk of chunks.slice(Math.max(0, at - SIDE), at + SIDE)) {
      const gap = chunk.to <= from ? from - chunk.to : Math.max(0, chunk.from - to) + 0.5;
      const sentences = chunk.to <= from ? sentence[from]! - sentence[chunk.to - 1]! : sentence[chunk.from]! - sentence[to - 1]!;
      const distance = gap + SENTENCE * Math.max(0, sentences);
      if (distance < least) [found, least] = [chunk, distance];
    }
  }
  return found;
}

function firstBehind(chunks: readonly Chunk[], token: number): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunks[middle]!.from >= token) high = middle;
    else low = middle + 1;
  }
  return low;
}
