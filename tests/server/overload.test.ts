import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createApp } from '../../src/server.ts';
import { blocked } from '../support/blocked.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';

const { client, url } = await testDatabase();
const QUERY = '{ articles { nodes { id } } }';

/** The response that comes first: where all others wait, that of one that is not let in. */
const first = (asked: readonly Promise<Response>[]) => Promise.race(asked);

/** A request that waits in the queue; an error where it is sent away. In an array, since a promise of a promise is one. */
async function letIn(address: string): Promise<[Promise<Response>]> {
  const request = fetch(address);
  const status = await Promise.race([request.then((response) => response.status), setTimeout(1000, null)]);
  if (status !== null) throw new Error(`answered ${status} at once`);
  return [request];
}

test('so many are worked on, so many wait, and those beyond get 503 at once with when to come back; who waits is answered', async () => {
  const app = createApp(client, configured({ QUOTEWIRE_CONCURRENCY: '2', QUOTEWIRE_QUEUE: '3' }));
  const address = `${await listening(app)}?query=${encodeURIComponent(QUERY)}`;
  const block = await blocked(url);
  const worked = [fetch(address), fetch(address)];
  await block.waiting(2);
  // Whichever of the four arrives last finds no place.
  const others = [fetch(address), fetch(address), fetch(address), fetch(address)];
  const refused = await first(others);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await refused.json()).errors).toMatchObject([{ extensions: { code: 'OVERLOADED' } }]);
  expect((await fetch(address)).status).toBe(503);
  // Those that wait for a place do not wait for the database.
  await block.waiting(2);
  await block.release();
  const statuses = (await Promise.all([...worked, ...others])).map((response) => response.status);
  expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 200, 503]);
  expect((await fetch(address)).status).toBe(200);
});

test('who gives up while waiting leaves its place to the next', async () => {
  const app = createApp(client, configured({ QUOTEWIRE_CONCURRENCY: '1', QUOTEWIRE_QUEUE: '1' }));
  const address = `${await listening(app)}?query=${encodeURIComponent(QUERY)}`;
  const block = await blocked(url);
  const worked = fetch(address);
  await block.waiting(1);
  const leaving = new AbortController();
  const others = [fetch(address, { signal: leaving.signal }), fetch(address, { signal: leaving.signal })];
  expect((await first(others)).status).toBe(503);
  leaving.abort();
  await Promise.allSettled(others);
  // The server hears a moment later that it has left.
  const [next] = await vi.waitFor(() => letIn(address), { timeout: 15_000 });
  await block.release();
  expect((await worked).status).toBe(200);
  expect((await next).status).toBe(200);
});
