import { counted } from '../counted.ts';
import { total } from '../evaluation/counts.ts';
import { mistakesOf } from '../evaluation/errors.ts';
import { readGold, readPredictions } from '../evaluation/files.ts';
import { type GoldArticle, type PredictedArticle, toPredicted } from '../evaluation/format.ts';
import { differences, intervals } from '../evaluation/intervals.ts';
import { printDifferences, printIntervals, printSummary } from '../evaluation/print.ts';
import { type Scope, scoreArticle } from '../evaluation/score.ts';
import { summarize } from '../evaluation/summary.ts';
import { toExtracted } from '../extraction/extracted.ts';
import { readModels } from '../models.ts';
import { annotate } from '../pipeline/index.ts';

/** Flags of `evaluate`. */
export interface EvaluateOptions {
  readonly scope: Scope;
  /** Mistakes to print, spread over all articles. */
  readonly errors: number;
  /** A file of what was found; without one the texts are read by this program. */
  readonly predictions?: string;
  /** Predictions of another system, to compare with. */
  readonly against?: string;
}

/** Prints how well what is found agrees with a gold file. */
export async function evaluate(path: string, { scope, errors, predictions, against }: EvaluateOptions): Promise<void> {
  const gold = await readGold(path);
  const found = predictions ? await readPredictions(predictions) : extractAll(gold);
  const scores = gold.map((article) => scoreArticle(article, found.get(article.id), scope));
  const counts = scores.map((score) => score.counts);
  const missing = gold.filter(({ id }) => !found.has(id)).length;
  console.log(`${counted(gold.length, 'article')}, scope ${scope}${missing > 0 ? `, ${missing} without a prediction` : ''}\n`);
  console.log(printSummary(summarize(total(counts))), '\n');
  console.log(printIntervals(intervals(counts)));
  if (against) {
    const others = await readPredictions(against);
    const before = gold.map((article) => scoreArticle(article, others.get(article.id), scope).counts);
    console.log(`\n${printDifferences(differences(counts, before))}`);
  }
  if (errors > 0) {
    const mistakes = gold.flatMap((article, i) => mistakesOf(article, found.get(article.id), scores[i]!));
    const counted = total(mistakes.map(({ cause }) => ({ [cause]: 1 })));
    console.log(
      `\nMistakes: ${Object.entries(counted)
        .map(([cause, count]) => `${cause} ${count}`)
        .join(', ')}`,
    );
    for (const { lines } of spread(mistakes, errors)) console.log(`\n${lines.join('\n  ')}`);
  }
}

function extractAll(gold: readonly GoldArticle[]): Map<string, PredictedArticle> {
  return new Map(gold.map(({ id, text }) => [id, toPredicted({ id, ...toExtracted(annotate({ text }, readModels())) })]));
}

/** At most so many of a list, evenly from its beginning to its end. */
const spread = <Item>(items: readonly Item[], most: number): Item[] =>
  Array.from({ length: Math.min(most, items.length) }, (_, i) => items[Math.floor((i * items.length) / Math.min(most, items.length))]!);
