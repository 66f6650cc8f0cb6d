import { blockOf, packIntegers, unpackIntegers } from './file.ts';
import { perObject } from './per-object.ts';

/**
 * Decision trees whose answers add up. Each node asks whether one of an item's whole numbers is above a limit; where a path ends, a whole
 * number is added to the item's score. Nodes of all trees stand in one list, and both branches of a node next to each other.
 */
export interface Trees {
  /** The first node of each tree. */
  readonly roots: Int32Array;
  /** For each node which of the item's numbers it asks about; −1 where a path ends. */
  readonly asks: Int16Array;
  /** For each node the limit up to which an item goes on to the first branch; where a path ends, what is added, in parts of `TREE_UNIT`. */
  readonly values: Int32Array;
  /** For each node its first branch; the second is the one behind it. */
  readonly branches: Int32Array;
}

/** Parts of a natural unit that an added 1 stands for: finer than a weight's, since each tree adds little. */
export const TREE_UNIT = 4096;

/** Trees that add nothing. */
export const NO_TREES: Trees = { roots: new Int32Array(), asks: new Int16Array(), values: new Int32Array(), branches: new Int32Array() };

/** Trees as they are walked. */
interface Walks {
  /**
   * Four numbers a node: what it asks about, the limit, where its first branch begins in this list, and what is added. Where a path ends it asks too, with
   * a limit that no number is above, and its first branch is itself: all paths of a tree are equally long, so that nothing need be asked about that.
   */
  readonly nodes: Int32Array;
  /** Where the first node of each tree begins, and the length of its paths. */
  readonly roots: Int32Array;
  readonly depths: Int32Array;
}

/** Above any number asked about, which are smaller than this, and so are limits. */
const NO_LIMIT = 2 ** 30;

const walksOf = perObject(({ roots, asks, values, branches }: Trees): Walks => {
  const depthOf = (node: number): number => (asks[node]! < 0 ? 0 : 1 + Math.max(depthOf(branches[node]!), depthOf(branches[node]! + 1)));
  const nodes = new Int32Array(4 * asks.length);
  for (const [node, ask] of asks.entries())
    nodes.set(ask < 0 ? [0, NO_LIMIT, 4 * node, values[node]!] : [ask, values[node]!, 4 * branches[node]!, 0], 4 * node);
  return { nodes, roots: roots.map((root) => 4 * root), depths: roots.map(depthOf) };
});

/**
 * What all trees together add to each item, of `width` numbers each. Four items go down a tree side by side, since each step waits for
 * memory; and a branch is counted rather than taken, since nobody can guess it: the sign of limit − number, by its highest bit.
 */
export function sumsOfTrees(trees: Trees, numbers: Int32Array, width: number): Int32Array {
  const { nodes, roots, depths } = walksOf(trees);
  const count = numbers.length / width;
  // The last four may be less: then the last of them goes down again, and its sum is left out.
  const sums = new Int32Array(count + 3);
  const last = numbers.length - width;
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree]!;
    const depth = depths[tree]!;
    for (let item = 0; item < count; item += 4) {
      const atA = item * width;
      const atB = Math.min(atA + width, last);
      const atC = Math.min(atA + 2 * width, last);
      const atD = Math.min(atA + 3 * width, last);
      let [a, b, c, d] = [root, root, root, root];
      for (let step = 0; step < depth; step++) {
        a = nodes[a + 2]! + 4 * ((nodes[a + 1]! - numbers[atA + nodes[a]!]!) >>> 31);
        b = nodes[b + 2]! + 4 * ((nodes[b + 1]! - numbers[atB + nodes[b]!]!) >>> 31);
        c = nodes[c + 2]! + 4 * ((nodes[c + 1]! - numbers[atC + nodes[c]!]!) >>> 31);
        d = nodes[d + 2]! + 4 * ((nodes[d + 1]! - numbers[atD + nodes[d]!]!) >>> 31);
      }
      sums[item]! += nodes[a + 3]!;
      sums[item + 1]! += nodes[b + 3]!;
      sums[item + 2]! += nodes[c + 3]!;
      sums[item + 3]! += nodes[d + 3]!;
    }
  }
  return sums.subarray(0, count);
}

/** The block of a file that holds trees. */
export const writeTrees = (name: string, { roots, asks, values, branches }: Trees): [string, Uint8Array] => [
  name,
  packIntegers([roots.length, ...roots, ...asks, ...values, ...branches]),
];

/** @throws RangeError where the file holds none of that name. */
export function readTrees(name: string, blocks: ReadonlyMap<string, Uint8Array>): Trees {
  const [count = 0, ...rest] = unpackIntegers(blockOf(blocks, name));
  const nodes = (rest.length - count) / 3;
  const list = (k: number) => rest.slice(count + k * nodes, count + (k + 1) * nodes);
  return {
    roots: Int32Array.from(rest.slice(0, count)),
    asks: Int16Array.from(list(0)),
    values: Int32Array.from(list(1)),
    branches: Int32Array.from(list(2)),
  };
}
