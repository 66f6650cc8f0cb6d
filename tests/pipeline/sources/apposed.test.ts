import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

/** The words for the source of the first quote. */
const sourceIn = (text: string) =>
  annotate({ text }, models)
    .quotes.slice(0, 1)
    .map(({ source }) => source.map(({ start, end }) => text.slice(start, end)).join())
    .join();

test.each([
  ['“It rains,” said Ana Bell, a doctor at Halden hospital.', 'Ana Bell, a doctor at Halden hospital'],
  ['“It rains,” said Ana Bell, director of the union. It did.', 'Ana Bell, director of the union'],
  ['“It rains,” said Ana Bell, Ostley’s deputy mayor. “It pours.”', 'Ana Bell, Ostley’s deputy mayor'],
  ['Ana Bell, 49, a clerk from Ostley, Norland, said that rain was wet.', 'Ana Bell, 49, a clerk from Ostley, Norland'],
  ['Ana Bell, then 38, said that rain was wet.', 'Ana Bell, then 38'],
  ['Ana Bell, from Ostley, said that rain was wet.', 'Ana Bell, from Ostley'],
  ['Sen. Ana Bell (D-Norland) said that rain was wet.', 'Sen. Ana Bell (D-Norland)'],
  ['Many drivers, including Ana Bell, said that rain was wet.', 'Many drivers, including Ana Bell'],
  ['The council’s new spokesman, Cem Dahl, said that rain was wet.', 'The council’s new spokesman, Cem Dahl'],
  ['“It rains,” said the head of the choir, Cem Dahl.', 'the head of the choir, Cem Dahl'],
  ['Ana Bell, a broker based in Ostley, said that rain was wet.', 'Ana Bell, a broker based in Ostley'],
  ['Ana Bell, a 20-year veteran of the force, said that rain was wet.', 'Ana Bell, a 20-year veteran of the force'],
  ['Ana Bell, last year’s winner, said that rain was wet.', 'Ana Bell, last year’s winner'],
  ['Ana Bell, the runner-up, said that rain was wet.', 'Ana Bell, the runner-up'],
  ['Senator Ana Bell, Republican of Norland, said that rain was wet.', 'Senator Ana Bell, Republican of Norland'],
])('a source is with what its phrase says of it: %s', (text, source) => {
  expect(sourceIn(text)).toBe(source);
});

test.each([
  ['“It rains,” said Ana Bell, a doctor who left in May.', 'Ana Bell, a doctor'],
  ['Ana Bell, whose boat sank, said that rain was wet.', 'Ana Bell'],
  ['Ana Bell, who left in May, said that rain was wet.', 'Ana Bell'],
  ['Ana Bell, in a speech on Monday, said that rain was wet.', 'Ana Bell'],
  ['“It rains,” said Ana Bell, the mayor in an interview.', 'Ana Bell, the mayor'],
  ['According to Ana Bell, half the town was wet.', 'Ana Bell'],
  ['“It rains,” said Ana Bell, adding that it poured.', 'Ana Bell'],
  ['“It rains,” said Ana Bell, smiling. It did.', 'Ana Bell'],
  ['“It rains,” said Ana Bell, her voice shaking.', 'Ana Bell'],
  ['“It rains,” said Ana Bell, arms folded.', 'Ana Bell'],
  ['Ana Bell, on Monday, said that rain was wet.', 'Ana Bell'],
  ['Last week, Ana Bell said that rain was wet.', 'Ana Bell'],
  ['In her speech, Ana Bell said that rain was wet.', 'Ana Bell'],
  ['After the storm, the mayor said that rain was wet.', 'the mayor'],
  ['“It rains,” said Ana Bell, the town was wet, and all went home.', 'Ana Bell'],
  ['Ana Bell, a day after her arrest, said that rain was wet.', 'Ana Bell'],
  ['Ana Bell, minutes after the vote, said that rain was wet.', 'Ana Bell'],
  ['“It rains,” said Ana Bell, the Courier reported. It did.', 'Ana Bell'],
  ['“It rains,” said Ana Bell (who left).', 'Ana Bell'],
  ['A memo, a copy of which leaked on Monday, said that rain was wet.', 'A memo'],
  ['“It rains,” said Ana Bell (see page 4).', 'Ana Bell'],
  ['“It rains,” said Ana Bell, founder of a fund through which farmers save.', 'Ana Bell, founder of a fund'],
])('and never with a clause, or with when, where and how they spoke: %s', (text, source) => {
  expect(sourceIn(text)).toBe(source);
});

test('whom it means, and what an unnamed source is called, are told by the shortest mention', () => {
  const text = 'A neighbour, a retired teacher, said that rain was wet. “It pours,” said Ana Bell, the head of Ostley council.';
  const [neighbour, bell] = annotate({ text }, models).quotes;
  expect(neighbour!.sourceDescription).toBe('A neighbour');
  expect(bell!.chain.map(({ start, end }) => text.slice(start, end))).toEqual(['Ana Bell']);
});
