import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { total } from '../evaluation/counts.ts';
import { readGold } from '../evaluation/files.ts';
import type { GoldArticle } from '../evaluation/format.ts';
import { differences } from '../evaluation/intervals.ts';
import { predict } from '../evaluation/measured.ts';
import { percent, table } from '../evaluation/print.ts';
import { type ArticleScore, scoreArticle } from '../evaluation/score.ts';
import { summarize } from '../evaluation/summary.ts';
import { readModels } from '../models.ts';
import { modelsDir, projectRoot } from '../paths.ts';
import { extractorVersion } from '../pipeline/version.ts';
import { createLearners } from '../training/learners.ts';
import type { MarkedArticle } from '../training/marked.ts';
import { FOLDS, type Folds, foldsOf, trainParts } from '../training/quote-folds.ts';

/** Flags of `report:publishers`. */
interface PublisherOptions {
  readonly data: string;
  readonly day: string;
  readonly seed: number;
}

/**
 * Measures how well quotes are found in the articles of a publisher of whom nothing was learned, beside articles of publishers who are known,
 * and writes reports/publishers.md. Trains a dozen models on PolNeAR's train split for that.
 */
export async function reportPublishers({ data, day, seed }: PublisherOptions): Promise<void> {
  const started = performance.now();
  const progress = (line: string) => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`);
  const learners = createLearners();
  const training = { data, models: modelsDir, seed, open: false, learners, progress };
  const gold = new Map((await readGold(join(data, 'eval/polnear-train.jsonl.gz'))).map((article) => [article.id, article]));
  const numbers = new Map<string, number>();
  const numberOf = (article: MarkedArticle) => {
    const publisher = publisherOf(article);
    const number = numbers.get(publisher) ?? numbers.size;
    numbers.set(publisher, number);
    return number;
  };
  const scored = (folds: Folds) => scoresOf(folds, gold);
  try {
    const known = scored(await foldsOf(training));
    const unknown = scored(await trainParts(training, numberOf));
    mkdirSync(join(projectRoot, 'reports'), { recursive: true });
    writeFileSync(join(projectRoot, 'reports/publishers.md'), page(known, unknown, day));
  } finally {
    await learners.close();
  }
}

/** PolNeAR's ids begin with the publisher; the project's own articles are a publisher too. */
const publisherOf = ({ id, gold }: MarkedArticle) => (gold ? 'own articles' : id.slice(0, id.indexOf('_')));

interface Scored {
  readonly publisher: string;
  readonly score: ArticleScore;
}

/** Each article of the gold file, as found by the model that never saw its part. */
const scoresOf = ({ articles, modelFor }: Folds, gold: ReadonlyMap<string, GoldArticle>): Scored[] =>
  articles.flatMap(({ article }, i) => {
    const marked = gold.get(article.id);
    const found = marked && predict(marked, { ...readModels(), quotes: modelFor(i) });
    return found ? [{ publisher: publisherOf(article), score: scoreArticle(marked, found, 'all') }] : [];
  });

function page(known: readonly Scored[], unknown: readonly Scored[], day: string): string {
  const publishers = [...new Set(known.map(({ publisher }) => publisher))].sort();
  const row = (name: string, of: (publisher: string) => boolean) => {
    const [as, without] = [known, unknown].map((all) => all.filter(({ publisher }) => of(publisher)).map(({ score }) => score.counts));
    const [a, b] = [as!, without!].map((counts) => summarize(total(counts)).content.all);
    const { low, high } = differences(without!, as!).find(({ measure }) => measure === 'content, exact F1')!;
    const cells = [a!.soft.f1, b!.soft.f1, a!.exact.f1, b!.exact.f1].map(percent);
    return [name, as!.length, ...cells, `${percent(low)} to ${percent(high)}`];
  };
  const rows = [...publishers.map((publisher) => row(publisher, (one) => one === publisher)), row('all', () => true)];
  const head = ['publisher', 'articles', 'soft, known', 'unknown', 'exact, known', 'unknown', 'exact, change: 95%'];
  return `# Publishers of whom nothing was learned

Written by \`npm run report:publishers -- --data DIR\` on ${day}, extractor \`${extractorVersion}\`. F1 of quotes on PolNeAR's train split, by models that saw neither
the article nor, under *unknown*, any other of its publisher. Under *known* they saw all but one of ${FOLDS} parts of the articles, under *unknown* the other
publishers', which are more: where nothing is lost, more articles are worth as much as ones of the same paper. The list of words
that report, how names are found and how sources are ranked come from all articles.

${table(head, rows)}
`;
}
