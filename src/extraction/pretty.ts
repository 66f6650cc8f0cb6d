import { segmentsOf } from '../presentation/segments.ts';
import type { Extracted, ExtractedQuote } from './extracted.ts';

/** Escape codes of the terminal: on and off. */
const STYLES = {
  quote: ['\x1b[32m', '\x1b[39m'],
  source: ['\x1b[1m', '\x1b[22m'],
  cue: ['\x1b[4m', '\x1b[24m'],
  PER: ['\x1b[35m', '\x1b[39m'],
  ORG: ['\x1b[34m', '\x1b[39m'],
  LOC: ['\x1b[36m', '\x1b[39m'],
  faint: ['\x1b[2m', '\x1b[22m'],
} as const;

type Style = keyof typeof STYLES;

/**
 * The article for reading in a terminal: quotes, their sources and cues, and names in colour, each quote with its number behind it; below,
 * whose each quote is. Without colours the numbers remain.
 */
export function pretty(id: string, text: string, { quotes: outer, entities, notes }: Extracted, colours: boolean): string {
  const quotes = outer.flatMap((quote) => [quote, ...quote.nested]);
  const paint = (style: Style, words: string) => (colours ? STYLES[style][0] + words + STYLES[style][1] : words);
  const mark =
    (style: Style) =>
    ([start, end]: readonly [number, number]) => ({ span: { start, end }, style });
  const styled = [
    ...quotes.flatMap(({ content }) => content.map(mark('quote'))),
    ...quotes.flatMap(({ cue }) => cue.map(mark('cue'))),
    ...quotes.flatMap(({ sourceSpans }) => sourceSpans.map(mark('source'))),
    ...entities.map(({ start, end, type }) => mark(type)([start, end])),
  ];
  const numbers = new Map(quotes.map(({ content }, i) => [content.at(-1)![1], i + 1]));
  const pieces = segmentsOf(text.length, styled).map(({ start, end, marks }) => {
    const words = marks.reduce((words, { style }) => paint(style, words), safe(text.slice(start, end)));
    const number = numbers.get(end);
    return number ? words + paint('faint', `[${number}]`) : words;
  });
  const list = quotes.map((quote, i) => `${String(i + 1).padStart(4)}  ${describe(quote, text)}`);
  const names = (['PER', 'ORG', 'LOC'] as const).map((type) => {
    const found = [...new Set(entities.filter((entity) => entity.type === type).map(({ name }) => name))];
    return `${type.padStart(4)}  ${paint(type, safe(found.join(', ')) || '–')}`;
  });
  return [paint('faint', `── ${safe(id)}`), pieces.join(''), '', ...list, ...names, ...notes.map((note) => `note  ${note}`), ''].join('\n');
}

/** Whose a quote is: `Sergey Lavrov (the Minister), mixed, 0.72`. */
function describe({ speakerName, sourceSpans, kind, act, region, confidence }: ExtractedQuote, text: string): string {
  const source = sourceSpans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ');
  const who = speakerName === null ? source || 'nobody named' : speakerName + (source && source !== speakerName ? ` (${source})` : '');
  const extra = [act === 'ATTITUDE' ? 'attitude' : '', region === 'BODY' ? '' : region.toLowerCase()].filter(Boolean);
  return safe([who, kind, ...extra, confidence.toFixed(2)].join(', '));
}

/** The words without what would steer the terminal. */
const safe = (words: string) => words.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '\uFFFD');
