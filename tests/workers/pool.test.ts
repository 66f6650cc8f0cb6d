import { afterAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/linking/rows.ts';
import { readModels } from '../../src/models.ts';
import { annotate } from '../../src/pipeline/index.ts';
import { createAnnotators } from '../../src/workers/pool.ts';

const text = 'OSTLEY, March 3. /TASS/. "It rains," Mayor Ana Bell of the Harbour Board said. "So it does," she added.';

describe('annotators', () => {
  const annotators = createAnnotators({ size: 1 });
  afterAll(() => annotators.close());

  test('find in a thread of their own what is found in this one', async () => {
    expect(await annotators.run('annotate', text)).toEqual(annotate({ text }, readModels()));
    const rows = rowsOf(annotate({ text }, readModels()));
    expect(await annotators.run('rows', text)).toEqual(rows);
    expect(rows.quotes.length).toBeGreaterThan(0);
  });
});

describe('a text that its worker does not survive fails alone', () => {
  const unruly = createAnnotators({
    size: 2,
    module: new URL('fixtures/unruly.ts', import.meta.url),
    patience: 6_000,
    heap: 32,
  });
  afterAll(() => unruly.close());

  test.each([
    ['nothing', 'NOTHING'],
    ['throw', 'The text could not be annotated: no such rule.'],
    ['exit', 'The text could not be annotated: worker exited with code: 3.'],
    ['fill', 'The text could not be annotated: Worker terminated due to reaching memory limit: JS heap out of memory.'],
    ['hang', 'The text could not be annotated: it took longer than 6 seconds.'],
  ])('%s', async (deed, message) => {
    const texts = ['a', deed, 'b', 'c'];
    const ends = await Promise.allSettled(texts.map((text) => unruly.run('annotate', text)));
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : end.reason.message))).toEqual(['A', message, 'B', 'C']);
  });
});

test.each([
  ['a few short texts take one worker', 20, 1],
  ['long ones as many as there may be', 60_000, 2],
])('%s', async (_name, length, workers) => {
  const annotators = createAnnotators({ size: 2, module: new URL('fixtures/which.ts', import.meta.url) });
  const texts = Array.from({ length: 8 }, () => 'a'.repeat(length));
  const threads = await Promise.all(texts.map((text) => annotators.run('annotate', text)));
  await annotators.close();
  expect(new Set(threads).size).toBe(workers);
});
