import { exp, ln } from '../model/exact.ts';
import type { Table } from '../model/table.ts';
import { countRows, toUnits } from './labeller.ts';
import { type Random, seeded, shuffled } from './random.ts';

/** One choice: the features of each candidate, and which is right. */
export interface Choice {
  readonly candidates: readonly Int32Array[];
  readonly right: number;
}

export interface RankerOptions {
  /** Times that every choice is looked at. */
  readonly epochs: number;
  /** Size of a step. */
  readonly rate: number;
  /** Share of the features left out at each look. */
  readonly dropout: number;
  /** Number of last epochs whose weights are averaged. */
  readonly average: number;
  /** Features seen more seldom are left out. */
  readonly minCount: number;
  /** Weights nearer to nothing than this many natural units are left out. */
  readonly prune: number;
  readonly seed: number;
  /** Called after each epoch. */
  readonly progress?: (epoch: number, loss: number) => void;
}

/** Added to the squares of the gradients, so that first steps are small. */
const DAMPING = 1e-2;
/** Gradients below it are left out, which saves most of the work. */
const NEGLIGIBLE = 1e-3;

/** Trains weights that rank the right candidate highest: the softmax over the candidates of a choice, by AdaGrad with feature dropout. */
export function trainRanker(choices: readonly Choice[], options: RankerOptions): Table {
  const { rowOf, rows } = countRows(
    choices.flatMap(({ candidates }) => candidates),
    options.minCount,
  );
  const known = choices.map(({ candidates, right }) => ({ candidates: candidates.map((ids) => rowsOf(ids, rowOf)), right }));
  const weights = new Float32Array(rows);
  const squares = new Float32Array(rows);
  const average = new Float32Array(rows);
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const choice of shuffled(known, random)) loss += learn(choice, weights, squares, options, random);
    options.progress?.(epoch, loss);
    if (epoch < options.epochs - options.average) continue;
    for (let k = 0; k < rows; k++) average[k]! += weights[k]! / options.average;
  }
  return tableOf(rowOf, average, options.prune);
}

const rowsOf = (ids: Int32Array, rowOf: Int32Array) => ids.map((id) => rowOf[id]!).filter((row) => row >= 0);

/** Learns from one choice, and returns how unlikely the right candidate was. */
function learn(
  { candidates, right }: Choice,
  weights: Float32Array,
  squares: Float32Array,
  { rate, dropout }: RankerOptions,
  random: Random,
): number {
  const kept = candidates.map((rows) => rows.filter(() => random() >= dropout));
  const scores = kept.map((rows) => rows.reduce((sum, row) => sum + weights[row]!, 0));
  const top = Math.max(...scores);
  const shares = scores.map((score) => exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  for (const [i, rows] of kept.entries()) {
    const gradient = shares[i]! / total - (i === right ? 1 : 0);
    if (Math.abs(gradient) < NEGLIGIBLE) continue;
    for (const row of rows) {
      squares[row]! += gradient * gradient;
      weights[row]! -= (rate * gradient) / Math.sqrt(squares[row]! + DAMPING);
    }
  }
  return -ln(Math.max(shares[right]! / total, 1e-30));
}

/** The weights as whole numbers, without those of next to nothing. */
function tableOf(rowOf: Int32Array, weights: Float32Array, prune: number): Table {
  const kept = new Int32Array(rowOf.length).fill(-1);
  const rounded: number[] = [];
  for (let id = 0; id < rowOf.length; id++) {
    const row = rowOf[id]!;
    if (row < 0 || Math.abs(weights[row]!) < prune) continue;
    kept[id] = rounded.length;
    rounded.push(toUnits(weights[row]!));
  }
  return { width: 1, rowOf: kept, weights: Int16Array.from(rounded) };
}
