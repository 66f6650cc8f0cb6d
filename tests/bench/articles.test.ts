import { expect, test } from 'vitest';
import { article } from '../../bench/articles.ts';
import type { Span } from '../../src/span.ts';
import { pairs } from '../../src/store/spans.ts';

test('a generated article follows from its number alone', () => {
  expect(article(7)).toEqual(article(7));
  expect(article(7).document.text).not.toBe(article(8).document.text);
});

test('generated articles have five quotes each, with the words at their place, by people, organizations and the unnamed', () => {
  const made = Array.from({ length: 400 }, (_, i) => article(i));
  for (const { document, found } of made) {
    expect(found!.quotes).toHaveLength(5);
    for (const { text, spans } of found!.quotes) {
      const [{ start, end }] = pairs(spans) as [Span];
      expect(document.text.slice(start, end)).toBe(text);
    }
  }
  const quotes = made.flatMap(({ found }) => found!.quotes);
  expect(new Set(quotes.map(({ kind, act }) => `${kind} ${act}`)).size).toBe(6);
  expect(new Set(quotes.map(({ attribution }) => attribution))).toEqual(
    new Set(['NAME', 'SURNAME', 'PRONOUN', 'TITLE', 'ORGANIZATION', 'UNNAMED']),
  );
  expect(made.some(({ document }) => document.metadata.published === null)).toBe(true);
  expect(made.every(({ document }) => document.metadata.authors.length > 0)).toBe(true);
  expect(new Set(made.map(({ document }) => document.metadata.keywords.length))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});
