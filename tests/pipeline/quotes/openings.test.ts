import { expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';
import { models, wordsOf } from '../../support/spoken.ts';

const said = (text: string) => annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content));

test.each([
  ['Sentencing him, Judge Venn said he had “abused the trust of old people”.', ['he had “abused the trust of old people”']],
  ['Reading from a sheet of paper, Reid said the family wanted to be left alone.', ['the family wanted to be left alone']],
  ['Standing beside the wreck, Tarn said it would take days to move.', ['it would take days to move']],
  ['But after searching the harbour with dogs, the police said that the bridge was safe.', ['that the bridge was safe']],
])('what the speaker did meanwhile is no quote of its own: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['Buying the pier, Ana Bell said, was a mistake.', ['Buying the pier … was a mistake']],
  ['If the council agrees, Ana Bell said he would shut the bridge.', ['If the council agrees … he would shut the bridge']],
  ['Buying the pier was a mistake, Ana Bell said.', ['Buying the pier was a mistake']],
])('but a subject or a condition is part of it: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['Close to tears, the goalkeeper said: “I let everyone down.”', ['I let everyone down.']],
  ['To loud laughter, Ana Bell added: “I would be angry too.”', ['I would be angry too.']],
  ['The crowd fell silent, and Ana Bell said: “We will rebuild this town.”', ['We will rebuild this town.']],
  ['The roof had leaked for years, but Moss told the inquiry: “Nobody ever wrote to me.”', ['Nobody ever wrote to me.']],
  ['The mayor smiled. But later, by phone, she said the vote had been fair.', ['the vote had been fair']],
])('what a sentence tells before the clause is the narrator’s: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['As for the old harbour, the council said, "it will be sold".', ['As for the old harbour … it will be sold']],
  ['The ferry, Ana Bell said, would sail again on Monday.', ['The ferry … would sail again on Monday']],
])('what it goes on with is the speaker’s: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['The bridge, the mayor told the Courier, was as safe as any in the country.', ['The bridge … was as safe as any in the country']],
  ['The problem, says Orme, is that nobody knows who owns the wall.', ['The problem … is that nobody knows who owns the wall']],
  [
    'K.C. Moran, treasurer of the Harbour Foundation, said 500 schools received a letter. Local schools, said Moran, are required to show their ships every ten years.',
    ['500 schools received a letter', 'Local schools … are required to show their ships every ten years'],
  ],
  ['Prices, warned Ana Bell, would have to rise.', ['Prices … would have to rise']],
  ['The money, says Ana Bell of the Ice Trust, has run out.', ['The money … has run out']],
  ['The dam, warned engineer Ana Bell, could fail within a year.', ['The dam … could fail within a year']],
  ['Sandbags are free, said Ana Bell, but residents must fill them.', ['Sandbags are free … but residents must fill them']],
  ['The rules are clear, says Ana Bell, a teacher, and must be kept.', ['The rules are clear … and must be kept']],
  ['Mrs Dahl had not, she insisted, expected money.', ['Mrs Dahl had not … expected money']],
  ['Cem Dahl was, according to the report, asleep.', ['Cem Dahl was … asleep']],
  ['The book, written by Ana Bell, is long.', []],
])('what a clause in commas interrupts is one quote: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['Ana Bell, Cem Dahl told the Courier, and Rui Costa left the harbour.', []],
  ['The bridge, which Ana Bell said was unsafe, was shut on Monday.', ['which … was unsafe']],
  ['Tired of waiting, Ana Bell said, drivers left the road.', ['Tired of waiting … drivers left the road']],
])('and what has another subject is not: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['A headline on an article about eels overstated what the minister, Ana Bell, said.', []],
  ['Nobody knew what the judge, Ana Bell, said.', []],
  ['The Courier quoted Ana Bell as saying the school was safe.', ['the school was safe']],
  ['At six she burned down a shed. (“It was a small shed,” Ana Bell says.) At 16 she left.', ['It was a small shed,']],
  ['(Norwind) is closing a mine at Ostley, a spokesman said.', ['(Norwind) is closing a mine at Ostley']],
  ['The port was shut, two people said, after workers walked out.', ['The port was shut']],
  [
    'Norland declared force majeure on exports from Ostley, two people said, after workers left.',
    ['Norland declared force majeure on exports from Ostley'],
  ],
])('what belongs to the clause that reports is no part of what was said: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});
