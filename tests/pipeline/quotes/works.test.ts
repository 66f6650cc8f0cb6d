import { expect, test } from 'vitest';
import { spoken } from '../../support/spoken.ts';

test.each([
  'Ana Bell wrote the screenplay.',
  'Ana Bell wrote the novel on her phone while working nights.',
  'Cem Dahl wrote three songs for the film. He also wrote a book on bees.',
  'Cem Dahl wrote, directed and starred in the film.',
])('what somebody wrote is none of their words: %s', (text) => {
  expect(spoken(text)).toEqual([]);
});

test.each([
  ['Ana Bell wrote that the bridge was safe.', ['Ana Bell: that the bridge was safe']],
  ['Ana Bell wrote the bridge was safe.', ['Ana Bell: the bridge was safe']],
  ['“The bridge is safe,” wrote Ana Bell.', ['Ana Bell: The bridge is safe,']],
])('but what they wrote of it is: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});
