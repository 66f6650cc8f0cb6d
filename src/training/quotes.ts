import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { QuotewireError } from '../errors.ts';
import { type ModelFile, packIntegers, readModelFile } from '../model/file.ts';
import { hashText } from '../model/hash.ts';
import { writeLabeller, writeTable } from '../model/labeller-file.ts';
import type { Sequence } from '../model/sequence.ts';
import { readArticle } from '../pipeline/index.ts';
import { actFeatures } from '../pipeline/quote-model/act-features.ts';
import {
  allows,
  CONTENT,
  CONTENT_AGAIN,
  CONTENT_ON,
  CUE,
  CUE_ON,
  chunksOf,
  isContent,
  LABELS,
  SOURCE,
  SOURCE_ON,
} from '../pipeline/quote-model/labels.ts';
import { mayJoin, mergeFeatures } from '../pipeline/quote-model/merge-features.ts';
import { QUOTES_KIND, QUOTES_VERSION } from '../pipeline/quote-model/model.ts';
import { spanFeatures } from '../pipeline/quote-model/span-features.ts';
import { tag } from '../pipeline/quote-model/spans.ts';
import { tokenFeatures } from '../pipeline/quote-model/token-features.ts';
import { type CueWords, type QuoteText, type View, viewOf } from '../pipeline/quote-model/view.ts';
import { readWordClasses, WORD_CLASSES_KIND, WORD_CLASSES_VERSION, type WordClasses } from '../pipeline/word-classes.ts';
import type { Span } from '../span.ts';
import type { Training } from './index.ts';
import { type Example, quantise, trainLabeller } from './labeller.ts';
import { type Case, trainLinear } from './linear.ts';
import type { MarkedArticle } from './marked.ts';
import { speakerData } from './speaker-model.ts';
import { type Ranking, trainRanker } from './stretch-ranker.ts';

/** Parts of the articles, of which each is labelled by a tagger that was not trained on it, so that the ranker learns from honest output. */
const FOLDS = 3;
const TAGGER = { rate: 0.03, dropout: 0.25, minCount: 2 };
const EPOCHS = 8;
const FOLD_EPOCHS = 6;
/** Features whose weights are all smaller are left out of the file. */
const PRUNE = 0.04;

interface Prepared {
  readonly article: MarkedArticle;
  readonly view: View;
  readonly labels: Uint8Array;
  readonly sequence: Sequence;
}

/** Trains all that finds quotes. */
export function trainQuotes({ data, models, seed, open, progress }: Training): ModelFile {
  const marked = speakerData({ data, open });
  if (!open && !marked.some(({ gold }) => gold === null))
    throw new QuotewireError('BAD_USAGE', `No eval/polnear-train.jsonl.gz in ${data}; --open trains without it.`);
  const articles = prepare(marked, classesIn(models), progress);
  const { list, cues } = articles;
  const examples = list.map(({ sequence, labels }) => ({ sequence, labels }));
  const rankings = jackknifed(list, examples, seed, progress);
  progress('training the ranker');
  const ranker = trainRanker(rankings, { epochs: 6, rate: 0.03, dropout: 0.3, average: 3, decay: 1e-4, seed });
  const merger = trainLinear(mergeCases(list), { epochs: 6, rate: 0.05, dropout: 0.1, seed });
  const act = trainLinear(actCases(list), { epochs: 6, rate: 0.05, dropout: 0.1, seed });
  const tagger = tagTrainer(examples, EPOCHS, seed, 'all articles', progress);
  return {
    header: { kind: QUOTES_KIND, version: QUOTES_VERSION, data: open ? ['samples/train'] : ['polnear-train', 'samples/train'] },
    blocks: new Map([
      ['cues', packIntegers([...cues].flat())],
      ...writeLabeller('tagger', tagger),
      ...writeTable('ranker', ranker.table),
      ['ranker.dense', packIntegers(ranker.dense)],
      ...writeTable('merger', merger),
      ...writeTable('act', act),
    ]),
  };
}

function classesIn(models: string): WordClasses {
  const file = join(models, 'words.bin.gz');
  if (!existsSync(file)) throw new QuotewireError('BAD_USAGE', `No ${file}: train words first.`);
  return readWordClasses(readModelFile(gunzipSync(readFileSync(file)), WORD_CLASSES_KIND, WORD_CLASSES_VERSION).blocks);
}

const tagTrainer = (examples: readonly Example[], epochs: number, seed: number, what: string, progress: Training['progress']) =>
  quantise(
    trainLabeller(
      examples,
      { labels: LABELS, allows },
      {
        ...TAGGER,
        epochs,
        average: Math.ceil(epochs / 2),
        seed,
        progress: (epoch, loss) => progress(`tagger of ${what}: epoch ${epoch + 1} of ${epochs}, loss ${Math.round(loss)}`),
      },
    ),
    PRUNE,
  );

