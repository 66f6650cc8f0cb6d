import { describe, expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

/** What is quoted, by whom, and how people are named. */
function found(text: string) {
  const { quotes, people, text: own } = annotate({ text }, readModels());
  expect(own).toBe(text);
  const words = quotes.map(({ content, speaker }) => [
    content.map(({ start, end }) => text.slice(start, end)).join(' '),
    speaker === null ? null : people[speaker]!.name,
  ]);
  return { words, names: people.map(({ name }) => name) };
}

describe('characters that nobody sees stand in nobody’s way', () => {
  test.each([
    ['a zero-width space before a quotation', '\u200B“We mended it,” said Mayor Ana Bell.'],
    ['one behind it', '“We mended it,”\u200B said Mayor Ana Bell.'],
    ['one beside the space between words', '“We mended it,” said Mayor Ana\u200B Bell.'],
    ['a word joiner', '\u2060“We mended it,”\u2060 said Mayor Ana Bell.'],
    ['a byte order mark', '\uFEFF“We mended it,” said Mayor\uFEFF Ana Bell.'],
    ['marks of direction', '\u200E“We mended it,”\u200F said \u2066Mayor Ana Bell\u2069.'],
  ])('%s', (_, sentence) => {
    const { words, names } = found(`The hall was full on Monday.\n\n${sentence}\n`);
    expect(words).toEqual([['We mended it,', 'Ana Bell']]);
    expect(names).toEqual(['Ana Bell']);
  });

  test('within the words of a quote they stay', () => {
    expect(found('“We \u200Bmended\u200B it,” said Mayor Ana Bell.').words).toEqual([['We \u200Bmended\u200B it,', 'Ana Bell']]);
  });
});
