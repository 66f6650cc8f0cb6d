import { blockOf, packIntegers, unpackIntegers, unpackShorts } from './file.ts';
import { FEATURE_BITS } from './hash.ts';
import type { Chain, Labeller } from './labeller.ts';
import { paired, unpaired } from './pairs.ts';
import { SparseRows } from './rows.ts';
import type { Table } from './table.ts';

/** The blocks of a file that hold a labeller, their names beginning with `name`. */
export const writeLabeller = (name: string, labeller: Labeller): [string, Uint8Array][] => [
  writeChain(name, labeller),
  ...writeTable(name, labeller.table),
];

/** @throws RangeError where the file holds no labeller of that name. */
export const readLabeller = (name: string, blocks: ReadonlyMap<string, Uint8Array>): Labeller => ({
  ...readChain(name, blocks),
  table: readTable(name, blocks),
});

/** The block of a file that holds which labels may follow each other. */
export const writeChain = (name: string, { labels, transitions, start }: Chain): [string, Uint8Array] => [
  `${name}.chain`,
  packIntegers([labels, ...start, ...transitions]),
];

/** @throws RangeError where the file holds none of that name. */
export function readChain(name: string, blocks: ReadonlyMap<string, Uint8Array>): Chain {
  const [labels = 0, ...chain] = unpackIntegers(blockOf(blocks, `${name}.chain`));
  return { labels, start: Int32Array.from(chain.slice(0, labels)), transitions: Int32Array.from(chain.slice(labels)) };
}

/** The blocks of a file that hold a table: the features by the steps between their ids, and their weights. */
export function writeTable(name: string, { width, rowOf, weights }: Table): [string, Uint8Array][] {
  const single = unpaired(weights);
  const steps: number[] = [];
  const values: number[] = [];
  let last = 0;
  for (let id = 0; id < rowOf.length; id++) {
    const row = rowOf.at(id)!;
    if (row < 0) continue;
    steps.push(id - last);
    last = id;
    for (let l = 0; l < width; l++) values.push(single[row * width + l]!);
  }
  return [
    [`${name}.width`, packIntegers([width])],
    [`${name}.features`, packIntegers(steps)],
    [`${name}.weights`, packIntegers(values)],
  ];
}

/** @throws RangeError where the file holds no table of that name. */
export function readTable(name: string, blocks: ReadonlyMap<string, Uint8Array>): Table {
  // Behind one another, as they are written.
  const ids = unpackIntegers(blockOf(blocks, `${name}.features`));
  for (let row = 1; row < ids.length; row++) ids[row]! += ids[row - 1]!;
  const width = unpackIntegers(blockOf(blocks, `${name}.width`))[0]!;
  return {
    width,
    rowOf: SparseRows.of(ids, 1 << FEATURE_BITS),
    weights: paired(unpackShorts(blockOf(blocks, `${name}.weights`)), width),
  };
}
