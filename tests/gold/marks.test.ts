import { expect, test } from 'vitest';
import { findQuoted, kindOf } from '../../src/gold/marks.ts';

const quotedOf = (text: string) =>
  findQuoted(text)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end));

test.each([
  ['curly', 'He said “no” twice.', ['“no”']],
  ['straight', 'He said "no" and "yes."', ['"no"', '"yes."']],
  ['guillemets', 'He said «no».', ['«no»']],
  ['two backticks and two apostrophes', "``No,'' he said, ``never.''", ["``No,''", "``never.''"]],
  ['two apostrophes', "''No,'' he said, ''never.''", ["''No,''", "''never.''"]],
  ['British', '‘The workers’ pay is due’, he said.', ['‘The workers’ pay is due’']],
  ['British straight', "'I don't know,' he said. 'Ask her.'", ["'I don't know,'", "'Ask her.'"]],
  ['British with a quote inside', '‘She said “no” to me’, he said.', ['‘She said “no” to me’', '“no”']],
  ['a quote inside', '“She said ‘no’ to me,” he said.', ['“She said ‘no’ to me,”']],
  ['a mark left open', '“No.\nHe left.', ['“No.']],
  ['a British paragraph that the next goes on with', '‘It’s late.\n\n‘Go home’, he said.', ['‘It’s late.', '‘Go home’']],
  ['opened with a closing mark', '”No,” he said.', ['”No,”']],
  ['after a dash', 'He said—“no”—and left.', ['“no”']],
  ['apostrophes', "The workers' pay isn't due, nor is Moss's.", []],
  ['inches', 'A 5" pipe.', []],
])('finds what is quoted: %s', (_, text, expected) => {
  expect(quotedOf(text)).toEqual(expected);
});

test.each([
  ['“We won,”', 'DIRECT'],
  ['it was “a win”', 'MIXED'],
  ['that it was a win', 'INDIRECT'],
  ['“…”', 'INDIRECT'],
])('%s is %s', (text, kind) => {
  expect(kindOf(text, [{ start: 0, end: text.length }], findQuoted(text))).toBe(kind);
});
