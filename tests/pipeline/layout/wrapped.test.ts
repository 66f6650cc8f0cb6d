import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';
import { withoutWraps } from '../../../src/pipeline/layout/wrapped.ts';

const BLOCKS = `Council to keep ferry

The old ferry will sail to the island until the spring, Deputy Harbour Mayor Ana
Bell said on Monday. “We will not leave the island without a boat,” said Bell
at the pier, where some forty people had come to see the ferry and to hear what
would become of it, and where nobody had slept in the night before because of the
storm.

The Ostley Fishing
Co-operative Society said the boat was older than the pier, and that it would be
painted in May.
• “We won,” said Eva Strand.
BELL: We did.
  Indented lines begin a paragraph of their own, even in the middle of a block.`;

const joinedLines = (text: string) => withoutWraps(text).split('\n');

test('a line break that a program set at a margin is a space, and every offset stays', () => {
  expect(withoutWraps(BLOCKS)).toHaveLength(BLOCKS.length);
  expect(joinedLines(BLOCKS)).toEqual([
    'Council to keep ferry',
    '',
    BLOCKS.split('\n').slice(2, 7).join(' '),
    '',
    'The Ostley Fishing',
    BLOCKS.split('\n').slice(9, 11).join(' '),
    '• “We won,” said Eva Strand.',
    'BELL: We did.',
    '  Indented lines begin a paragraph of their own, even in the middle of a block.',
  ]);
});

test.each([
  ['paragraphs in a line each', 'One line of a text that is longer than any margin, and that ends where its paragraph ends.\n'.repeat(6)],
  ['a poem', 'The ferry sails at seven,\nThe ferry sails at ten,\nAnd all who go to Marrow\nAre never seen again.'],
  ['a list', 'Ostley, Norland\nHalden, Norland\nCarrow, Norland\nVarn, Norland\nLund, Norland'],
])('%s stay as they are', (_, text) => {
  expect(withoutWraps(text)).toBe(text);
});

test('a text says the same with its lines broken at a margin', () => {
  const flat = BLOCKS.split('\n\n')
    .slice(0, 2)
    .map((block) => block.replaceAll('\n', ' '))
    .join('\n\n');
  const wrapped = BLOCKS.split('\n\n').slice(0, 2).join('\n\n');
  const found = (text: string) => {
    const { quotes, people } = annotate({ text }, readModels());
    return quotes.map(({ content, source, speaker }) => [content, source, speaker === null ? null : people[speaker]!.name]);
  };
  expect(found(wrapped)).toEqual(found(flat));
  expect(found(wrapped).map(([, , name]) => name)).toEqual(['Ana Bell', 'Ana Bell']);
});
