import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';
import { models, spoken, wordsOf } from '../../support/spoken.ts';

/** Each quote as its source and its words. */
const said = (text: string) =>
  annotate({ text }, models).quotes.map(({ source, content }) => `${wordsOf(text, source)}: ${wordsOf(text, content)}`);

describe('"according to" that says how is no source', () => {
  test.each([
    'The launch went according to plan.',
    'Trains ran according to schedule, and the sun shone.',
    'The eggs are sorted according to size.',
    'Pay rises according to need.',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['The bridge is unsafe, according to police.', 'police: The bridge is unsafe'],
    ['The bridge is unsafe, according to court documents.', 'court documents: The bridge is unsafe'],
    ['The bridge is unsafe, according to officials.', 'officials: The bridge is unsafe'],
    ['The bridge is unsafe, according to court filings.', 'court filings: The bridge is unsafe'],
    ['According to the plan, the school will close in May.', 'the plan: the school will close in May'],
  ])('but %s', (text, quote) => {
    expect(said(text)).toEqual([quote]);
  });
});

test.each([
  ['Ana Bell, whose office said she would resign, left on Monday.', ['whose office: she would resign']],
  ['The mayor, whose spokesman Rui Costa said she was ill, did not come.', ['whose spokesman Rui Costa: she was ill']],
  ['Cem Dahl, whose lawyer said he was tired, hungry and cold, smiled.', ['whose lawyer: he was tired, hungry and cold']],
  ['Ana Bell, whose office said she would resign.', ['whose office: she would resign']],
])('a relative clause ends where the sentence goes on: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['“It is a proud day,” Ana Bell said, cutting the ribbon with her son.', 'Ana Bell: It is a proud day,'],
  ['“It is a proud day,” Ana Bell said, adding that the bridge would last.', 'Ana Bell: It is a proud day,'],
  ['“It is a proud day,” Ana Bell said, “cutting this ribbon.”', 'Ana Bell: It is a proud day, … cutting this ribbon.'],
])('what somebody did meanwhile is no part of the words: %s', (text, quote) => {
  expect(said(text)[0]).toBe(quote);
});

test('what somebody was doing is no quote, where no comma parts it from the verb', () => {
  expect(said('The contract is ending, Mayor Ana Bell said answering a question from the Courier.')).toEqual([
    'Mayor Ana Bell: The contract is ending',
  ]);
});

test('one word for how it was said is no quote', () => {
  expect(said('Prosecuting, James Okafor told the court that Ana Bell had spent the money.')).toEqual([
    'James Okafor: that Ana Bell had spent the money',
  ]);
});

test('who is named behind the verb is no part of what was said', () => {
  expect(said('The bridge is safe, said the manager, Ana Bell.')).toEqual(['the manager, Ana Bell: The bridge is safe']);
});

test.each([
  ['Cem Dahl, asked whether he would resign, said no. Ana Bell smiled.', ['whether he would resign']],
  ['The fraud cost more than £4m. Ana Bell said the bridge was safe.', ['the bridge was safe']],
  ['He fell ill. Ana Bell said the bridge was safe.', ['the bridge was safe']],
  ['He put his head in. “The bridge is safe,” Ana Bell said.', ['The bridge is safe,']],
  ['It opened at 9am. Ana Bell said the bridge was safe.', ['the bridge was safe']],
  ['Ana Bell said the house was No. 5 on the list.', ['the house was No. 5 on the list']],
])('what is no abbreviation ends a sentence: %s', (text, contents) => {
  expect(annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content))).toEqual(contents);
});

test.each([
  ['Recent polling shows that voters want change.', 'Recent polling'],
  ['New testing suggests that the water is safe.', 'New testing'],
  ['Glenn Beck, who supported Ted Cruz, last week said that the water is safe.', 'Glenn Beck'],
  ['At a summit in California Mr Torvalds said that the water is safe.', 'Mr Torvalds'],
  ['Harbour Robotics, a maker of robots, today announced that it would move.', 'Harbour Robotics, a maker of robots'],
])('the source is the whole subject, and no word for when: %s', (text, source) => {
  expect(annotate({ text }, models).quotes.map((quote) => wordsOf(text, quote.source))).toEqual([source]);
});

test.each([
  ['The council declined to comment.', 'ATTITUDE'],
  ['Ana Bell did not respond to a request for comment.', 'ATTITUDE'],
  ['As Cem Dahl never said, a little rain is a dangerous thing.', 'ATTITUDE'],
  ['The council declined to say whether the bridge would close.', 'ATTITUDE'],
  ['Nobody has said that the bridge would close.', 'ATTITUDE'],
  ['Ana Bell refused to rule out a bid.', 'ATTITUDE'],
  ['Ana Bell refused to blame goalkeeper Cem Dahl for the defeat.', 'ATTITUDE'],
  ['The company has declined the offer.', 'ATTITUDE'],
  ['Ana Bell said she would not comment on the bridge.', 'SPEECH'],
  ['The council responded that the bridge was safe.', 'SPEECH'],
])('who says nothing has said nothing: %s', (text, act) => {
  expect(annotate({ text }, models).quotes.map((quote) => quote.act)).toEqual([act]);
});

