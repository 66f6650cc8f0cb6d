import { describe, expect, test } from 'vitest';
import { add, called, deltaOf, type Forms, isNothing, packForms, unpackForms } from '../../src/store/forms.ts';

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

describe('the row of a noun says nothing twice of what it is called', () => {
  test.each<[string, Forms, number, Forms]>([
    ['one article names and prints it', { names: { Bell: 1 }, aliases: { Bell: 1 } }, 1, {}],
    ['so do many', { names: { Bell: 9 }, aliases: { Bell: 9 } }, 9, {}],
    [
      'some print more',
      { names: { Bell: 3 }, kinds: { OTHER: 1 }, aliases: { Bell: 3, 'the Bell': 2 } },
      3,
      { kinds: { OTHER: 1 }, aliases: { 'the Bell': 2 } },
    ],
    ['not all print it', { names: { Bell: 3 }, aliases: { Bell: 2, 'the Bell': 1 } }, 3, { aliases: { Bell: 2, 'the Bell': 1 } }],
    ['none prints it', { names: { Bell: 1 }, aliases: { BELL: 1 } }, 1, { aliases: { BELL: 1, Bell: 0 } }],
    ['some name it otherwise', { names: { Bell: 2, 'Ana Bell': 1 }, aliases: { Bell: 3 } }, 3, { names: { 'Ana Bell': 1 } }],
    ['nothing names it', {}, 0, {}],
  ])('%s', (_, forms, mentionCount, packed) => {
    expect(packForms(forms, 'Bell', mentionCount)).toEqual(packed);
    expect(unpackForms(packed, 'Bell', mentionCount)).toEqual(forms);
  });

  test.each(['__proto__', 'constructor'])('also where it is %s', (name) => {
    const { forms, mentionCount } = deltaOf({ ...mention, name: null, spans: `0-${name.length}`, text: name });
    expect(packForms(forms, name, mentionCount)).toEqual({});
    expect(JSON.stringify(unpackForms({}, name, mentionCount))).toBe(JSON.stringify(forms));
  });
});
