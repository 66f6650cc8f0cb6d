import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { configured } from '../support/configured.ts';
import { corpus, corpusReadings, recorded } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { client, statements } = await testDatabase();
await save(client, corpus(2), 'test');
const app = createApp(client);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const urlOf = (query: string) => `http://localhost/graphql?query=${encodeURIComponent(query)}`;
const COUNT = urlOf('{ articles { totalCount } }');
const asking = (etag: string | null, rest: Record<string, string> = {}) => ({ headers: { 'if-none-match': etag!, ...rest } });

describe('an answer to GET', () => {
  test('is good for as long as the corpus stays: 304 without running the query, and another answer after a change', async () => {
    const first = await app.fetch(COUNT);
    const etag = first.headers.get('etag');
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    for (const name of ['Accept', 'Accept-Encoding', 'Authorization']) expect(first.headers.get('vary')).toContain(name);
    expect((await app.fetch(COUNT)).headers.get('etag')).toBe(etag);

    const asked = await statements(async () => {
      const again = await app.fetch(COUNT, asking(`"other", ${etag}`));
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(etag);
      expect(await again.text()).toBe('');
    });
    expect(asked).toEqual([expect.stringMatching(/SELECT version/)]);

    await save(client, corpus(3), 'test');
    const changed = await app.fetch(COUNT, asking(etag));
    expect(changed.status).toBe(200);
    expect((await changed.json()).data.articles.totalCount).toBe(3);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('of another query, for another type, of a server with other settings is another', async () => {
    const tag = async (url: string, one = app, headers: Record<string, string> = {}) =>
      (await one.fetch(url, { headers })).headers.get('etag');
    const tags = [
      await tag(COUNT),
      await tag(urlOf('{ quotes { totalCount } }')),
      await tag(COUNT, app, { accept: 'application/graphql-response+json' }),
      await tag(COUNT, createApp(client, configured({ QUOTEWIRE_MAX_PAGE: '50' }))),
    ];
    expect(new Set(tags).size).toBe(4);
  });

  test('of another database is another, though that has been written as often', async () => {
    const [one, other] = [await testDatabase(), await testDatabase()];
    await ingest(one.client, corpusReadings(2), { annotators: recorded(2) });
    await ingest(other.client, corpusReadings(3), { annotators: recorded(3) });
    expect(await other.client.corpusState.findMany()).toEqual(await one.client.corpusState.findMany());
    const { headers } = await createApp(one.client).fetch(COUNT);
    const answer = await createApp(other.client).fetch(COUNT, asking(headers.get('etag')));
    expect(answer.status).toBe(200);
    expect((await answer.json()).data.articles.totalCount).toBe(3);
  });

  test('may be kept unasked for QUOTEWIRE_MAX_AGE seconds, by nobody but the client where reading needs a token', async () => {
    const kept = async (set: Record<string, string>) =>
      (await createApp(client, configured(set)).fetch(COUNT)).headers.get('cache-control');
    expect(await kept({ QUOTEWIRE_MAX_AGE: '60' })).toBe('public, max-age=60');
    const token = { QUOTEWIRE_READING: 'token', QUOTEWIRE_TOKENS: `reader:${sha256('b')}` };
    const closed = createApp(client, configured(token));
    const read = await closed.fetch(COUNT, { headers: { authorization: 'Bearer bob' } });
    expect(read.status).toBe(401);
    expect(read.headers.get('cache-control')).toBe('no-store');
    expect(read.headers.get('etag')).toBeNull();
    const allowed = await closed.fetch(COUNT, { headers: { authorization: 'Bearer b' } });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('cache-control')).toBe('private, no-cache');
  });
});

test.each<[name: string, url: string, init: RequestInit]>([
  ['with an error', urlOf('{ articles(first: -1) { totalCount } }'), {}],
  ['that is refused', urlOf('{ nothing }'), {}],
  [
    'to POST',
    'http://localhost/graphql',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' },
  ],
  ['elsewhere', 'http://localhost/nowhere', {}],
])('an answer %s is not for keeping', async (_, url, init) => {
  const { headers } = await app.fetch(url, { ...init, headers: { ...(init.headers as object), 'if-none-match': '*' } });
  expect(headers.get('etag')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
});
