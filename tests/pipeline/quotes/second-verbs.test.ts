import { expect, test } from 'vitest';
import { spoken } from '../../support/spoken.ts';

test.each([
  [
    'Mr Dahl said that the minister was misleading the House and demanded his resignation.',
    'Mr Dahl: that the minister was misleading the House',
  ],
  ['Ana Bell said the inquiry was long overdue and challenged the mayor to step aside.', 'Ana Bell: the inquiry was long overdue'],
  [
    'Mr Dahl has repeatedly said the treasurer was key to the vote and dismissed claims of a rift.',
    'Mr Dahl: the treasurer was key to the vote',
  ],
])('what is said ends where its speaker does something else: %s', (text, quote) => {
  expect(spoken(text)[0]).toBe(quote);
});

test.each([
  [
    'The chief said the firm should cut its fleet and said any strike would fail.',
    ['The chief: the firm should cut its fleet', 'The chief: any strike would fail'],
  ],
  [
    'Ana Bell said some were in “a sort of denial” about the vote but predicted a more “open mood” would follow.',
    ['Ana Bell: some were in “a sort of denial” about the vote', 'Ana Bell: a more “open mood” would follow'],
  ],
])('what a second verb reports is another quote: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});

test.each([
  ['Ana Bell said the men had lied and demanded money.', ['Ana Bell: the men had lied and demanded money']],
  ['Ana Bell said the man was attacked and accused.', ['Ana Bell: the man was attacked and accused']],
  ['Ana Bell said the men came in and demanded money.', ['Ana Bell: the men came in and demanded money']],
  ['Ana Bell said he was angry and accused of theft.', ['Ana Bell: he was angry and accused of theft']],
])('but what others did is part of it: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});
