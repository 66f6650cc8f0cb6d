import { type Labeller, type Lattice, latticeOf } from '../../../model/labeller.ts';
import { perObject } from '../../../model/per-object.ts';
import { weighed } from '../../../model/scorer.ts';
import type { Table } from '../../../model/table.ts';
import { addToScores, emptyRows, WordSums } from '../../../model/word-sums.ts';
import type { Run } from '../../words/runs.ts';
import { WORDS_KEPT } from '../../words/word-memo.ts';
import { CONTENT, CONTENT_AGAIN, CONTENT_ON, CUE, CUE_ON, allows as follows, LABELS, NONE, SOURCE, SOURCE_ON } from './labels.ts';
import { CONTENTS, labelOf, STATES } from './states.ts';
import {
  aloneFeatures,
  HERE,
  joinedFeatures,
  PLACES,
  TAG_HERE,
  TAG_PLACES,
  TAGS_KEPT,
  type Tags,
  tagFeatures,
  tagsAt,
} from './token-features.ts';
import type { View, Word } from './view.ts';

/** A stretch of tokens, `from` up to `to`, that may be the content of a quote or one unbroken part of it. */
export interface Candidate extends Run {
  /** How likely the tagger holds exactly this stretch, one that begins here, and one that ends here. */
  readonly exact: number;
  readonly begins: number;
  readonly ends: number;
}

/**
 * The least that a candidate's likelihood must be, and so that of its first token as a beginning and of its last as an end. Of stretches
 * below it hardly one is ever taken, and to judge them would take time: at half of this it takes a twentieth longer, and no more is found.
 */
const LEAST = 0.02;
/** The judges learn from more: stretches that are hardly ever right tell them what is wrong. */
export const LEAST_LEARNED = 0.01;
/** The longest candidate, in tokens. */
const LONGEST = 250;

/** The likeliest labels, and every stretch that it does not hold for unlikely, with exact likelihoods. */
export interface Tagged {
  readonly labels: Uint8Array;
  readonly candidates: readonly Candidate[];
  /** How likely each token is content, of a cue, and of a source. */
  readonly inside: Float64Array;
  readonly cueLike: Float64Array;
  readonly sourceLike: Float64Array;
}

/** What each table gives to words alone, and to three parts of speech. */
const sumsFor = perObject((table: Table) => ({
  words: new WordSums<Word>(table, PLACES, WORDS_KEPT, aloneFeatures),
  tags: new WordSums<Tags>(table, TAG_PLACES, TAGS_KEPT, tagFeatures),
}));

/** What the tagger gives every label for every token, from its features: those of single words and of tags from what is known of these, the others looked up. */
export function tokenScores(view: View, { table }: Labeller): Int32Array {
  const { n, words } = view;
  const scores = weighed(table, n, (writer) => joinedFeatures(view, writer));
  const sums = sumsFor(table);
  const rows = emptyRows(table, n);
  // From two before the article to two behind it, where no words stand.
  for (let k = -HERE; k < n + HERE; k++) {
    const start = sums.words.startOf(words[k] ?? null);
    for (let place = 0; place < PLACES; place++) {
      const i = k + HERE - place;
      if (i >= 0 && i < n) sums.words.addTo(rows, i, start, place);
    }
  }
  for (let k = -TAG_HERE; k < n + TAG_HERE; k++) {
    const start = sums.tags.startOf(tagsAt(view, k));
    for (let place = 0; place < TAG_PLACES; place++) {
      const i = k + TAG_HERE - place;
      if (i >= 0 && i < n) sums.tags.addTo(rows, i, start, place);
    }
  }
  addToScores(table, rows, scores);
  return scores;
}

/** @param scores of the labeller for every token, see `tokenScores`; `least` is how likely a candidate must be. */
export function tag(labeller: Labeller, scores: Int32Array, { n }: View, least = LEAST): Tagged {
  const lattice = latticeOf(labeller, scores, n);
  const likely = labelsOf(lattice);
  const together = (...labels: number[]) => {
    const sums = new Float64Array(n);
    for (const label of labels) for (let i = 0; i < n; i++) sums[i]! += likely[i * LABELS + label]!;
    return sums;
  };
  const begins = together(CONTENT, CONTENT_AGAIN);
  const goesOn = together(CONTENT_ON);
  return {
    labels: likeliest(likely, n),
    candidates: candidatesIn(lattice, begins, goesOn, least),
    inside: begins.map((likely, i) => likely + goesOn[i]!),
    cueLike: together(CUE, CUE_ON),
    sourceLike: together(SOURCE, SOURCE_ON),
  };
}

