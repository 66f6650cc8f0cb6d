import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/pipeline/index.ts';
import { withStops } from '../../../src/pipeline/quotes/model/stops.ts';
import { runs } from '../../support/runs.ts';

test.each([
  ['Rain is wet\n\nIt rained.', 'Rain is wet . It rained .'],
  ['Rain is wet.\n\nIt rained', 'Rain is wet . It rained .'],
  ['It rained\n\nPhoto: A boat (left)', 'It rained . Photo : A boat ( left )'],
  ['', ''],
])('paragraphs of %j end in a mark', (text, words) => {
  expect(
    withStops(readArticle({ text }))
      .article.tokens.map((token) => token.text)
      .join(' '),
  ).toBe(words);
});

test('whatever the text, its tokens stay in order, each with its place, and sentences hold the same words', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Ana', ' ', '. ', '\n\n', '“', '”', 'rain', ', ', '\n'), { maxLength: 40 }), (pieces) => {
      const article = readArticle({ text: pieces.join('') });
      const { article: stopped, origin } = withStops(article);
      const kept = [...origin.keys()].filter((k) => k === 0 || origin[k] !== origin[k - 1]);
      expect(kept.map((k) => stopped.tokens[k])).toEqual(article.tokens);
      expect(kept.map((k) => origin[k])).toEqual([...article.tokens.keys()]);
      for (const [i, { from, to }] of article.sentences.entries()) {
        const own = stopped.sentences[i]!;
        expect([origin[own.from], origin[own.to - 1]]).toEqual([from, to - 1]);
      }
    }),
    { numRuns: runs(100, 2_000) },
  );
});
