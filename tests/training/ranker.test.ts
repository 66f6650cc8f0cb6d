import { expect, test } from 'vitest';
import { featureId } from '../../src/model/hash.ts';
import { sumOf } from '../../src/model/table.ts';
import { type Choice, trainRanker } from '../../src/training/ranker.ts';

const options = { epochs: 10, rate: 0.2, dropout: 0, average: 3, minCount: 1, prune: 0.01, seed: 1 };
const features = (...names: number[]) => Int32Array.from(names, (name) => featureId(1, name));
/** The right one has feature 1; 2 and 3 say nothing. */
const choices: Choice[] = Array.from({ length: 20 }, (_, i) => ({
  candidates: [features(2), features(1, 3), features(3)].slice(i % 2),
  right: i % 2 === 0 ? 1 : 0,
}));

test('what tells the right candidate gets the highest weight', () => {
  const table = trainRanker(choices, options);
  expect(sumOf(table, features(1))).toBeGreaterThan(sumOf(table, features(2)) + 128);
  expect(sumOf(table, features(9))).toBe(0);
});

test('the same choices and seed give the same weights, and features seen too seldom none', () => {
  const [once, again] = [1, 2].map(() => trainRanker(choices, { ...options, dropout: 0.5 }));
  expect(once!.weights).toEqual(again!.weights);
  expect(Buffer.compare(Buffer.from((once!.rowOf as Int32Array).buffer), Buffer.from((again!.rowOf as Int32Array).buffer))).toBe(0);
  expect(trainRanker(choices, { ...options, minCount: 1000 }).weights).toHaveLength(0);
});
