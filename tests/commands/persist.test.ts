import { expect, test, vi } from 'vitest';
import { persist } from '../../src/commands/persist.ts';

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const signal = new AbortController().signal;

test('work whose database went is done again until it ends, with a line for each pause', async () => {
  const say = vi.fn();
  let tries = 0;
  const work = async (reached: () => void) => {
    if (++tries === 1) reached();
    if (tries < 4) throw away;
    return 'done';
  };
  expect(await persist(work, { signal, say, first: 1 })).toBe('done');
  expect(tries).toBe(4);
  expect(say.mock.calls).toEqual(Array(3).fill([expect.stringContaining('The database is gone')]));
});

test.each([
  ['a database that was never reached', away, false],
  ['another error', new Error('no such column'), true],
])('%s ends it at once', async (_, error, ever) => {
  const say = vi.fn();
  const work = async (reached: () => void) => {
    if (ever) reached();
    throw error;
  };
  await expect(persist(work, { signal, say, first: 1 })).rejects.toBe(error);
  expect(say).not.toHaveBeenCalled();
});

test('who interrupts a pause does not wait for its end', async () => {
  const controller = new AbortController();
  const work = async (reached: () => void) => {
    reached();
    throw away;
  };
  const ended = persist(work, { signal: controller.signal, say: () => controller.abort(), first: 100_000 });
  await expect(ended).rejects.toBe(away);
});
