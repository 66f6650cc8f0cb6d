import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';

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
    ['A Morning With the City’s Mayor\n\nMayor Ana Bell spoke.', 'Ana Bell', 'Mayor', null],
    ['President Jean-Claude van der Dahl spoke.', 'Jean-Claude van der Dahl', 'President', null],
    ['It rained, co-Chairman Ana Bell said.', 'Ana Bell', 'co-Chairman', null],
    ['The bridge was closed by ex-mayor Ana Bell.', 'Ana Bell', 'ex-mayor', null],
    ['Finance minister, Ana Bell, spoke.', 'Ana Bell', 'Finance minister', null],
    ['Last week Finance Minister Ana Bell spoke.', 'Ana Bell', 'Finance Minister', null],
    ['Yesterday Mayor Ana Bell spoke.', 'Ana Bell', 'Mayor', null],
  ])('%s', (text, name, title, country) => {
    expect(annotate({ text }).people).toMatchObject([{ name, isFullName: true, roles: [{ title, country }] }]);
  });

  test('are one under full name and surname, and every span names them', () => {
    const text = 'Mayor Ana Bell spoke. Bell left. Mrs. Bell’s car was gone.';
    const { people } = annotate({ text });
    expect(people).toHaveLength(1);
    expect(people[0]!.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Ana Bell', 'Bell', 'Bell']);
  });

  test.each([
    // text, who is named, in order
    ['a middle name more or less', 'Ana Bell spoke. Ana M. Bell left. Bell slept.', ['Ana M. Bell']],
    ['a party before the name', 'Mayor Ana Bell spoke. Republican Ana Bell left.', ['Ana Bell']],
    ['a second surname', 'Mayor Ana Bell Ruiz spoke. Bell Ruiz left. Ruiz slept.', ['Ana Bell Ruiz']],
    ['the first of two surnames alone', 'Mayor Ana Bell Ruiz spoke. Bell slept.', ['Ana Bell Ruiz']],
    ['half of a surname with a hyphen', 'Mayor Ana Bellweather-Stokes spoke. Stokes slept.', ['Ana Bellweather-Stokes']],
    ['"Jr." behind the surname', 'Sen. Carl T. Dahl Jr. spoke. Dahl left.', ['Carl T. Dahl Jr.']],
    ['small words before the surname', 'Mayor Ana van der Bell spoke. “It rains,” van der Bell said.', ['Ana van der Bell']],
    ['a hyphen and a small word', 'Mayor Ana al-Bell spoke. “It rains,” al-Bell said.', ['Ana al-Bell']],
    ['a capital that begins a sentence', 'Mayor Ursula von der Heide spoke. Von der Heide left.', ['Ursula von der Heide']],
    ['a short form of a given name', 'Mayor Ken Starr spoke. Kenneth Starr, the mayor, left. Starr slept.', ['Kenneth Starr']],
    ['a misprint in a long surname', 'Mayor Ana Bellinger spoke. “It rains,” Bellunger said.', ['Ana Bellinger']],
    ['a misprint in a long first name', 'Mayor Kristina Bell spoke. “It rains,” Kristena Bell said.', ['Kristina Bell']],
    ['a first name alone', 'Mayor Ana Bell spoke. “It rains,” Ana said.', ['Ana Bell']],
    ['words that only a person takes', 'Zsuzsi Dahl, who runs the ferry, left.', ['Zsuzsi Dahl']],
    ['a pronoun behind', 'Zsuzsi Dahl runs the ferry. She left.', ['Zsuzsi Dahl']],
  ])('are one in spite of, or known by, %s', (_, text, expected) => {
    expect(annotate({ text }).people.map(({ name }) => name)).toEqual(expected);
  });

  test.each([
    ['Judge Arno De Wick spoke. Arno de Wick left.', ['Arno De Wick']],
    ['Judge Ron Dahl Jr spoke. Ron Dahl Jr. left.', ['Ron Dahl Jr']],
    ['Judge Ron Dahl Sr spoke. Ron Dahl Jr left.', ['Ron Dahl Sr', 'Ron Dahl Jr']],
  ])('are one however their names are printed: %s', (text, expected) => {
    expect(annotate({ text }).people.map(({ name }) => name)).toEqual(expected);
  });

  test('of one surname stay two, and the surname alone is the one named before', () => {
    const text = 'Mayor Ana Bell spoke. “It rains,” Bell said. Her brother, Minister Carl Bell, left.';
    const { people, quotes } = annotate({ text });
    expect(people.map(({ name }) => name)).toEqual(['Ana Bell', 'Carl Bell']);
    expect(quotes.map(({ speaker }) => speaker)).toEqual([0]);
  });

  test('with given names that only look alike stay two', () => {
    const { people } = annotate({
      text: 'Mayor Karl Starr spoke. Minister Carl Starr left. Minister Bill Starr and Mayor Robert Starr slept.',
    });
    expect(people.map(({ name }) => name)).toEqual(['Karl Starr', 'Carl Starr', 'Bill Starr', 'Robert Starr']);
  });

  test('a father and his son stay two, and the surname alone is the father', () => {
    const text = 'Mayor Carl Dahl spoke. Mayor Carl Dahl Jr. left. “It rains,” Dahl said. “It pours,” Dahl Jr. said.';
    const { people } = annotate({ text });
    expect(people.map(({ name, spans }) => [name, spans.length])).toEqual([
      ['Carl Dahl', 2],
      ['Carl Dahl Jr.', 2],
    ]);
  });

  test('a surname stays whose it was when another of that surname comes up later', () => {
    const text = 'Mayor Ana Bell spoke. “It rains,” Bell said. Minister Carl Bell left. “It pours,” Bell said. “It snows,” Mr. Bell said.';
    const { people } = annotate({ text });
    expect(people.map(({ name, spans }) => [name, spans.length])).toEqual([
      ['Ana Bell', 3],
      ['Carl Bell', 2],
    ]);
  });

  test('“Mrs” and “Lady” are none of the men of that name, nor whom the article calls by the surname alone', () => {
    const text = 'Mayor Carl Bell spoke. Bell left. Lady Bell died. “It rains,” Bell said. His daughter, the novelist Eva Bell, left.';
    const { people } = annotate({ text });
    expect(people.map(({ name, spans }) => [name, spans.length])).toEqual([
      ['Carl Bell', 3],
      ['Eva Bell', 1],
    ]);
  });

  test.each([
    ['The chief executive, Ana Bell, left.', 'chief executive'],
    ['Council leader Cllr Ana Bell left.', 'Council leader'],
    ['Ana Bell, a biologist at Cork who was not involved, left.', 'biologist at Cork'],
    ['Ana Bell, its treasurer, left.', 'treasurer'],
    ['Ana Bell, now leader of the opposition, left.', 'leader of the opposition'],
    ['Ana Bell, then the project engineer, left.', 'project engineer'],
    ['Its chief operating officer Ana Bell left.', 'chief operating officer'],
    ['Calder’s managing director Ana Bell left.', 'Calder’s managing director'],
    ['He was an adviser to President Ana Bell.', 'President'],
    ['Ambassador to Ostley Ana Bell left.', 'Ambassador to Ostley'],
  ])('have the role that a comma sets off in %j', (text, title) => {
    expect(annotate({ text }).people).toMatchObject([{ name: 'Ana Bell', roles: [{ title }] }]);
  });

  test.each(['Police said so.', 'Norwegians said so.', 'Republicans said so.', 'S.E.C. said so.', 'Rain said so, and the rain fell.'])(
    'are not the groups and words in %j',
    (text) => {
      expect(annotate({ text }).people).toEqual([]);
    },
  );

  test.each([
    'The Foreign Minister said so.',
    'It rained on Monday in March.',
    'The Harbour Street Bridge is old.',
    'THE MAYOR LEFT',
    'Cem Dahl U.S. Bell said so.',
  ])('there are none in %j', (text) => {
    expect(annotate({ text }).people).toEqual([]);
  });
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
    ['The Ferry Captains’ League met.', [['Ferry Captains’ League', null, null]]],
    ["The Ostley People's Union met.", [["Ostley People's Union", null, null]]],
    ["Norway's Fisheries Ministry met.", [['Fisheries Ministry', null, 'GOVERNMENT']]],
    ['The Committee for a Better Ostley met.', [['Committee for a Better Ostley', null, null]]],
    ['The OTC met.', [['OTC', 'OTC', null]]],
    ['Kremlin Aide Ana Bell spoke.', [['Kremlin', null, 'GOVERNMENT']]],
    ['Johnson and Johnson grew. Johnson & Johnson left.', [['Johnson and Johnson', null, 'COMPANY']]],
    ["S and P met. Standard and Poor's Corp left.", [["Standard and Poor's Corp", null, 'COMPANY']]],
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
