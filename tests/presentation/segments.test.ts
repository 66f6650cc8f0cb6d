import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from '../../src/presentation/segments.ts';
import { runs } from '../support/runs.ts';

/** Pieces as `start-end names`. */
const pieces = (length: number, marks: readonly (readonly [string, number, number])[]) =>
  segmentsOf(
    length,
    marks.map(([name, start, end]) => ({ name, span: { start, end } })),
  ).map(({ start, end, marks }) => `${start}-${end} ${marks.map(({ name }) => name).join('')}`.trim());

test.each([
  ['no marks: one piece', 5, [], ['0-5']],
  ['an empty text: none', 0, [], []],
  ['a mark in the middle', 9, [['a', 2, 4]], ['0-2', '2-4 a', '4-9']],
  ['a mark on all of it', 3, [['a', 0, 3]], ['0-3 a']],
  [
    'a name inside a quote',
    9,
    [
      ['q', 1, 8],
      ['n', 3, 5],
    ],
    ['0-1', '1-3 q', '3-5 qn', '5-8 q', '8-9'],
  ],
  [
    'two that overlap',
    9,
    [
      ['a', 0, 5],
      ['b', 3, 9],
    ],
    ['0-3 a', '3-5 ab', '5-9 b'],
  ],
  [
    'two that touch',
    4,
    [
      ['a', 0, 2],
      ['b', 2, 4],
    ],
    ['0-2 a', '2-4 b'],
  ],
  [
    'marks in the order given, not of their place',
    4,
    [
      ['b', 1, 3],
      ['a', 0, 4],
    ],
    ['0-1 a', '1-3 ba', '3-4 a'],
  ],
] as const)('%s', (_, length, marks, expected) => {
  expect(pieces(length, marks)).toEqual(expected);
});

test('the pieces of any marked text tile it, and a mark is on just the pieces inside it', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const offsets = fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 20 });
  fc.assert(
    fc.property(text, offsets, (text, offsets) => {
      const marks = offsets
        .map(([a, b]) => ({ span: { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) } }))
        .filter(({ span }) => span.end > span.start);
      const segments = segmentsOf(text.length, marks);
      expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start, end, marks: on } of segments) {
        expect(end).toBeGreaterThan(start);
        expect(on).toEqual(marks.filter(({ span }) => span.start < end && start < span.end));
        for (const { span } of on) expect(span.start <= start && end <= span.end).toBe(true);
      }
    }),
    { numRuns: runs(200, 5_000) },
  );
});
