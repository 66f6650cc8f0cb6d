import { expect, test } from 'vitest';
import { readModels } from '../../src/models.ts';
import { annotate } from '../../src/pipeline/index.ts';
import type { Span } from '../../src/span.ts';

const wordsOf = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join();

test.each([
  ['“We won,” Ana Bell told reporters on Monday.', 'reporters'],
  ['Ana Bell said to the court that she was not there.', 'the court'],
  ['Ana Bell assured her neighbors that the bridge is safe.', 'her neighbors'],
  ['Ana Bell reminded Cem Dahl that rain is wet.', 'Cem Dahl'],
  ['“We won,” Ana Bell said on Monday.', ''],
  ['Ana Bell said that the court had moved to Ostley.', ''],
])('whom it was told to: %s', (text, audience) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.audience))).toEqual([audience]);
});

test.each([
  ['Bell: “We are done waiting”\n\nThe council met on Monday. Ana Bell left early.', 'We are done waiting', 'Ana Bell'],
  ['Ana Bell says the new bridge is safe\n\nThe council met on Monday. Bell left early.', 'the new bridge is safe', 'Ana Bell'],
])('what a headline attributes is a quote in the headline: %s', (text, words, speaker) => {
  const { quotes, people } = annotate({ text }, readModels());
  const [first] = quotes.filter(({ region }) => region === 'HEADLINE');
  expect(first && text.slice(first.content[0]!.start, first.content[0]!.end)).toBe(words);
  expect(first!.speaker === null ? null : people[first!.speaker]!.name).toBe(speaker);
});

test.each([
  ['A spokeswoman for the council declined to comment.', 'A spokeswoman for the council'],
  ['The bridge is safe, a spokeswoman for the council said.', 'a spokeswoman for the council'],
  ['“We won,” said Bell and Dahl.', 'Bell and Dahl'],
  ['Ana Bell, a doctor, said that rain is wet.', 'Ana Bell'],
  ['Harbour council chairman, Ana Bell, accused the bank of fraud.', 'Ana Bell'],
  ['The mayor, a doctor, accused the bank of fraud.', 'The mayor'],
  ['Late last month Social Affairs minister Ana Bell said that rain is wet.', 'Social Affairs minister Ana Bell'],
  ['Last week chairman Ana Bell said that rain is wet.', 'chairman Ana Bell'],
  ['On Tuesday Ms Bell denied that rain is wet.', 'Ms Bell'],
  ['Earlier this year Ms Bell told reporters that rain is wet.', 'Ms Bell'],
  ['Yesterday police said that rain is wet.', 'police'],
  ['Sunday Times editor Ana Bell said that rain is wet.', 'Sunday Times editor Ana Bell'],
  ['The Tuesday statement said that rain is wet.', 'The Tuesday statement'],
  ['In 2004 Bell said that rain is wet.', 'Bell'],
  ['“It rains,” a tired Ana Bell confided in a friend.', 'a tired Ana Bell'],
  ['“Does it rain?”, implored guitar-toting campaigner Ana Bell.', 'guitar-toting campaigner Ana Bell'],
  ["Last year's winner said that rain is wet.", "Last year's winner"],
])('a source is a whole phrase, and no more: %s', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source))).toEqual([source]);
});

test.each([
  ['“It is over,” Reuters quoted prosecutor Ana Bell as saying.', 'prosecutor Ana Bell'],
  ['The Courier quoted Ana Bell, a doctor, as saying that rain is wet.', 'Ana Bell'],
  ['Ana Bell was quoted as saying that rain is wet.', 'Ana Bell'],
  ['Ana Bell has been quoted by Reuters as saying that rain is wet.', 'Ana Bell'],
  ['The Courier said that rain is wet.', 'The Courier'],
])('words that somebody passes on are those of whoever said them: %s', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source))).toEqual([source]);
});
