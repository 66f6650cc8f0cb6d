import type { Span } from '../span.ts';
import { add, type Counts } from './counts.ts';
import { wordsIn } from './words.ts';

/** An unbroken stretch of words: numbers `from` up to `to`, without `to`. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** How well the unbroken stretches of content or source agree, each by itself, as sequence labelling is measured. */
export function countParts(
  counts: Counts,
  name: 'content' | 'source',
  words: readonly Span[],
  gold: readonly Span[],
  predicted: readonly Span[],
): void {
  const [wanted, given] = [partsOf(words, gold), partsOf(words, predicted)];
  const path = `parts/${name}`;
  add(counts, `${path}/gold`, wanted.length);
  add(counts, `${path}/predicted`, given.length);
  const keys = new Set(given.map(({ from, to }) => `${from}-${to}`));
  add(counts, `${path}/exact`, wanted.filter(({ from, to }) => keys.has(`${from}-${to}`)).length);
  const [wantedFirst, givenFirst] = [wanted, given].map((parts) => new Set(parts.map(({ from }) => from)));
  add(counts, `${path}/gold/begin`, wanted.filter(({ from }) => givenFirst!.has(from)).length);
  add(counts, `${path}/predicted/begin`, given.filter(({ from }) => wantedFirst!.has(from)).length);
  // Each gold part counts its best overlap; a predicted part that meets none counts as one more without any.
  add(
    counts,
    `${path}/jaccard`,
    wanted.reduce((sum, part) => sum + Math.max(0, ...given.map((other) => jaccard(part, other))), 0),
  );
  add(counts, `${path}/compared`, wanted.length + given.filter((part) => !wanted.some((other) => jaccard(part, other) > 0)).length);
}

/** The distinct stretches of words that the spans cover. */
function partsOf(words: readonly Span[], spans: readonly Span[]): Part[] {
  const parts = new Map<string, Part>();
  for (const span of spans) {
    const numbers = wordsIn(words, [span]);
    if (numbers.length > 0) parts.set(`${numbers[0]}-${numbers.at(-1)}`, { from: numbers[0]!, to: numbers.at(-1)! + 1 });
  }
  return [...parts.values()];
}

const jaccard = (a: Part, b: Part) =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from)) / (Math.max(a.to, b.to) - Math.min(a.from, b.from));
