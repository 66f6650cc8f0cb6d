import { expect, test } from 'vitest';
import { sumsOfTrees, TREE_UNIT } from '../../src/model/trees.ts';
import { WIDTH } from '../../src/pipeline/quotes/model/span-numbers.ts';
import { type Numbered, trainTrees } from '../../src/training/stretch-trees.ts';
import { growTree, type Items, scoreOf } from '../../src/training/trees.ts';

const GROWING = { leaves: 4, decay: 0, evidence: 1, asked: [0, 1] };

/** Four kinds of items, two of each: by their gradients they shall rise where exactly one of two numbers is high. */
const items: Items = {
  steps: Uint8Array.of(0, 0, 0, 0, 0, 9, 0, 9, 9, 0, 9, 0, 9, 9, 9, 9),
  width: 2,
  gradients: Float64Array.of(1, 1, -2, -2, -3, -3, 1, 1),
  curvatures: new Float64Array(8).fill(1),
};
const all = Int32Array.from({ length: 8 }, (_, item) => item);

test('a tree parts items until each leaf adds what lessens the loss of its own', () => {
  const tree = growTree(items, all, GROWING);
  expect(Array.from(all, (item) => scoreOf(tree, items, item))).toEqual([-1, -1, 2, 2, 3, 3, -1, -1]);
});

test('a tree grows no further than its leaves, its evidence and its numbers allow', () => {
  expect(growTree(items, all, { ...GROWING, leaves: 2 }).asks).toHaveLength(3);
  expect(growTree(items, all, { ...GROWING, evidence: 5 })).toEqual({ asks: [-1], values: [0.75], branches: [0] });
  expect(growTree(items, all, { ...GROWING, asked: [1] }).asks.filter((ask) => ask === 0)).toEqual([]);
  expect(growTree({ ...items, gradients: new Float64Array(8) }, all, GROWING).asks).toEqual([-1]);
});

/** Of two overlapping candidates the first is right where number 3 is high, else the second. */
const article = (high: boolean): Numbered => {
  const numbers = new Int32Array(2 * WIDTH);
  numbers.set([5, 5, 5, high ? 900 : -900], 0);
  numbers.set([5, 5, 5, high ? -900 : 900], WIDTH);
  return {
    stretches: [
      { from: 0, to: 3 },
      { from: 1, to: 4 },
    ],
    right: Uint8Array.of(high ? 1 : 0, high ? 0 : 1),
    n: 5,
    scores: Float64Array.of(0, 0),
    numbers,
  };
};
const OPTIONS = { trees: 20, leaves: 3, rate: 0.5, decay: 1, evidence: 0, articles: 1, asked: 1, seed: 1 };

test('trees raise the right one of candidates that exclude each other, and lower the wrong one', () => {
  const list = Array.from({ length: 20 }, (_, i) => article(i % 2 === 0));
  const trees = trainTrees(list, OPTIONS);
  const scores = [...sumsOfTrees(trees, article(true).numbers, WIDTH)].map((sum) => sum / TREE_UNIT);
  expect(scores[0]).toBeGreaterThan(1.5);
  expect(scores[1]).toBeLessThan(-1.5);
  expect(trainTrees(list, OPTIONS)).toEqual(trees);
});
