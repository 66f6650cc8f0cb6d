import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
await save(client, corpus(10), 'test');
const at = new Date('2031-01-01');
await client.ingestRun.createMany({
  data: [
    { id: randomUUID(), kind: 'LOAD', status: 'RUNNING', source: 'a', startedAt: at, seenAt: at, read: 5, added: 3, failed: 1 },
    { id: randomUUID(), kind: 'LOAD', status: 'DONE', source: 'b', startedAt: at, seenAt: at, read: 2, added: 2 },
  ],
});

const measured = (set: Record<string, string> = {}) =>
  createApp(client, configured(set), { pool: () => ({ total: 3, idle: 2, waiting: 1 }) });
const metrics = (app: ReturnType<typeof createApp>, headers: Record<string, string> = {}) =>
  app.fetch('http://localhost/metrics', { headers });

test('metrics tell of requests by operation and status, errors by code, the pool, the process, and what is stored', async () => {
  const app = measured();
  for (let i = 0; i < 3; i++) await ask(app, 'query Newest { articles(first: 1) { nodes { id } } }');
  await ask(app, '{ __typename }');
  await ask(app, '{ nothing }');
  const response = await metrics(app);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  for (const line of [
    'quotewire_request_duration_seconds_count{operation="Newest",status="200"} 3',
    'quotewire_request_duration_seconds_bucket{le="+Inf",operation="Newest",status="200"} 3',
    'quotewire_request_duration_seconds_count{operation="(unnamed)",status="200"} 1',
    'quotewire_request_duration_seconds_count{operation="(refused)",status="200"} 1',
    'quotewire_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1',
    'quotewire_pool_connections{state="waiting"} 1',
    'quotewire_requests{state="working"} 0',
    'quotewire_corpus_size{noun="articles"} 10',
    'quotewire_corpus_size{noun="quotes"} 40',
    'quotewire_corpus{what="loads_running"} 1',
    'quotewire_ingest_documents{outcome="added"} 5',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toMatch(/^quotewire_corpus\{what="version"\} [1-9]/m);
  expect(text).toMatch(/^quotewire_statements_total [1-9]/m);
  expect(text).toMatch(/^quotewire_corpus\{what="last_loaded"\} \d{10}/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
});

test('clients cannot fill memory with names of operations', async () => {
  const app = measured();
  for (let i = 0; i < 60; i++) await ask(app, `query N${i} { __typename }`);
  const text = await (await metrics(app)).text();
  const names = new Set([...text.matchAll(/_count\{operation="([^"]+)"/g)].map((match) => match[1]));
  expect(names.size).toBe(51);
  expect(text).toContain('quotewire_request_duration_seconds_count{operation="other",status="200"} 10\n');
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const QUOTEWIRE_TOKENS = `reader:${sha256('read')},monitor:${sha256('watch')},admin:${sha256('all')}`;

test.each([
  ['by default', {}, null, 200],
  ['in production', { NODE_ENV: 'production' }, null, 403],
  ['in production', { NODE_ENV: 'production', QUOTEWIRE_TOKENS }, 'watch', 200],
  ['where there is a token for it', { QUOTEWIRE_TOKENS }, null, 403],
  ['where there is a token for it', { QUOTEWIRE_TOKENS }, 'read', 403],
  ['where there is a token for it', { QUOTEWIRE_TOKENS }, 'watch', 200],
  ['where there is a token for it', { QUOTEWIRE_TOKENS }, 'all', 200],
  ['where there is a token for it', { QUOTEWIRE_TOKENS }, 'wrong', 401],
])('%s with %j, the token %s gets %i', async (_, set, token, status) => {
  const response = await metrics(measured(set), token ? { authorization: `Bearer ${token}` } : {});
  expect(response.status).toBe(status);
  if (status !== 200) expect((await response.json()).errors).toHaveLength(1);
});

test('metrics are shown without what is stored where the database hangs', async () => {
  const hanging = client.$extends({ query: { $queryRaw: () => new Promise(() => {}) } }) as unknown as typeof client;
  const app = createApp(hanging, configured({}), { pool: () => ({ total: 3, idle: 0, waiting: 7 }) });
  const text = await (await metrics(app)).text();
  expect(text).toContain('quotewire_pool_connections{state="waiting"} 7\n');
  expect(text).not.toContain('quotewire_corpus_size{');
}, 9_000);
