import { expect, test } from 'vitest';
import { scoreArticle } from '../../src/evaluation/score.ts';

const TEXT = 'Ana Bell, a doctor who left, said rain is wet. The court said nothing of it.';
const span = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

test.each([
  ['Ana Bell', 'Ana Bell', 'rain is wet', 'the same words'],
  ['Ana Bell, a doctor who left,', 'Ana Bell', 'rain is wet', 'less: without the apposition, clause or bracket that gold includes'],
  ['a doctor who left', 'a doctor', 'rain is wet', 'less: without the apposition, clause or bracket that gold includes'],
  ['Ana Bell', 'Bell', 'rain is wet', 'less or more: other words of the same mention'],
  ['Ana Bell', 'The court', 'rain is wet', 'another source'],
  ['Ana Bell', null, 'rain is wet', 'no source'],
  ['Ana Bell', 'Ana Bell', 'nothing of it', 'the quote was not found'],
])('a source “%s” found as “%s” beside “%s”: %s', (wanted, given, content, cause) => {
  const gold = {
    id: 'a',
    text: TEXT,
    quotes: [{ content: [span('rain is wet')], source: [span(wanted)], kind: 'indirect', sourceText: wanted }],
  };
  const found = { id: 'a', quotes: [{ content: [span(content)], sourceSpans: given ? [span(given)] : [] }], entities: [] };
  expect(scoreArticle(gold, found, 'all').causes.source).toEqual({ [cause]: 1 });
});

test.each([
  [['rain is wet'], ['rain is wet'], { 'the same words/indirect': 1 }],
  [['rain is wet'], ['rain is'], { 'another end/indirect': 1 }],
  [['rain is wet'], ['is wet'], { 'another beginning/indirect': 1 }],
  [['rain is wet'], ['said rain is'], { 'both ends other/indirect': 1 }],
  [['rain is wet', 'nothing of it'], ['rain is wet'], { 'joined or parted otherwise/indirect': 1 }],
  [['rain is wet'], ['nothing of it'], { 'missed/indirect': 1, 'found where there is none/indirect': 1 }],
])('content %j found as %j: %j', (wanted, given, causes) => {
  const gold = { id: 'a', text: TEXT, quotes: [{ content: wanted.map(span), source: [], kind: 'indirect', sourceText: '' }] };
  const found = { id: 'a', quotes: [{ content: given.map(span), sourceSpans: [] }], entities: [] };
  expect(scoreArticle(gold, found, 'all').causes.content).toEqual(causes);
});
