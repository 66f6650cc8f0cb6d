import type { Quote } from './quote.ts';

/** Fewer words than this may be said by anybody. */
const SHORTEST = 3;

/** Quotes from the top of the text that may repeat others: those of headline and summary. */
const TOP = 3;

/** The quotes, those at the top without a speaker given that of the quote whose words they repeat. */
export function echoed(text: string, quotes: readonly Quote[]): Quote[] {
  if (!quotes.slice(0, TOP).some(isOpen)) return [...quotes];
  const said = quotes.map((quote) => (isOpen(quote) ? '' : wordsOf(text, quote)));
  return quotes.map((quote, i) => {
    if (i >= TOP || !isOpen(quote)) return quote;
    const words = wordsOf(text, quote);
    const same = words.split(' ').length < SHORTEST ? -1 : said.findIndex((other) => ` ${other} `.includes(` ${words} `));
    const other = quotes[same];
    if (!other || (other.speaker === null && other.organization === null)) return quote;
    const { speaker, organization, speakerConfidence, chain, source } = other;
    return { ...quote, speaker, organization, speakerConfidence, chain: chain.length > 0 ? chain : source, attribution: 'ELLIPSIS' };
  });
}

const isOpen = ({ source, speaker, organization }: Quote) => source.length === 0 && speaker === null && organization === null;

const wordsOf = (text: string, { content }: Quote) =>
  content
    .flatMap(({ start, end }) => text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? [])
    .join(' ')
    .toLowerCase();
