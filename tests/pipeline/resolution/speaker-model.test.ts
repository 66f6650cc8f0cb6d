import { describe, expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

/** Each quote as source, speaker and way of attribution. */
function speakersIn(text: string): (string | null)[][] {
  const { quotes, people, organizations } = annotate({ text }, models);
  return quotes.map(({ source, speaker, organization, attribution }) => [
    source.map(({ start, end }) => text.slice(start, end)).join(' … ') || null,
    speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null,
    attribution,
  ]);
}

test('the weights of this version are there', () => {
  expect(models.speakers).not.toBeNull();
});

const bell = 'Mayor Ana Bell said that it rains. ';
const dahl = 'Minister Cem Dahl said that it snows. ';

describe('with weights, the last quote', () => {
  test.each([
    ['of a name', '“It pours,” Ana Bell said.', ['Ana Bell', 'Ana Bell', 'NAME']],
    ['of a pronoun', `${bell}“It pours,” she added.`, ['she', 'Ana Bell', 'PRONOUN']],
    ['of a title', `${bell}${dahl}“It pours,” the mayor said.`, ['the mayor', 'Ana Bell', 'TITLE']],
    ['of a subject that a participle goes on with', 'Ana Bell closed the talks, saying “It pours.”', ['Ana Bell', 'Ana Bell', 'NAME']],
    [
      'of the subject of the sentence before',
      `${bell}Minister Cem Dahl was not pleased. “It snows,” he said.`,
      ['he', 'Cem Dahl', 'PRONOUN'],
    ],
    ['of a clerk whom nobody names', '“It pours,” a clerk said. He added that it snows.', ['He', null, 'UNNAMED']],
    ['of nobody whose gender fits', `${bell}“It pours,” he added.`, ['he', null, 'NONE']],
    ['of one of two with one surname', 'Mayor Ana Bell and Minister Eva Bell met. “It pours,” Bell said.', ['Bell', null, 'NONE']],
    ['of two people together', `${bell}${dahl}“It pours,” Bell and Dahl said.`, ['Bell and Dahl', null, 'UNNAMED']],
    ['of a name that is a word too', 'Columnist Paul Will left. “It pours,” Will wrote.', ['Will', 'Paul Will', 'SURNAME']],
    ['of "according to her"', `${bell}According to her, the old bridge will close in May.`, ['her', 'Ana Bell', 'PRONOUN']],
    [
      'of a body called by what its name says it is',
      'The Bell Institute of Tides met. “It pours,” the institute said.',
      ['the institute', 'Bell Institute of Tides', 'ORGANIZATION'],
    ],
    [
      'of a subject that a relative clause parts from its verb',
      'A clerk, who asked not to be named, said that it pours.',
      ['A clerk', null, 'UNNAMED'],
    ],
    ['of a pronoun that tells somebody else', `${dahl}Carl Bell met Cem Dahl. “It pours,” he told Dahl.`, ['he', 'Carl Bell', 'PRONOUN']],
    ['of somebody unlike the author', 'Rain falls on Ostley\n\nBy Carl Dahl\n\nIt rains. “It pours,” he said.', ['he', null, 'NONE']],
    ['of nobody whom the words name', `${dahl}“I never met Cem Dahl,” he said.`, ['he', null, 'NONE']],
    ['of one who speaks their own name', `${dahl}“My name is Cem Dahl,” he said.`, ['he', 'Cem Dahl', 'PRONOUN']],
    ['of "they", who are nobody known as a woman', `${bell}“It pours,” they said.`, ['they', null, 'NONE']],
    [
      'of "they", who are somebody not known as man or woman',
      'Robin Bell is a clerk. “It pours,” they said.',
      ['they', 'Robin Bell', 'PRONOUN'],
    ],
    [
      'of a bank that is not the party that spoke last',
      'The Green Party said that it rains. “It pours,” the central bank said.',
      ['the central bank', null, 'UNNAMED'],
    ],
    ['of somebody who belongs to a named person', `${bell}“It pours,” Bell’s lawyer said.`, ['Bell’s lawyer', null, 'UNNAMED']],
  ])('%s', (_, text, expected) => {
    expect(speakersIn(text).at(-1)).toEqual(expected);
  });
});

describe('with weights, a phrase in commas beside a name is that name', () => {
  test.each([
    ['The mayor of Ostley, Ana Bell, said that it pours.', 'Ana Bell'],
    ['Its chief engineer, Dr. Cem Dahl, told reporters that it pours.', 'Cem Dahl'],
    ['Ana Bell, the mayor of Ostley, said that it pours.', 'Ana Bell'],
    ['The regulator, the Ostley Water Board, said that it pours.', 'Ostley Water Board'],
    ['The clerk, like Ana Bell, said that it pours.', null],
    ['A spokesman for the airline, Norwind Airways, said that it pours.', null],
    ['According to the mayor, Ana Bell, the bridge was shut in May.', 'Ana Bell'],
    ['According to the survey, Ana Bell is the best-liked minister.', null],
    ['According to the police report, Ana Bell, the mayor, was asleep.', null],
    ['According to the owner, Ana Bell was asleep.', null],
  ])('%s', (text, name) => {
    expect(speakersIn(text).map((quote) => quote[1])).toEqual([name]);
  });
});

describe('with weights, whom a verb within a source has for its object is not the speaker', () => {
  test.each([
    ['The detective investigating Ana Bell said that it pours.', null],
    ['The man accused of killing Ana Bell told the court that it pours.', null],
    ['The man charged with robbing Ana Bell said that it pours.', null],
    ['A man named Carl Bell said that it pours.', 'Carl Bell'],
    ['Lawyer turned mayor Ana Bell said that it pours.', 'Ana Bell'],
    ['Award winning singer Ana Bell said that it pours.', 'Ana Bell'],
    ['The newly elected mayor Ana Bell said that it pours.', 'Ana Bell'],
  ])('%s', (text, name) => {
    expect(speakersIn(text).map((quote) => quote[1])).toEqual([name]);
  });
});

describe('with weights, two names together are nobody in particular', () => {
  test.each([
    ['Ana Bell and the Rivers Trust said that it pours.', null],
    ['The Rivers Trust and Ana Bell said that it pours.', null],
    ['Both the Rivers Trust and the Dockers’ Union said that it pours.', null],
    ['Ana Bell of the Rivers Trust and Norwind Airways said that it pours.', 'Ana Bell'],
    ['Police and the Ostley Council said that it pours.', 'Ostley Council'],
  ])('%s', (text, name) => {
    expect(speakersIn(text).map((quote) => quote[1])).toEqual([name]);
  });
});

test('words at the top without a source are by whom the body gives them', () => {
  const text = '“It pours every day here”\n\nOstley has a new bridge.\n\n“It pours every day here,” Mayor Ana Bell said.';
  expect(speakersIn(text).map(([, name]) => name)).toEqual(['Ana Bell', 'Ana Bell']);
});

test('a pronoun for somebody unnamed tells what the text calls them', () => {
  const { quotes } = annotate({ text: '“It pours,” a senior clerk said. He added that it snows.' }, models);
  expect(quotes.map(({ sourceDescription }) => sourceDescription)).toEqual(['a senior clerk', 'a senior clerk']);
});

test('where two may be meant, the other one is kept', () => {
  const text = 'Ana Bell met Eva Dahl on Monday, and Eva Dahl met Ana Bell again. “It pours,” she said.';
  const { quotes, people } = annotate({ text }, models);
  const named = quotes.flatMap(({ speaker, alternatives }) => [speaker, ...alternatives.map((other) => other.speaker)]);
  expect(new Set(named.flatMap((index) => (index === null ? [] : people[index]!.name)))).toEqual(new Set(['Ana Bell', 'Eva Dahl']));
});
