import type { Article, Quote } from '../db/generated/client.ts';
import { sha256, uuidOf } from '../ids.ts';
import { unpackSpans } from '../store/spans.ts';

/** A quote's spans with the words that were stored beside them. */
export type StoredSpans = Pick<
  Quote,
  'spans' | 'text' | 'cueSpans' | 'cueText' | 'sourceSpans' | 'sourceText' | 'audienceSpans' | 'audienceText' | 'chainSpans' | 'chainText'
>;

/** Whether an article's text still is what its hash was taken of, and its id with it. */
export const isIntact = ({ id, text, contentHash }: Pick<Article, 'id' | 'text' | 'contentHash'>): boolean => {
  const hash = sha256(text);
  return Buffer.compare(hash, contentHash) === 0 && uuidOf(hash) === id;
};

/** Whether every span of a quote covers the words in the text that were stored with it, and its content covers some. */
export function agrees(text: string, quote: StoredSpans): boolean {
  const packed = [
    [quote.spans, quote.text],
    [quote.cueSpans, quote.cueText],
    [quote.sourceSpans, quote.sourceText],
    [quote.audienceSpans, quote.audienceText],
    [quote.chainSpans, quote.chainText],
  ] as const;
  return quote.spans !== '' && packed.every(([spans, words]) => covers(text, spans, words));
}

function covers(text: string, spans: string, words: string): boolean {
  const unpacked = unpackSpans(spans, words);
  const whole = unpacked.map(({ text }) => text).join(' ') === words;
  return whole && unpacked.every(({ start, end, text: stored }) => start < end && text.slice(start, end) === stored);
}
