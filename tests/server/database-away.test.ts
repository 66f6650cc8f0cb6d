import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createClient } from '../../src/db/open.ts';
import { createPool, stateOf } from '../../src/db/pool.ts';
import { brief, during } from '../../src/db/work.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { blocked } from '../support/blocked.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';
import { proxyTo } from '../support/proxy.ts';

const database = await testDatabase();
await save(database.client, corpus(3), 'test');
const COUNT = '{ articles(first: 1) { nodes { id } } }';

/** An app on a pool of `max` connections by the way of `url`. */
function appOn(url: string, set: Record<string, string> = {}, max = 4) {
  const pool = createPool(url, max);
  const client = createClient(url, { pool });
  onTestFinished(() => client.$disconnect());
  return { app: createApp(client, configured(set)), pool };
}

const ready = async (app: ReturnType<typeof createApp>) => (await app.fetch('http://localhost/ready')).status;

describe('while the database is away', () => {
  test('questions are answered with UNAVAILABLE, /ready with 503, /health with 200; when it is back all is well by itself', async () => {
    const proxy = await proxyTo(database.url);
    const { app } = appOn(proxy.url);
    expect((await ask(app, COUNT)).errors).toBeUndefined();
    expect(await ready(app)).toBe(200);

    await proxy.away();
    const response = await app.fetch(`http://localhost/graphql?query=${encodeURIComponent(COUNT)}`, {
      headers: { accept: 'application/graphql-response+json' },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect((await response.json()).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    await vi.waitFor(async () => expect(await ready(app)).toBe(503));
    expect((await app.fetch('http://localhost/health')).status).toBe(200);

    await proxy.back();
    expect((await ask(app, COUNT)).errors).toBeUndefined();
    await vi.waitFor(async () => expect(await ready(app)).toBe(200));
  });

  test('connections that turn out to be lost are replaced, and nobody notices', async () => {
    const proxy = await proxyTo(database.url);
    const { app, pool } = appOn(proxy.url);
    const some = () => Promise.all(Array.from({ length: 4 }, () => ask(app, COUNT)));
    await some();
    expect(stateOf(pool).total).toBe(4);
    proxy.wearOut();
    for (const { errors } of await some()) expect(errors).toBeUndefined();
  });

  test.each([
    ['reads is asked again', 'SELECT 1 AS n', [{ n: 1 }]],
    ['puts reads together is asked again', '(SELECT 1 AS n) UNION ALL (SELECT 2)', [{ n: 1 }, { n: 2 }]],
    ['writes is not asked twice', 'INSERT INTO "Place" DEFAULT VALUES', 'terminated'],
  ])('a statement that %s', async (_what, text, expected) => {
    const proxy = await proxyTo(database.url);
    const pool = createPool(proxy.url, 1);
    onTestFinished(() => pool.end());
    const asked = () => during(brief(5_000), () => pool.query({ text }));
    await pool.query({ text: 'SELECT 1' });
    proxy.wearOut();
    const answer = await asked().then(
      ({ rows }) => rows,
      ({ message }) => /terminated/.exec(message)?.[0],
    );
    expect(answer).toEqual(expected);
  });
});

describe('a statement', () => {
  test('that takes too long is cancelled, and the answer names the limit', async () => {
    const { app, pool } = appOn(database.url, { QUOTEWIRE_STATEMENT_TIMEOUT: '0.3' });
    const block = await blocked(database.url);
    const response = await app.fetch(`http://localhost/graphql?query=${encodeURIComponent(COUNT)}`, {
      headers: { accept: 'application/graphql-response+json' },
    });
    expect(response.status).toBe(504);
    expect((await response.json()).errors).toMatchObject([{ extensions: { code: 'TIMEOUT', limit: 'statementTimeout' } }]);
    await block.waiting(0);
    await block.release();
    expect((await ask(app, COUNT)).errors).toBeUndefined();
    expect(stateOf(pool)).toMatchObject({ waiting: 0 });
  });

  test('is cancelled when its client goes away, and the pool has all its connections again', async () => {
    const { app, pool } = appOn(database.url);
    const url = `${await listening(app)}?query=${encodeURIComponent(COUNT)}`;
    const block = await blocked(database.url);
    const clients = Array.from({ length: 6 }, () => new AbortController());
    const asked = clients.map(({ signal }) => fetch(url, { signal }).catch(({ name }) => name));
    await block.waiting(4);
    for (const client of clients) client.abort();
    expect(await Promise.all(asked)).toEqual(clients.map(() => 'AbortError'));
    await block.waiting(0);
    await block.release();
    await vi.waitFor(() => expect(pool.totalCount - pool.idleCount).toBe(0));
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(app, COUNT)));
    for (const { errors } of answers) expect(errors).toBeUndefined();
    expect(stateOf(pool).total).toBeLessThanOrEqual(4);
  });

  test('ends with the time for its request', async () => {
    const { app } = appOn(database.url, { QUOTEWIRE_REQUEST_TIMEOUT: '0.3' });
    const block = await blocked(database.url);
    expect((await ask(app, COUNT)).errors).toMatchObject([{ extensions: { code: 'TIMEOUT', limit: 'requestTimeout' } }]);
    await block.waiting(0);
  });
});
