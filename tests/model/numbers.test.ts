import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedNumbers } from '../../src/model/numbers.ts';
import { runs } from '../support/runs.ts';

test('numbers are found by their hashes as in a map, and nothing by any other', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.integer(), fc.nat({ max: 100_000 })), { selector: ([hash]) => hash, maxLength: 50 });
  fc.assert(
    fc.property(entries, fc.integer(), (entries, other) => {
      const map = new Map(entries.sort(([a], [b]) => a - b));
      const hashes = [...map.keys()];
      const numbers = SortedNumbers.ofSteps(
        hashes.map((hash, i) => hash - (hashes[i - 1] ?? 0)),
        [...map.values()],
      );
      expect([...numbers.keys()]).toEqual(hashes);
      for (const hash of [...hashes, other, other + 1]) expect(numbers.get(hash | 0)).toBe(map.get(hash | 0));
    }),
    { numRuns: runs(100, 2_000) },
  );
});
