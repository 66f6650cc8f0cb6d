import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openLog, withoutSecrets } from '../../src/server/log.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { blocked } from '../support/blocked.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';

const { client, url } = await testDatabase();
await save(client, corpus(3), 'test');

/** An app whose log is kept, line by line. */
async function logged(set: Record<string, string> = {}) {
  const lines: string[] = [];
  const config = configured({ QUOTEWIRE_LOG: 'json', ...set });
  const log = await openLog(config.seeing, { write: (line) => void lines.push(line) });
  const app = createApp(client, config, { log });
  const ask = (query: string, init: RequestInit = {}) =>
    app.fetch('http://localhost/graphql', {
      method: 'POST',
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
      body: JSON.stringify({ query }),
    });
  return { app, ask, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

describe('the log has of each answer', () => {
  test('its id, operation, time, statements, rows and cost', async () => {
    const { ask, entries } = await logged();
    const response = await ask('query Two { articles(first: 2) { nodes { id quotes(first: 1) { nodes { text } } } } }');
    const [entry] = entries();
    expect(entry).toMatchObject({
      level: 'info',
      msg: 'request',
      id: response.headers.get('x-request-id'),
      operation: 'Two',
      status: 200,
      statements: expect.any(Number),
      rows: expect.any(Number),
      cost: expect.any(Number),
      codes: [],
      role: null,
    });
    for (const name of ['ms', 'databaseMs', 'statements', 'rows', 'cost']) expect(entry[name]).toBeGreaterThan(0);
    expect(entry.query).toBeUndefined();
  });

  test.each<[name: string, query: string, code: string]>([
    ['of GraphQL', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['of the limits', `{ ${'a: __typename '.repeat(31)} }`, 'LIMIT_EXCEEDED'],
    ['of a field', '{ articles(first: -1) { totalCount } }', 'BAD_USER_INPUT'],
  ])('the codes of its errors, %s', async (_, query, code) => {
    const { ask, entries } = await logged();
    await ask(query);
    expect(entries()).toMatchObject([{ codes: [code] }]);
  });

  test('the codes of refusals', async () => {
    const { app, entries } = await logged();
    await app.fetch('http://localhost/nowhere');
    await app.fetch('http://localhost/graphql', { method: 'POST', body: 'x' });
    expect(entries()).toMatchObject([
      { status: 404, codes: ['NOT_FOUND'] },
      { status: 415, codes: ['UNSUPPORTED_MEDIA_TYPE'] },
    ]);
  });

  test('nothing where only those ask that watch the process, nor where it is silent', async () => {
    const { app, entries } = await logged();
    await app.fetch('http://localhost/health');
    await app.fetch('http://localhost/ready');
    expect(entries()).toEqual([]);
    const silent = await logged({ QUOTEWIRE_LOG_LEVEL: 'silent' });
    await silent.ask('{ nothing }');
    expect(silent.entries()).toEqual([]);
    const chatty = await logged({ QUOTEWIRE_LOG_LEVEL: 'debug' });
    await chatty.app.fetch('http://localhost/health');
    expect(chatty.entries()).toMatchObject([{ level: 'debug', status: 200 }]);
  });

  test('that the client was gone', async () => {
    const { app, entries } = await logged();
    const address = `${await listening(app)}?query=${encodeURIComponent('query Gone { articles { nodes { id } } }')}`;
    const block = await blocked(url);
    const leaving = new AbortController();
    const asked = fetch(address, { signal: leaving.signal }).catch(() => null);
    await block.waiting(1);
    leaving.abort();
    await asked;
    await expect.poll(entries).toMatchObject([{ operation: 'Gone', status: 499 }]);
  });
});

test('an operation that takes long is logged with its text, and never with its variables', async () => {
  const { app, lines, entries } = await logged({ QUOTEWIRE_SLOW_QUERY: '0.000001' });
  const query = 'query Slow($w: String) { articles(search: $w) { totalCount } }';
  await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { w: 'mycondition' } }),
  });
  expect(entries()).toMatchObject([{ level: 'warn', msg: 'slow request', operation: 'Slow', query }]);
  expect(lines.join()).not.toContain('mycondition');
});

describe('tokens and passwords', () => {
  test('of requests never get into the log', async () => {
    const sha256 = createHash('sha256').update('s3cret-token').digest('hex');
    const { ask, lines } = await logged({ QUOTEWIRE_TOKENS: `reader:${sha256}`, QUOTEWIRE_LOG_LEVEL: 'debug' });
    for (const token of ['s3cret-token', 's3cret-wrong']) await ask('{ __typename }', { headers: { authorization: `Bearer ${token}` } });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"role":"reader"');
    expect(lines.join()).not.toMatch(/s3cret|[0-9a-f]{64}/);
  });

  test.each([
    ['postgresql://me:hush@db/news is away', 'postgresql://me:***@db/news is away'],
    ['postgres://:hush@db', 'postgres://:***@db'],
    ['postgres://me:hu@sh@db/news', 'postgres://me:***@db/news'],
    ['Authorization: Bearer hush.hush=', 'Authorization: Bearer ***'],
    ['http://127.0.0.1:4318/v1', 'http://127.0.0.1:4318/v1'],
    ['"at 12:30, me@example.org"', '"at 12:30, me@example.org"'],
  ])('%s is written as %s', (said, written) => {
    expect(withoutSecrets(said)).toBe(written);
  });
});

test('QUOTEWIRE_DEBUG_SQL prints each statement under the field that caused it', async () => {
  const { ask, entries } = await logged({ QUOTEWIRE_DEBUG_SQL: '1' });
  await ask('{ articles(first: 1) { nodes { id } } speakers(first: 1) { totalCount nodes { name roles { title } } } }');
  const [{ msg }, { statements }] = entries();
  expect(msg).toMatch(/^SQL\n/);
  expect(msg).toMatch(/\narticles\n {2}[\d.]+ ms, \d+ rows: SELECT .+"Article"/);
  expect(msg).toMatch(/\nspeakers\n {2}.+SELECT .+"Speaker"/);
  expect(msg).toMatch(/\nspeakers\.totalCount\n {2}.+count\(/);
  expect(msg).toMatch(/\nspeakers\.nodes\.roles\n {2}.+"Role"/);
  expect(msg.match(/ms, \d+ rows: /g)).toHaveLength(statements);
});

test('for reading it is a line of words', async () => {
  const written: string[] = [];
  const { Writable } = await import('node:stream');
  const to = new Writable({ write: (chunk, _encoding, done) => done(void written.push(String(chunk))) });
  const log = await openLog({ log: 'pretty', level: 'info' }, to);
  log.info({ operation: 'Two' }, 'request to postgresql://me:hush@db');
  await expect.poll(() => written.join('')).toMatch(/INFO.*request to postgresql:\/\/me:\*\*\*@db.*"operation":"Two"/);
});
