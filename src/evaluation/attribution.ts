import { add, type Counts } from './counts.ts';
import type { GoldQuote, PredictedQuote } from './format.ts';
import { hasName, isRightName } from './names.ts';
import type { Shape } from './shape.ts';
import { common } from './words.ts';

/** A gold quote with the prediction that stands for it, where one does. */
export interface Match {
  readonly gold: Shape<GoldQuote>;
  readonly predicted: Shape<PredictedQuote> | null;
  /** Whether the two sources share a word. */
  readonly sourceIsRight: boolean;
}

/**
 * For each gold quote the prediction that covers at least half of its words: of several the one that fits most closely, and of equals
 * one whose source is right.
 */
export const matchQuotes = (gold: readonly Shape<GoldQuote>[], predicted: readonly Shape<PredictedQuote>[]): Match[] =>
  gold.map((quote) => matchOf(quote, predicted));

function matchOf(gold: Shape<GoldQuote>, predictions: readonly Shape<PredictedQuote>[]): Match {
  const sources = new Set(gold.sourceWords);
  let best: Match = { gold, predicted: null, sourceIsRight: false };
  let closest = 0;
  for (const predicted of predictions) {
    const shared = common(predicted.words, gold.wordSet);
    if (shared * 2 < gold.words.length) continue;
    const close = shared / (predicted.words.length + gold.words.length - shared);
    const sourceIsRight = common(predicted.sourceWords, sources) > 0;
    if (close > closest || (close === closest && sourceIsRight && !best.sourceIsRight)) {
      best = { gold, predicted, sourceIsRight };
      closest = close;
    }
  }
  return best;
}

/** How often kind, source and name of the matched quotes are right. */
export function countAttribution(counts: Counts, matches: readonly Match[]): void {
  for (const { gold, predicted, sourceIsRight } of matches) {
    const found = predicted ? 1 : 0;
    add(counts, 'kind/matched', found);
    add(counts, 'kind/right', predicted?.kind === gold.kind ? 1 : 0);
    if (gold.sourceWords.length > 0) {
      for (const path of ['source/all', `source/${gold.kind}`]) addTo(counts, path, found, sourceIsRight);
    }
    if (!hasName(gold.quote)) continue;
    const named = found > 0 && isRightName(predicted!.quote.speakerName ?? '', gold.quote);
    for (const path of ['name/all', `name/${gold.kind}`, `name/${formOf(gold.quote)}`]) addTo(counts, path, found, named);
  }
}

function addTo(counts: Counts, path: string, matched: number, right: boolean): void {
  add(counts, `${path}/gold`, 1);
  add(counts, `${path}/matched`, matched);
  add(counts, `${path}/right`, right ? 1 : 0);
}

/** The ways to put a source for which the names are counted apart. */
const formOf = ({ sourceKind }: GoldQuote) => (sourceKind === 'pronoun' || sourceKind === 'nominal' ? sourceKind : 'named');
