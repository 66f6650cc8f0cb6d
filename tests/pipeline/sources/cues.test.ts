import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

test.each([
  ['"I will not sign a lie," the colonel told the ministry.\n\nEva Strand signed it. "The numbers were right," she said.', 'Eva Strand'],
])('a quote without a word that reports it borrows neither that of another paragraph nor whom that was told to: %s', (text, speaker) => {
  const quotes = annotate({ text }, models).quotes;
  const [found] = quotes.filter(({ source }) => source.some(({ start, end }) => text.slice(start, end) === speaker));
  expect(found!.cue).toEqual([]);
  expect(found!.audience).toEqual([]);
});
