import { findQuoted, kindOf } from '../gold/marks.ts';
import { type Span, trim } from '../span.ts';
import type { GoldQuote, PredictedQuote } from './format.ts';
import { wordsIn } from './words.ts';

/** A quote made ready for comparison, whichever side it comes from. */
export interface Shape<Quote> {
  readonly quote: Quote;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly kind: string;
  /** Numbers of the words of the content. */
  readonly words: readonly number[];
  readonly wordSet: ReadonlySet<number>;
  readonly sourceWords: readonly number[];
  /** The same for two quotes of the same words. */
  readonly wordKey: string;
  /** The same for two quotes of the same characters. */
  readonly spanKey: string;
}

type Pairs = readonly (readonly [number, number])[];

/** An annotated quote. */
export const goldShape = (text: string, words: readonly Span[], quote: GoldQuote): Shape<GoldQuote> =>
  shape(words, quote, tidy(text, quote.content), tidy(text, quote.source), quote.kind);

/** A predicted quote. Where it gives words without their place, they are looked for; a kind that it leaves out follows from the marks. */
export function predictedShape(text: string, words: readonly Span[], quote: PredictedQuote): Shape<PredictedQuote> {
  const content = tidy(text, quote.content.length === 0 && quote.text ? locate(text, quote.text) : quote.content);
  const kind = quote.kind ?? kindOf(text, content, findQuoted(text));
  return shape(words, quote, content, tidy(text, quote.sourceSpans), kind);
}

function shape<Quote>(
  allWords: readonly Span[],
  quote: Quote,
  content: readonly Span[],
  source: readonly Span[],
  kind: string,
): Shape<Quote> {
  const words = wordsIn(allWords, content);
  return {
    quote,
    content,
    source,
    kind: kind.toLowerCase(),
    words,
    wordSet: new Set(words),
    sourceWords: wordsIn(allWords, source),
    wordKey: words.join(),
    spanKey: content.map(({ start, end }) => `${start}-${end}`).join(),
  };
}

/** The spans in order, inside the text, without white space at their ends; those parted by nothing else are one. */
function tidy(text: string, pairs: Pairs): Span[] {
  const spans = pairs
    .map(([start, end]) => trim(text, { start, end: Math.min(end, text.length) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && (span.start <= last.end || text.slice(last.end, span.start).trim() === ''))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** Where words stand in a text, white space and the form of quotation marks aside; nowhere is no span. */
function locate(text: string, words: string): Pairs {
  const places: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    const sign = bareSign(text[i]!);
    if (sign) places.push(i);
    bare += sign;
  }
  const wanted = Array.from(words, bareSign).join('');
  const at = wanted ? bare.indexOf(wanted) : -1;
  return at < 0 ? [] : [[places[at]!, places[at + wanted.length - 1]! + 1]];
}

const bareSign = (sign: string) =>
  sign
    .replace(/\s/, '')
    .replace(/[“”„«»]/, '"')
    .replace(/[‘’]/, "'");