test('a question that got no answer is none of the words of whoever spoke next', () => {
  expect(spoken('Norbank did not respond to questions. Harbour Power said it was sorry.')).toEqual(['Harbour Power: it was sorry']);
});

test.each([
  ['“The bridge is a disgrace.” That was the view of Ana Bell, a teacher, on Monday.', 'Ana Bell, a teacher', 'view'],
  ['“The bridge is a disgrace.” This was the blunt verdict of Cem Dahl.', 'Cem Dahl', 'verdict'],
  ['“The bridge is a disgrace.” That was the view from Ostley.', 'Ostley', 'view'],
  ['“The bridge is a disgrace.” That was the end of Ana Bell.', '', ''],
])('whose words they are may stand behind them: %s', (text, source, cue) => {
  const [quote] = annotate({ text }, models).quotes;
  expect([wordsOf(text, quote!.source), wordsOf(text, quote!.cue)]).toEqual([source, cue]);
});

test.each([
  ['Before the vote in the harbour hall, Ana Bell said that the bridge was safe.', ['that the bridge was safe']],
  ['At the same time, Ana Bell said the bridge was safe.', ['the bridge was safe']],
  ['If it rains, Ana Bell said, the bridge will close.', ['If it rains … the bridge will close']],
  ['If the council agrees, Bell said he would shut the bridge.', ['If the council agrees … he would shut the bridge']],
])('the opening of a sentence is no quote of its own: %s', (text, contents) => {
  expect(annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content))).toEqual(contents);
});

test.each([
  ['“You never asked,” Ana Bell says, rolling her eyes, “and you never will.”', ['Ana Bell: You never asked, … and you never will.']],
  [
    '“We counted them twice,” said Ana Bell, the mayor, “and three were missing.”',
    ['Ana Bell, the mayor: We counted them twice, … and three were missing.'],
  ],
  ['“We counted,” Ana Bell said, her voice breaking, “and three were missing.”', ['Ana Bell: We counted, … and three were missing.']],
  ['“I don’t know,” Ana Bell said, shrugging her shoulders. “Ask the mayor.”', ['Ana Bell: I don’t know, … Ask the mayor.']],
  ['“We won,” Ana Bell said, and Cem Dahl, who stood there, shouted: “You lost!”', ['Ana Bell: We won,', 'Cem Dahl: You lost!']],
  [
    '“We won,” Ana Bell said, calling the day “the best of all our lives here”.',
    ['Ana Bell: We won,', 'Ana Bell: the best of all our lives here'],
  ],
])('what somebody did between two parts of their words parts no quote: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['The road is open again, Ana Bell said while standing beside it.', ['Ana Bell: The road is open again']],
  [
    'The sale of the ferry has been put off until May, Norland Harbour Bank said as lead manager.',
    ['Norland Harbour Bank: The sale of the ferry has been put off until May'],
  ],
  [
    'Jeremy Stone, a spokesman for the port, said on Sunday he could not say whether it would close.',
    ['Jeremy Stone, a spokesman for the port: he could not say whether it would close'],
  ],
  ['Cem Dahl left, and police said at least three boats had sunk.', ['police: at least three boats had sunk']],
  ['The pilot was asleep, his employer, Norland Airlines, said.', ['Norland Airlines: The pilot was asleep']],
  ['Side effects were mild, the study’s lead author, Ana Bell, told reporters on a call.', ['Ana Bell: Side effects were mild']],
  ['The ferry, which Ana Bell said had cost $4 million, sank.', ['Ana Bell: which … had cost $4 million']],
  ['Ana Bell, who says she was never asked, left the room.', ['who: she was never asked']],
])('where, when and as what it was said is no part of the words: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['Mark Holt told victims that their boats were unsafe, Ostley Crown Court heard.', ['indirect Mark Holt: that their boats were unsafe']],
  ['The pilot had been drinking, the inquest was told.', ['indirect : The pilot had been drinking']],
  ['Ana Bell said that she had heard.', ['indirect Ana Bell: that she had heard']],
  [
    'Asked about her future, Ana Bell, whose contract runs out in June, laughed: "Ask them. I just pick the team."',
    ['direct Ana Bell: Ask them. I just pick the team.'],
  ],
])('who listened is no part of the words, and what is left has its own kind: %s', (text, quotes) => {
  expect(annotate({ text }, models).quotes.map(({ kind }, i) => `${kind.toLowerCase()} ${said(text)[i]}`)).toEqual(quotes);
});
