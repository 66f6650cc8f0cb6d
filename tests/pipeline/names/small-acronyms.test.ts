import { expect, test } from 'vitest';
import { annotate, NO_MODELS, readArticle } from '../../../src/pipeline/index.ts';
import { smallAcronyms } from '../../../src/pipeline/names/small-acronyms.ts';

test.each([
  ['Who has multiple sclerosis (MS) sleeps.', ['MS']],
  ['It treats attention-deficit hyperactivity disorder (ADHD) and pain.', ['ADHD']],
  ['The state of the art (SOTA) is old.', ['SOTA']],
  ['The art of war (WOA) is old.', []],
  ['The gross product of the nation (GPN) fell.', ['GPN']],
  ['The Ostley Harbour Board (OHB) met.', []],
  ['The Ostley Roads Act (ORA) passed.', ['ORA']],
  ['It rained (OHB) there.', []],
  ['(MS)', []],
  ['', []],
])('%j explains %j', (text, acronyms) => {
  expect([...smallAcronyms(readArticle({ text }).tokens)]).toEqual(acronyms);
});

test('what is explained in small letters is no organization', () => {
  const found = (text: string) => annotate({ text }, NO_MODELS).organizations.map(({ name }) => name);
  expect(found('Who has multiple sclerosis (MS) sleeps. MS is common.')).toEqual([]);
  expect(found('The Ostley Harbour Board (OHB) met. OHB is old.')).toEqual(['Ostley Harbour Board']);
});
