import { hashText } from '../model/hash.ts';
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
  SOURCE,
  SOURCE_ON,
} from '../pipeline/quote-model/labels.ts';
import { mayJoin, mergeFeatures } from '../pipeline/quote-model/merge-features.ts';
import { withStops } from '../pipeline/quote-model/stops.ts';
import { tokenFeatures } from '../pipeline/quote-model/token-features.ts';
import { type CueWords, type QuoteText, type View, viewOf } from '../pipeline/quote-model/view.ts';
import type { WordClasses } from '../pipeline/word-classes.ts';
import type { Span } from '../span.ts';
import type { Case } from './linear.ts';
import type { MarkedArticle } from './marked.ts';
import type { Training } from './training.ts';

/** An article made ready to learn quotes from. */
export interface Prepared {
  readonly article: MarkedArticle;
  readonly view: View;
  readonly labels: Uint8Array;
  readonly sequence: Sequence;
}

/** Reads the articles, and finds the words that report in them. */
export function prepare(articles: readonly MarkedArticle[], classes: WordClasses, progress: Training['progress']) {
  const read = articles.map((article, i) => {
    if (i % 200 === 0) progress(`reading article ${i + 1} of ${articles.length}`);
    const text = withStops(readArticle(article)).article;
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

/** Neighbouring stretches of content, and whether they are one quote. */
export const mergeCases = (list: readonly Prepared[]): Case[] =>
  list.flatMap(({ view, labels }) => {
    const chunks = chunksOf(labels, CONTENT, CONTENT_ON, CONTENT_AGAIN);
    return chunks
      .slice(1)
      .flatMap((chunk, i) =>
        mayJoin(view, chunks[i]!, chunk) ? [{ features: mergeFeatures(view, chunks[i]!, chunk), yes: chunk.again }] : [],
      );
  });

/** The quotes, and whether they were said. */
export const actCases = (list: readonly Prepared[]): Case[] =>
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
