import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

test.each([
  ['its sales', 'Edwin Marlow said its sales rose in May. Edwin Marlow opened a branch.'],
  ['shares in it', 'Shares in Edwin Marlow fell on Monday. Edwin Marlow blamed the rain.'],
  ['its stores', 'Edwin Marlow stores will open on Sunday. Edwin Marlow blamed the rain.'],
  ['whoever heads it', 'Edwin Marlow boss Ana Bell left. Edwin Marlow blamed the rain.'],
  ['two lesser signs', 'Edwin Marlow said it would pay. The board met. Edwin Marlow, which makes boats, blamed the rain.'],
  ['its shareholders, by its last name', 'Edwin Marlow said it would pay. Marlow’s shareholders agreed.'],
])('a firm called like a person is told by %s', (_, text) => {
  const { people, organizations } = annotate({ text }, models);
  expect(people.map(({ name }) => name)).not.toContain('Edwin Marlow');
  expect(organizations.map(({ name }) => name)).toContain('Edwin Marlow');
});

test.each([
  ['one sign', 'Edwin Marlow said it would rain. The board met.'],
  ['a he', 'Edwin Marlow said its sales rose in May. Edwin Marlow sold his boat.'],
  ['a title', 'Mr Marlow left. Edwin Marlow said its sales rose in May.'],
  ['whose chairman it is', 'Edwin Marlow, its chairman, spoke. Edwin Marlow said its sales rose in May.'],
  ['where somebody works', 'Edwin Marlow of Calder Bank spoke. Edwin Marlow said its sales rose in May.'],
  ['an age', 'Edwin Marlow, 54, spoke. Edwin Marlow said its sales rose in May.'],
  ['somebody else of the surname', 'Edwin Marlow said its sales rose in May. Eva Marlow smiled.'],
  ['a verb', 'Edwin Marlow shares a house with Ana Bell.'],
])('a person stays one with %s', (_, text) => {
  expect(annotate({ text }, models).people.map(({ name }) => name)).toContain('Edwin Marlow');
});

test('a firm called like a person is the same by its last name', () => {
  const text = 'Edwin Marlow said it would pay. Marlow’s shareholders agreed. Marlow left the town.';
  expect(annotate({ text }, models).organizations.map(({ name, spans }) => [name, spans.length])).toEqual([['Edwin Marlow', 3]]);
});
