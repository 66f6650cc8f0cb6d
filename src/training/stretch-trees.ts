import { TREE_UNIT, type Trees } from '../model/trees.ts';
import { marginals } from '../pipeline/quotes/model/choose.ts';
import { WIDTH } from '../pipeline/quotes/model/span-numbers.ts';
import { type Random, seeded } from './random.ts';
import type { Ranking } from './stretch-ranker.ts';
import { growTree, type Items, STEPS, scoreOf, type Tree } from './trees.ts';

/** The candidates of an article, with the scores of a judge that never saw it, and the numbers that follow from these. */
export interface Numbered extends Omit<Ranking, 'described'> {
  readonly scores: Float64Array;
  /** `WIDTH` numbers a candidate. */
  readonly numbers: Int32Array;
}

interface Options {
  readonly trees: number;
  readonly leaves: number;
  /** How much of what a tree would change it does. */
  readonly rate: number;
  readonly decay: number;
  readonly evidence: number;
  /** Share of articles and of numbers that each tree sees. */
  readonly articles: number;
  readonly asked: number;
  readonly seed: number;
}

/** Candidates that are next to impossible teach nothing. */
const NEGLIGIBLE = 2e-4;

/**
 * Grows trees one after the other, each lessening what the judge and those before it leave wrong: of all ways to choose candidates that do
 * not overlap, the right one shall be the likeliest.
 */
export function trainTrees(list: readonly Numbered[], options: Options): Trees {
  const limits = limitsOf(list);
  const starts = [0];
  for (const { stretches } of list) starts.push(starts.at(-1)! + stretches.length);
  const count = starts.at(-1)!;
  const items: Items = {
    steps: new Uint8Array(count * WIDTH),
    width: WIDTH,
    gradients: new Float64Array(count),
    curvatures: new Float64Array(count),
  };
  for (const [i, { numbers }] of list.entries()) {
    const at = starts[i]! * WIDTH;
    for (let k = 0; k < numbers.length; k++) items.steps[at + k] = stepOf(limits[k % WIDTH]!, numbers[k]!);
  }
  const scores = list.map((one) => one.scores.slice());
  const random = seeded(options.seed);
  const trees: Tree[] = [];
  while (trees.length < options.trees) {
    const chosen = measure(list, scores, starts, items, options.articles, random);
    const asked = limits.flatMap((_, ask) => (random() < options.asked ? ask : []));
    const tree = growTree(items, chosen, { ...options, asked });
    const own = { ...tree, values: tree.values.map((value, k) => (tree.asks[k]! < 0 ? toTreeUnits(options.rate * value) : value)) };
    for (const [i, list] of scores.entries())
      for (let k = 0; k < list.length; k++) list[k]! += scoreOf(own, items, starts[i]! + k) / TREE_UNIT;
    trees.push(own);
  }
  return joined(trees, limits);
}

const toTreeUnits = (value: number) => Math.round(value * TREE_UNIT);

/** Works out gradients, and returns the candidates of some articles. */
function measure(
  list: readonly Numbered[],
  scores: readonly Float64Array[],
  starts: readonly number[],
  { gradients, curvatures }: Items,
  share: number,
  random: Random,
): Int32Array {
  const chosen: number[] = [];
  for (const [i, { stretches, right, n }] of list.entries()) {
    const isSeen = random() < share;
    for (const [k, likely] of marginals(stretches, scores[i]!, n).entries()) {
      const at = starts[i]! + k;
      gradients[at] = likely - right[k]!;
      curvatures[at] = Math.max(likely * (1 - likely), 1e-4);
      if (isSeen && (likely > NEGLIGIBLE || right[k])) chosen.push(at);
    }
  }
  return Int32Array.from(chosen);
}

/** Every how manieth candidate is looked at for the limits. */
const SAMPLE = 3;

/** For each number the limits between its steps. */
function limitsOf(list: readonly Numbered[]): number[][] {
  const count = list.reduce((sum, { stretches }) => sum + stretches.length, 0);
  return Array.from({ length: WIDTH }, (_, ask) => {
    const values = new Int32Array(Math.ceil(count / SAMPLE));
    let [seen, length] = [0, 0];
    for (const { numbers } of list)
      for (let k = ask; k < numbers.length; k += WIDTH) if (seen++ % SAMPLE === 0) values[length++] = numbers[k]!;
    values.sort();
    return [...new Set(Array.from({ length: STEPS - 1 }, (_, step) => values[Math.floor(((step + 1) * length) / STEPS)]!))];
  });
}

/** How many limits a number is above. */
function stepOf(limits: readonly number[], number: number): number {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (limits[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Trees in one list, with numbers for steps. */
function joined(trees: readonly Tree[], limits: readonly number[][]): Trees {
  const roots: number[] = [];
  let nodes = 0;
  for (const { asks } of trees) {
    roots.push(nodes);
    nodes += asks.length;
  }
  const all = (of: (tree: Tree, k: number, root: number) => number) =>
    trees.flatMap((tree, i) => tree.asks.map((_, k) => of(tree, k, roots[i]!)));
  return {
    roots: Int32Array.from(roots),
    asks: Int16Array.from(all(({ asks }, k) => asks[k]!)),
    values: Int32Array.from(all(({ asks, values }, k) => (asks[k]! < 0 ? values[k]! : limits[asks[k]!]![values[k]!]!))),
    branches: Int32Array.from(all(({ asks, branches }, k, root) => (asks[k]! < 0 ? 0 : root + branches[k]!))),
  };
}
