import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSpans, unpackSpans } from '../../src/store/spans.ts';

const text = '“We won,” she said, “twice.”';

test('spans are packed with the words they cover', () => {
  const spans = [
    { start: 1, end: 8 },
    { start: 21, end: 27 },
  ];
  expect(packSpans(text, spans)).toEqual({ spans: '1-8 21-27', text: 'We won, twice.' });
});

test.each([
  ['is empty', [{ start: 3, end: 3 }]],
  ['runs backward', [{ start: 8, end: 1 }]],
  ['begins before the text', [{ start: -1, end: 3 }]],
  ['ends behind the text', [{ start: 3, end: 99 }]],
  ['is no whole number', [{ start: 1.5, end: 3 }]],
  [
    'begins before the last one ends',
    [
      { start: 1, end: 8 },
      { start: 7, end: 9 },
    ],
  ],
])('a span that %s is refused', (_, spans) => {
  expect(() => packSpans(text, spans)).toThrow(RangeError);
});

/** Any text with some disjoint spans of it. */
const textWithSpans = fc.string({ unit: 'binary', minLength: 1 }).chain((text) =>
  fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }).map((cuts) => {
    const sorted = cuts.toSorted((a, b) => a - b);
    const spans = sorted.flatMap((start, i) => (i % 2 === 0 && sorted[i + 1] !== undefined ? [{ start, end: sorted[i + 1]! }] : []));
    return { text, spans };
  }),
);

test('what was packed is unpacked to the same spans, each with its slice of the text', () => {
  fc.assert(
    fc.property(textWithSpans, ({ text, spans }) => {
      const packed = packSpans(text, spans);
      expect(unpackSpans(packed.spans, packed.text)).toEqual(spans.map((span) => ({ ...span, text: text.slice(span.start, span.end) })));
    }),
  );
});
