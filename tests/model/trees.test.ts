import { describe, expect, test } from 'vitest';
import { NO_TREES, readTrees, sumOfTrees, type Trees, writeTrees } from '../../src/model/trees.ts';

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
    expect(sumOfTrees(trees, Int32Array.from(numbers), 0)).toBe(sum);
    expect(sumOfTrees(trees, Int32Array.of(7, 7, ...numbers), 2)).toBe(sum);
  });

  test('no trees add nothing', () => expect(sumOfTrees(NO_TREES, Int32Array.of(1), 0)).toBe(0));
});

test('trees are read as they were written', () => {
  for (const some of [trees, NO_TREES]) expect(readTrees('some', new Map([writeTrees('some', some)]))).toEqual(some);
  expect(() => readTrees('others', new Map([writeTrees('some', trees)]))).toThrow(RangeError);
});
