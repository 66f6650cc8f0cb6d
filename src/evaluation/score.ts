import { countAttribution, type Match, matchQuotes } from './attribution.ts';
import { countCauses, countContentCauses } from './causes.ts';
import { countContent } from './content.ts';
import type { Counts } from './counts.ts';
import { countEntities } from './entities.ts';
import type { GoldArticle, GoldQuote, PredictedArticle, PredictedQuote } from './format.ts';
import { countParts } from './parts.ts';
import { countRoles, rolesOf } from './roles.ts';
import { goldShape, predictedShape, type Shape } from './shape.ts';
import { common, wordsOf } from './words.ts';

/** Which quotes are asked for: all, or those that were said or written. */
export type Scope = 'all' | 'speech';

/** What one article counts for, and the quotes that were compared, for showing the errors. */
export interface ArticleScore {
  readonly counts: Counts;
  readonly matches: readonly Match[];
  readonly predicted: readonly Shape<PredictedQuote>[];
  /** In how many ways content and sources were found or missed. */
  readonly causes: { readonly content: Counts; readonly source: Counts };
}

/** Compares what was found in an article with its gold. An article without a prediction has nothing found. */
export function scoreArticle(gold: GoldArticle, prediction: PredictedArticle | undefined, scope: Scope): ArticleScore {
  const counts: Counts = {};
  const words = wordsOf(gold.text);
  const all = (gold.quotes ?? []).map((quote) => goldShape(gold.text, words, quote)).filter((quote) => quote.words.length > 0);
  const asked = all.filter(({ quote }) => isAskedFor(quote, scope));
  const others = all.filter(({ quote }) => !isAskedFor(quote, scope));
  const given = gold.quotes ? (prediction?.quotes ?? []).filter(({ act }) => scope === 'all' || act?.toUpperCase() !== 'ATTITUDE') : [];
  const predicted = given.map((quote) => predictedShape(gold.text, words, quote)).filter(comparable(asked, others));
  const matches = matchQuotes(asked, predicted);
  if (gold.quotes) {
    countContent(counts, asked, predicted);
    for (const part of ['content', 'source'] as const) {
      const [wanted, given] = [asked, predicted].map((quotes) => quotes.flatMap((quote) => quote[part]));
      countParts(counts, part, words, wanted!, given!);
    }
    countAttribution(counts, matches);
  }
  if (gold.entities) countEntities(counts, gold.entities, prediction?.entities ?? []);
  if (gold.roles) countRoles(counts, gold.roles, prediction ? rolesOf(prediction) : []);
  return { counts, matches, predicted, causes: { content: countContentCauses(asked, predicted), source: countCauses(gold.text, matches) } };
}

const isAskedFor = ({ ignore, speech }: GoldQuote, scope: Scope) => !ignore && !(scope === 'speech' && speech === false);

/** Tells of a prediction whether it counts: it is not about a quote that nobody asks for. */
function comparable(asked: readonly Shape<GoldQuote>[], others: readonly Shape<GoldQuote>[]) {
  const [target, aside] = [asked, others].map((list) => new Set(list.flatMap((quote) => quote.words)));
  return ({ words, content }: Shape<PredictedQuote>): boolean => {
    // Words that stand nowhere in the text are a wrong prediction; signs without a word are none at all.
    if (words.length === 0) return content.length === 0;
    const beside = common(words, aside!);
    return beside * 2 < words.length || common(words, target!) >= beside;
  };
}
