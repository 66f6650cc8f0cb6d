import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SparseRows } from '../../src/model/rows.ts';
import { runs } from '../support/runs.ts';

test('rows are found as in an array that has them all', () => {
  const ids = fc.uniqueArray(fc.nat({ max: 255 }), { maxLength: 256 }).map((ids) => ids.sort((a, b) => a - b));
  fc.assert(
    fc.property(ids, (ids) => {
      const expected = new Int32Array(256).fill(-1);
      for (const [row, id] of ids.entries()) expected[id] = row;
      const rows = SparseRows.of(ids, 256);
      expect(rows.length).toBe(256);
      expect(Array.from(expected, (_, id) => rows.at(id))).toEqual([...expected]);
    }),
    { numRuns: runs(100, 2_000) },
  );
});
