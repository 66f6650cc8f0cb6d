import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitParagraphs } from '../../src/pipeline/layout/paragraphs.ts';
import { MOST_AROUND, surroundings } from '../../src/presentation/context.ts';
import { runs } from '../support/runs.ts';

const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

function around(text: string, quote: string, { reporting = [] as string[], characters = 10 } = {}) {
  const spans = { content: [at(text, quote)], reporting: reporting.map((words) => at(text, words)) };
  const found = surroundings(text, splitParagraphs({ text }).paragraphs, spans, characters);
  return Object.fromEntries(Object.entries(found).map(([name, { start, end }]) => [name, text.slice(start, end)]));
}

describe('the sentence of a quote', () => {
  test.each([
    ['One day. Bell said it rains. Then it stopped.', 'it rains', [], 'Bell said it rains.'],
    ['It was so. “It rains. It pours,” Bell said. She left.', 'It rains. It pours,', ['Bell'], '“It rains. It pours,” Bell said.'],
    ['It was so. “Why?” Bell asked. She left.', 'Why?', ['Bell', 'asked'], '“Why?” Bell asked.'],
    ['Gone. Dr. A. Bell of Acme Inc. said it rains. Then not.', 'it rains', [], 'Dr. A. Bell of Acme Inc. said it rains.'],
    ['First line.\n\n“It rains.” Bell left.\n\nLast.', 'It rains.', [], '“It rains.”'],
    ['“It rains,” Bell said. “It pours.” Bye.', 'It rains,” Bell said. “It pours.', [], '“It rains,” Bell said. “It pours.”'],
    ['it rains', 'it rains', [], 'it rains'],
  ])('in %j', (text, quote, reporting, sentence) => {
    expect(around(text, quote, { reporting }).sentence).toBe(sentence);
  });
});

describe('the paragraph of a quote', () => {
  test.each([
    ['One.\n\nBell said it rains.\nStill the same.\n\nThree.', 'it rains', 'Bell said it rains.\nStill the same.'],
    ['One.\nBell said it rains.\nThree.', 'it rains', 'Bell said it rains.'],
    ['One.\n\n“It rains.\n\n“It pours.”\n\nFour.', 'It rains.\n\n“It pours.', '“It rains.\n\n“It pours.”'],
  ])('in %j', (text, quote, paragraph) => {
    expect(around(text, quote).paragraph).toBe(paragraph);
  });

  test('of millions of characters is cut where it gets long', () => {
    const text = `${'word '.repeat(100_000)}“It rains,” Bell said. ${'word '.repeat(100_000)}`;
    const { paragraph, sentence } = around(text, 'It rains,', { reporting: ['Bell'] });
    expect(paragraph).toHaveLength('It rains,” Bell'.length + 2 * MOST_AROUND);
    expect(sentence!.length).toBeLessThanOrEqual(paragraph!.length);
  });
});

describe('the characters around a quote', () => {
  test.each([
    ['abcdef Q ghijkl', 3, 'ef ', ' gh'],
    ['Q', 100, '', ''],
    ['ab Q cd', 0, '', ''],
    ['😀 Q 😀', 2, ' ', ' '],
    ['😀 Q 😀', 3, '😀 ', ' 😀'],
  ])('of %j, %i on either side', (text, characters, before, after) => {
    expect(around(text, 'Q', { characters })).toMatchObject({ before, quote: 'Q', after });
  });

  test('are never half a character, and join with the quote to a stretch of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.nat(40),
        (a, b, characters) => {
          const [left, right] = [a.toWellFormed(), b.toWellFormed()];
          const text = `${left}Q${right}`;
          const span = { start: left.length, end: left.length + 1 };
          const found = surroundings(text, splitParagraphs({ text }).paragraphs, { content: [span], reporting: [] }, characters);
          expect(text.slice(found.before.start, found.before.end).isWellFormed()).toBe(true);
          expect(text.slice(found.after.start, found.after.end).isWellFormed()).toBe(true);
          expect([found.before.end, found.after.start]).toEqual([span.start, span.end]);
          for (const { start, end } of [found.sentence, found.paragraph]) expect(start <= span.start && span.end <= end).toBe(true);
        },
      ),
      { numRuns: runs(200, 5_000) },
    );
  });
});
