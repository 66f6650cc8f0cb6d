import { exp } from '../model/exact.ts';
import type { Table } from '../model/table.ts';
import { countRows, toUnits } from './labeller.ts';
import { seeded, shuffled } from './random.ts';

/** Features, and whether the answer is yes. */
export interface Case {
  readonly features: Int32Array;
  readonly yes: boolean;
}

const DAMPING = 1e-2;

/** Trains a table whose sums are above zero where the answer is yes: logistic regression by AdaGrad, some features left out each time. */
export function trainLinear(cases: readonly Case[], options: { epochs: number; rate: number; dropout: number; seed: number }): Table {
  const { rowOf, rows } = countRows(
    cases.map(({ features }) => features),
    1,
  );
  const weights = new Float64Array(rows);
  const squares = new Float64Array(rows);
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const { features, yes } of shuffled(cases, random)) {
      const kept = features.filter(() => random() >= options.dropout).map((id) => rowOf[id]!);
      const gradient = 1 / (1 + exp(-kept.reduce((sum, row) => sum + weights[row]!, 0))) - (yes ? 1 : 0);
      for (const row of kept) {
        squares[row]! += gradient * gradient;
        weights[row]! -= (options.rate * gradient) / Math.sqrt(squares[row]! + DAMPING);
      }
    }
  }
  return { width: 1, rowOf, weights: Int16Array.from(weights, toUnits) };
}
