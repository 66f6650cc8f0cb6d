import { describe, expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

/** Who said the last quote, by name. */
function lastSpeaker(text: string): string | null {
  const { quotes, people, organizations } = annotate({ text }, models);
  const { speaker, organization } = quotes.at(-1)!;
  return speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null;
}

const spoke = (name: string) => `${name} said that profits fell. `;

describe('a word for one sort of organization means one that the article says is of the sort', () => {
  test.each([
    [`${spoke('Halden Steel')}The company said it would cut jobs.`, 'Halden Steel'],
    [`${spoke('Halden Steel')}The union said workers were angry.`, null],
    [`${spoke('Halden Steel')}The regulator said it would look into it.`, null],
    [`${spoke('Halden Steel')}The bank said rates would rise.`, null],
    [`${spoke('Halden Steel')}The government said it would help.`, null],
    [`${spoke('Norwind Airways')}The airline said flights would resume.`, 'Norwind Airways'],
    [`${spoke('Budget airline Ryanair')}The carrier said flights would resume.`, 'Ryanair'],
    [`${spoke('Norwind Airways')}The operator said the tunnel would stay closed.`, null],
    [`${spoke('The carmaker Halden Steel')}The carmaker said it would cut jobs.`, 'Halden Steel'],
    [`${spoke('Halden Steel, a carmaker,')}The carmaker said it would cut jobs.`, 'Halden Steel'],
    [`${spoke('The Ostley Teachers Union')}The union said workers were angry.`, 'Ostley Teachers Union'],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });
});

describe('a company is one of which the article tells', () => {
  test.each([
    [
      '“It is a mess,” said Ana Bell, an analyst at Calder Management. Shares in Brandt Motors fell after the company warned that profits would fall.',
      'Brandt Motors',
    ],
    ['Shares fell on the Ostley Stock Exchange. The company said it would cut jobs.', null],
  ])('%s', (text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });
});

describe('whoever has no name is nobody whom the article names', () => {
  test.each([
    ['critics of whom somebody is', 'Mayor Ana Bell left. Critics of the mayor say that the bridge is unsafe.', null],
    ['a country', 'Stein left. “We won,” Stein said. The US says that it will wait.', null],
    [
      'an official of a body',
      'Minister Cem Dahl left. A Ministry of Old Bridges official spoke. The official said the bridge would close.',
      null,
    ],
    ['but the minister is', 'Minister Cem Dahl left. Critics left. The minister said the bridge would close.', 'Cem Dahl'],
    ['and the Norwegian', '“We won,” Ana Bell said. The Norwegian said that it was easy.', 'Ana Bell'],
  ])('%s', (_, text, name) => {
    expect(lastSpeaker(text)).toBe(name);
  });
});

test('"the official" is whom the article calls an official, no minister', () => {
  const minister = 'Prime Minister Ana Bell called the law “painful”. ';
  expect(lastSpeaker(`${minister}A senior official said Bell had been warned. The official said the premier was “calm”.`)).toBeNull();
  expect(lastSpeaker(`${minister}The minister said the law would pass.`)).toBeNull();
});

test.each([
  ['The vote was won by Labour on Monday.', ['Labour Party']],
  ['Mayor Ana Bell joined Labour in May. She has left the Labour Party.', ['Labour Party']],
  ['Labour costs rose. The minister spoke of Labour Day.', []],
])('a party is known by a word that means other things too, where it is one: %s', (text, names) => {
  expect(annotate({ text }, models).organizations.map(({ gazetteer }) => gazetteer?.name)).toEqual(names);
});
