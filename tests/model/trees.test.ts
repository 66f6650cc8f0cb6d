import { describe, expect, test } from 'vitest';
import { NO_TREES, readTrees, sumsOfTrees, type Trees, writeTrees } from '../../src/model/trees.ts';

/** Number 0 above 10? else is number 1 above −3?; and a tree of one leaf. */
const trees: Trees = {
  roots: Int32Array.of(0, 5),
  asks: Int16Array.of(0, 1, -1, -1, -1, -1),
  values: Int32Array.of(10, -3, 400, 20, 30, 1),
  branches: Int32Array.of(1, 3, 0, 0, 0, 0),
};

describe('each tree adds what its path ends in', () => {
  test.each<[numbers: number[], sum: number]>([
    [[11, 0], 401],
    [[10, -3], 21],
    [[10, -2], 31],
    [[-5, 99], 31],
  ])('%j: %i', (numbers, sum) => {
    expect([...sumsOfTrees(trees, Int32Array.from(numbers), 2)]).toEqual([sum]);
  });

  test.each([0, 1, 3, 4, 5, 9])('to each of %i items its own', (count) => {
    const items = Array.from({ length: count }, (_, item) => [item % 2 === 0 ? 11 : 10, item - 5]);
    const own = items.map((numbers) => sumsOfTrees(trees, Int32Array.from(numbers), 2)[0]);
    expect([...sumsOfTrees(trees, Int32Array.from(items.flat()), 2)]).toEqual(own);
  });

  test('no trees add nothing', () => expect([...sumsOfTrees(NO_TREES, Int32Array.of(1), 1)]).toEqual([0]));
});

test('trees are read as they were written', () => {
  for (const some of [trees, NO_TREES]) expect(readTrees('some', new Map([writeTrees('some', some)]))).toEqual(some);
  expect(() => readTrees('others', new Map([writeTrees('some', trees)]))).toThrow(RangeError);
});
