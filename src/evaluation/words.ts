import type { Span } from '../span.ts';

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** The words of a text in order: runs of letters and digits with what joins them. Quotation marks and other signs are none. */
export const wordsOf = (text: string): Span[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));

/** Which words the spans touch, by number, in order. */
export function wordsIn(words: readonly Span[], spans: readonly Span[]): number[] {
  const touched = new Set<number>();
  for (const { start, end } of spans) {
    for (let i = firstBehind(words, start); i < words.length && words[i]!.start < end; i++) touched.add(i);
  }
  return [...touched].sort((a, b) => a - b);
}

/** The number of the first word that ends behind an offset. */
function firstBehind(words: readonly Span[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of some words are among others. */
export function common(some: readonly number[], others: ReadonlySet<number>): number {
  let count = 0;
  for (const word of some) if (others.has(word)) count++;
  return count;
}
