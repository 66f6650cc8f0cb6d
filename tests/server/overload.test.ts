import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { blocked } from '../support/blocked.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';

const { client, url } = await testDatabase();
const QUERY = '{ articles { nodes { id } } }';
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** The status of one more request; null where it got a place to wait in, which it leaves. */
const status = async (address: string) => (await fetch(address, { signal: AbortSignal.timeout(1000) }).catch(() => null))?.status ?? null;

test('so many are worked on, so many wait, and those beyond get 503 at once with when to come back; who waits is answered', async () => {
  const app = createApp(client, configured({ QUOTEWIRE_CONCURRENCY: '2', QUOTEWIRE_QUEUE: '3' }));
  const address = `${await listening(app)}?query=${encodeURIComponent(QUERY)}`;
  const block = await blocked(url);
  const asked: Promise<Response>[] = [];
  for (let i = 0; i < 5; i++) {
    asked.push(fetch(address));
    await pause();
  }
  await block.waiting(2);
  // The others wait for a place, not for the database.
  await expect.poll(() => status(address), { timeout: 15_000 }).toBe(503);
  const refused = await fetch(address);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await refused.json()).errors).toMatchObject([{ extensions: { code: 'OVERLOADED' } }]);
  await block.waiting(2);
  await block.release();
  for (const response of await Promise.all(asked)) expect(response.status).toBe(200);
  expect((await fetch(address)).status).toBe(200);
});

test('who gives up while waiting leaves its place to the next', async () => {
  const app = createApp(client, configured({ QUOTEWIRE_CONCURRENCY: '1', QUOTEWIRE_QUEUE: '1' }));
  const address = `${await listening(app)}?query=${encodeURIComponent(QUERY)}`;
  const block = await blocked(url);
  const first = fetch(address);
  await block.waiting(1);
  const leaving = new AbortController();
  const second = fetch(address, { signal: leaving.signal }).catch(() => null);
  await pause();
  await expect.poll(() => status(address), { timeout: 15_000 }).toBe(503);
  leaving.abort();
  await second;
  const third = fetch(address);
  await pause();
  await block.release();
  expect((await first).status).toBe(200);
  expect((await third).status).toBe(200);
});
