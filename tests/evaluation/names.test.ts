import { describe, expect, test } from 'vitest';
import { hasName, isRightName, sameName } from '../../src/evaluation/names.ts';

const gold = { content: [], source: [], kind: 'direct', sourceText: '' };

describe('two names can be one’s', () => {
  test.each([
    ['Lavrov', 'Sergey Lavrov'],
    ['Foreign Minister Sergey Lavrov', 'Lavrov'],
    ['S. Lavrov', 'Sergey Lavrov'],
    ['Tim Kaine', 'Timothy Kaine'],
    ['Peña', 'Enrique Pena'],
    ['State Department', 'US Department of State'],
    ["Bell's", 'Ana Bell'],
    ['The Mayor', 'mayor'],
  ])('%s, %s', (a, b) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([true, true]);
  });

  test.each([
    ['Ivan Lavrov', 'Sergey Lavrov'],
    ['Putin', 'Sergey Lavrov'],
    ['', 'Lavrov'],
    ['–', ''],
  ])('not %j, %j', (a, b) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([false, false]);
  });
});

describe('a predicted name is right', () => {
  test.each([
    ['by an alias', { ...gold, speakerName: 'United Nations', speakerAliases: ['UN'] }, 'UN', true],
    ['not beside the name', { ...gold, speakerName: 'Ana Bell' }, 'Cem Dahl', false],
    ['where its last word stands in the source', { ...gold, sourceKind: 'person', sourceText: 'Mayor Bell' }, 'Ana Bell', true],
    ['not where another stands there', { ...gold, sourceKind: 'person', sourceText: 'Mayor Bell' }, 'Bell Dahl', false],
  ])('%s', (_, quote, name, expected) => {
    expect(hasName(quote)).toBe(true);
    expect(isRightName(name, quote)).toBe(expected);
  });

  test.each([
    ['a pronoun', { ...gold, sourceKind: 'pronoun' }],
    ['somebody whom the coreference leaves unnamed', { ...gold, sourceKind: 'person', speakerChain: null }],
  ])('is not asked for with %s', (_, quote) => {
    expect(hasName(quote)).toBe(false);
  });
});
