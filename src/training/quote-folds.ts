import { QuotewireError } from '../errors.ts';
import { emissions, type Labeller } from '../model/labeller.ts';
import { NO_WEIGHTS } from '../model/no-weights.ts';
import { sumsOf } from '../model/table.ts';
import { rankerScores } from '../pipeline/quotes/model/find.ts';
import { CONTENT, CONTENT_AGAIN, CONTENT_ON, chunksOf } from '../pipeline/quotes/model/labels.ts';
import type { QuoteModel } from '../pipeline/quotes/model/model.ts';
import { numbersOf } from '../pipeline/quotes/model/span-numbers.ts';
import { LEAST_LEARNED, type Tagged, tag } from '../pipeline/quotes/model/spans.ts';
import { allows, STATES } from '../pipeline/quotes/model/states.ts';
import type { View } from '../pipeline/quotes/model/view.ts';
import { averageOf, type Example, labellingOf, quantise } from './labeller.ts';
import { shared } from './learners.ts';
import { trainLinear } from './linear.ts';
import { type MarkedArticle, markedArticles } from './marked.ts';
import { actCases, mergeCases, type Prepared, prepare } from './quote-data.ts';
import { averageRankers, describe, type Ranking, trainRanker } from './stretch-ranker.ts';
import { type Numbered, trainTrees } from './stretch-trees.ts';
import { classesIn } from './trained.ts';
import type { Training } from './training.ts';

/** Parts of the articles: what learns from found quotes is given those of a model that never saw their article, as it will be in use. */
export const FOLDS = 3;
const LABELLING = labellingOf(STATES, allows);
/** Small steps: with larger ones the tagger is too sure of itself, and the right stretch is more often not among its candidates. */
const TAGGER = { rate: 0.012, dropout: 0.25, minCount: 2 };
const FOLD_EPOCHS = 9;
/** Of all articles, which are half as many again: about as many looks in all, so that this tagger is as sure of itself as those that the ranker learned from. */
const EPOCHS = 7;
/** Features whose weights are all smaller are left out of the file. */
const PRUNE = 0.055;
const RANKER = { epochs: 6, rate: 0.03, dropout: 0.3, average: 3, decay: 1e-4 };
/** Many small trees that each change little, of which each sees some articles and some numbers. */
const TREES = { trees: 120, leaves: 32, rate: 0.1, decay: 5, evidence: 3, articles: 0.7, asked: 0.6 };
/** Parts of the articles that a judge learns from, for the trees: each is judged by one that learned from the others. */
const JUDGED = 3;
const PAIRS = { epochs: 6, rate: 0.05, dropout: 0.1 };

/** Taggers and rankers are averages of several, which at no cost in use find more than each alone: four 0.35 exact F1 more than two. */
const SEEDS = [0, 1, 2, 3];

/** What the parts come to. */
export interface Folds {
  readonly articles: readonly Prepared[];
  /** For each article the model that never saw its part. */
  readonly modelFor: (article: number) => QuoteModel;
  /** The model of all articles. */
  readonly whole: () => Promise<QuoteModel>;
}

const known = new WeakMap<Training, Promise<Folds>>();

/** Trains the models of the parts; once, whichever trainers ask for them. */
export function foldsOf(training: Training): Promise<Folds> {
  const folds = known.get(training) ?? trainParts(training, (_, i) => i % FOLDS);
  known.set(training, folds);
  return folds;
}

