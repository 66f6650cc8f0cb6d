import { exp } from './exact.ts';
import { lengthOf, type Sequence } from './sequence.ts';
import { addRows, type Table, UNIT } from './table.ts';

/**
 * A trained sequence labeller (a linear-chain conditional random field): gives each token of a sequence one of a few labels.
 *
 * To make one: write a function that turns tokens into a `Sequence` (with a `SequenceWriter`: one template number per kind of feature,
 * numbers for values, `hashText` for words), pair it with gold labels, and hand both to `trainLabeller` in src/training/labeller.ts with
 * the labels that may follow each other; `quantise` the result, `writeLabeller` it (model/labeller-file.ts) into a file of models/. To use it: read it with
 * `readLabeller`, extract the same features, and hand the scores that they give each label (`emissions`) to `viterbi` for the best labels, or to
 * `latticeOf` for how likely each label is.
 */
export interface Labeller extends Chain {
  readonly table: Table;
}

/** How well labels follow each other. */
export interface Chain {
  /** Number of labels, which are the numbers below it. */
  readonly labels: number;
  /** Score of label b after label a at a × labels + b, in parts of `UNIT`; `FORBIDDEN` where b may not follow. */
  readonly transitions: Int32Array;
  /** `FORBIDDEN` for labels that no sequence begins with, else 0. */
  readonly start: Int32Array;
}

/** The score of what may not be. */
export const FORBIDDEN = -(2 ** 28);

/** Scores of every label for every token, from its features alone. */
export function emissions({ labels, table }: Labeller, sequence: Sequence): Int32Array {
  const { features, offsets } = sequence;
  const n = lengthOf(sequence);
  const scores = new Int32Array(n * labels);
  for (let i = 0; i < n; i++) addRows(table, features, offsets[i]!, offsets[i + 1]!, scores, i * labels);
  return scores;
}

/** Scores of tokens: token i's label l at i × `width` + `column` + l. */
export interface Scores {
  readonly scores: Int32Array;
  readonly width: number;
  readonly column: number;
}

/** What `viterbi` works in, which no call leaves anything in for the next. Labels are at most 32. */
let cameFrom = new Uint8Array(4096);
let [before, here] = [new Float64Array(32), new Float64Array(32)];

/**
 * The labels of the highest total score for tokens `from` up to `to`, a sequence of their own, by Viterbi's algorithm; of equals the lower label. Writes
 * them to `found`.
 */
export function viterbi(
  { labels, transitions, start }: Chain,
  { scores, width, column }: Scores,
  from: number,
  to: number,
  found: Uint8Array,
): void {
  if (to <= from) return;
  if ((to - from) * labels > cameFrom.length) cameFrom = new Uint8Array(2 * (to - from) * labels);
  for (let l = 0; l < labels; l++) before[l] = start[l]! + scores[from * width + column + l]!;
  for (let i = from + 1; i < to; i++) {
    const at = (i - from) * labels;
    for (let l = 0; l < labels; l++) {
      let top = before[0]! + transitions[l]!;
      let best = 0;
      for (let k = 1; k < labels; k++) {
        const score = before[k]! + transitions[k * labels + l]!;
        if (score > top) {
          top = score;
          best = k;
        }
      }
      here[l] = top + scores[i * width + column + l]!;
      cameFrom[at + l] = best;
    }
    [before, here] = [here, before];
  }
  let last = 0;
  for (let l = 1; l < labels; l++) if (before[l]! > before[last]!) last = l;
  for (let i = to - 1; i >= from; i--) {
    found[i] = last;
    last = cameFrom[(i - from) * labels + last]!;
  }
}

/** The sums over all labellings, scaled at each token so that they neither vanish nor overflow. */
export interface Lattice {
  readonly n: number;
  /** Weight of each label for each token, at most 1. */
  readonly emitted: Float64Array;
  /** Weight of each transition. */
  readonly potentials: Float64Array;
  /** Share of each label among all labellings of the tokens up to here. */
  readonly forward: Float64Array;
  /** What the tokens behind add; times `forward` it is the label's posterior. */
  readonly backward: Float64Array;
  /** What `forward` was divided by at each token. */
  readonly scale: Float64Array;
}

/** Units for which `ODDS` holds what the exponential gives; labels farther behind the best are rare. */
const NEAR = 4096;
const ODDS = Float64Array.from({ length: NEAR }, (_, units) => exp(-units / UNIT));

/** How much less a label weighs than one that is so many units ahead. */
const oddsOf = (units: number): number => (units < NEAR ? ODDS[units]! : exp(-units / UNIT));

/** The lattice of integer scores. */
export function latticeOf({ labels, transitions, start }: Labeller, scores: Int32Array, n: number): Lattice {
  const emitted = new Float64Array(n * labels);
  for (let i = 0; i < n; i++) {
    let top = -Infinity;
    for (let l = 0; l < labels; l++) top = Math.max(top, scores[i * labels + l]!);
    for (let l = 0; l < labels; l++) emitted[i * labels + l] = oddsOf(top - scores[i * labels + l]!);
  }
  const potentials = Float64Array.from(transitions, weightOf);
  return { n, emitted, potentials, ...forwardBackward(labels, n, emitted, potentials, Float64Array.from(start, weightOf)) };
}

const weightOf = (score: number): number => (score <= FORBIDDEN ? 0 : exp(score / UNIT));

/** Forward and backward sums. */
export function forwardBackward(labels: number, n: number, emitted: Float64Array, potentials: Float64Array, start: Float64Array) {
  const forward = new Float64Array(n * labels);
  const backward = new Float64Array(n * labels);
  const scale = new Float64Array(n);
  const into = turned(potentials, labels);
  const [row, reached] = [new Float64Array(labels), new Float64Array(labels + 1)];
  for (let i = 0; i < n; i++) {
    const here = i * labels;
    if (i === 0) reached.set(start.subarray(0, labels));
    else reach(into, row, reached);
    let total = 0;
    for (let l = 0; l < labels; l++) total += row[l] = reached[l]! * emitted[here + l]!;
    scale[i] = total;
    for (let l = 0; l < labels; l++) forward[here + l] = row[l]! /= total;
  }
  for (let l = 0; l < labels && n > 0; l++) backward[(n - 1) * labels + l] = reached[l] = 1;
  for (let i = n - 2; i >= 0; i--) {
    const next = (i + 1) * labels;
    for (let l = 0; l < labels; l++) row[l] = (emitted[next + l]! * reached[l]!) / scale[i + 1]!;
    reach(potentials, row, reached);
    for (let l = 0; l < labels; l++) backward[next - labels + l] = reached[l]!;
  }
  return { forward, backward, scale };
}

/** A square table with its columns for rows. */
const turned = (table: Float64Array, size: number) => table.map((_, x) => table[(x % size) * size + Math.floor(x / size)]!);

/** Each row of a table times a row, summed: two rows at once, whose sums stay in registers. */
function reach(table: Float64Array, row: Float64Array, sums: Float64Array): void {
  const size = row.length;
  for (let k = 0; k < size; k += 2) {
    const at = k * size;
    const next = k + 1 < size ? at + size : at;
    let a = 0;
    let b = 0;
    for (let l = 0; l < size; l++) {
      const value = row[l]!;
      a += value * table[at + l]!;
      b += value * table[next + l]!;
    }
    sums[k] = a;
    sums[k + 1] = b;
  }
}
