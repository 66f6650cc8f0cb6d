import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();
const FRONT = 'Ostley keeps its ferry\n\nThe council of Ostley met on Monday.\n\n';

test.each([
  [
    'a statement of several paragraphs is one quote, whatever its words report',
    `${FRONT}“We will not leave the island without a boat,” said mayor Ana Bell.\n\n“I promised that three years ago, and I promise it tonight.\n\n“The boat will be painted blue.\n\n“We start in May.”`,
    [
      'mayor Ana Bell: We will not leave the island without a boat, … I promised that three years ago, and I promise it tonight. … The boat will be painted blue. … We start in May.',
    ],
  ],
  [
    'but not where two clauses report parts of it',
    `${FRONT}Ana Bell said: “There is no magic to a boat. It is not a plan.\n\n“Calling it a ship does not make it float,” Bell said. “Not once did it.”`,
    ['Ana Bell: There is no magic to a boat. It is not a plan', 'Bell: Calling it a ship does not make it float, … Not once did it.'],
  ],
  [
    'nor where words within a sentence have lost their closing mark',
    `${FRONT}Ana Bell said the plan is “really an odd one to have.\n\n“What we do here is, we vote. We vote on boats,” Tom Dahl said.`,
    ['Ana Bell: the plan is “really an odd one to have', 'Tom Dahl: What we do here is, we vote. We vote on boats,'],
  ],
  [
    'a list in marks that a bullet and a name belong to',
    `${FRONT}- “We will not leave the island without a boat.” - Ana Bell\n- “It was long.” - Tom Dahl`,
    ['Ana Bell: We will not leave the island without a boat.', 'Tom Dahl: It was long.'],
  ],
])('%s', (_, text, expected) => {
  const words = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  expect(annotate({ text }, models).quotes.map(({ source, content }) => `${words(source)}: ${words(content)}`)).toEqual(expected);
});
