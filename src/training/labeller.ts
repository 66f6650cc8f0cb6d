import { exp, ln } from '../model/exact.ts';
import { FEATURE_BITS } from '../model/hash.ts';
import { FORBIDDEN, forwardBackward, type Labeller } from '../model/labeller.ts';
import { lengthOf, type Sequence } from '../model/sequence.ts';
import { UNIT } from '../model/table.ts';
import { type Random, seeded, shuffled } from './random.ts';

/** A sequence and the right label of each token. */
export interface Example {
  readonly sequence: Sequence;
  readonly labels: Uint8Array;
  /** How much it counts beside the others; 1 if left out. */
  readonly weight?: number;
}

/** The labels and which may follow which, as numbers alone, so that another thread can be told. */
export interface Labelling {
  readonly labels: number;
  /** 1 for each label that may stand first, then for each label all that may follow it. */
  readonly allowed: Uint8Array;
}

/** @param allows whether a label may follow another, or stand first: `from` is −1 where a sequence begins. */
export const labellingOf = (labels: number, allows: (from: number, to: number) => boolean): Labelling => ({
  labels,
  allowed: Uint8Array.from({ length: (labels + 1) * labels }, (_, x) => (allows(Math.floor(x / labels) - 1, x % labels) ? 1 : 0)),
});

export interface TrainingOptions {
  /** Times that every example is looked at. */
  readonly epochs: number;
  /** Size of a step. */
  readonly rate: number;
  /** Share of the features left out at each look, other ones each time: the best single trick there is. */
  readonly dropout: number;
  /** Number of last epochs whose weights are averaged. */
  readonly average: number;
  /** Features seen more seldom are left out. */
  readonly minCount: number;
  readonly seed: number;
  /** Called after each epoch. */
  readonly progress?: (epoch: number, loss: number) => void;
}

/** A labeller before its weights are rounded. */
export interface Trained {
  readonly labelling: Labelling;
  /** The row of each feature's id, −1 where it has none. */
  readonly rowOf: Int32Array;
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

/** Added to the squares of the gradients, so that first steps are small. */
const DAMPING = 1e-2;
/** Gradients below it are left out, which saves most of the work. */
const NEGLIGIBLE = 1e-3;

/** Trains a conditional random field by AdaGrad with feature dropout. The same examples, in the same order, with the same seed give the same weights. */
export function trainLabeller(examples: readonly Example[], labelling: Labelling, options: TrainingOptions): Trained {
  const { labels } = labelling;
  const { rowOf, rows } = countRows(
    examples.map(({ sequence }) => sequence.features),
    options.minCount,
  );
  const known = examples
    .filter(({ sequence }) => lengthOf(sequence) > 0)
    .map((example) => ({ ...example, sequence: byRow(example.sequence, rowOf) }));
  const model = { weights: new Float32Array(rows * labels), transitions: new Float64Array(labels * labels) };
  const squares = { weights: new Float32Array(rows * labels), transitions: new Float64Array(labels * labels) };
  const average = { weights: new Float32Array(rows * labels), transitions: new Float64Array(labels * labels) };
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const example of shuffled(known, random)) loss += learn(example, labelling, model, squares, options, random);
    options.progress?.(epoch, loss);
    if (epoch < options.epochs - options.average) continue;
    for (let k = 0; k < model.weights.length; k++) average.weights[k]! += model.weights[k]! / options.average;
    for (let k = 0; k < model.transitions.length; k++) average.transitions[k]! += model.transitions[k]! / options.average;
  }
  return { labelling, rowOf, ...average };
}

/** The average of labellers that were trained on the same examples with other seeds. */
export function averageOf([first, ...rest]: readonly Trained[]): Trained {
  const all = [first!, ...rest];
  const mean = (lists: readonly ArrayLike<number>[], k: number) => lists.reduce((sum, list) => sum + list[k]!, 0) / lists.length;
  const [weights, transitions] = [all.map((one) => one.weights), all.map((one) => one.transitions)];
  return {
    ...first!,
    weights: first!.weights.map((_, k) => mean(weights, k)),
    transitions: first!.transitions.map((_, k) => mean(transitions, k)),
  };
}

