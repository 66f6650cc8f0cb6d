import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModels } from '../../src/models.ts';
import { projectRoot } from '../../src/paths.ts';
import { annotate } from '../../src/pipeline/index.ts';
import { likelihood } from '../../src/pipeline/resolution/confidence.ts';
import { quoteCases, speakerCases } from '../../src/training/confidence.ts';
import { trainLinear } from '../../src/training/linear.ts';
import { type MarkedArticle, readSamples } from '../../src/training/marked.ts';

const TEXT = 'Ana Bell said: “We will build the bridge.” The rain went on.';

/** The article with one quote marked in it. */
function marked(content: string, source: string | null): MarkedArticle {
  const part = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const quote = { content: [part(content)], cue: [], source: source ? [part(source)] : [], audience: [] };
  return { id: 'a', text: TEXT, gold: null, quotes: [{ ...quote, act: 'SPEECH', kind: 'DIRECT', speakerKey: null }] };
}

test.each([
  ['the same words and source', 'We will build the bridge.', 'Ana Bell', true],
  ['half of the words, and part of the source', 'build the bridge', 'Bell', true],
  ['less than half of the words', 'the bridge', 'Ana Bell', false],
  ['another source', 'We will build the bridge.', 'The rain', false],
  ['no source where one was found', 'We will build the bridge.', null, false],
  ['other words', 'The rain went on', 'Ana Bell', false],
])('a quote is right or wrong: %s', (_, content, source, right) => {
  const cases = quoteCases({ found: annotate({ text: TEXT }), article: marked(content, source) });
  expect(cases.map(({ yes }) => yes)).toEqual([right]);
});

test('who speaks is learned from quotes of the article, and not from those inside their words', () => {
  const article = readSamples(join(projectRoot, 'samples/train')).find(({ id }) => id === 'rovers-04-sold')!;
  const found = annotate(article, readModels());
  const nested = found.quotes.filter(({ within }) => within);
  expect(nested.length).toBeGreaterThan(0);
  const outer = { ...found, quotes: found.quotes.filter(({ within }) => !within) };
  expect(speakerCases({ found, article })).toEqual(speakerCases({ found: outer, article }));
  expect(speakerCases({ found, article }).length).toBeGreaterThan(0);
});

test('confidence comes to the share that is right among what has the same signs, in two digits, and is never quite sure', () => {
  const signs = (...ids: number[]) => Int32Array.from(ids);
  const cases = Array.from({ length: 2000 }, (_, i) => ({
    features: i % 2 ? signs(1, 2) : signs(1, 3),
    yes: i % 2 ? i % 5 > 0 : false,
  }));
  const table = trainLinear(cases, { epochs: 8, rate: 0.05, dropout: 0, seed: 1 });
  expect(likelihood(table, signs(1, 2))).toBeCloseTo(0.8, 1);
  expect(likelihood(table, signs(1, 3))).toBeLessThan(0.05);
  expect(likelihood(table, signs(1, 3))).toBeGreaterThanOrEqual(0.01);
  for (const found of [likelihood(table, signs(1, 2)), likelihood(table, signs(1))]) expect(Math.round(found * 100) / 100).toBe(found);
});
