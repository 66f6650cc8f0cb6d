import { at } from './numbers.ts';
import { size } from './span-steps.ts';
import type { Candidate } from './spans.ts';
import type { View } from './view.ts';

/** For each token the nearest cue or source before and behind. */
export interface Nearest {
  readonly before: Int32Array;
  readonly behind: Int32Array;
}

/** Where the tokens with such labels are nearest. */
export function nearest(labels: Uint8Array, is: (label: number) => boolean): Nearest {
  const n = labels.length;
  const [before, behind] = [new Int32Array(n + 1).fill(-1), new Int32Array(n + 1).fill(-1)];
  for (let i = 1; i <= n; i++) before[i] = is(labels[i - 1]!) ? i - 1 : before[i - 1]!;
  for (let i = n - 1; i >= 0; i--) behind[i] = is(labels[i]!) ? i : behind[i + 1]!;
  return { before, behind };
}

/** What stands beside a candidate in its sentence, worked out once for all features. */
export interface Surroundings {
  /** The nearest cue before and behind, −1 where there is none; and in steps how far. */
  readonly leftCue: number;
  readonly rightCue: number;
  readonly cueSteps: number;
  readonly sourceSteps: number;
  /** Which sides have a cue. */
  readonly sides: number;
  readonly leftWord: number;
  /** Quotation marks around and at the edges. */
  readonly marks: number;
  /** Whether it begins and ends its sentence. */
  readonly bounds: number;
  readonly length: number;
  readonly verbs: number;
}

const within = (k: number, low: number, high: number): number => (k >= low && k <= high ? k : -1);
const distance = (k: number, d: number): number => (k < 0 ? 15 : size(d));

/** Whether none of the tokens stand in quotation marks (0), all do but for one (1), or some (2). */
export function quotedIn({ before }: View, from: number, to: number): 0 | 1 | 2 {
  const quoted = before.quoted[to]! - before.quoted[from]!;
  const marks = before.marks[to]! - before.marks[from]!;
  return quoted === 0 ? 0 : quoted + marks >= to - from - 1 ? 1 : 2;
}

/** What stands beside a candidate. */
export function surroundings(view: View, cues: Nearest, sources: Nearest, { from, to }: Candidate): Surroundings {
  const { first, last, word, place, before } = view;
  const end = to - 1;
  const leftCue = within(cues.before[from]!, first[from]!, from);
  const rightCue = within(cues.behind[to]!, to, last[end]!);
  const leftSource = within(sources.before[from]!, first[from]!, from);
  const rightSource = within(sources.behind[to]!, to, last[end]!);
  const sides = (leftCue < 0 ? 0 : 1) + (rightCue < 0 ? 0 : 2);
  const cover = quotedIn(view, from, to);
  return {
    leftCue,
    rightCue,
    cueSteps: distance(leftCue, from - leftCue) * 32 + distance(rightCue, rightCue - end),
    sourceSteps: distance(leftSource, from - leftSource) * 32 + distance(rightSource, rightSource - end),
    sides,
    leftWord: leftCue < 0 ? 0 : word[leftCue]!,
    marks: (((cover * 4 + at(place, from - 1, 3)) * 4 + at(place, from, 3)) * 4 + at(place, end, 3)) * 4 + at(place, to, 3),
    bounds: (from === first[from] ? 1 : 0) + (end === last[end] ? 2 : end === last[end]! - 1 ? 4 : 0),
    length: size(to - from),
    verbs: Math.min(before.verbs[to]! - before.verbs[from]!, 3),
  };
}
