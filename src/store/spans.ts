import type { Span } from '../span.ts';

/** A span with the words it stands for: `text.slice(start, end)` of the article. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** Spans as a row holds them: offsets as `12-34 56-78`, and the words of all spans joined by one space. */
export interface PackedSpans {
  readonly spans: string;
  readonly text: string;
}

/**
 * Packs spans of `text` for storing, which stand in order and apart.
 * @throws RangeError where a span is empty, lies outside the text, or begins before the last one ends: no such row is ever made.
 */
export function packSpans(text: string, spans: readonly Span[]): PackedSpans {
  for (const [i, { start }] of spans.entries()) {
    const last = spans[i - 1]?.end ?? 0;
    if (start < last) throw new RangeError(`The span at ${start} begins before the last one ends, at ${last}`);
  }
  return packPath(text, spans);
}

/**
 * Packs spans that lead from one to the next, in whatever direction.
 * @throws RangeError where a span is empty or lies outside the text.
 */
export function packPath(text: string, spans: readonly Span[]): PackedSpans {
  for (const { start, end } of spans) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)) {
      throw new RangeError(`The span ${start} to ${end} is none in a text of ${text.length} characters`);
    }
  }
  return {
    spans: spans.map(({ start, end }) => `${start}-${end}`).join(' '),
    text: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
}

/** The spans that were packed, each with its words. */
export function unpackSpans(spans: string, text: string): TextSpan[] {
  let at = 0;
  return pairs(spans).map(({ start, end }) => {
    const words = text.slice(at, at + end - start);
    at += end - start + 1;
    return { start, end, text: words };
  });
}

/** The words of each span that was packed, of which there is one at least, as they would stand on one line. */
export const printedIn = ({ spans, text }: PackedSpans): string[] =>
  (spans.includes(' ') ? unpackSpans(spans, text).map((span) => span.text) : [text]).map((words) =>
    BROKEN.test(words) ? words.replace(/\s+/g, ' ') : words,
  );

/** White space other than single spaces. */
const BROKEN = /[^\S ]| {2}/;

/** The offsets of packed spans, without their words. */
export const pairs = (spans: string): Span[] =>
  spans === ''
    ? []
    : spans.split(' ').map((pair) => {
        const dash = pair.indexOf('-');
        return { start: Number(pair.slice(0, dash)), end: Number(pair.slice(dash + 1)) };
      });
