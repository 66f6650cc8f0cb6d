import { afterAll, describe, expect, test } from 'vitest';
import { SequenceWriter } from '../../src/model/sequence.ts';
import { type Example, labellingOf, trainLabeller } from '../../src/training/labeller.ts';
import { createLearners, shared } from '../../src/training/learners.ts';

const exampleOf = (words: readonly number[], labels: readonly number[], weight?: number): Example => {
  const { add, next, finish } = new SequenceWriter();
  for (const word of words) {
    add(0, word);
    next();
  }
  return { sequence: finish(), labels: Uint8Array.from(labels), ...(weight === undefined ? {} : { weight }) };
};
const examples = [exampleOf([1, 2, 1, 2], [1, 0, 1, 0]), exampleOf([3, 1], [0, 1], 2), exampleOf([], [])];
const labelling = labellingOf(2, (from, to) => from !== 1 || to !== 1);
const options = { epochs: 3, rate: 0.1, dropout: 0.5, average: 1, minCount: 1 };

const bytesOf = ({ buffer }: Int32Array) => Buffer.from(buffer);

describe('threads that train', () => {
  const learners = createLearners(2);
  afterAll(learners.close);

  test('come to the same weights as one that trains alone, with examples in memory of their own or shared', async () => {
    for (const given of [examples, shared(examples)])
      for (const seed of [1, 2]) {
        const [alone, here] = [
          trainLabeller(examples, labelling, { ...options, seed }),
          await learners.train(given, labelling, { ...options, seed }),
        ];
        expect(here.weights).toEqual(alone.weights);
        expect(here.transitions).toEqual(alone.transitions);
        expect(Buffer.compare(bytesOf(here.rowOf), bytesOf(alone.rowOf))).toBe(0);
        expect(here.labelling).toEqual(labelling);
      }
  });

  test('tell of each epoch whoever asked', async () => {
    const told: string[] = [];
    const alone: number[] = [];
    await Promise.all(
      [1, 2, 3].map((seed) =>
        learners.train(examples, labelling, { ...options, seed, progress: (epoch) => told.push(`${seed} ${epoch}`) }),
      ),
    );
    trainLabeller(examples, labelling, { ...options, seed: 1, progress: (_, loss) => alone.push(loss) });
    expect(told.sort()).toEqual(['1 0', '1 1', '1 2', '2 0', '2 1', '2 2', '3 0', '3 1', '3 2']);
    const losses: number[] = [];
    await learners.train(examples, labelling, { ...options, seed: 1, progress: (_, loss) => losses.push(loss) });
    expect(losses).toEqual(alone);
  });

  test('give an error to whoever asked for what cannot be trained, and go on', async () => {
    const broken = { ...examples[0]!, sequence: null as never };
    await expect(learners.train([broken], labelling, { ...options, seed: 1 })).rejects.toThrow(TypeError);
    await expect(learners.train(examples, labelling, { ...options, seed: 1 })).resolves.toHaveProperty('weights');
  });
});

test('examples in shared memory are the same, with all that is known of them', () => {
  const given = [...examples, ...examples].map((example, article) => ({ ...example, article }));
  const copies = shared(given);
  expect(copies).toEqual(given);
  const memory = new Set(copies.flatMap(({ sequence, labels }) => [sequence.features.buffer, sequence.offsets.buffer, labels.buffer]));
  expect([...memory].map((buffer) => buffer.constructor)).toEqual([SharedArrayBuffer, SharedArrayBuffer, SharedArrayBuffer]);
});
