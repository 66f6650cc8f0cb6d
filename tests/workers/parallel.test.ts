import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inParallel } from '../../src/workers/parallel.ts';

const all = async <Item>(items: AsyncIterable<Item>) => {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
};

/** How long each item takes, in milliseconds. */
const times = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
const limits = fc.integer({ min: 1, max: 4 });

describe('working on several items at once', () => {
  test('gives every result, in order, and never works on more than the limit or reads ahead of it', () =>
    fc.assert(
      fc.asyncProperty(times, limits, async (times, limit) => {
        let [running, most, taken, read] = [0, 0, 0, 0];
        const source = function* () {
          for (const [index, time] of times.entries()) {
            read = index + 1;
            yield { index, time };
          }
        };
        const results: number[] = [];
        const work = async ({ index, time }: { index: number; time: number }) => {
          most = Math.max(most, ++running);
          await sleep(time);
          running--;
          return index;
        };
        for await (const index of inParallel(source(), work, { limit })) {
          results.push(index);
          expect(read - taken++).toBeLessThanOrEqual(limit);
        }
        expect(most).toBeLessThanOrEqual(limit);
        expect(results).toEqual(times.map((_, index) => index));
      }),
      { numRuns: 30 },
    ));

  test('ends with the first failure', async () => {
    const work = async (item: number) => {
      if (item === 1) throw new Error('one');
      return item;
    };
    await expect(all(inParallel([0, 1, 2], work, { limit: 2 }))).rejects.toThrow('one');
  });
});
