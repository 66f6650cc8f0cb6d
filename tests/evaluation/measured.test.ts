import { describe, expect, test } from 'vitest';
import { total } from '../../src/evaluation/counts.ts';
import { toGold, toPredicted } from '../../src/evaluation/format.ts';
import { countLinks, linkRates } from '../../src/evaluation/linking.ts';
import { binsOf, calibrationError, judgedQuotes } from '../../src/evaluation/reliability.ts';
import { scoreArticle } from '../../src/evaluation/score.ts';
import { countSpeakers, speakerShares } from '../../src/evaluation/speakers.ts';

const at = (start: number, key: string) => ({ start, end: start + 4, key });

describe('identity across articles', () => {
  const gold = [
    [at(0, 'ana'), at(10, 'ana')],
    [at(0, 'ana'), at(10, 'cem')],
  ] as const;
  const rates = (found: readonly (readonly ReturnType<typeof at>[])[]) =>
    linkRates(total(countLinks(gold.map((mentions, i) => ({ gold: mentions, found: found[i]! })))));

  test.each([
    [
      'all right, whatever the keys',
      [
        [at(0, 'x'), at(10, 'x')],
        [at(1, 'x'), at(10, 'y')],
      ],
      1,
      1,
    ],
    [
      'one person taken for two',
      [
        [at(0, 'x'), at(10, 'x')],
        [at(0, 'z'), at(10, 'y')],
      ],
      1,
      (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4,
    ],
    [
      'two people taken for one',
      [
        [at(0, 'x'), at(10, 'x')],
        [at(0, 'x'), at(10, 'x')],
      ],
      (3 / 4 + 3 / 4 + 3 / 4 + 1 / 4) / 4,
      1,
    ],
    ['nobody found: each alone', [[], []], 1, (1 / 3 + 1 / 3 + 1 / 3 + 1) / 4],
  ])('%s', (_, found, precision, recall) => {
    expect(rates(found).precision).toBeCloseTo(precision, 9);
    expect(rates(found).recall).toBeCloseTo(recall, 9);
  });
});

const text = '"We won the vote," Ann Lee said. She added that taxes will fall. An aide said the mill will close.';
const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
const quote = (words: string, source: string, rest: object) => ({
  content: [span(words)],
  source: [span(source)],
  kind: 'indirect',
  ...rest,
});
const gold = toGold({
  id: 'a',
  text,
  quotes: [
    quote('We won the vote,', 'Ann Lee', { sourceKind: 'person', speakerName: 'Ann Lee' }),
    quote('that taxes will fall', 'She', { sourceKind: 'pronoun', speakerName: 'Ann Lee' }),
    quote('the mill will close', 'An aide', { sourceKind: 'nominal' }),
  ],
});
const given = (words: string, source: string, speakerName: string | null, confidence: number) => ({
  content: [span(words)],
  sourceSpans: [span(source)],
  speakerName,
  confidence,
});
const scored = (...quotes: readonly object[]) => scoreArticle(gold, toPredicted({ id: 'a', quotes }), 'all');

describe('names given', () => {
  test.each([
    ['all right', [given('that taxes will fall', 'She', 'Lee', 0.5)], [0, 1, 1]],
    ['a wrong one', [given('that taxes will fall', 'She', 'Bob Ray', 0.5)], [1, 0, 0]],
    ['one for somebody who has none', [given('the mill will close', 'An aide', 'Ann Lee', 0.5)], [1, 0, 0]],
    ['none: not wrong, not resolved', [given('that taxes will fall', 'She', null, 0.5)], [0, 0, 0]],
  ])('%s', (_, quotes, shares) => {
    expect(Object.values(speakerShares(countSpeakers(scored(...quotes).matches)))).toEqual(shares);
  });
});

describe('a prediction is right', () => {
  test.each([
    ['with half of the words and a word of the source', 'taxes will fall. An', 'She', true],
    ['not with fewer', 'that', 'She', false],
    ['not with another source', 'that taxes will fall', 'Ann Lee', false],
  ])('%s', (_, words, source, right) => {
    expect(judgedQuotes(scored(given(words, source, null, 0.7)))).toEqual([{ confidence: 0.7, right }]);
  });
});

test('the calibration error is the mean gap between confidence and the share that is right, in bins of equal count', () => {
  const judged = [0.1, 0.2, 0.9, 1].map((confidence, i) => ({ confidence, right: i > 1 }));
  const bins = binsOf(judged, 2);
  expect(bins.map(({ count, right }) => [count, right])).toEqual([
    [2, 0],
    [2, 1],
  ]);
  expect(calibrationError(bins)).toBeCloseTo((0.15 + 0.05) / 2, 9);
});
