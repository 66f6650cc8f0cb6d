import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/pipeline/index.ts';
import { models, speakers, spoken, wordsOf } from '../support/spoken.ts';

describe('the hour of a live report is part of nothing', () => {
  test.each([
    [
      '00:25 Turnout was high, the returning officer has confirmed.\n\n01:10 Carl Dahl says he expects to lose.',
      ['the returning officer: Turnout was high', 'Carl Dahl: he expects to lose'],
    ],
    ['9.41pm – “It is too close to call,” says Ana Bell.\n\nIt rained.', ['Ana Bell: It is too close to call,']],
    [
      'Storm batters coast\n\n10:31\nPM is told of storm\nDowning Street says Carl Dahl is being kept informed.\n\n10:12\nIt rained.',
      ['Downing Street: Carl Dahl is being kept informed'],
    ],
  ])('%j', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

test('an interview names who speaks in full, and later by initials', () => {
  const text =
    'Ana Bell has run the harbor for nine years. Rob Wills met her.\n\nRob Wills: You left Ostley. Why?\n\nAna Bell: It rained.\n\nRW: And then?\n\nAB: Then it rained more.';
  const { quotes, people } = annotate({ text }, models);
  expect(quotes.map(({ speaker, content }) => [speaker === null ? null : people[speaker]!.name, wordsOf(text, content)])).toEqual([
    ['Rob Wills', 'You left Ostley. Why?'],
    ['Ana Bell', 'It rained.'],
    ['Rob Wills', 'And then?'],
    ['Ana Bell', 'Then it rained more.'],
  ]);
});

test.each([
  ['“Keep out of here,” read a sign by the gate.', ['a sign by the gate: Keep out of here,']],
  [
    'Messages in which Ana Bell called residents “moaning pensioners” were leaked to this newspaper.',
    ['Ana Bell: residents “moaning pensioners”'],
  ],
  [
    'We asked you.\n\nPam from Dudley: Yes! It is dark.\n\nColin, 54, Inverness: No. It rains.\n\nThat is all.',
    ['Pam from Dudley: Yes! It is dark.', 'Colin, 54, Inverness: No. It rains.'],
  ],
])('what stands in print: %j', (text, quotes) => {
  expect(spoken(text).filter((quote) => !quote.startsWith('We:'))).toEqual(quotes);
});

test.each(['Film, 9pm: It rains.\n\nNews, 10pm: It snows.', 'Ostley, Devon: It rains.'])('what is no comment: %j', (text) => {
  expect(spoken(text)).toEqual([]);
});

test('an interview without labels gives the answers to whom it is about, and no questions', () => {
  const intro = 'Why she gave up\n\nInterview by Tom Hale\n\nI meet Ana Bell in her garden. She is 80. Bell laughs.\n\n';
  const text = `${intro}Do you still write every day?\n\n“No. I gave it up.”\n\nWere you ever jealous?\n\n“Of all of them.”\n\nThe pond is deep.`;
  expect(spoken(text)).toEqual(['–: No. I gave it up.', '–: Of all of them.']);
  expect(speakers(text)).toEqual(['Ana Bell', 'Ana Bell']);
});

test('the numbered questions of a committee are nobody’s quotes', () => {
  const text =
    'Q1 Chair: Minister, why is it late?\n\nHelen Travers: The short answer is money.\n\nQ2 Mr Singh: You said that it would open by Easter.\n\nHelen Travers: I hoped so.';
  expect(spoken(text)).toEqual(['Helen Travers: The short answer is money.', 'Helen Travers: I hoped so.']);
});

test.each(['New Delhi', 'NEW DELHI'])('a city before a colon is where it was filed: %s', (city) => {
  expect(
    spoken(`${city}: Prime Minister Ana Bell on Friday left the talks, saying that those who looted the nation had no right to talk.`),
  ).toEqual(['Prime Minister Ana Bell: that those who looted the nation had no right to talk']);
});

test('each line with a bullet is read by itself, without the bullet', () => {
  const text =
    'Wildfire: what is known\n\n• More than 3,000 people have left, the sheriff’s office says\n• “This is fast,” fire chief Rosa Delgado told reporters\n• It rained';
  expect(spoken(text)).toEqual(['the sheriff’s office: More than 3,000 people have left', 'fire chief Rosa Delgado: This is fast,']);
});
