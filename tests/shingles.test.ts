import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article } from '../bench/articles.ts';
import { copyOf } from '../bench/copies.ts';
import { random } from '../bench/random.ts';
import { bandsOf, shinglesOf, similarityOf } from '../src/shingles.ts';
import { runs } from './support/runs.ts';

const similarity = (a: string, b: string) => similarityOf(shinglesOf(a), shinglesOf(b));
const haveBandInCommon = (a: string, b: string) => bandsOf(a).some((band) => bandsOf(b).includes(band));

test.each([
  ['the same words', 'It rains in the town today.', 'It rains in the town today.', 1],
  ['letter case, punctuation and spacing aside', 'It rains in “the” town today.', 'IT RAINS,\nin the town: today', 1],
  ['half of the runs of five', 'one two three four five six seven', 'two three four five six seven eight', 0.5],
  ['other words', 'one two three four five', 'six seven eight nine ten', 0],
  ['the same words in another order', 'one two three four five six', 'six five four three two one', 0],
  ['too few words to tell', 'one two three four', 'one two three four', 0],
  ['nothing', '', '', 0],
])('how much two texts share: %s', (_, a, b, expected) => {
  expect(similarity(a, b)).toBe(expected);
});

test('the bands of a text are ten numbers that PostgreSQL holds, the same on every machine; of a text that is too short there are none', () => {
  expect(bandsOf('It rains in the town today, and tomorrow it will rain again.')).toMatchInlineSnapshot(`
    [
      -301724291,
      -952900509,
      -1798695846,
      791854171,
      -1368422983,
      -1131577872,
      -978789007,
      1958310824,
      1237448574,
      1186080737,
    ]
  `);
  expect(bandsOf('It rains today.')).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const band of bandsOf(text)) expect(band === (band | 0)).toBe(true);
    }),
    { numRuns: runs(50, 1_000) },
  );
});

describe('copies of wire stories', () => {
  const stories = Array.from({ length: runs(60, 600) }, (_, i) => article(i).document.text);
  const copies = (changed: number, cut: boolean) => stories.map((text, i) => copyOf(text, random(i + 1), { changed, cut }));

  test.each([
    [0.01, false, 1],
    [0.03, true, 0.93],
    [0.05, true, 0.8],
  ])(
    'with %d of the words changed, last paragraph cut: %s, have a band in common with the story, of all at least %d',
    (changed, cut, least) => {
      const found = copies(changed, cut).filter((copy, i) => haveBandInCommon(copy, stories[i]!));
      expect(found.length / stories.length).toBeGreaterThanOrEqual(least);
    },
  );

  test('other stories have none in common', () => {
    const pairs = stories.slice(1).filter((text, i) => haveBandInCommon(text, stories[i]!));
    expect(pairs).toEqual([]);
  });
});
