/** Items that a tree is grown for. */
export interface Items {
  /** `width` steps an item, each below `STEPS`: its numbers, in so many steps that about as many items stand on each. */
  readonly steps: Uint8Array;
  readonly width: number;
  /** How the loss changes with each item's score, and how that changes. */
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
}

export interface Growing {
  /** Where paths end, at most. */
  readonly leaves: number;
  /** Pulls what a leaf adds towards zero. */
  readonly decay: number;
  /** The least curvature in a leaf: how much evidence there must be. */
  readonly evidence: number;
  /** The numbers that may be asked about. */
  readonly asked: readonly number[];
}

/** One tree: as in `Trees`, but with steps for limits, and what a leaf adds in natural units. */
export interface Tree {
  readonly asks: readonly number[];
  readonly values: readonly number[];
  readonly branches: readonly number[];
}

export const STEPS = 64;

/** A leaf while the tree grows, and the best way to part it. */
interface Leaf {
  readonly node: number;
  readonly items: Int32Array;
  /** Gradients and curvatures by number and step. */
  readonly sums: Float64Array;
  readonly gradient: number;
  readonly curvature: number;
  readonly split: Split | null;
}

interface Split {
  readonly ask: number;
  readonly limit: number;
  readonly gain: number;
}

/** Grows a tree that lessens the loss of some items, each time at the leaf where it gains the most. */
export function growTree(items: Items, chosen: Int32Array, growing: Growing): Tree {
  const { steps, width } = items;
  const tree = { asks: [-1], values: [0], branches: [0] };
  const leafOf = (node: number, own: Int32Array, sums: Float64Array): Leaf => {
    let [gradient, curvature] = [0, 0];
    for (const item of own) {
      gradient += items.gradients[item]!;
      curvature += items.curvatures[item]!;
    }
    return { node, items: own, sums, gradient, curvature, split: bestSplit(sums, gradient, curvature, growing) };
  };
  const leaves = [leafOf(0, chosen, sumsOf(items, chosen, growing.asked))];
  while (leaves.length < growing.leaves) {
    const at = leaves.reduce((best, leaf, i) => ((leaf.split?.gain ?? 0) > (leaves[best]!.split?.gain ?? 0) ? i : best), 0);
    const { node, items: own, sums, split } = leaves[at]!;
    if (!split) break;
    const first = own.filter((item) => steps[item * width + split.ask]! <= split.limit);
    const second = own.filter((item) => steps[item * width + split.ask]! > split.limit);
    // The sums of the larger branch are what is left.
    const smaller = sumsOf(items, first.length < second.length ? first : second, growing.asked);
    const larger = sums.map((sum, i) => sum - smaller[i]!);
    const branch = tree.asks.length;
    tree.asks.push(-1, -1);
    tree.values.push(0, 0);
    tree.branches.push(0, 0);
    [tree.asks[node], tree.values[node], tree.branches[node]] = [split.ask, split.limit, branch];
    leaves[at] = leafOf(branch, first, first.length < second.length ? smaller : larger);
    leaves.push(leafOf(branch + 1, second, first.length < second.length ? larger : smaller));
  }
  for (const { node, gradient, curvature } of leaves) tree.values[node] = -gradient / (curvature + growing.decay);
  return tree;
}

function sumsOf({ steps, width, gradients, curvatures }: Items, chosen: Int32Array, asked: readonly number[]): Float64Array {
  const sums = new Float64Array(width * STEPS * 2);
  for (const item of chosen) {
    const [gradient, curvature] = [gradients[item]!, curvatures[item]!];
    for (const ask of asked) {
      const at = (ask * STEPS + steps[item * width + ask]!) * 2;
      sums[at]! += gradient;
      sums[at + 1]! += curvature;
    }
  }
  return sums;
}

function bestSplit(sums: Float64Array, gradient: number, curvature: number, { asked, decay, evidence }: Growing): Split | null {
  const worth = (g: number, c: number) => (g * g) / (c + decay);
  const whole = worth(gradient, curvature);
  let best: Split | null = null;
  for (const ask of asked) {
    let [g, c] = [0, 0];
    for (let limit = 0; limit < STEPS - 1; limit++) {
      const at = (ask * STEPS + limit) * 2;
      g += sums[at]!;
      c += sums[at + 1]!;
      if (c < evidence) continue;
      if (curvature - c < evidence) break;
      const gain = worth(g, c) + worth(gradient - g, curvature - c) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { ask, limit, gain };
    }
  }
  return best;
}

/** The score of an item in steps. */
export function scoreOf({ asks, values, branches }: Tree, { steps, width }: Pick<Items, 'steps' | 'width'>, item: number): number {
  let node = 0;
  while (asks[node]! >= 0) node = branches[node]! + (steps[item * width + asks[node]!]! > values[node]! ? 1 : 0);
  return values[node]!;
}
