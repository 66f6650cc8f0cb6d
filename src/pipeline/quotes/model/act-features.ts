import { listed } from '../../../model/scorer.ts';
import { CUES, PARTICIPLES } from '../../lexicon/cues.ts';
import type { Run } from '../../words/runs.ts';
import { at } from './numbers.ts';
import { QUOTED, type View } from './view.ts';

/** A quote as far as it is known before it is told whether it was said. */
interface Told {
  readonly parts: readonly Run[];
  readonly cue: Run | null;
  /** Whether the cue stands nearer to another quote. */
  readonly shared: boolean;
}

/** What tells whether the content of a quote was said: its cue, what stands before that, quotation marks, and whether it is a clause. */
export function actFeatures(
  { tokens, word, suffix, coarse, fine, pos, place, leftCue, rightCue, before }: View,
  { parts, cue, shared }: Told,
): Int32Array {
  const { add, finish } = listed();
  const [first] = parts;
  const quoted = parts.some(({ from, to }) => place.subarray(from, to).includes(QUOTED)) ? 1 : 0;
  add(0, quoted);
  if (!cue) add(1, quoted);
  for (let k = cue?.from ?? 0; k < (cue?.to ?? 0) && k < cue!.from + 8; k++) {
    add(2, word[k]!);
    add(3, suffix[k]!);
    add(4, coarse[k]!);
    add(5, fine[k]!);
    add(6, word[k]!, quoted);
  }
  if (cue) {
    add(7, word[cue.to - 1]!, pos[first!.from]!);
    add(8, word[cue.to - 1]!, word[first!.from]!);
    add(9, cue.from > 0 ? word[cue.from - 1]! : 0, word[cue.from]!);
    add(10, cue.to - cue.from);
  }
  const { from } = first!;
  const end = parts.at(-1)!.to;
  const [left, right] = [at(word, leftCue[from]!), at(word, rightCue[end - 1]!)];
  const has = cue ? 1 : 0;
  add(11, at(word, from - 1), has);
  add(12, at(word, from - 1), at(word, from));
  add(13, left, has);
  add(14, right, has);
  add(15, pos[from]!, quoted, has);
  add(16, at(word, end), has);
  add(17, at(word, from), has);
  add(18, cue ? known(tokens, cue) : 9, quoted);
  if (quoted === 0) {
    const clause = parts.some(({ from, to }) => before.verbs[to]! > before.verbs[from]!) ? 1 : 0;
    const own = !cue ? 0 : shared ? 1 : 2;
    add(19, own, clause);
    add(20, own, clause, cue ? known(tokens, cue) : 9);
    add(21, own, word[from]!);
  }
  return finish();
}

/** What the lexicon tells of the words of a cue: 1 where one of them says, 2 where one thinks, 0 where it knows none. */
function known(tokens: View['tokens'], { from, to }: Run): number {
  for (let k = from; k < to; k++) {
    const { lower } = tokens[k]!;
    const act = CUES.get(lower)?.act ?? (PARTICIPLES.has(lower) ? 'SPEECH' : null);
    if (act) return act === 'SPEECH' ? 1 : 2;
  }
  return 0;
}
