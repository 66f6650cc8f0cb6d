import { hashText, join } from '../../../model/hash.ts';
import { at } from './numbers.ts';
import { size, steps, type Writer } from './span-steps.ts';
import type { Surroundings } from './span-surroundings.ts';
import type { Candidate } from './spans.ts';
import { MARK, QUOTED, type View } from './view.ts';

const THAT = hashText('that');

/** Describes a candidate by the words at its edges, by its shape, and by the cue and the source beside it. Returns the next free template. */
export function wordsOfSpan(view: View, candidate: Candidate, around: Surroundings, covered: number, writer: Writer): number {
  let t = edges(view, candidate, writer);
  t = shape(view, candidate, around, covered, writer, t);
  t = company(view, candidate, around, writer, t);
  return byCue(view, candidate, around, writer, t);
}

/** The mark at a token; 1 for any word, 0 beyond the ends. */
const markAt = ({ n, isWord, word }: View, k: number): number => (k < 0 || k >= n ? 0 : isWord[k] ? 1 : word[k]!);

/** Words, tags and classes at both edges. */
function edges({ word, pos, coarse }: View, { from, to }: Candidate, { add }: Writer): number {
  const end = to - 1;
  let t = 0;
  add(t++, at(word, from));
  add(t++, at(word, from - 1));
  add(t++, at(word, from - 1), at(word, from));
  add(t++, at(pos, from - 1), at(pos, from));
  add(t++, at(pos, from - 1), at(pos, from), at(pos, from + 1));
  add(t++, at(pos, from), at(pos, from + 1), at(pos, from + 2));
  add(t++, at(coarse, from - 1), at(coarse, from));
  add(t++, at(word, end));
  add(t++, at(word, to));
  add(t++, at(word, end), at(word, to));
  add(t++, at(word, to), at(word, to + 1));
  add(t++, at(pos, end), at(pos, to));
  add(t++, at(pos, end), at(pos, to), at(pos, to + 1));
  add(t++, at(pos, end - 1), at(pos, end), at(pos, to));
  add(t++, at(coarse, end), at(coarse, to));
  add(t++, at(coarse, to), at(coarse, to + 1));
  return t;
}

/** Length, quotation marks, edges of sentences, clauses inside. */
function shape(view: View, { from, to, exact }: Candidate, around: Surroundings, covered: number, { add }: Writer, start: number): number {
  const { n, word, pos, place, sentence, beginsParagraph, inHeadline, before } = view;
  const end = to - 1;
  const { length, marks, bounds, verbs } = around;
  const odd = (before.marks[to]! - before.marks[from]!) & 1;
  let t = start;
  add(t++, length);
  add(t++, length, marks);
  add(t++, marks, odd);
  add(t++, bounds, Math.min(sentence[end]! - sentence[from]!, 3));
  add(t++, bounds, length);
  add(t++, markAt(view, from - 1), markAt(view, to));
  add(t++, Math.min(before.commas[to]! - before.commas[from]!, 4), bounds & 6);
  add(t++, Math.min(before.cues[to]! - before.cues[from]!, 2), Math.min(covered, 2), bounds & 1);
  add(t++, verbs, length);
  add(t++, verbs, pos[from]!, bounds & 6);
  add(
    t++,
    Math.min(before.thats[to]! - before.thats[from]!, 2),
    (word[from] === THAT ? 1 : 0) + (from > 0 && word[from - 1] === THAT ? 2 : 0),
  );
  add(t++, beginsParagraph[from]! + (to >= n || beginsParagraph[to] ? 2 : 0) + inHeadline[from]! * 4, steps(exact));
  add(t++, place[from] === QUOTED && from > 0 && place[from - 1] === MARK ? 1 : 0, to < n && place[to] === MARK ? 1 : 0, length);
  return t;
}

/** The cue and the source that were found beside it, and what its sentence still holds. */
function company({ word, pos, last, before }: View, { from, to }: Candidate, around: Surroundings, { add }: Writer, start: number): number {
  const end = to - 1;
  const { leftCue, rightCue, cueSteps, sourceSteps, sides, leftWord, marks, bounds, verbs } = around;
  let gap = leftCue < 0 ? -1 : 7;
  if (leftCue >= 0) for (let k = leftCue + 1; k < Math.min(from, leftCue + 4); k++) gap = join(gap, word[k]!);
  const rest = (before.verbs[last[end]! + 1]! > before.verbs[to]! ? 1 : 0) + (before.cues[last[end]! + 1]! > before.cues[to]! ? 2 : 0);
  let t = start;
  add(t++, cueSteps);
  add(t++, sides, marks);
  add(t++, leftWord);
  add(t++, at(word, rightCue));
  add(t++, leftWord, gap);
  add(t++, gap);
  add(t++, leftWord, at(pos, from), verbs);
  add(t++, leftWord, bounds & 6, verbs);
  add(t++, leftWord, at(word, from));
  add(t++, size(last[end]! - end), rest);
  add(t++, rest, at(word, to), at(pos, to + 1));
  add(t++, rest, at(pos, to), leftWord);
  add(t++, sourceSteps, sides);
  return t;
}

/** More words at its edges, and the cues beside it by class. */
function byCue({ word, pos, coarse, fine }: View, { from, to }: Candidate, around: Surroundings, { add }: Writer, start: number): number {
  const end = to - 1;
  let t = start;
  const { leftCue, rightCue, bounds, marks, length } = around;
  const leftFine = leftCue < 0 ? 0 : fine[leftCue]!;
  const rightFine = rightCue < 0 ? 0 : fine[rightCue]!;
  add(t++, at(word, from), at(word, from + 1));
  add(t++, at(word, from - 2), at(word, from - 1));
  add(t++, at(word, end - 1), at(word, end));
  add(t++, at(fine, from - 1), at(fine, from));
  add(t++, at(fine, end), at(fine, to));
  add(t++, at(fine, to), at(fine, to + 1));
  add(t++, leftFine, pos[from]!, bounds & 6);
  add(t++, leftFine, at(word, from));
  add(t++, rightFine, at(word, to), bounds);
  add(t++, leftFine, marks);
  add(t++, rightFine, marks);
  add(t++, leftFine, length, bounds);
  add(t++, at(coarse, from), at(coarse, end), length);
  add(t++, at(word, from - 1), at(pos, from), at(pos, from + 1));
  add(t++, at(word, to), at(word, to + 1), at(pos, to + 2));
  add(t++, at(pos, to), at(word, to + 1), at(pos, end));
  return t;
}
