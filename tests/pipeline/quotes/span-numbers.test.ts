import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { readArticle } from '../../../src/pipeline/index.ts';
import { numbersOf, WIDTH } from '../../../src/pipeline/quotes/model/span-numbers.ts';
import { tag, tokenScores } from '../../../src/pipeline/quotes/model/spans.ts';
import { withStops } from '../../../src/pipeline/quotes/model/stops.ts';
import { viewOf } from '../../../src/pipeline/quotes/model/view.ts';

const model = readModels().quotes!;

function numbersIn(text: string, scoreOf: (k: number) => number) {
  const view = viewOf(withStops(readArticle({ text })).article, model.cues, model.classes);
  const tagged = tag(model.tagger, tokenScores(view, model.tagger), view);
  const scores = Float64Array.from(tagged.candidates, (_, k) => scoreOf(k));
  return { view, tagged, numbers: numbersOf(view, tagged, scores) };
}

const TEXT =
  '“The bridge is unsafe,” Ana Bell said. Critics accuse her of ignoring that the poor live there.\n\nTom Reed hopes to reopen it.';

test('each candidate has as many numbers, beginning with its score and ending with what kind of word stands behind it', () => {
  const { view, tagged, numbers } = numbersIn(TEXT, (k) => k / 4 - 1);
  expect(tagged.candidates.length).toBeGreaterThan(3);
  expect(numbers).toHaveLength(tagged.candidates.length * WIDTH);
  for (const [k, { to }] of tagged.candidates.entries()) {
    expect(numbers[k * WIDTH]).toBe((k / 4 - 1) * 64);
    expect(numbers[(k + 1) * WIDTH - 1]).toBe(to < view.n ? view.pos[to] : -1);
  }
});

test('no score, however high or low, gives another number than a small whole one', () => {
  for (const score of [1000, -1000]) {
    const { numbers } = numbersIn(TEXT, (k) => (k % 2 === 0 ? score : -score));
    expect(Math.max(...numbers)).toBeLessThan(10_000);
    expect(Math.min(...numbers)).toBeGreaterThan(-10_000);
  }
});

test('a text without candidates has no numbers', () => {
  expect(numbersIn('', () => 0).numbers).toHaveLength(0);
});