/** Trains the models of other parts, which a function numbers from 0 on. */
export async function trainParts(training: Training, numberOf: (article: MarkedArticle, i: number) => number): Promise<Folds> {
  const { data, models, seed, open, progress } = training;
  const marked = markedArticles({ data, open });
  if (!open && !marked.some(({ gold }) => gold === null))
    throw new QuotewireError('BAD_USAGE', `No eval/polnear-train.jsonl.gz in ${data}; --open trains without it.`);
  const classes = classesIn(models);
  const { list, cues } = prepare(marked, classes, progress);
  const partOf = marked.map(numberOf);
  const parts = Array.from({ length: Math.max(...partOf) + 1 }, (_, part) => part);
  const of = <Item>(items: readonly Item[], part: number | null) => items.filter((_, i) => partOf[i] !== part);
  const examples = shared(list.map(({ sequence, states }) => ({ sequence, labels: states })));
  const taggers = await Promise.all(
    parts.map((part) => trainTagger(of(examples, part), FOLD_EPOCHS, `all but part ${part + 1} of ${parts.length}`, training)),
  );
  const rankings = list.map((article, i) => rankingOf(article, taggers[partOf[i]!]!));
  const judged = (part: number | null, tagger: Labeller): QuoteModel => ({
    classes,
    cues,
    tagger,
    ranker: averageRankers(SEEDS.map((salt) => trainRanker(of(rankings, part), { ...RANKER, seed: seed + salt }))),
    trees: trainTrees(numberedOf(of(rankings, part), seed), { ...TREES, seed }),
    merger: trainLinear(mergeCases(of(list, part)), { ...PAIRS, seed }),
    act: NO_WEIGHTS,
  });
  const untold = parts.map((part) => judged(part, taggers[part]!));
  const acts = list.map((article, i) => actCases(article, untold[partOf[i]!]!));
  const told = (model: QuoteModel, part: number | null): QuoteModel => ({
    ...model,
    act: trainLinear(of(acts, part).flat(), { ...PAIRS, seed }),
  });
  const trained = parts.map((part) => told(untold[part]!, part));
  progress('trained the models of the parts');
  return {
    articles: list,
    modelFor: (article) => trained[partOf[article]!]!,
    whole: async () => told(judged(null, await trainTagger(examples, EPOCHS, 'all articles', training)), null),
  };
}

/** Trains taggers that differ in the order in which they look at articles and in what they leave out, and averages them. */
async function trainTagger(examples: readonly Example[], epochs: number, what: string, { seed, learners, progress }: Training) {
  const taggers = SEEDS.map((salt) =>
    learners.train(examples, LABELLING, {
      ...TAGGER,
      epochs,
      average: Math.ceil(epochs / 2),
      seed: seed + salt,
      progress: (epoch, loss) => progress(`tagger ${salt + 1} of ${what}: epoch ${epoch + 1} of ${epochs}, loss ${Math.round(loss)}`),
    }),
  );
  return quantise(averageOf(await Promise.all(taggers)), PRUNE);
}

/** Candidates with the scores of judges that never saw their article, as they will be in use. */
function numberedOf(rankings: readonly Judged[], seed: number): Numbered[] {
  const judges = Array.from({ length: JUDGED }, (_, part) =>
    trainRanker(
      rankings.filter((_, i) => i % JUDGED !== part),
      { ...RANKER, seed },
    ),
  );
  return rankings.map(({ view, tagged, ...ranking }, i) => {
    const judge = judges[i % JUDGED]!;
    const { features, dense } = ranking.described;
    const scores = rankerScores(judge, sumsOf(judge.table, features), dense);
    return { ...ranking, scores, numbers: numbersOf(view, tagged, scores) };
  });
}

interface Judged extends Ranking {
  readonly view: View;
  readonly tagged: Tagged;
}

/** The candidates of an article as a tagger finds them, and which are right. */
function rankingOf({ view, labels, sequence }: Prepared, tagger: Labeller): Judged {
  const tagged = tag(tagger, emissions(tagger, sequence), view, LEAST_LEARNED);
  const right = new Set(chunksOf(labels, CONTENT, CONTENT_ON, CONTENT_AGAIN).map(({ from, to }) => `${from} ${to}`));
  return {
    view,
    tagged,
    described: describe(view, tagged),
    stretches: tagged.candidates,
    right: Uint8Array.from(tagged.candidates, ({ from, to }) => (right.has(`${from} ${to}`) ? 1 : 0)),
    n: view.n,
  };
}
