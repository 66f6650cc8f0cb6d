import { best, type Labeller, type Lattice, latticeOf } from '../../model/labeller.ts';
import { perObject } from '../../model/per-object.ts';
import { weighed } from '../../model/scorer.ts';
import type { Table } from '../../model/table.ts';
import { WordSums } from '../../model/word-sums.ts';
import { WORDS_KEPT } from '../word-memo.ts';
import { CONTENT, CONTENT_AGAIN, CONTENT_ON, CUE, CUE_ON, LABELS, SOURCE, SOURCE_ON } from './labels.ts';
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
export interface Candidate {
  readonly from: number;
  readonly to: number;
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

/** The tagger's best labels, and every stretch that it does not hold for unlikely, with exact likelihoods. */
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
  // From two before the article to two behind it, where no words stand.
  for (let k = -HERE; k < n + HERE; k++) {
    const start = sums.words.startOf(words[k] ?? null);
    for (let place = 0; place < PLACES; place++) {
      const i = k + HERE - place;
      if (i >= 0 && i < n) sums.words.addTo(scores, i * table.width, start, place);
    }
  }
  for (let k = -TAG_HERE; k < n + TAG_HERE; k++) {
    const start = sums.tags.startOf(tagsAt(view, k));
    for (let place = 0; place < TAG_PLACES; place++) {
      const i = k + TAG_HERE - place;
      if (i >= 0 && i < n) sums.tags.addTo(scores, i * table.width, start, place);
    }
  }
  return scores;
}

/** @param scores of the labeller for every token, see `tokenScores`; `least` is how likely a candidate must be. */
export function tag(labeller: Labeller, scores: Int32Array, view: View, least = LEAST): Tagged {
  const lattice = latticeOf(labeller, scores, view.n);
  const either = (one: number, other: number) => {
    const likely = new Float64Array(view.n);
    for (let i = 0; i < view.n; i++) likely[i] = posterior(lattice, i, one) + posterior(lattice, i, other);
    return likely;
  };
  return {
    labels: best(labeller, scores, view.n),
    ...candidatesIn(lattice, least),
    cueLike: either(CUE, CUE_ON),
    sourceLike: either(SOURCE, SOURCE_ON),
  };
}

const posterior = ({ forward, backward }: Lattice, i: number, label: number) =>
  forward[i * LABELS + label]! * backward[i * LABELS + label]!;

function candidatesIn(lattice: Lattice, least: number): Pick<Tagged, 'candidates' | 'inside'> {
  const { n } = lattice;
  const [begins, ends, inside] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    begins[i] = posterior(lattice, i, CONTENT) + posterior(lattice, i, CONTENT_AGAIN);
    inside[i] = begins[i]! + posterior(lattice, i, CONTENT_ON);
    ends[i] = Math.max(0, inside[i]! - (i + 1 < n ? posterior(lattice, i + 1, CONTENT_ON) : 0));
  }
  const candidates: Candidate[] = [];
  for (let from = 0; from < n; from++) {
    if (begins[from]! < least) continue;
    // The share of all labellings that begin a stretch here and have not ended it yet, apart by the label they began it with.
    let open = lattice.forward[from * LABELS + CONTENT]!;
    let again = lattice.forward[from * LABELS + CONTENT_AGAIN]!;
    let left = begins[from]!;
    for (let last = from; last < Math.min(n, from + LONGEST) && left >= least; last++) {
      if (last > from) {
        const step = lattice.emitted[last * LABELS + CONTENT_ON]! / lattice.scale[last]!;
        const on = CONTENT_ON * LABELS + CONTENT_ON;
        open *= step * lattice.potentials[last === from + 1 ? CONTENT * LABELS + CONTENT_ON : on]!;
        again *= step * lattice.potentials[last === from + 1 ? CONTENT_AGAIN * LABELS + CONTENT_ON : on]!;
      }
      if (ends[last]! < least) continue;
      const exact =
        last === from
          ? open * closing(lattice, last, CONTENT) + again * closing(lattice, last, CONTENT_AGAIN)
          : (open + again) * closing(lattice, last, CONTENT_ON);
      if (exact >= least) candidates.push({ from, to: last + 1, exact, begins: begins[from]!, ends: ends[last]! });
      left -= exact;
    }
  }
  return { candidates, inside };
}

/** What the tokens behind add where a stretch with this last label ends. */
function closing({ n, emitted, backward, potentials, scale }: Lattice, last: number, label: number): number {
  if (last === n - 1) return 1;
  let sum = 0;
  for (let to = 0; to < LABELS; to++) {
    if (to === CONTENT_ON) continue;
    sum += potentials[label * LABELS + to]! * emitted[(last + 1) * LABELS + to]! * backward[(last + 1) * LABELS + to]!;
  }
  return sum / scale[last + 1]!;
}
