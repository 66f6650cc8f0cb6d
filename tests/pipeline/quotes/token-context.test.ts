import { describe, expect, test } from 'vitest';
import { hashText } from '../../../src/model/hash.ts';
import { readArticle } from '../../../src/pipeline/index.ts';
import { type Context, contextOf } from '../../../src/pipeline/quotes/model/token-context.ts';
import { type View, viewOf } from '../../../src/pipeline/quotes/model/view.ts';

const CUES = new Map([
  [hashText('said'), 2],
  [hashText('warned'), 1],
]);
const TEXT = 'His hope is that Bell wins, Reed said. “They warned us whether we asked.” It rained.';
const view: View = viewOf(readArticle({ text: TEXT }), CUES, new Map());
const context = contextOf(view);

const wordAt = (i: number) => (i < 0 ? null : view.tokens[i]!.text);
const seenFrom = (word: string, what: Exclude<keyof Context, 'sentences'>) =>
  wordAt(context[what][view.tokens.findIndex(({ text }) => text === word)]!);

describe('what the tagger is told of a token beyond the words beside it lies in its sentence', () => {
  test.each<[from: string, what: Exclude<keyof Context, 'sentences'>, found: string | null]>([
    ['Bell', 'leftVerb', 'is'],
    ['Bell', 'rightVerb', 'wins'],
    ['It', 'leftVerb', null],
    ['rained', 'rightVerb', null],
    ['that', 'joint', 'that'],
    ['Reed', 'joint', 'that'],
    ['They', 'joint', null],
    ['asked', 'joint', 'whether'],
  ])('from “%s”, %s is %s', (from, what, found) => {
    expect(seenFrom(from, what)).toBe(found);
  });
});

test('of sentences is known whether they hold words that report and quotation marks, with nothing before the first and behind the last', () => {
  expect([...context.sentences]).toEqual([0, 1, 4, 0, 0]);
});

test('an article without words has no context', () => {
  expect(contextOf(viewOf(readArticle({ text: '' }), CUES, new Map())).leftVerb).toHaveLength(0);
});