function prepare(articles: readonly MarkedArticle[], classes: WordClasses, progress: Training['progress']) {
  const read = articles.map((article, i) => {
    if (i % 200 === 0) progress(`reading article ${i + 1} of ${articles.length}`);
    const text = readArticle(article);
    return { article, text, labels: goldLabels(text, article) };
  });
  const cues = cueWords(read);
  const list = read.map(({ article, text, labels }): Prepared => {
    const view = viewOf(text, cues, classes);
    return { article, view, labels, sequence: tokenFeatures(view) };
  });
  return { list, cues };
}

/** The labels of tokens; content reaches from its first word to its last, so that marks at its edges make no difference. */
function goldLabels({ tokens }: QuoteText, { quotes }: MarkedArticle): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  const put = (spans: readonly Span[], begin: number, on: number, again: number) => {
    for (const [part, { start, end }] of spans.entries()) {
      const inside: number[] = [];
      for (let i = firstEnding(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) inside.push(i);
      while (inside.length > 0 && !/[\p{L}\p{N}]/u.test(tokens[inside[0]!]!.text)) inside.shift();
      while (inside.length > 0 && !/[\p{L}\p{N}]/u.test(tokens[inside.at(-1)!]!.text)) inside.pop();
      for (const [k, i] of inside.entries()) labels[i] = k > 0 ? on : part > 0 ? again : begin;
    }
  };
  for (const { source } of quotes) put(source, SOURCE, SOURCE_ON, SOURCE);
  for (const { cue } of quotes) put(cue, CUE, CUE_ON, CUE);
  for (const { content } of quotes) put(content, CONTENT, CONTENT_ON, CONTENT_AGAIN);
  // What another quote was written over may have lost its beginning.
  for (let i = 0; i < labels.length; i++) if (!allows(i === 0 ? -1 : labels[i - 1]!, labels[i]!)) labels[i]!--;
  return labels;
}

function firstEnding(tokens: readonly Span[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words that outside of content are cues in a fifth of all cases or more. */
function cueWords(read: readonly { text: QuoteText; labels: Uint8Array }[]): CueWords {
  const counts = new Map<string, { all: number; cue: number }>();
  for (const { text, labels } of read) {
    for (const [i, { lower, pos }] of text.tokens.entries()) {
      if (isContent(labels[i]!)) continue;
      const count = counts.get(lower) ?? { all: 0, cue: 0 };
      count.all++;
      if (labels[i] === CUE || (labels[i] === CUE_ON && /VERB|NOUN/.test(pos))) count.cue++;
      counts.set(lower, count);
    }
  }
  return new Map(
    [...counts]
      .filter(([word, { all, cue }]) => cue >= 2 && cue / all > 0.2 && /[a-z]/.test(word))
      .map(([word, { all, cue }]) => [hashText(word), cue / all > 0.7 ? 2 : 1]),
  );
}

/** The candidates of every article, as found by a tagger that never saw it. */
function jackknifed(list: readonly Prepared[], examples: readonly Example[], seed: number, progress: Training['progress']): Ranking[] {
  const rankings: Ranking[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const tagger = tagTrainer(
      examples.filter((_, i) => i % FOLDS !== fold),
      FOLD_EPOCHS,
      seed,
      `part ${fold + 1} of ${FOLDS}`,
      progress,
    );
    for (const [i, { view, labels, sequence }] of list.entries()) {
      if (i % FOLDS !== fold) continue;
      const tagged = tag(tagger, sequence, view);
      const right = new Set(chunksOf(labels, CONTENT, CONTENT_ON, CONTENT_AGAIN).map(({ from, to }) => `${from} ${to}`));
      rankings[i] = {
        described: spanFeatures(view, tagged),
        stretches: tagged.candidates,
        right: Uint8Array.from(tagged.candidates, ({ from, to }) => (right.has(`${from} ${to}`) ? 1 : 0)),
        n: view.n,
      };
    }
  }
  return rankings;
}

/** Neighbouring stretches of content, and whether they are one quote. */
const mergeCases = (list: readonly Prepared[]): Case[] =>
  list.flatMap(({ view, labels }) => {
    const chunks = chunksOf(labels, CONTENT, CONTENT_ON, CONTENT_AGAIN);
    return chunks
      .slice(1)
      .flatMap((chunk, i) =>
        mayJoin(view, chunks[i]!, chunk) ? [{ features: mergeFeatures(view, chunks[i]!, chunk), yes: chunk.again }] : [],
      );
  });

const actCases = (list: readonly Prepared[]): Case[] =>
  list.flatMap(({ view, article }) =>
    article.quotes.flatMap(({ content, cue, act }) => {
      const [parts, [own]] = [content, cue].map((spans) =>
        spans.map((span) => tokensIn(view, span)).filter(({ from, to }) => to > from),
      ) as [Chunks, Chunks];
      return parts.length > 0 ? [{ features: actFeatures(view, parts, own ?? null), yes: act === 'SPEECH' }] : [];
    }),
  );

type Chunks = { from: number; to: number }[];

function tokensIn({ tokens, isWord }: View, { start, end }: Span) {
  let from = firstEnding(tokens, start);
  let to = from;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  while (to > from && !isWord[to - 1]) to--;
  while (from < to && !isWord[from]) from++;
  return { from, to };
}
