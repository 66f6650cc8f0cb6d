import { hashText, join } from '../../../model/hash.ts';
import { listed } from '../../../model/scorer.ts';
import type { Run } from '../../words/runs.ts';
import { at } from './numbers.ts';
import type { View } from './view.ts';

/** Sentences between two parts of a quote, at most. */
const FARTHEST = 3;
const COMMA = hashText(',');
/** Tokens around a part in which its cue is looked for. */
const NEAR = 8;

const size = (length: number): number => (length < 2 ? length : length < 4 ? 2 : length < 7 ? 4 : length < 12 ? 7 : 12);

/** Whether two stretches, one behind the other, may belong to one quote as far as their distance goes. */
export const mayJoin = ({ sentence }: View, before: Run, behind: Run): boolean =>
  sentence[behind.from]! - sentence[before.to - 1]! <= FARTHEST && behind.from - before.to < 120;

/** What tells whether two stretches are one quote: `"A," he said, "B."`. They are neighbours, or stand on both sides of another one. */
export function mergeFeatures(view: View, before: Run, behind: Run, across: boolean): Int32Array {
  const { n, tokens, word, pos, place, cue, sentence, isWord, beginsParagraph } = view;
  let [words, marks, paragraphs, cues, cueWord] = [0, 0, 0, 0, 0];
  for (let k = before.to; k < behind.from; k++) {
    if (isWord[k]) words++;
    else marks = join(marks, word[k]!);
    if (cue[k] && cues++ === 0) cueWord = word[k]!;
  }
  for (let k = before.to; k <= behind.from; k++) paragraphs += beginsParagraph[k]!;
  const places = ((place[behind.from]! * 4 + place[behind.to - 1]!) * 4 + place[before.to - 1]!) * 4 + place[before.from]!;
  const sentences = Math.min(sentence[behind.from]! - sentence[before.to - 1]!, 3);
  const layout = ((places * 4 + sentences) * 4 + Math.min(paragraphs, 3)) * 2 + (across ? 1 : 0);
  const capital = /^\p{Lu}/u.test(tokens[behind.from]!.text) ? 1 : 0;
  let next = 0;
  for (let k = behind.to; k < Math.min(behind.to + NEAR, n) && sentence[k] === sentence[behind.to - 1] && next === 0; k++)
    if (cue[k]) next = word[k]!;
  let previous = 0;
  for (let k = before.from - 1; k >= Math.max(0, before.from - NEAR) && sentence[k] === sentence[before.from] && previous === 0; k--)
    if (cue[k]) previous = word[k]!;
  const between = behind.from - before.to;
  const { add, finish } = listed();
  let t = 0;
  add(t++, 0);
  add(t++, layout);
  add(t++, size(words));
  add(t++, layout, size(words));
  add(t++, at(word, before.to - 1));
  add(t++, at(word, before.to));
  add(t++, layout, at(word, before.to));
  add(t++, capital, layout);
  add(t++, cueWord);
  add(t++, cues, layout);
  add(t++, marks);
  add(t++, marks, layout);
  add(t++, next);
  add(t++, next === 0 ? 0 : 1, layout, cues);
  add(t++, (previous === 0 ? 0 : 1) + (next === 0 ? 0 : 2), layout, cues);
  add(t++, at(word, behind.from - 1));
  add(t++, at(word, behind.from - 1), layout);
  add(t++, at(word, behind.from));
  add(t++, size(before.to - before.from), size(behind.to - behind.from));
  add(t++, between < 3 ? marks : 1);
  const gap = gapBetween(view, before, behind);
  const told = gap.headCue * 3 + gap.tailCue;
  const own = (next === 0 ? 0 : 1) + (at(word, behind.to) === COMMA ? 2 : 0);
  add(t++, told, layout);
  add(t++, told * 4 + own, layout);
  add(t++, told * 4 + own, size(gap.tail));
  add(t++, size(gap.head), size(gap.tail), layout);
  add(t++, gap.tailFirst, gap.tailCue);
  add(t++, gap.lastCue, gap.tailCue);
  add(t++, at(word, behind.to), layout);
  add(t++, at(word, behind.to), at(word, behind.to + 1));
  add(t++, at(word, behind.to), next);
  add(t++, words < 7 ? gap.tags : 0);
  add(t++, words < 7 ? gap.tags : 0, layout);
  add(t++, words < 5 ? gap.words : 0);
  add(t++, words < 7 ? gap.tags : 0, pos[behind.from]!, pos[before.to - 1]!);
  add(t++, gap.firstClass, layout);
  add(t++, gap.sinceCue, layout);
  add(t++, pos[behind.from]!, layout, told);
  add(t++, pos[before.to - 1]!, pos[behind.from]!, layout);
  const own2 = outsideOf(view, view.first[behind.from]!, view.last[behind.to - 1]! + 1, behind);
  const other2 = outsideOf(view, view.first[before.from]!, view.last[before.to - 1]! + 1, before);
  const opens = (view.first[behind.from]! > 0 && opensAt(view, behind.from) ? 1 : 0) + (opensAt(view, before.from) ? 2 : 0);
  add(t++, own2.words, layout);
  add(t++, own2.words, own2.cues, other2.words * 8 + other2.cues);
  add(t++, own2.words * 4 + own2.cues, told, layout);
  add(t++, other2.words * 4 + other2.cues, own2.words, layout);
  add(t++, opens, layout, own2.words * 8 + own2.cues);
  add(t++, opens, own2.words, gap.tags);
  add(t++, own2.words, at(word, before.to), at(word, before.to + 1));
  return finish();
}

/** What stands between two stretches: the rest of the sentence of the first, and the beginning of that of the second. */
function gapBetween({ word, pos, coarse, cue, sentence, isWord }: View, before: Run, behind: Run) {
  const [own, other] = [sentence[before.to - 1]!, sentence[behind.from]!];
  const gap = { head: 0, tail: 0, headCue: 0, tailCue: 0, tailFirst: 0, lastCue: 0, firstClass: 0, tags: 0, words: 0, sinceCue: 15 };
  let since = -1;
  for (let k = before.to; k < behind.from; k++) {
    if (isWord[k]) {
      gap.tags = join(gap.tags, pos[k]!);
      gap.words = join(gap.words, word[k]!);
    }
    if (cue[k]) [gap.lastCue, gap.firstClass, since] = [word[k]!, gap.firstClass || coarse[k]!, 0];
    else if (since >= 0 && isWord[k]) since++;
    if (sentence[k] === own) {
      if (isWord[k]) gap.head++;
      gap.headCue = Math.max(gap.headCue, cue[k]!);
    } else if (sentence[k] === other) {
      if (isWord[k] && gap.tail++ === 0) gap.tailFirst = word[k]!;
      gap.tailCue = Math.max(gap.tailCue, cue[k]!);
    }
  }
  if (since >= 0) gap.sinceCue = size(since);
  return gap;
}

/** Words outside of a stretch in a range, and those that report among them, in steps. */
function outsideOf({ isWord, cue }: View, from: number, to: number, stretch: Run) {
  let [words, cues] = [0, 0];
  for (let k = from; k < to; k++) {
    if (k >= stretch.from && k < stretch.to) continue;
    words += isWord[k]!;
    if (cue[k]) cues++;
  }
  return { words: size(words), cues: Math.min(cues, 2) };
}

/** Whether a paragraph begins with a token, marks aside. */
function opensAt({ beginsParagraph, isWord }: View, at: number): boolean {
  for (let k = at; k >= 0; k--) {
    if (beginsParagraph[k]) return true;
    if (k > 0 && isWord[k - 1]) return false;
  }
  return true;
}
