import { addTo } from '../../grouped.ts';
import { overlap, type Span } from '../../span.ts';
import { spanOf } from '../words/positions.ts';
import type { Attribution } from './attributions.ts';
import { goesOnBehind } from './certain.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

// What becomes of a quote that rules and model find otherwise.

/** Finds those of some quotes that stand in the sentences of another or of its clause: no others touch it, however many there are. */
export function near(quotes: readonly QuoteFound[]): (quote: QuoteFound) => QuoteFound[] {
  const bySentence = new Map<number, QuoteFound[]>();
  for (const quote of quotes) for (const sentence of sentencesOf(quote)) addTo(bySentence, sentence, quote);
  return (quote) => [...new Set(sentencesOf(quote).flatMap((sentence) => bySentence.get(sentence) ?? []))];
}

function sentencesOf({ sentence, until, attribution }: QuoteFound): number[] {
  const from = Math.min(sentence, attribution?.sentence ?? sentence);
  const to = Math.max(until, attribution?.sentence ?? until);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Whether the content of a quote is whom a clause names. */
export function liesIn({ tokens }: QuoteGround, { content }: QuoteFound, attribution: Attribution | null): boolean {
  const source = attribution?.source;
  return Boolean(source) && tokens[source!.from]!.start <= content[0]!.start && content.at(-1)!.end <= tokens[source!.to - 1]!.end;
}

/**
 * Whether the model found the words of a quote of the rules and one stretch more: it has learned which neighbours are one quote. With
 * more stretches than two it has mostly joined too many.
 */
export const goesBeyond = (heard: QuoteFound, { content }: QuoteFound) =>
  content.length === 1 &&
  heard.content.length <= 2 &&
  heard.kind !== 'INDIRECT' &&
  heard.content.some(({ start, end }) => start <= content[0]!.start && content[0]!.end <= end) &&
  sizeOf(heard.content) > sizeOf(content);

const sizeOf = (content: readonly Span[]) => content.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * The model's quotes, each with the sentence before its clause that a rule finds and no other quote touches: "Gusts reached 148 kph" of "Gusts reached 148 kph, the service
 * reported, the strongest since 1987".
 */
export function withWhole(ground: QuoteGround, byRules: readonly QuoteFound[], heard: readonly QuoteFound[]): QuoteFound[] {
  const byCue = new Map(byRules.flatMap((one) => (goesOnBehind(ground, one) ? [[one.attribution!.cue.from, one] as const] : [])));
  const beside = near(heard);
  return heard.map((quote) => {
    const cue = quote.attribution && ground.tokens[quote.attribution.cue.from]!;
    if (quote.kind === 'DIRECT' || !cue || quote.content[0]!.start < cue.end) return quote;
    const whole = byCue.get(quote.attribution!.cue.from);
    if (!whole || beside(whole).some(({ content }) => touch(content, whole.content))) return quote;
    const content = [...whole.content, ...quote.content];
    return { ...quote, content, kind: kindOf(ground, content), sentence: whole.sentence };
  });
}

/** Tokens between who says something and from whom the paper has it: "reporters on Tuesday,". */
const FARTHEST_HEARD = 6;

/**
 * Whether a quote would be words in quotation marks with who says them, "“It rains,” Bell said" of "“It rains,” Bell said, according to the Courier": those are
 * Bell's, from whomever the paper has them.
 */
export function passesOn({ tokens }: QuoteGround, { content, attribution }: QuoteFound, { kind, attribution: own }: QuoteFound): boolean {
  if (kind !== 'DIRECT' || !attribution || !own?.source || !/^(?:VERB|INVERTED)$/.test(own.form)) return false;
  const { cue } = attribution;
  const clause = spanOf(tokens, own);
  return (
    tokens[cue.from]!.lower === 'according' &&
    cue.from >= own.to &&
    cue.from - own.to <= FARTHEST_HEARD &&
    content.some((span) => overlap(span, clause))
  );
}

/** Whether the same verb reports two quotes. */
export const isCueOf = (one: QuoteFound, other: QuoteFound) =>
  one.attribution !== null && other.attribution !== null && one.attribution.cue.from === other.attribution.cue.from;

/** What is left of a quote of the model beside those of the rules: nothing behind a clause that a sentence without marks stands before. */
export function without(ground: QuoteGround, certain: readonly QuoteFound[], quote: QuoteFound): QuoteFound[] {
  const own = certain.filter((one) => touch(one.content, quote.content) || isCueOf(one, quote));
  if (own.length === 0) return [quote];
  const told = own.filter(({ kind }) => kind !== 'DIRECT').map((one) => spanOf(ground.tokens, ground.sentences[one.sentence]!));
  const content = quote.content.filter(
    (span) => !own.some((one) => touch(one.content, [span])) && !told.some((sentence) => touch([sentence], [span])),
  );
  return content.length === 0 ? [] : [{ ...quote, content, kind: kindOf(ground, content) }];
}

/** Whether any of some spans touches one of others; both are in order. */
export const touch = (some: readonly Span[], others: readonly Span[]) =>
  some.at(-1)!.end > others[0]!.start && some[0]!.start < others.at(-1)!.end && some.some((a) => others.some((b) => overlap(a, b)));
