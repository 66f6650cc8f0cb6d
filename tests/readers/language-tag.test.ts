import { expect, test } from 'vitest';
import { languageTag } from '../../src/readers/language-tag.ts';

test.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['pt_BR', 'pt-BR'],
  [' deu ', 'de'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['English', null],
  ['engl', null],
  ['e', null],
  ['en-', null],
  ['???', null],
  ['', null],
])('%j is %s', (value, tag) => {
  expect(languageTag(value)).toBe(tag);
});
