import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';
import { joinForms } from '../../../src/pipeline/names/organization-forms.ts';

/** The organizations of a text, each with the words that name it. */
const formsIn = (text: string) =>
  annotate({ text }).organizations.map(({ name, spans }) => [name, ...spans.map(({ start, end }) => text.slice(start, end))]);

describe('one organization are', () => {
  test.each([
    ['a name and its acronym in brackets', 'The Ostley Water Board (OWB) met. The OWB left.', 'Ostley Water Board', 'OWB'],
    ['an acronym before its name', 'The OWB left. The Ostley Water Board (OWB) met.', 'OWB', 'Ostley Water Board'],
    ['a name and an acronym that nobody explains', 'The Ostley Water Board met. The OWB left.', 'Ostley Water Board', 'OWB'],
    ['one with the letters of its small words', 'The Ostley Department of Fish met. The ODOF left.', 'Ostley Department of Fish', 'ODOF'],
    ['a name without its form of company', 'Dahl Airways Ltd met. Dahl Airways left.', 'Dahl Airways Ltd', 'Dahl Airways'],
    [
      'a name without what follows "of"',
      'The Bell Institute of Tides met. The Bell Institute left.',
      'Bell Institute of Tides',
      'Bell Institute',
    ],
  ])('%s', (_, text, ...forms) => {
    const [one, ...others] = formsIn(text);
    expect(others).toEqual([]);
    expect(new Set(one!.slice(1))).toEqual(new Set(forms));
    expect(one![0]).toBe(forms.toSorted((a, b) => b.length - a.length)[0]);
  });
});

describe('two organizations stay', () => {
  test.each([
    ['an acronym with other letters', 'The Ostley Water Board met. The OWC left.'],
    ['one of whom two may be meant', 'The Ostley Water Board and the Ovell Wool Board met. The OWB left.'],
    ['a part of a name that is a body of its own', 'Ostley University Hospital met. Ostley University left.'],
    ['one word before "of"', 'The Institute of Tides met. The Bell Institute left.'],
    ['an acronym that the lexicon knows', 'The World Hat Organization met. The WHO left.'],
  ])('%s', (_, text) => {
    expect(formsIn(text).length).toBeGreaterThan(1);
  });
});

test.each([
  [
    ['Dahlmail.com', 'Dahlmail', 'Dahl'],
    [0, 0, 2],
  ],
  [
    ['Ministry of Old Bridges', 'Ministry'],
    [0, 0],
  ],
  [
    ['Ministry of Old Bridges', 'Ministry of Boats', 'Ministry'],
    [0, 1, 2],
  ],
  [
    ['Bank of Ostley', 'Bank'],
    [0, 1],
  ],
  [
    ['Webber Electronics Inc', 'Webber'],
    [0, 0],
  ],
  [
    ['F.W. Webber Co', 'Webber'],
    [0, 0],
  ],
  [
    ['Webber Corp of Norland', 'Webber'],
    [0, 0],
  ],
  [
    ['Webber Electronics Inc', 'Webber Shoes Ltd', 'Webber'],
    [0, 1, 2],
  ],
  [
    ['Webber Investment Bank Ltd', 'Webber'],
    [0, 1],
  ],
  [
    ['WBR Corp', 'WBR'],
    [0, 0],
  ],
  [
    ['WBR International Ltd', 'WBR'],
    [0, 1],
  ],
  [
    ['Webber’s Corp', 'Webber'],
    [0, 0],
  ],
  [
    ['The Tide Tables', 'Tide Tables'],
    [0, 0],
  ],
  [
    ['The Tide Tables', 'Tables'],
    [0, 1],
  ],
  [
    ['Webber Hospital', 'Webber'],
    [0, 1],
  ],
] as const)('of %j those are one: %j', (names, owners) => {
  expect(joinForms(names.map((name) => ({ forms: [name], acronym: null, isKnown: false })))).toEqual(owners);
});
