import { expect, test } from 'vitest';
import { excerptsOf } from '../../src/schema/excerpts.ts';

/** Every place of some words in a text. */
const placesOf = (text: string, words: RegExp) =>
  [...text.matchAll(words)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));

const PLAIN = 'and then there was more of it to tell than one would think, as ever, ';

test.each([
  [
    'close to each other',
    `${PLAIN.repeat(3)}tax ${'so it went '.repeat(3)}tax ${PLAIN}tax ${PLAIN.repeat(5)}tax ${PLAIN.repeat(2)}`,
    /tax/g,
  ],
  ['everywhere', 'tax and '.repeat(200), /tax/g],
  ['in a text without spaces', '税は高い'.repeat(150), /高い/g],
  ['in parts of words', 'Mr. Carr-Lyon-Carr-Lyon spoke of it, '.repeat(40), /Carr|Lyon/g],
])('excerpts around words that stand %s repeat nothing, and mark all that they hold', (_, text, words) => {
  const found = placesOf(text, words);
  const excerpts = excerptsOf(text, found, [{ start: 0, end: text.length }]);
  expect(excerpts.length).toBeGreaterThan(1);
  for (const [i, { start, end, matches, ...excerpt }] of excerpts.entries()) {
    expect(excerpt.text).toBe(text.slice(start, end));
    expect(start).toBeGreaterThanOrEqual(excerpts[i - 1]?.end ?? 0);
    expect(matches).toEqual(placesOf(excerpt.text, words));
    expect(matches.length).toBeGreaterThan(0);
  }
});
