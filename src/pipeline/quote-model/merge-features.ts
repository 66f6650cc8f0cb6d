import { join } from '../../model/hash.ts';
import { SequenceWriter } from '../../model/sequence.ts';
import type { View } from './view.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Sentences between two parts of a quote, at most. */
export const FARTHEST = 3;
/** Tokens around a part in which its cue is looked for. */
const NEAR = 8;

const size = (length: number): number => (length < 2 ? length : length < 4 ? 2 : length < 7 ? 4 : length < 12 ? 7 : 12);

/** Whether two stretches, one behind the other, may belong to one quote as far as their distance goes. */
export const mayJoin = ({ sentence }: View, before: Stretch, behind: Stretch): boolean =>
  sentence[behind.from]! - sentence[before.to - 1]! <= FARTHEST && behind.from - before.to < 120;

/** What tells whether two neighbouring stretches are one quote: `"A," he said, "B."`. */
export function mergeFeatures(view: View, before: Stretch, behind: Stretch): Int32Array {
  const { n, tokens, word, place, cue, sentence, isWord, beginsParagraph } = view;
  const w = (k: number) => (k < 0 || k >= n ? 0 : word[k]!);
  const q = (k: number) => (k < 0 || k >= n ? 3 : place[k]!);
  let [words, marks, paragraphs, cues, cueWord] = [0, 0, 0, 0, 0];
  for (let k = before.to; k < behind.from; k++) {
    if (isWord[k]) words++;
    else marks = join(marks, word[k]!);
    if (cue[k] && cues++ === 0) cueWord = word[k]!;
  }
  for (let k = before.to; k <= behind.from; k++) paragraphs += beginsParagraph[k]!;
  const places = ((q(behind.from) * 4 + q(behind.to - 1)) * 4 + q(before.to - 1)) * 4 + q(before.from);
  const layout = (places * 4 + Math.min(sentence[behind.from]! - sentence[before.to - 1]!, 3)) * 4 + Math.min(paragraphs, 3);
  const capital = /^\p{Lu}/u.test(tokens[behind.from]!.text) ? 1 : 0;
  let next = 0;
  for (let k = behind.to; k < Math.min(behind.to + NEAR, n) && sentence[k] === sentence[behind.to - 1] && next === 0; k++)
    if (cue[k]) next = word[k]!;
  let previous = 0;
  for (let k = before.from - 1; k >= Math.max(0, before.from - NEAR) && sentence[k] === sentence[before.from] && previous === 0; k--)
    if (cue[k]) previous = word[k]!;
  const between = behind.from - before.to;
  const { add, next: end, finish } = new SequenceWriter();
  let t = 0;
  add(t++, 0);
  add(t++, layout);
  add(t++, size(words));
  add(t++, layout, size(words));
  add(t++, w(before.to - 1));
  add(t++, w(before.to));
  add(t++, layout, w(before.to));
  add(t++, capital, layout);
  add(t++, cueWord);
  add(t++, cues, layout);
  add(t++, marks);
  add(t++, marks, layout);
  add(t++, next);
  add(t++, next === 0 ? 0 : 1, layout, cues);
  add(t++, (previous === 0 ? 0 : 1) + (next === 0 ? 0 : 2), layout, cues);
  add(t++, w(behind.from - 1));
  add(t++, w(behind.from - 1), layout);
  add(t++, w(behind.from));
  add(t++, size(before.to - before.from), size(behind.to - behind.from));
  add(t++, between < 3 ? marks : 1);
  end();
  return finish().features;
}
