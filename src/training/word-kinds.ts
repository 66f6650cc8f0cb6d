import { exp } from '../model/exact.ts';
import { hashText } from '../model/hash.ts';
import { WORD_KINDS } from '../pipeline/names/model/lists.ts';
import type { WordLists } from './name-lists.ts';
import { type Random, seeded, shuffled } from './random.ts';
import type { Vectors } from './word-classes.ts';

/** How often a word was each of `WORD_KINDS`, and how often none of them. */
export type KindCounts = ReadonlyMap<string, readonly number[]>;

/** Words whose kinds are kept, the most frequent; of as many behind them those that seem to be names. */
const WORDS = 100_000;
const RARE_WORDS = 250_000;
const DIMENSIONS = 100;
const HIDDEN = 48;
const KINDS = WORD_KINDS.length + 1;
const EPOCHS = 12;
const RATE = 0.05;
const DAMPING = 1e-2;
/** Likelihoods from which a kind is possible, likely, nearly sure. */
const STEPS = [0.1, 0.35, 0.7];

interface Lesson {
  readonly vector: readonly number[];
  readonly kinds: readonly number[];
  readonly weight: number;
}

/** Learns from words whose kinds are known what vectors tell of all words: of each word's hash two bits a kind. */
export function learnWordKinds(vectors: Vectors, counts: KindCounts, lists: WordLists, seed: number): Map<number, number> {
  const net = train(lessonsFrom(vectors, counts, lists), seeded(seed));
  const kinds = new Map<number, number>();
  for (const [rank, word] of Object.keys(vectors).slice(0, RARE_WORDS).entries()) {
    if (!/\p{L}/u.test(word)) continue;
    const likely = run(net, normal(vectors[word]!)).out;
    const packed = WORD_KINDS.reduce((sum, _, k) => sum | (STEPS.filter((step) => likely[k]! > step).length << (2 * k)), 0);
    const hash = hashText(word.replace(/\d/g, '9'));
    if ((packed > 0 || rank < WORDS) && !kinds.has(hash)) kinds.set(hash, packed);
  }
  return kinds;
}

function lessonsFrom(vectors: Vectors, counts: KindCounts, lists: WordLists): Lesson[] {
  const all = new Map<string, number[]>([...counts].map(([word, kinds]) => [word, [...kinds]]));
  const listed: [readonly string[], number][] = [
    [lists.given, 0],
    [lists.surname, 1],
    [[...lists.organization, ...lists.team], 2],
    [[...lists.country, ...lists.region, ...lists.city], 3],
  ];
  for (const [words, kind] of listed) {
    for (const word of words) {
      const lower = word.toLowerCase();
      if (lower.length < 3 || /\s/.test(lower)) continue;
      const kinds = all.get(lower) ?? Array<number>(KINDS).fill(0);
      kinds[kind]! += 1;
      all.set(lower, kinds);
    }
  }
  return [...all].flatMap(([word, kinds]) => {
    const sum = kinds.reduce((total, count) => total + count, 0);
    const vector = vectors[word];
    return vector && sum > 0
      ? [{ vector: normal(vector), kinds: kinds.map((count) => count / sum), weight: Math.min(1, 0.3 + sum / 10) }]
      : [];
  });
}

function normal(vector: readonly number[]): number[] {
  let square = 0;
  for (let d = 0; d < DIMENSIONS; d++) square += vector[d]! * vector[d]!;
  const length = Math.sqrt(square) || 1;
  return vector.slice(0, DIMENSIONS).map((value) => (4 * value) / length);
}

/** One hidden layer, positive parts alone passed on. */
interface Net {
  readonly inner: Float64Array;
  readonly outer: Float64Array;
}

function run({ inner, outer }: Net, vector: readonly number[]) {
  const hidden = new Float64Array(HIDDEN);
  for (let h = 0; h < HIDDEN; h++) {
    let sum = inner[h * (DIMENSIONS + 1) + DIMENSIONS]!;
    for (let d = 0; d < DIMENSIONS; d++) sum += inner[h * (DIMENSIONS + 1) + d]! * vector[d]!;
    hidden[h] = Math.max(0, sum);
  }
  const out = new Float64Array(KINDS);
  for (let k = 0; k < KINDS; k++) {
    let sum = outer[k * (HIDDEN + 1) + HIDDEN]!;
    for (let h = 0; h < HIDDEN; h++) sum += outer[k * (HIDDEN + 1) + h]! * hidden[h]!;
    out[k] = sum;
  }
  const top = out.reduce((most, value) => Math.max(most, value), -Infinity);
  const raised = out.map((value) => exp(value - top));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return { hidden, out: raised.map((value) => value / total) };
}

function train(lessons: readonly Lesson[], random: Random): Net {
  const drawn = (length: number, size: number) => Float64Array.from({ length }, () => (random() - 0.5) * size);
  const net = { inner: drawn(HIDDEN * (DIMENSIONS + 1), 0.2), outer: drawn(KINDS * (HIDDEN + 1), 0.2) };
  const squares = { inner: new Float64Array(net.inner.length), outer: new Float64Array(net.outer.length) };
  const step = (part: 'inner' | 'outer', at: number, gradient: number) => {
    squares[part][at]! += gradient * gradient;
    net[part][at]! -= (RATE * gradient) / Math.sqrt(squares[part][at]! + DAMPING);
  };
  const back = new Float64Array(HIDDEN);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { vector, kinds, weight } of shuffled(lessons, random)) {
      const { hidden, out } = run(net, vector);
      back.fill(0);
      for (let k = 0; k < KINDS; k++) {
        const error = weight * (out[k]! - kinds[k]!);
        for (let h = 0; h < HIDDEN; h++) {
          back[h]! += error * net.outer[k * (HIDDEN + 1) + h]!;
          if (hidden[h]! > 0) step('outer', k * (HIDDEN + 1) + h, error * hidden[h]!);
        }
        step('outer', k * (HIDDEN + 1) + HIDDEN, error);
      }
      for (let h = 0; h < HIDDEN; h++) {
        if (hidden[h]! <= 0) continue;
        for (let d = 0; d < DIMENSIONS; d++) step('inner', h * (DIMENSIONS + 1) + d, back[h]! * vector[d]!);
        step('inner', h * (DIMENSIONS + 1) + DIMENSIONS, back[h]!);
      }
    }
  }
  return net;
}
