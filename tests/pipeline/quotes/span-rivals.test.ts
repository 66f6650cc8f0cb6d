import { expect, test } from 'vitest';
import { rivalsOf } from '../../../src/pipeline/quotes/model/span-rivals.ts';

const candidate = (from: number, to: number) => ({ from, to, exact: 0.1, begins: 0.2, ends: 0.2 });

test('candidates that overlap are rivals: counted, ranked, and told apart by how they lie', () => {
  const candidates = [candidate(0, 9), candidate(0, 5), candidate(3, 9), candidate(5, 7), candidate(9, 12)];
  const rivals = rivalsOf(candidates, Float64Array.of(1, 4, 2, 3, 5), Float64Array.of(0.1, 0.4, 0.2, 0.3, 0.5));
  expect([...rivals.count]).toEqual([3, 2, 3, 2, 0]);
  expect([...rivals.rank]).toEqual([3, 0, 2, 0, 0]);
  expect([...rivals.best]).toEqual([4, 2, 4, 2, -20]);
  expect([...rivals.around]).toEqual([-20, 1, 1, 2, -20]);
  expect([...rivals.inside]).toEqual([4, -20, 3, -20, -20]);
  expect([...rivals.likeliest]).toEqual([0.4, 0.2, 0.4, 0.2, 0]);
  expect([...rivals.sameBegin]).toEqual([1, 0, -1, -1, -1]);
  expect([...rivals.sameEnd]).toEqual([2, -1, 0, -1, -1]);
});

test('of two with the same score the first is ahead', () => {
  const rivals = rivalsOf([candidate(0, 2), candidate(0, 3)], Float64Array.of(1, 1), Float64Array.of(0.2, 0.2));
  expect([...rivals.rank]).toEqual([0, 1]);
});
