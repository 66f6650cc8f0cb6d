import { packIntegers, unpackIntegers } from './file.ts';

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

/** What all trees together add to an item, whose numbers begin at `at`. */
export function sumOfTrees({ roots, asks, values, branches }: Trees, numbers: Int32Array, at: number): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    for (let ask = asks[node]!; ask >= 0; ask = asks[node]!) node = branches[node]! + (numbers[at + ask]! > values[node]! ? 1 : 0);
    sum += values[node]!;
  }
  return sum;
}

/** The block of a file that holds trees. */
export const writeTrees = (name: string, { roots, asks, values, branches }: Trees): [string, Uint8Array] => [
  name,
  packIntegers([roots.length, ...roots, ...asks, ...values, ...branches]),
];

/** @throws RangeError where the file holds none of that name. */
export function readTrees(name: string, blocks: ReadonlyMap<string, Uint8Array>): Trees {
  const block = blocks.get(name);
  if (!block) throw new RangeError(`the weights have no block ${name}`);
  const [count = 0, ...rest] = unpackIntegers(block);
  const nodes = (rest.length - count) / 3;
  const list = (k: number) => rest.slice(count + k * nodes, count + (k + 1) * nodes);
  return {
    roots: Int32Array.from(rest.slice(0, count)),
    asks: Int16Array.from(list(0)),
    values: Int32Array.from(list(1)),
    branches: Int32Array.from(list(2)),
  };
}