const LABEL_OF = Uint8Array.from({ length: STATES }, (_, state) => labelOf(state));

/** How likely each label is for each token: token i's label l at i × LABELS + l. */
function labelsOf({ n, forward, backward }: Lattice): Float64Array {
  const likely = new Float64Array(n * LABELS);
  for (let i = 0; i < n; i++)
    for (let state = 0; state < STATES; state++)
      likely[i * LABELS + LABEL_OF[state]!]! += forward[i * STATES + state]! * backward[i * STATES + state]!;
  return likely;
}

/** Of each token the likeliest label that may follow the one before. */
function likeliest(likely: Float64Array, n: number): Uint8Array {
  const labels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let best: number = NONE;
    for (let label = 0; label < LABELS; label++)
      if (likely[i * LABELS + label]! > likely[i * LABELS + best]! && follows(i === 0 ? -1 : labels[i - 1]!, label)) best = label;
    labels[i] = best;
  }
  return labels;
}

function candidatesIn(lattice: Lattice, begins: Float64Array, goesOn: Float64Array, least: number): Candidate[] {
  const { n } = lattice;
  const ends = begins.map((likely, i) => Math.max(0, likely + goesOn[i]! - (goesOn[i + 1] ?? 0)));
  const closed = CONTENTS.map(({ on }) => ends.map((likely, i) => (likely < least ? 0 : closing(lattice, i, on, on))));
  const candidates: Candidate[] = [];
  for (let from = 0; from < n; from++) {
    if (begins[from]! < least) continue;
    // By kind the share of all labellings that begin a stretch here and have not ended it yet, times what the token behind its first adds.
    const open = CONTENTS.map(() => 0);
    let left = begins[from]!;
    for (let last = from; last < Math.min(n, from + LONGEST) && left >= least; last++) {
      let exact = 0;
      for (let kind = 0; kind < CONTENTS.length; kind++) {
        const { on } = CONTENTS[kind]!;
        if (last === from) exact += alone(lattice, from, CONTENTS[kind]!);
        else {
          const step = lattice.emitted[last * STATES + on]! / lattice.scale[last]!;
          open[kind] =
            step * (last === from + 1 ? opened(lattice, from, CONTENTS[kind]!) : open[kind]! * lattice.potentials[on * STATES + on]!);
          exact += open[kind]! * closed[kind]![last]!;
        }
      }
      if (ends[last]! < least) continue;
      if (exact >= least) candidates.push({ from, to: last + 1, exact, begins: begins[from]!, ends: ends[last]! });
      left -= exact;
    }
  }
  return candidates;
}

type Kind = (typeof CONTENTS)[number];

/** How likely a stretch is this token alone. */
const alone = (lattice: Lattice, i: number, { begin, on, again }: Kind) =>
  lattice.forward[i * STATES + begin]! * closing(lattice, i, begin, on) +
  lattice.forward[i * STATES + again]! * closing(lattice, i, again, on);

/** The share of all labellings that begin a stretch at a token and go on with it. */
const opened = ({ forward, potentials }: Lattice, i: number, { begin, on, again }: Kind) =>
  forward[i * STATES + begin]! * potentials[begin * STATES + on]! + forward[i * STATES + again]! * potentials[again * STATES + on]!;

/** What the tokens behind add where a stretch with this last state ends, which `on` would go on with. */
function closing({ n, emitted, backward, potentials, scale }: Lattice, last: number, state: number, on: number): number {
  if (last === n - 1) return 1;
  let sum = 0;
  for (let to = 0; to < STATES; to++) {
    if (to === on) continue;
    sum += potentials[state * STATES + to]! * emitted[(last + 1) * STATES + to]! * backward[(last + 1) * STATES + to]!;
  }
  return sum / scale[last + 1]!;
}
