import { expect, test } from 'vitest';
import { fromPost, toPost } from '../../src/model/post.ts';
import { readModels } from '../../src/models.ts';
import { annotate, type Models, NO_MODELS } from '../../src/pipeline/index.ts';

const text = 'OSTLEY, March 3. /TASS/. "It rains," Mayor Ana Bell of the Harbour Board said. "So it does," she added.';

test('weights that went to another thread find the same, and their lists lie where they lay', () => {
  const models = readModels();
  const arrived = fromPost<Models>(structuredClone(toPost(models)));
  expect(annotate({ text }, arrived)).toEqual(annotate({ text }, models));
  expect(arrived.names!.table.weights.buffer).toBeInstanceOf(SharedArrayBuffer);
  models.names!.table.weights[0]! += 1;
  expect(arrived.names!.table.weights[0]).toBe(models.names!.table.weights[0]);
  models.names!.table.weights[0]! -= 1;
});

test('models that are missing are missing there, too', () => {
  expect(fromPost(structuredClone(toPost(NO_MODELS)))).toEqual(NO_MODELS);
});
