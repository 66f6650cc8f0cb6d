import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { turns } from '../src/turns.ts';

/** What ran at once at each beginning, of `count` actions that end in the order in which they began. */
async function atOnce(turn: ReturnType<typeof turns>, count: number): Promise<number[]> {
  const seen: number[] = [];
  let running = 0;
  const action = async () => {
    seen.push(++running);
    await soon();
    running--;
  };
  await Promise.all(Array.from({ length: count }, () => turn(action)));
  return seen;
}

test.each([
  [1, [1, 1, 1, 1]],
  [2, [1, 2, 2, 2]],
  [9, [1, 2, 3, 4]],
])('no more than %d run at once', async (size, expected) => {
  expect(await atOnce(turns(size), 4)).toEqual(expected);
});

test('a size that grows lets in more when the next one ends', async () => {
  let ended = 0;
  const turn = turns(() => 1 + ended++);
  expect(Math.max(...(await atOnce(turn, 8)))).toBeGreaterThan(1);
});

test('they begin in the order in which they came, and one that fails makes room too', async () => {
  const turn = turns(1);
  const begun: number[] = [];
  const ends = await Promise.allSettled(
    [0, 1, 2].map((n) =>
      turn(async () => {
        begun.push(n);
        await soon();
        if (n === 1) throw new Error('no');
        return n;
      }),
    ),
  );
  expect(begun).toEqual([0, 1, 2]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
