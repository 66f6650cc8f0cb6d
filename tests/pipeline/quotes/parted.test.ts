import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

test.each([
  [
    'what a sentence of somebody else announces is another quote',
    '“It is wet,” said Peter Orme. Laura Pell was blunter: “It is cold.”',
    ['Peter Orme: It is wet,', 'Laura Pell: It is cold.'],
  ],
  [
    'whatever its verb',
    '“It is wet,” said Peter Orme. Laura Pell messaged: “It is cold.”',
    ['Peter Orme: It is wet,', 'Laura Pell: It is cold.'],
  ],
  [
    'or how it seems to somebody',
    '“The plan is poor,” said Peter Orme. But for Laura Pell it is simple: “It stinks.”',
    ['Peter Orme: The plan is poor,', 'Laura Pell: It stinks.'],
  ],
  [
    'or who stands for whom',
    '“The plan is poor,” said Peter Orme. His wife Laura disagreed: “It is lovely.”',
    ['Peter Orme: The plan is poor,', 'His wife Laura: It is lovely.'],
  ],
  [
    'so is what follows a gesture of somebody else',
    '“It is wet,” said Peter Orme. Laura Pell nodded. “It is cold.”',
    ['Peter Orme: It is wet,', 'Laura Pell: It is cold.'],
  ],
  [
    'but not what follows one of the speaker',
    '“It is wet,” said Peter Orme. Orme nodded. “It is cold.”',
    ['Peter Orme: It is wet, … It is cold.'],
  ],
  [
    'nor what the speaker goes on with',
    '“The plan is poor,” said Peter Orme. On the cost, he was blunt: “It stinks.”',
    ['Peter Orme: The plan is poor, … It stinks.'],
  ],
  [
    'nor what follows a sentence that only tells of another',
    '“The plan is poor,” said Peter Orme. Laura Pell left the council in May. “It was a loss for the harbour.”',
    ['Peter Orme: The plan is poor, … It was a loss for the harbour.'],
  ],
])('%s', (_, text, expected) => {
  const words = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  expect(annotate({ text }, models).quotes.map(({ source, content }) => `${words(source)}: ${words(content)}`)).toEqual(expected);
});
