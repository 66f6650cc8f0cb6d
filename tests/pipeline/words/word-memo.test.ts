import { expect, test } from 'vitest';
import { WORDS_KEPT, WordMemo } from '../../../src/pipeline/words/word-memo.ts';

const memo = () => {
  const asked: string[] = [];
  const words = new WordMemo((word, slot) => {
    asked.push(word);
    return { word, slot };
  });
  return { asked, of: (...list: string[]) => words.of(list.map((text) => ({ text }))) };
};

test('a word is worked out once, a long one too, and has the same slot again', () => {
  const { asked, of } = memo();
  const first = of('Bell', 'administration', '\ud800administration');
  expect(of('administration', '\ud800administration', 'Bell')).toEqual([first[1], first[2], first[0]]);
  expect(asked).toEqual(['Bell', 'administration', '\ud800administration']);
  expect(first.map(({ slot }) => slot)).toEqual([0, 1, 2]);
});

test('what is too long for a word is worked out each time, and has no slot', () => {
  const { asked, of } = memo();
  const long = 'x'.repeat(41);
  expect(of(long, long).map(({ slot }) => slot)).toEqual([-1, -1]);
  expect(asked).toHaveLength(2);
});

test('with more words than are kept the others have no slot, and the next text begins anew', () => {
  const { of } = memo();
  const many = Array.from({ length: WORDS_KEPT + 2 }, (_, i) => `w${i}`);
  expect(
    of(...many)
      .slice(-3)
      .map(({ slot }) => slot),
  ).toEqual([WORDS_KEPT - 1, -1, -1]);
  expect(of('Bell')[0]!.slot).toBe(0);
});
