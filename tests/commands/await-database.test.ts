import { describe, expect, test, vi } from 'vitest';
import { awaitDatabase } from '../../src/commands/await-database.ts';
import { QuotewireError } from '../../src/errors.ts';
import { ended, launch } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';
import { proxyTo } from '../support/proxy.ts';

const signal = new AbortController().signal;
const because = (code: string) => new QuotewireError('DATABASE_UNREACHABLE', code, { cause: Object.assign(new Error(code), { code }) });

describe('a database that is not there yet', () => {
  test('is waited for, with a line that says why, and another where that changes', async () => {
    const say = vi.fn();
    const answers = [because('ENOTFOUND'), because('ECONNREFUSED'), because('ECONNREFUSED'), because('57P03')];
    const open = async () => {
      const error = answers.shift();
      if (error) throw error;
      return 'open';
    };
    expect(await awaitDatabase(open, { patience: 60_000, signal, say, pause: 1 })).toBe('open');
    expect(say.mock.calls.flat()).toEqual(['ENOTFOUND', 'ECONNREFUSED', '57P03'].map((code) => `${code} Waiting for it, 60 s at most.`));
  });

  test('and never comes is an error when time is up', async () => {
    const open = vi.fn(() => Promise.reject(because('ECONNREFUSED')));
    await expect(awaitDatabase(open, { patience: 20, signal, say: () => {}, pause: 5 })).rejects.toThrow('ECONNREFUSED');
    expect(open.mock.calls.length).toBeGreaterThan(1);
  });

  test('is waited for no longer when one says so', async () => {
    const controller = new AbortController();
    const open = () => Promise.reject(because('ECONNREFUSED'));
    const waiting = { patience: 60_000, signal: controller.signal, say: () => controller.abort(), pause: 60_000 };
    expect(await awaitDatabase(open, waiting)).toBeNull();
  });
});

test.each(['28P01', '3D000', 'DATABASE_NEWER'])('a database that is there and refuses (%s) is an error at once', async (code) => {
  const say = vi.fn();
  await expect(awaitDatabase(() => Promise.reject(because(code)), { patience: 60_000, signal, say })).rejects.toThrow(code);
  expect(say).not.toHaveBeenCalled();
});

describe('a server that starts before its database', () => {
  const start = async () => {
    const proxy = await proxyTo((await testDatabase()).url);
    await proxy.away();
    const child = launch(['serve'], { DATABASE_URL: proxy.url, PORT: '0' });
    const end = ended(child);
    const printed = (words: string) =>
      new Promise<void>((resolve) => {
        let all = '';
        child.stdout!.on('data', (chunk) => {
          all += chunk;
          if (all.includes(words)) resolve();
        });
      });
    return { proxy, child, end, printed };
  };

  test('says that it waits, and serves when the database is there', async () => {
    const { proxy, child, end, printed } = await start();
    const answers = printed('answers at');
    await printed('nothing listens there. What to do: start the server or correct DATABASE_URL. Waiting for it, 60 s at most.');
    await proxy.back();
    await answers;
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 0, stderr: '' });
  });

  test('ends with 0 when it is told to stop meanwhile', async () => {
    const { child, end, printed } = await start();
    await printed('Waiting');
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 0, stderr: '' });
  });
});
