import { hashText } from '../model/hash.ts';
import { emissions } from '../model/labeller.ts';
import type { Sequence } from '../model/sequence.ts';
import { readArticle } from '../pipeline/index.ts';
import { actFeatures } from '../pipeline/quotes/model/act-features.ts';
import { findByModel } from '../pipeline/quotes/model/find.ts';
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
} from '../pipeline/quotes/model/labels.ts';
import { mayJoin, mergeFeatures } from '../pipeline/quotes/model/merge-features.ts';
import type { QuoteModel } from '../pipeline/quotes/model/model.ts';
import { statesOf } from '../pipeline/quotes/model/states.ts';
import { withStops } from '../pipeline/quotes/model/stops.ts';
import { tokenSequence } from '../pipeline/quotes/model/token-features.ts';
import { type CueWords, type QuoteText, type View, viewOf } from '../pipeline/quotes/model/view.ts';
import type { WordClasses } from '../pipeline/words/word-classes.ts';
import { firstEndingBehind, type Span } from '../span.ts';
import type { Case } from './linear.ts';
import type { MarkedArticle } from './marked.ts';
import type { Training } from './training.ts';

/** An article made ready to learn quotes from. */
export interface Prepared {
  readonly article: MarkedArticle;
  readonly view: View;
  readonly labels: Uint8Array;
  /** What the tagger learns: the labels with what they stand beside. */
  readonly states: Uint8Array;
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
    return { article, view, labels, states: statesOf(labels, view.first, aheadOfCue(text, article)), sequence: tokenSequence(view) };
  });
  return { list, cues };
}

/** The labels of tokens; content reaches from its first word to its last, so that marks at its edges make no difference. */
function goldLabels({ tokens }: QuoteText, { quotes }: MarkedArticle): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  const put = (spans: readonly Span[], begin: number, on: number, again: number) => {
    for (const [part, { start, end }] of spans.entries()) {
      const inside: number[] = [];
      for (let i = firstEndingBehind(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) inside.push(i);
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

/** 1 for the tokens of content that its cue does not stand before, or its source where it has no cue. */
function aheadOfCue({ tokens }: QuoteText, { quotes }: MarkedArticle): Uint8Array {
  const ahead = new Uint8Array(tokens.length);
  for (const { content, cue, source } of quotes) {
    const sign = cue[0] ?? source[0];
    for (const { start, end } of content) {
      const value = sign && sign.start < end ? 0 : 1;
      for (let i = firstEndingBehind(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) ahead[i] = value;
    }
  }
  return ahead;
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

/** Stretches of content that are neighbours or have one more between them, and whether they are one quote. */
export const mergeCases = (list: readonly Prepared[]): Case[] =>
  list.flatMap(({ view, labels, article }) => {
    const chunks = chunksOf(labels, CONTENT, CONTENT_ON, CONTENT_AGAIN);
    const quotes = chunks.map((chunk) => quoteAt(view, article, chunk));
    const one = (a: number, b: number) => quotes[a]! >= 0 && quotes[a] === quotes[b];
    return chunks.flatMap((behind, k) =>
      [k - 1, k - 2].flatMap((other) => {
        const across = other === k - 2;
        const before = chunks[other];
        if (!before || (across && one(k - 2, k - 1)) || !mayJoin(view, before, behind)) return [];
        return [{ features: mergeFeatures(view, before, behind, across), yes: one(other, k) }];
      }),
    );
  });

/** The marked quote that a stretch belongs to, by number; of several the last, by which the tokens are labelled. */
const quoteAt = ({ tokens }: View, { quotes }: MarkedArticle, { from }: { from: number }) =>
  quotes.findLastIndex(({ content }) => content.some(({ start, end }) => start < tokens[from]!.end && tokens[from]!.start < end));

/**
 * The quotes that a model finds in an article it never saw, and whether the marked quote that shares the most words was said; what shares words with
 * none was not. Learned from these, since found cues are other than marked ones: of what has none, most was thought.
 */
export function actCases({ view, sequence, article }: Prepared, model: QuoteModel): Case[] {
  const marked = article.quotes.map(({ content, act }) => ({ act, parts: content.map((span) => tokensIn(view, span)) }));
  return findByModel(view, model, emissions(model.tagger, sequence)).quotes.map((found) => {
    const shared = marked.map((quote) => common(quote.parts, found.parts));
    const most = Math.max(0, ...shared);
    return { features: actFeatures(view, found), yes: most > 0 && marked[shared.indexOf(most)]!.act === 'SPEECH' };
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many tokens stretches have in common. */
const common = (some: readonly Stretch[], others: readonly Stretch[]) =>
  some.reduce((sum, a) => others.reduce((more, b) => more + Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from)), sum), 0);

function tokensIn({ tokens, isWord }: View, { start, end }: Span): Stretch {
  let from = firstEndingBehind(tokens, start);
  let to = from;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  while (to > from && !isWord[to - 1]) to--;
  while (from < to && !isWord[from]) from++;
  return { from, to };
}
