import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paired, unpaired } from '../../src/model/pairs.ts';
import { SparseRows } from '../../src/model/rows.ts';
import { addRows, sumOf, type Table } from '../../src/model/table.ts';
import { runs } from '../support/runs.ts';

const IDS = 256;

/** A table of each width, the ids that have a row, and features to look up; the rows once as an array and once sparse. */
const looked = fc.record({
  width: fc.integer({ min: 1, max: 11 }),
  ids: fc.uniqueArray(fc.nat({ max: IDS - 1 }), { maxLength: 60 }).map((ids) => ids.sort((a, b) => a - b)),
  // More at once than the table expects.
  features: fc.array(fc.nat({ max: IDS - 1 }), { maxLength: 400, size: 'max' }),
});

function tablesOf(width: number, ids: readonly number[], greatest = 2000): { learned: Table; sparse: Table } {
  const rowOf = new Int32Array(IDS).fill(-1);
  for (const [row, id] of ids.entries()) rowOf[id] = row;
  const weights = Int16Array.from({ length: ids.length * width }, (_, k) => ((k * 7919) % (2 * greatest + 1)) - greatest) as Int16Array;
  return { learned: { width, rowOf, weights }, sparse: { width, rowOf: SparseRows.of(ids, IDS), weights } };
}

test('the rows of features add up, column by column, whatever the width, and features without a row count nothing', () => {
  fc.assert(
    fc.property(looked, fc.constantFrom(2000, 255), ({ width, ids, features }, greatest) => {
      const { learned, sparse } = tablesOf(width, ids, greatest);
      const expected = Array.from({ length: width }, (_, column) =>
        features.reduce((sum, id) => sum + (ids.includes(id) ? learned.weights[ids.indexOf(id) * width + column]! : 0), 1),
      );
      for (const table of [learned, sparse, { ...sparse, weights: paired(sparse.weights as Int16Array, width) }]) {
        const into = new Int32Array(width + 2).fill(1);
        addRows(table, Int32Array.from(features), 0, features.length, into, 1);
        expect([...into]).toEqual([1, ...expected, 1]);
      }
    }),
    { numRuns: runs(100, 2_000) },
  );
});

test('weights are kept by twos where rows are even and no weight is great, and come apart again', () => {
  const weights = Int16Array.of(255, -255, -1, 1, 0, -255, -255, 255) as Int16Array;
  expect(paired(weights, 4)).toBeInstanceOf(Int32Array);
  expect(unpaired(paired(weights, 4))).toEqual(weights);
  expect(paired(weights, 1)).toBe(weights);
  const great = Int16Array.of(256, 0) as Int16Array;
  expect(paired(great, 2)).toBe(great);
});

test('in a table of one column the sum is a number', () => {
  const { learned, sparse } = tablesOf(1, [3, 5, 8]);
  for (const table of [learned, sparse]) expect(sumOf(table, Int32Array.of(3, 4, 8, 8))).toBe(table.weights[0]! + 2 * table.weights[2]!);
});
