import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, ln, logAdd } from '../../src/model/exact.ts';
import { packIntegers, unpackIntegers } from '../../src/model/file.ts';
import { featureId, hashText, join } from '../../src/model/hash.ts';

const near = (found: number, expected: number) => Math.abs(found - expected) <= 1e-12 * Math.max(1, Math.abs(expected));

test('exp and ln are those of mathematics to twelve digits', () => {
  fc.assert(
    fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
      expect(near(exp(x) / Math.exp(x), 1), `exp ${x}`).toBe(true);
      expect(near(ln(Math.exp(x)), x), `ln of exp ${x}`).toBe(true);
    }),
  );
});

test.each([
  [exp(0), 1],
  [exp(-1000), 0],
  [ln(1), 0],
  [logAdd(-1000, -1000), -1000 + Math.LN2],
  [logAdd(3, -1000), 3],
])('an edge: %d is %d', (found, expected) => {
  expect(found).toBeCloseTo(expected, 12);
});

test('whole numbers are read back as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 })), (values) => {
      expect([...unpackIntegers(packIntegers(values))]).toEqual(values);
    }),
  );
});

test('features differ by template, value and the order of values', () => {
  const [a, b] = [hashText('ship'), hashText('boat')];
  const ids = [
    featureId(0, a),
    featureId(1, a),
    featureId(0, b),
    featureId(0, a, b),
    featureId(0, b, a),
    featureId(0, a, b, 1),
    featureId(0, join(a, b)),
    featureId(0, join(b, a)),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
