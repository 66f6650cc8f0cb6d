import { type Sequence, sequenceOf } from '../model/sequence.ts';
import { marginals } from '../pipeline/quotes/model/choose.ts';
import type { Ranker } from '../pipeline/quotes/model/model.ts';
import { DENSE, spanFeatures } from '../pipeline/quotes/model/span-features.ts';
import type { Tagged } from '../pipeline/quotes/model/spans.ts';
import type { View } from '../pipeline/quotes/model/view.ts';
import { countRows, toUnits } from './labeller.ts';
import { seeded, shuffled } from './random.ts';

/** What the ranker is told of candidates: the features of each as if it were a token, and numbers that count as they are. */
export interface Described {
  readonly features: Sequence;
  /** `DENSE` numbers a candidate. */
  readonly dense: Float64Array;
}

/** Describes the candidates of an article. */
export function describe(view: View, tagged: Tagged): Described {
  let dense: Float64Array = new Float64Array();
  const features = sequenceOf((writer) => {
    dense = spanFeatures(view, tagged, writer);
  });
  return { features, dense };
}

/** The candidates of an article, described, and which of them are right. */
export interface Ranking {
  readonly described: Described;
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  readonly right: Uint8Array;
  /** Tokens of the article. */
  readonly n: number;
}

interface Options {
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly average: number;
  /** Pulls weights towards zero. */
  readonly decay: number;
  readonly seed: number;
}

/** Trains the model of whole stretches: of all ways to choose some that do not overlap, the right one shall be the likeliest. */
export function trainRanker(rankings: readonly Ranking[], options: Options): Ranker {
  const { rowOf, rows } = countRows(
    rankings.map(({ described }) => described.features.features),
    2,
  );
  const [weights, squares, average] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  const [dense, denseSquares, denseAverage] = [new Float64Array(DENSE), new Float64Array(DENSE), new Float64Array(DENSE)];
  dense[0] = 1;
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const { described, stretches, right, n } of shuffled(rankings, random)) {
      const { features, offsets } = described.features;
      const kept = Uint8Array.from(features, (id) => (rowOf[id]! >= 0 && random() >= options.dropout ? 1 : 0));
      const scores = Float64Array.from(stretches, (_, k) => {
        let score = 0;
        for (let f = offsets[k]!; f < offsets[k + 1]!; f++) if (kept[f]) score += weights[rowOf[features[f]!]!]!;
        for (let d = 0; d < DENSE; d++) score += dense[d]! * described.dense[k * DENSE + d]!;
        return score;
      });
      for (const [k, likely] of marginals(stretches, scores, n).entries()) {
        const gradient = likely - right[k]!;
        if (Math.abs(gradient) < 1e-3) continue;
        for (let f = offsets[k]!; f < offsets[k + 1]!; f++) {
          if (!kept[f]) continue;
          const row = rowOf[features[f]!]!;
          const step = gradient + options.decay * weights[row]!;
          squares[row]! += step * step;
          weights[row]! -= (options.rate * step) / Math.sqrt(squares[row]! + 1e-2);
        }
        for (let d = 0; d < DENSE; d++) {
          const step = gradient * described.dense[k * DENSE + d]!;
          denseSquares[d]! += step * step;
          dense[d]! -= (options.rate * step) / Math.sqrt(denseSquares[d]! + 1);
        }
      }
    }
    if (epoch < options.epochs - options.average) continue;
    for (let row = 0; row < rows; row++) average[row]! += weights[row]! / options.average;
    for (let d = 0; d < DENSE; d++) denseAverage[d]! += dense[d]! / options.average;
  }
  return { table: { width: 1, rowOf, weights: Int16Array.from(average, toUnits) }, dense: Int32Array.from(denseAverage, toUnits) };
}

/** The average of rankers that were trained on the same articles with other seeds. */
export function averageRankers([first, ...rest]: readonly Ranker[]): Ranker {
  const all = [first!, ...rest];
  const mean = (lists: readonly ArrayLike<number>[], k: number) =>
    Math.round(lists.reduce((sum, list) => sum + list[k]!, 0) / lists.length);
  const [weights, dense] = [all.map(({ table }) => table.weights), all.map((one) => one.dense)];
  return {
    table: { ...first!.table, weights: first!.table.weights.map((_, k) => mean(weights, k)) },
    dense: first!.dense.map((_, k) => mean(dense, k)),
  };
}
