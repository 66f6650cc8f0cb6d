import { expect, test } from 'vitest';
import { splitTokens } from '../../../src/pipeline/words/tokens.ts';

const tokensOf = (text: string) =>
  splitTokens({ text, paragraphs: [{ start: 0, end: text.length }] }).tokens.map(({ text: word, pos }) => `${word}/${pos}`);

test.each([
  ['a word with its ’s before a mark', 'That is the Party’s.', 'the party’s rules.'],
  ['a word with its straight ’s before a mark', "That is the Candidate's, he said.", "the candidate's wife"],
  ['a name with its ’s before a mark', "It was Ted's, he said.", "that Ted's campaign"],
  ['a plain name inside another', 'Bell-Ostleyan and Dahlmere.', 'Dahlmere-Bell met Ostleyan’s mayor.'],
  ['a currency with its sum', 'It cost USD5m, he said.', 'The USD rose, and usd fell.'],
])('%s, read before, changes nothing in what is read after', (_, before, text) => {
  const tokens = tokensOf(text);
  tokensOf(before);
  expect(tokensOf(text)).toEqual(tokens);
});

test.each([
  ['letters with marks that Western Europe has not', 'said Žofia Đoković.', ['said', 'Žofia', 'Đoković', '.']],
  ['letters of Turkish, Polish and Vietnamese', 'Ağaoğlu, Łukasz, Văn Đức', ['Ağaoğlu', ',', 'Łukasz', ',', 'Văn', 'Đức']],
  [
    'a symbol of an exchange in brackets',
    'Bell Motors (BMC.L) fell, Dahl (NYSE: DHL) rose.',
    ['Bell', 'Motors', 'fell', ',', 'Dahl', 'rose', '.'],
  ],
  ['the hour and its stop', 'He left at 9.30am. They met at 9pm.', ['He', 'left', 'at', '9.30am', '.', 'They', 'met', 'at', '9pm', '.']],
  [
    'the name of a site',
    'Dahl at Ostley.com rose. “It rains,” said the-courier.co.uk.',
    ['Dahl', 'at', 'Ostley.com', 'rose', '.', '“', 'It', 'rains', ',', '”', 'said', 'the-courier.co.uk', '.'],
  ],
  ['a word behind a stop that no space parts', 'He met Bell.Com was there.', ['He', 'met', 'Bell', '.', 'Com', 'was', 'there', '.']],
  ['other brackets', 'Bell (D-Maine) met Dahl (left).', ['Bell', '(', 'D', '-', 'Maine', ')', 'met', 'Dahl', '(', 'left', ')', '.']],
])('%s', (_, text, words) => {
  const { tokens } = splitTokens({ text, paragraphs: [{ start: 0, end: text.length }] });
  expect(tokens.map((token) => token.text)).toEqual(words);
  for (const { start, end, text: word } of tokens) expect(text.slice(start, end)).toBe(word);
});