interface Parameters {
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

/** Learns from one example, and returns how unlikely it was. */
function learn(
  { sequence, labels: gold, weight = 1 }: Example,
  { labels, allowed }: Labelling,
  model: Parameters,
  squares: Parameters,
  { rate, dropout }: TrainingOptions,
  random: Random,
): number {
  const n = lengthOf(sequence);
  const { features, offsets } = thinned(sequence, dropout, random);
  const emitted = new Float64Array(n * labels);
  for (let i = 0; i < n; i++) {
    const here = i * labels;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const row = features[k]! * labels;
      for (let l = 0; l < labels; l++) emitted[here + l]! += model.weights[row + l]!;
    }
    let top = -Infinity;
    for (let l = 0; l < labels; l++) top = Math.max(top, emitted[here + l]!);
    for (let l = 0; l < labels; l++) emitted[here + l] = exp(emitted[here + l]! - top);
  }
  const potentials = model.transitions.map((score, x) => (allowed[labels + x] ? exp(score) : 0));
  const start = Float64Array.from({ length: labels }, (_, l) => allowed[l]!);
  const { forward, backward, scale } = forwardBackward(labels, n, emitted, potentials, start);
  const gradient = new Float64Array(labels);
  const moved = new Float64Array(labels * labels);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const here = i * labels;
    let any = false;
    for (let l = 0; l < labels; l++) {
      const posterior = forward[here + l]! * backward[here + l]!;
      const g = weight * (posterior - (l === gold[i] ? 1 : 0));
      if (l === gold[i]) loss -= ln(Math.max(posterior, 1e-30));
      gradient[l] = Math.abs(g) < NEGLIGIBLE ? 0 : g;
      any ||= gradient[l] !== 0;
    }
    if (i > 0) addTransitions(moved, labels, i, forward, backward, emitted, scale, potentials, gold);
    if (!any) continue;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const row = features[k]! * labels;
      for (let l = 0; l < labels; l++) {
        const g = gradient[l]!;
        if (g === 0) continue;
        const square = squares.weights[row + l]! + g * g;
        squares.weights[row + l] = square;
        model.weights[row + l]! -= (rate * g) / Math.sqrt(square + DAMPING);
      }
    }
  }
  for (let x = 0; x < moved.length; x++) {
    const g = weight * moved[x]!;
    if (g === 0) continue;
    squares.transitions[x]! += g * g;
    model.transitions[x]! -= (rate * g) / Math.sqrt(squares.transitions[x]! + DAMPING);
  }
  return loss;
}

/** Adds how often each transition to token i is expected, less the right one. */
function addTransitions(
  into: Float64Array,
  labels: number,
  i: number,
  forward: Float64Array,
  backward: Float64Array,
  emitted: Float64Array,
  scale: Float64Array,
  potentials: Float64Array,
  gold: Uint8Array,
): void {
  const [before, here] = [(i - 1) * labels, i * labels];
  for (let l = 0; l < labels; l++) {
    const behind = (emitted[here + l]! * backward[here + l]!) / scale[i]!;
    if (behind === 0) continue;
    for (let k = 0; k < labels; k++) into[k * labels + l]! += forward[before + k]! * potentials[k * labels + l]! * behind;
  }
  into[gold[i - 1]! * labels + gold[i]!]! -= 1;
}

/** A row for each feature seen often enough. */
export function countRows(lists: readonly Int32Array[], minCount: number): { rowOf: Int32Array; rows: number } {
  const counts = new Uint8Array(1 << FEATURE_BITS);
  for (const features of lists) for (let k = 0; k < features.length; k++) if (counts[features[k]!]! < 255) counts[features[k]!]!++;
  let rows = 0;
  const rowOf = new Int32Array(counts.length).fill(-1);
  for (let id = 0; id < counts.length; id++) if (counts[id]! > 0 && counts[id]! >= minCount) rowOf[id] = rows++;
  return { rowOf, rows };
}

/** The sequence with rows in place of ids, without features that have none. */
function byRow({ features, offsets }: Sequence, rowOf: Int32Array): Sequence {
  const kept = new Int32Array(features.length);
  const ends = new Int32Array(offsets.length);
  let length = 0;
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const row = rowOf[features[k]!]!;
      if (row >= 0) kept[length++] = row;
    }
    ends[i + 1] = length;
  }
  return { features: kept.slice(0, length), offsets: ends };
}

/** The sequence without a random share of its features. */
function thinned({ features, offsets }: Sequence, dropout: number, random: Random): Sequence {
  const kept = new Int32Array(features.length);
  const ends = new Int32Array(offsets.length);
  let length = 0;
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) if (random() >= dropout) kept[length++] = features[k]!;
    ends[i + 1] = length;
  }
  return { features: kept, offsets: ends };
}

/** The labeller that is stored and used: whole numbers, without the features whose weights are all smaller than `prune` natural units. */
export function quantise({ labelling: { labels, allowed }, rowOf, weights, transitions }: Trained, prune: number): Labeller {
  const kept = new Int32Array(rowOf.length).fill(-1);
  const rounded: number[] = [];
  for (let id = 0; id < rowOf.length; id++) {
    const row = rowOf[id]!;
    if (row < 0) continue;
    const values = weights.subarray(row * labels, (row + 1) * labels);
    if (values.every((value) => Math.abs(value) < prune)) continue;
    kept[id] = rounded.length / labels;
    for (const value of values) rounded.push(toUnits(value));
  }
  return {
    labels,
    table: { width: labels, rowOf: kept, weights: Int16Array.from(rounded) },
    transitions: Int32Array.from(transitions, (score, x) => (allowed[labels + x] ? toUnits(score) : FORBIDDEN)),
    start: Int32Array.from({ length: labels }, (_, l) => (allowed[l] ? 0 : FORBIDDEN)),
  };
}

/** A score in whole units, as far as 16 bits reach. */
export const toUnits = (value: number): number => Math.max(-32767, Math.min(32767, Math.round(value * UNIT)));
