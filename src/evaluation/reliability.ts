import type { ArticleScore } from './score.ts';
import type { Shape } from './shape.ts';
import { common } from './words.ts';

/** A prediction with how sure it was, and whether it was right. */
export interface Judged {
  /** From 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Predictions that were about as sure as one another. */
export interface Bin {
  readonly count: number;
  /** The mean of how sure they were. */
  readonly confidence: number;
  /** The share of them that was right. */
  readonly right: number;
}

/** The least share of two quotes' words that both must have for one to be the other. */
const SAME = 0.5;

/**
 * For each predicted quote how sure it was, and whether it was right: a gold quote has half of the words of both together, and the two
 * sources share a word, or neither quote has one.
 */
export function judgedQuotes({ matches, predicted }: Pick<ArticleScore, 'matches' | 'predicted'>): Judged[] {
  return predicted.flatMap((quote) => {
    const { confidence } = quote.quote;
    return confidence === undefined ? [] : [{ confidence, right: matches.some(({ gold }) => isSame(gold, quote)) }];
  });
}

function isSame(gold: Shape<unknown>, predicted: Shape<unknown>): boolean {
  const shared = common(predicted.words, gold.wordSet);
  if (shared < SAME * (predicted.words.length + gold.words.length - shared)) return false;
  if (gold.sourceWords.length === 0) return predicted.sourceWords.length === 0;
  return common(predicted.sourceWords, new Set(gold.sourceWords)) > 0;
}

/** So many bins of as many predictions each, the least sure first. */
export function binsOf(judged: readonly Judged[], bins = 10): Bin[] {
  const sorted = judged.toSorted((a, b) => a.confidence - b.confidence);
  const edge = (i: number) => Math.round((i * sorted.length) / bins);
  return Array.from({ length: bins }, (_, i) => sorted.slice(edge(i), edge(i + 1)))
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      count: bin.length,
      confidence: bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length,
      right: bin.filter(({ right }) => right).length / bin.length,
    }));
}

/** How far confidence is from the share that is right, in the mean over all predictions: the expected calibration error. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? 0 : bins.reduce((sum, { count, confidence, right }) => sum + (count * Math.abs(confidence - right)) / all, 0);
}
