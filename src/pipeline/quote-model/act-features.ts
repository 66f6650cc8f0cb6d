import { SequenceWriter } from '../../model/sequence.ts';
import { QUOTED, type View } from './view.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What tells whether the content of a quote was said: its cue, what stands before that, and quotation marks. */
export function actFeatures({ word, suffix, coarse, fine, pos, place }: View, parts: readonly Stretch[], cue: Stretch | null): Int32Array {
  const { add, next, finish } = new SequenceWriter();
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
  next();
  return finish().features;
}
