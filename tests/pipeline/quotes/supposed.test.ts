import { expect, test } from 'vitest';
import { spoken } from '../../support/spoken.ts';

test.each([
  'He would probably have said it was too low.',
  'The minister should say that she is sorry.',
  'Some might argue that the tunnel is a waste.',
  'If Mr Dahl says he is sorry, the club will forgive him.',
])('what somebody may, should or would have said nobody has: %s', (text) => {
  expect(spoken(text)).toEqual([]);
});

test.each([
  ['Critics will say the pitch was flat.', ['Critics: the pitch was flat']],
  ['Ana Bell would later say that the bridge was safe.', ['Ana Bell: that the bridge was safe']],
  ['Ana Bell said the bridge might fall.', ['Ana Bell: the bridge might fall']],
  ['“I should say so,” Ana Bell said.', ['Ana Bell: I should say so,']],
])('but what they will say, or say may happen: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});
