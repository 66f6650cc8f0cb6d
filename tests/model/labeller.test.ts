import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readModelFile, writeModelFile } from '../../src/model/file.ts';
import { hashText } from '../../src/model/hash.ts';
import { emissions, type Labeller, latticeOf, viterbi } from '../../src/model/labeller.ts';
import { readLabeller, writeLabeller } from '../../src/model/labeller-file.ts';
import { lengthOf, type Sequence, SequenceWriter } from '../../src/model/sequence.ts';
import { labellingOf, quantise, trainLabeller } from '../../src/training/labeller.ts';
import { runs } from '../support/runs.ts';

const [OUT, BEGIN, INSIDE] = [0, 1, 2];
const labelling = labellingOf(3, (from, to) => to !== INSIDE || from === BEGIN || from === INSIDE);

/** The word and the one before it. */
function sequenceOf(words: readonly string[]): Sequence {
  const writer = new SequenceWriter();
  for (const [i, word] of words.entries()) {
    writer.add(0, hashText(word));
    writer.add(1, hashText(words[i - 1] ?? ''));
    writer.next();
  }
  return writer.finish();
}

/** Names are what stands behind "mayor", two words long. */
const sentences = [
  'the mayor Ana Bell left',
  'a mayor Cem Dahl spoke',
  'the boat left',
  'mayor Eva Bell spoke of a boat',
  'Bell left a boat',
];
const examples = sentences.map((sentence) => {
  const words = sentence.split(' ');
  const at = words.indexOf('mayor');
  const labels = Uint8Array.from(words, (_, i) => (at >= 0 && i === at + 1 ? BEGIN : at >= 0 && i === at + 2 ? INSIDE : OUT));
  return { sequence: sequenceOf(words), labels };
});
const options = { epochs: 30, rate: 0.2, dropout: 0.1, average: 5, minCount: 1, seed: 1 };
const labeller = quantise(trainLabeller(examples, labelling, options), 0);

/** The best labels. */
function decode(sequence: Sequence): number[] {
  const found = new Uint8Array(lengthOf(sequence));
  viterbi(labeller, { scores: emissions(labeller, sequence), width: labeller.labels, column: 0 }, 0, found.length, found);
  return [...found];
}

/** How likely each label is for each token, given all others. */
function posteriors(sequence: Sequence): Float64Array {
  const { forward, backward } = latticeOf(labeller, emissions(labeller, sequence), lengthOf(sequence));
  return forward.map((share, x) => share * backward[x]!);
}

describe('a trained labeller', () => {
  test.each([
    ['the mayor Ana Bell left', '00120'],
    ['the mayor Ida Ro left', '00120'],
    ['the boat left', '000'],
  ])('labels %j as it was shown, names that it never saw too', (sentence, labels) => {
    expect(decode(sequenceOf(sentence.split(' '))).join('')).toBe(labels);
  });

  test('is the same, byte by byte, whenever it is trained with the same seed, and another with another', () => {
    const bytes = (seed: number) => fileOf(quantise(trainLabeller(examples, labelling, { ...options, seed }), 0));
    expect(bytes(1)).toEqual(bytes(1));
    expect(bytes(2)).not.toEqual(bytes(1));
  });

  test('is read back as it was written', () => {
    expect(fileOf(readLabeller('names', readModelFile(fileOf(labeller), 'test', 1).blocks))).toEqual(fileOf(labeller));
  });

  test('loses features with small weights when it is pruned', () => {
    const rows = (prune: number) => quantise(trainLabeller(examples, labelling, options), prune).table.weights.length;
    expect(rows(1)).toBeLessThan(rows(0));
    expect(rows(100)).toBe(0);
  });
});

const fileOf = (model: Labeller) =>
  writeModelFile({ header: { kind: 'test', version: 1, data: [] }, blocks: new Map(writeLabeller('names', model)) });

test.each([
  ['other bytes', () => new Uint8Array([1, 2, 3]), /no weights/],
  ['nothing', () => new Uint8Array(), /no weights/],
  ['another kind', () => writeModelFile({ header: { kind: 'other', version: 1, data: [] }, blocks: new Map() }), /weights for other/],
  ['another version', () => writeModelFile({ header: { kind: 'test', version: 2, data: [] }, blocks: new Map() }), /version 2/],
  ['a file that breaks off', () => fileOf(labeller).slice(0, -3), /damaged/],
])('%s as weights are refused', (_, bytes, message) => {
  expect(() => readModelFile(bytes(), 'test', 1)).toThrow(message);
});

/** Score of one labelling, in natural units; null where it is forbidden. */
function scoreOf({ table, transitions, start, labels }: Labeller, { features, offsets }: Sequence, path: readonly number[]): number | null {
  let sum = 0;
  for (const [i, to] of path.entries()) {
    const step = i === 0 ? start[to]! : transitions[path[i - 1]! * labels + to]!;
    if (step < -1e6) return null;
    sum += step;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const row = table.rowOf.at(features[k]!)!;
      if (row >= 0) sum += table.weights[row * labels + to]!;
    }
  }
  return sum / 128;
}

const paths = (n: number): number[][] => (n === 0 ? [[]] : paths(n - 1).flatMap((path) => [0, 1, 2].map((l) => [...path, l])));

test('the best labels and the posteriors are those that enumerating all labellings gives', () => {
  const words = fc.array(fc.constantFrom('mayor', 'Ana', 'Bell', 'the', 'boat', 'ship'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, (list) => {
      const sequence = sequenceOf(list);
      const scored = paths(list.length).flatMap((path) => {
        const score = scoreOf(labeller, sequence, path);
        return score === null ? [] : [{ path, score }];
      });
      const top = Math.max(...scored.map(({ score }) => score));
      expect(scoreOf(labeller, sequence, decode(sequence))).toBe(top);
      const total = scored.reduce((sum, { score }) => sum + Math.exp(score), 0);
      const found = posteriors(sequence);
      for (const [i] of list.entries())
        for (const l of [0, 1, 2]) {
          const share = scored.filter(({ path }) => path[i] === l).reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
          expect(found[i * 3 + l]).toBeCloseTo(share, 9);
        }
    }),
    { numRuns: runs(100, 5_000) },
  );
});
