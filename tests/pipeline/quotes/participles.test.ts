import { expect, test } from 'vitest';
import { spoken } from '../../support/spoken.ts';

test.each([
  ['Norbank has paused payments, citing “unusual network activity.”', ['unusual network activity.']],
  ['A report by officials had backed the plan, saying the shop would be good for the town.', ['the shop would be good for the town']],
  ['Ferry operator Norline has stopped all ships, and said passengers would be paid.', ['passengers would be paid']],
  ['Norbank said last week it would cut 1,200 jobs, citing weak demand for ships.', ['it would cut 1,200 jobs', 'weak demand for ships']],
  [
    'The bridge was shut on Monday, the mayor said, adding that it would stay so.',
    ['The bridge was shut on Monday', 'that it would stay so'],
  ],
])('what somebody did, saying why, is no quote: %s', (text, contents) => {
  expect(spoken(text).map((quote) => quote.slice(quote.indexOf(': ') + 2))).toEqual(contents);
});
