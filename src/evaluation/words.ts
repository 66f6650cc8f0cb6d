import { firstEndingBehind, type Span } from '../span.ts';

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** The words of a text in order: runs of letters and digits with what joins them. Quotation marks and other signs are none. */
export const wordsOf = (text: string): Span[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));

/** Which words the spans touch, by number, in order. */
export function wordsIn(words: readonly Span[], spans: readonly Span[]): number[] {
  const touched = new Set<number>();
  for (const { start, end } of spans) {
    for (let i = firstEndingBehind(words, start); i < words.length && words[i]!.start < end; i++) touched.add(i);
  }
  return [...touched].sort((a, b) => a - b);
}

/** How many of some words are among others. */
export function common(some: readonly number[], others: ReadonlySet<number>): number {
  let count = 0;
  for (const word of some) if (others.has(word)) count++;
  return count;
}
