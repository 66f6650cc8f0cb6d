import { expect, test } from 'vitest';
import { gatherNotes } from '../../src/commands/notes.ts';
import type { Reading } from '../../src/readers/index.ts';
import type { Outcome } from '../../src/store/compare.ts';

/** What is said in the end of documents with such notes and outcomes. */
async function said(...documents: readonly (readonly [path: string, outcome: Outcome | null, ...notes: string[]])[]): Promise<string[]> {
  const gathered = gatherNotes();
  const readings = async function* () {
    for (const [path, , ...notes] of documents) yield { path, document: { metadata: { notes } } } as unknown as Reading;
  };
  for await (const { path } of gathered.of(readings())) gathered.settle(path, documents.find(([of]) => of === path)![1]);
  return gathered.lines();
}

test('a line for each kind of note says how often and where first', async () => {
  expect(
    await said(
      ['a: line 1', 'new', 'The date soon is not understood.', 'The url x was left out.'],
      ['a: line 2', 'new'],
      ['a: line 3', 'updated', 'The date later is not understood.'],
    ),
  ).toEqual(['Noted of 2 documents, the first: a: line 1: The date soon is not understood.', 'Noted: a: line 1: The url x was left out.']);
});

test('nothing is said of what was there already, is kept out or failed', async () => {
  const note = 'The date soon is not understood.';
  expect(await said(['a', 'unchanged', note], ['b', 'removed', note], ['c', null, note], ['d', 'new'])).toEqual([]);
});
