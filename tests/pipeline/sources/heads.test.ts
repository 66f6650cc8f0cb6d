import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

/** The words for the source of each quote. */
const sourcesIn = (text: string) =>
  annotate({ text }, models).quotes.map(({ source }) => source.map(({ start, end }) => text.slice(start, end)).join());

test.each([
  ['A man who shot a dog said he was sorry.', 'A man'],
  ['The firm that built the bridge has said it was sound.', 'The firm'],
  ['The man who sold Ana Bell the boat said it was sound.', 'The man'],
  ['A mother whose son drowned in the river last year has said that the bank must be fenced.', 'A mother'],
  ['A family whose dog was shot by police have said they want answers.', 'A family'],
  ['Relatives of a man who shot a dog said he was sorry.', 'Relatives of a man'],
  ['A man who left after the mayor said it was late came back.', 'the mayor'],
  ['The boy whose brother said he was ill was wet.', 'whose brother'],
  ['The day that the minister said he was ill was wet.', 'the minister'],
])('a relative clause before the verb tells of the source: %s', (text, source) => {
  expect(sourcesIn(text)).toEqual([source]);
});

test.each([
  ['Obama slams GOP’s ‘doom and despair’ on economy\n\nIt rained.', 'Obama'],
  ['British diplomat praises Obama’s presidency\n\nIt rained.', 'British diplomat'],
])('a source does not run over a verb that looks like a noun into what it says: %j', (text, source) => {
  expect(sourcesIn(text)[0]).toBe(source);
});

test.each([
  ['An analysis of plaque scraped from their teeth has revealed that the villagers ate fish.', 'An analysis of plaque'],
  ['Fund for Rivers organizing director Ana Bell said that the villagers ate fish.', 'director Ana Bell'],
  ['The bridge was "at risk", according to an internal memo seen by the Ostley Courier.', 'an internal memo'],
  ['The bank owes £4m, according to a letter to members seen by the Ostley Courier.', 'a letter to members'],
  ['The bank owes £4m, according to figures released by the Ostley Water Board.', 'the Ostley Water Board'],
])('what was seen or made is the source, not who saw it: %s', (text, source) => {
  expect(sourcesIn(text)).toEqual([source]);
});

test.each([
  ["Carl Dahl, 61, of Hook Farm, Little Marden, told the walkers: 'You'll be wearing it.'", 'Carl Dahl, 61, of Hook Farm'],
  ['Ana Bell, 43, mother of Cem Dahl, said it was wet.', 'Ana Bell, 43, mother of Cem Dahl'],
  ['The singer, father of Ella, 4, and Max, 2, told fans he was tired.', 'The singer, father of Ella'],
  ['Ana Bell, 43, a clerk, said it was wet.', 'Ana Bell, 43, a clerk'],
  ['The mayor, Ana Bell, told fans it was wet.', 'The mayor, Ana Bell'],
])('ages and addresses part a source from its verb: %s', (text, source) => {
  expect(sourcesIn(text)).toEqual([source]);
});
