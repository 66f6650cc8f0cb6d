import { expect, test } from 'vitest';
import { spoken } from '../../support/spoken.ts';

test.each([
  ['Asked about the delay, Ana Bell said that rain was to blame.', ['Ana Bell: that rain was to blame']],
  ['Asked the reason for the sale, Cem Dahl said he was bored.', ['Cem Dahl: he was bored']],
  ['“It is safe,” Ana Bell said when asked about the bridge.', ['Ana Bell: It is safe,']],
  ['Ana Bell, when asked about the bridge, said it was safe.', ['Ana Bell: it was safe']],
  ['Pressed by reporters on the cost, Ana Bell said it was fair.', ['Ana Bell: it was fair']],
])('what somebody was asked about is no quote: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});

test.each([
  ['Asked if he would resign, Cem Dahl said: “No.”', ['–: if he would resign', 'Cem Dahl: No.']],
  ['Ana Bell asked Cem Dahl about the bridge.', ['Ana Bell: about the bridge']],
  ['Lund, leading three towns, asked a judge to stop the vote.', ['Lund: a judge to stop the vote']],
])('but a question is, and what somebody asks for: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});

test.each([
  [
    'Asked how the ship lost power, Harbour Board chair Ana Bell said divers had found the recorder.',
    'Harbour Board chair Ana Bell: divers had found the recorder',
  ],
  ['“It is lovely,” said Ana Bell. Asked about the cost, she laughed. “Not mine.”', 'she: Not mine.'],
  ['Asked by Cem Dahl if players are soft, Ana Bell pushed back.', 'Cem Dahl: if players are soft'],
])('the question ends before whoever answers: %s', (text, last) => {
  expect(spoken(text).at(-1)).toBe(last);
});

test('what somebody was told is not theirs', () => {
  expect(spoken('Told that the ferry had sunk, Dahl replied: “He should see a doctor.”')).toEqual([
    '–: that the ferry had sunk',
    'Dahl: He should see a doctor.',
  ]);
});
