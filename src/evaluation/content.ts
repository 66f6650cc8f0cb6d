import { add, type Counts } from './counts.ts';
import type { GoldQuote, PredictedQuote } from './format.ts';
import type { Shape } from './shape.ts';
import { common } from './words.ts';

type Quotes = readonly Shape<GoldQuote | PredictedQuote>[];

/**
 * How well the contents agree. Precision of a kind is over the predictions of that kind, against all gold quotes; recall of a kind over
 * the gold quotes of that kind, against all predictions.
 */
export function countContent(counts: Counts, gold: Quotes, predicted: Quotes): void {
  countSide(counts, 'gold', gold, predicted);
  countSide(counts, 'predicted', predicted, gold);
}

/** Counts for each quote of one side what the other side has of it: its words, all of its words and no more, its characters. */
function countSide(counts: Counts, side: 'gold' | 'predicted', quotes: Quotes, others: Quotes): void {
  const words = new Set(others.flatMap((other) => other.words));
  const byWords = tally(others.map(({ wordKey }) => wordKey));
  const bySpans = tally(others.map(({ spanKey }) => spanKey));
  for (const quote of quotes) {
    const shared = common(quote.words, words);
    const exact = take(byWords, quote.wordKey);
    const strict = take(bySpans, quote.spanKey);
    for (const kind of ['all', quote.kind]) {
      const path = `content/${kind}/${side}`;
      add(counts, path, 1);
      add(counts, `${path}/soft`, quote.words.length > 0 ? shared / quote.words.length : 0);
      add(counts, `${path}/words`, quote.words.length);
      add(counts, `${path}/shared`, shared);
      add(counts, `${path}/exact`, exact);
      add(counts, `${path}/strict`, strict);
    }
  }
}

function tally(keys: readonly string[]): Map<string, number> {
  const left = new Map<string, number>();
  for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1);
  return left;
}

/** 1 where one of that key is left, which is then used up: two predictions never match one gold quote. */
function take(left: Map<string, number>, key: string): number {
  const number = left.get(key) ?? 0;
  if (number > 0) left.set(key, number - 1);
  return number > 0 ? 1 : 0;
}
