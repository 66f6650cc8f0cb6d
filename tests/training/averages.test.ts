import { expect, test } from 'vitest';
import { SequenceWriter } from '../../src/model/sequence.ts';
import { DENSE } from '../../src/pipeline/quotes/model/span-features.ts';
import { averageOf, labellingOf, trainLabeller } from '../../src/training/labeller.ts';
import { averageRankers, type Ranking, trainRanker } from '../../src/training/stretch-ranker.ts';

const sequence = () => {
  const { add, next, finish } = new SequenceWriter();
  for (const word of [1, 2, 1, 2, 3, 3]) {
    add(0, word);
    next();
  }
  return finish();
};
const examples = [{ sequence: sequence(), labels: Uint8Array.of(1, 0, 1, 0, 1, 0) }];
const labelling = labellingOf(2, () => true);
const labeller = (seed: number) =>
  trainLabeller(examples, labelling, { epochs: 3, rate: 0.1, dropout: 0.5, average: 1, minCount: 1, seed });

test('averaged labellers have the mean of the weights, for the same features', () => {
  const [one, other] = [labeller(1), labeller(2)];
  const both = averageOf([one, other]);
  expect(one.weights).not.toEqual(other.weights);
  expect(both.rowOf).toBe(one.rowOf);
  for (const [k, weight] of both.weights.entries()) expect(weight).toBeCloseTo((one.weights[k]! + other.weights[k]!) / 2, 5);
  for (const [k, score] of both.transitions.entries()) expect(score).toBeCloseTo((one.transitions[k]! + other.transitions[k]!) / 2, 9);
  expect(averageOf([one]).weights).toEqual(one.weights);
});

test('averaged judges of stretches have the mean of the weights, in whole numbers', () => {
  const ranking: Ranking = {
    described: { features: sequence(), dense: new Float64Array(6 * DENSE).fill(0.5) },
    stretches: [0, 1, 2, 3, 4, 5].map((from) => ({ from, to: from + 1 })),
    right: Uint8Array.of(1, 0, 1, 0, 1, 0),
    n: 6,
  };
  const ranker = (seed: number) => trainRanker([ranking], { epochs: 3, rate: 0.1, dropout: 0.5, average: 1, decay: 0, seed });
  const [one, other] = [ranker(1), ranker(2)];
  const both = averageRankers([one, other]);
  expect(one.table.weights).not.toEqual(other.table.weights);
  expect(both.table.rowOf).toBe(one.table.rowOf);
  for (const [k, weight] of both.table.weights.entries())
    expect(Math.abs(weight - (one.table.weights[k]! + other.table.weights[k]!) / 2)).toBeLessThanOrEqual(0.5);
  for (const [k, weight] of both.dense.entries()) expect(Math.abs(weight - (one.dense[k]! + other.dense[k]!) / 2)).toBeLessThanOrEqual(0.5);
});
