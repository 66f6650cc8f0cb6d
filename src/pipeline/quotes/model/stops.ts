import type { Run } from '../../words/runs.ts';
import type { Sentence } from '../../words/sentences.ts';
import type { Token } from '../../words/tokens.ts';
import type { Findings } from './find.ts';
import type { QuoteText } from './view.ts';

/** An article whose paragraphs all end in a mark, and the place of each of its tokens in the article as it is. */
export interface Stopped {
  readonly article: QuoteText;
  /** For each token the one that it is in the article as it is; for a stop that was added the one before it. */
  readonly origin: Int32Array;
}

/**
 * Ends every paragraph that ends in a word, as headlines, captions and names below quotes do, with a stop of no width: in the articles that
 * the model learned from all do, so that it takes the end of a paragraph without one for the middle of a sentence.
 */
export function withStops(article: QuoteText): Stopped {
  const { tokens, paragraphs, sentences } = article;
  const stopped: Token[] = [];
  const origin: number[] = [];
  const before = new Int32Array(tokens.length + 1);
  let paragraph = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    before[i] = stopped.length;
    stopped.push(token);
    origin.push(i);
    while (paragraph < paragraphs.length && paragraphs[paragraph]!.end < token.end) paragraph++;
    const next = tokens[i + 1];
    const ends = !next || next.start >= (paragraphs[paragraph]?.end ?? 0);
    if (!ends || !/[\p{L}\p{N}]$/u.test(token.text)) continue;
    stopped.push({ start: token.end, end: token.end, text: '.', lower: '.', pos: 'PUNCT', endsSentence: true });
    origin.push(i);
  }
  before[tokens.length] = stopped.length;
  const moved = (sentence: Sentence): Sentence => ({ ...sentence, from: before[sentence.from]!, to: before[sentence.to]! });
  return { article: { ...article, tokens: stopped, sentences: sentences.map(moved) }, origin: Int32Array.from(origin) };
}

/** What was found in such an article, in the tokens of the article as it is. */
export function inOriginal({ quotes, sources, inside }: Findings, origin: Int32Array): Findings {
  const back = ({ from, to }: Run): Run => ({ from: origin[from]!, to: origin[to - 1]! + 1 });
  const known = (run: Run | null) => run && back(run);
  const first = inside.filter((_, k) => k === 0 || origin[k] !== origin[k - 1]);
  return {
    quotes: quotes.map((quote) => ({ ...quote, parts: quote.parts.map(back), cue: known(quote.cue), source: known(quote.source) })),
    sources: sources.map(back),
    inside: first,
  };
}
