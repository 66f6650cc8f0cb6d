import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/pipeline/index.ts';

describe('people', () => {
  test.each([
    // text, name, title, country
    ['Russian Foreign Minister Ana Bell said so.', 'Ana Bell', 'Russian Foreign Minister', 'Russia'],
    ['US President-elect Cem Dahl spoke.', 'Cem Dahl', 'US President-elect', 'United States'],
    ["Norway's Ambassador to Ostley Ana Bell said so.", 'Ana Bell', "Norway's Ambassador to Ostley", 'Norway'],
    ['The harbour was closed by mayor Ana Bell.', 'Ana Bell', 'mayor', null],
    ['Ana Bell, the mayor of Ostley, said so.', 'Ana Bell', 'mayor of Ostley', null],
    ['Ana Bell, a doctor, said so.', 'Ana Bell', 'doctor', null],
    ['EU diplomacy chief Ana Bell said so.', 'Ana Bell', 'EU diplomacy chief', null],
    ['President Jean-Claude van der Dahl spoke.', 'Jean-Claude van der Dahl', 'President', null],
  ])('%s', (text, name, title, country) => {
    expect(annotate({ text }).people).toMatchObject([{ name, isFullName: true, roles: [{ title, country }] }]);
  });

  test('are one under full name and surname, and every span names them', () => {
    const text = 'Mayor Ana Bell spoke. Bell left. Mrs. Bell’s car was gone.';
    const { people } = annotate({ text });
    expect(people).toHaveLength(1);
    expect(people[0]!.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Ana Bell', 'Bell', 'Bell']);
  });

  test.each(['The Foreign Minister said so.', 'It rained on Monday in March.', 'The Harbour Street Bridge is old.', 'THE MAYOR LEFT'])(
    'there are none in %j',
    (text) => {
      expect(annotate({ text }).people).toEqual([]);
    },
  );
});

describe('organizations', () => {
  test.each([
    ['The UN met.', [['UN', 'UN', 'INTERNATIONAL']]],
    ['The United Nations (UN) met. The UN left.', [['United Nations', 'UN', 'INTERNATIONAL']]],
    ['The Ostley Water Board (OWB) met. The OWB left.', [['Ostley Water Board', 'OWB', null]]],
    ['The Norwegian Fisheries Ministry met.', [['Norwegian Fisheries Ministry', null, 'GOVERNMENT']]],
    ['The Ministry of Fish met.', [['Ministry of Fish', null, 'GOVERNMENT']]],
    [
      'Ostley University and Dahl Holdings met.',
      [
        ['Ostley University', null, 'EDUCATION'],
        ['Dahl Holdings', null, 'COMPANY'],
      ],
    ],
    ['The OTC met.', [['OTC', 'OTC', null]]],
    ['Kremlin Aide Ana Bell spoke.', [['Kremlin', null, 'GOVERNMENT']]],
  ])('%s', (text, expected) => {
    expect(annotate({ text }).organizations.map(({ name, acronym, kind }) => [name, acronym, kind])).toEqual(expected);
  });

  test.each(['The US and the UK met.', 'The CEO watched TV.', 'RAIN FLOODS THE HARBOUR', 'It rained at 5 PM.'])(
    'there are none in %j',
    (text) => {
      expect(annotate({ text }).organizations).toEqual([]);
    },
  );
});

describe('places', () => {
  test.each([
    ['She flew from Moscow to Russia and New Zealand.', ['Moscow', 'Russia', 'New Zealand']],
    ['OSTLEY, March 4. /TASS/. It rained in Ostley.', ['Ostley']],
    ['The US and U.K. agreed.', ['United States', 'United Kingdom']],
  ])('%s', (text, expected) => {
    expect(annotate({ text }).places.map(({ name }) => name)).toEqual(expected);
  });

  test.each(['Western countries met.', 'The European Union met.', 'Virginia Dahl won.'])('there are none in %j', (text) => {
    expect(annotate({ text }).places).toEqual([]);
  });
});
