import { expect, test } from 'vitest';
import { citeArticle, citeQuote } from '../../src/presentation/citation.ts';

const full = {
  headline: 'Rain falls',
  publisher: 'The Even',
  datelineAgency: 'TASS',
  publishedAt: new Date('2031-03-01T23:30:00Z'),
  publishedPrecision: 'MINUTE',
  url: 'https://news.example/a',
} as const;
const bare = { headline: null, publisher: null, datelineAgency: null, publishedAt: null, publishedPrecision: null, url: null };

test.each([
  ['all of it', full, '“Rain falls”, The Even, 1 March 2031, https://news.example/a'],
  ['the agency where no publisher is known', { ...full, publisher: null }, '“Rain falls”, TASS, 1 March 2031, https://news.example/a'],
  ['a month', { ...full, publishedPrecision: 'MONTH', url: null } as const, '“Rain falls”, The Even, March 2031'],
  ['a year', { ...full, publishedPrecision: 'YEAR', url: null } as const, '“Rain falls”, The Even, 2031'],
  ['nothing at all', bare, 'Untitled article'],
])('an article with %s', (_, article, expected) => {
  expect(citeArticle(article)).toBe(expected);
});

const quote = { kind: 'DIRECT', text: 'It rains.', saidBy: 'Ana Bell', title: 'Mayor', article: { ...bare, headline: 'Rain' } } as const;

test.each([
  ['direct words in marks', quote, 'Ana Bell, Mayor: “It rains.” (“Rain”)'],
  ['indirect words without', { ...quote, kind: 'INDIRECT', text: 'it rains' } as const, 'Ana Bell, Mayor: it rains (“Rain”)'],
  ['no role', { ...quote, title: null }, 'Ana Bell: “It rains.” (“Rain”)'],
  ['nobody', { ...quote, saidBy: null, title: null }, 'Unattributed: “It rains.” (“Rain”)'],
])('a quote with %s', (_, quote, expected) => {
  expect(citeQuote(quote)).toBe(expected);
});
