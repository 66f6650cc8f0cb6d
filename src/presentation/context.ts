import { findQuotations } from '../pipeline/layout/quotations.ts';
import { ABBREVIATIONS } from '../pipeline/lexicon/abbreviations.ts';
import { overlap, type Span } from '../span.ts';

/** What stands around a quote. */
export interface Surroundings {
  /** Characters right before it, and behind it. */
  readonly before: Span;
  readonly quote: Span;
  readonly after: Span;
  /** The sentences, and the paragraphs, that hold it; most often one. */
  readonly sentence: Span;
  readonly paragraph: Span;
}

/** UTF-16 units on either side of a quote, at most: a text may be one paragraph of millions. */
export const MOST_AROUND = 5_000;

/**
 * The surroundings of a quote: up to `characters` UTF-16 units on either side, none of which is half a character; and the sentences and
 * paragraphs that hold its words and those that report it, as far as `MOST_AROUND` reaches.
 */
export function surroundings(
  text: string,
  paragraphs: readonly Span[],
  { content, reporting }: { content: readonly Span[]; reporting: readonly Span[] },
  characters: number,
): Surroundings {
  const quote = hull(content);
  const reported = hull([quote, ...reporting]);
  const near = around(text, reported, MOST_AROUND);
  const holding = paragraphs.filter((paragraph) => overlap(paragraph, reported)).map((paragraph) => common(paragraph, near));
  const sentences = holding.flatMap((paragraph) => sentencesIn(text, paragraph)).filter((sentence) => overlap(sentence, reported));
  const { start, end } = around(text, quote, characters);
  return {
    before: { start, end: quote.start },
    quote,
    after: { start: quote.end, end },
    sentence: hull([reported, ...sentences]),
    paragraph: hull([reported, ...holding]),
  };
}

/** A span with up to `characters` more on either side. */
const around = (text: string, { start, end }: Span, characters: number): Span => ({
  start: whole(text, Math.max(0, start - characters), 1),
  end: whole(text, Math.min(text.length, end + characters), -1),
});

/** The smallest span that holds all of these, of which there is at least one. */
const hull = (spans: readonly Span[]): Span => ({
  start: spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
  end: spans.reduce((most, { end }) => Math.max(most, end), 0),
});

/** What two spans that overlap have in common. */
const common = (a: Span, b: Span): Span => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });

/** The offset, moved by one where it would cut a character of two units in half: a stored text has no second half without the first. */
const whole = (text: string, offset: number, step: 1 | -1): number => (/[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset + step : offset);

const splitter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a paragraph for reading: what Unicode takes for one, joined where it cuts inside a quotation, behind an abbreviation
 * or an initial, or before a small letter. The pipeline's own sentences rest on parts of speech, which take too long to find again here.
 */
function sentencesIn(text: string, paragraph: Span): Span[] {
  const { quotations } = findQuotations({ text, paragraphs: [paragraph] });
  const sentences: Span[] = [];
  let start = paragraph.start;
  for (const { index, segment } of splitter.segment(text.slice(paragraph.start, paragraph.end))) {
    const end = paragraph.start + index + segment.length;
    const inside = quotations.some(({ outer }) => outer.start < end && end < outer.end);
    const last = end === paragraph.end;
    if (!last && (inside || goesOn(segment, text.slice(end, end + 10)))) continue;
    sentences.push({ start, end: start + text.slice(start, end).trimEnd().length });
    start = end;
  }
  return sentences;
}

/** Whether a sentence goes on behind these words, and before those. */
function goesOn(words: string, next: string): boolean {
  const last = words.trimEnd().split(/\s/).at(-1)!.toLowerCase();
  return ABBREVIATIONS.has(last) || /^\p{L}\.$/u.test(last) || /^["“‘'«(]?\p{Ll}/u.test(next);
}
