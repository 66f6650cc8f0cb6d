import { describe, expect, test } from 'vitest';
import { add, called, deltaOf, isNothing } from '../../src/store/forms.ts';

const mention = {
  name: 'Ana Bell',
  acronym: null,
  kind: null,
  gazetteer: null,
  spans: '0-8 40-44 60-68',
  text: 'Ana Bell Bell Ana\nBell',
  quoteCount: 2,
  current: true,
};

describe('what a noun is called', () => {
  test.each([
    ['the most frequent name', { names: { 'A. Bell': 1, 'Ana Bell': 2 } }, 'Ana Bell'],
    ['of two as frequent the first in order', { names: { Bell: 1, 'Ana Bell': 1 } }, 'Ana Bell'],
    ['not the one in capitals', { names: { 'ANA BELL': 5, 'Ana Bell': 1 } }, 'Ana Bell'],
    ['not the acronym', { names: { Un: 5, 'United Nations': 1 }, acronyms: { Un: 5 } }, 'United Nations'],
    ['the acronym where there is nothing else', { names: { UN: 1 }, acronyms: { UN: 1 } }, 'UN'],
    ['a word that objects inherit', { names: { constructor: 2, Bell: 1 } }, 'constructor'],
  ])('%s', (_, forms, name) => {
    expect(called(forms).name).toBe(name);
  });

  test('has all its other forms, and every form as filters look for it', () => {
    const forms = {
      names: { 'United Nations': 1 },
      acronyms: { UN: 1 },
      kinds: { OTHER: 1, INTERNATIONAL: 2 },
      aliases: { UN: 1, 'U.N.': 1 },
    };
    expect(called(forms)).toMatchObject({ acronym: 'UN', kind: 'INTERNATIONAL', aliases: ['U.N.'] });
    expect(called(forms).normalized).toEqual(expect.arrayContaining(['un', 'united nations']));
  });
});

test.each(['Ana Bell', '__proto__', 'constructor'])('what %s adds to a noun it takes from it again', (name) => {
  const one = { ...mention, name, spans: `0-${name.length}`, text: name };
  const both = add(deltaOf(mention), deltaOf(one));
  expect(both).toMatchObject({ mentionCount: 2, articleCount: 2, quoteCount: 4 });
  const left = add(both, deltaOf(one, -1));
  expect(left).toEqual(deltaOf(mention));
  expect(isNothing(add(left, deltaOf(mention, -1)))).toBe(true);
});

test('a superseded article adds its forms, and no counts', () => {
  expect(deltaOf({ ...mention, current: false })).toMatchObject({
    mentionCount: 1,
    articleCount: 0,
    quoteCount: 0,
    forms: { names: { 'Ana Bell': 1 } },
  });
});
