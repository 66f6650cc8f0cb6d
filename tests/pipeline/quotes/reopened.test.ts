import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

test.each([
  [
    'paragraphs that were run together are one quote',
    'The document said: "We are looking for a new bridge. "The problems of the old one can only be dealt with by rain." Mayor Ana Bell said the bridge was safe.',
    [
      'The document: We are looking for a new bridge. … The problems of the old one can only be dealt with by rain.',
      'Mayor Ana Bell: the bridge was safe',
    ],
  ],
  [
    'but not where a clause of its own reports the second',
    'Ana Bell said: "We lost the bridge in May. "It was never safe for us," Cem Dahl said.',
    ['Ana Bell: We lost the bridge in May.', 'Cem Dahl: It was never safe for us,'],
  ],
  [
    'nor where the first is closed',
    'The document said: "We are looking for a new bridge." Mayor Ana Bell said: "The bridge is safe."',
    ['The document: We are looking for a new bridge.', 'Mayor Ana Bell: The bridge is safe.'],
  ],
])('%s', (_, text, expected) => {
  const words = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  expect(annotate({ text }, models).quotes.map(({ source, content }) => `${words(source)}: ${words(content)}`)).toEqual(expected);
});
