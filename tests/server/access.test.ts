import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/server/handling.ts';
import { rateLimiter } from '../../src/server/rate.ts';
import { createApp } from '../../src/server.ts';
import { call } from '../support/called.ts';
import { run } from '../support/cli.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';

const { client } = await testDatabase();
const URL = `http://localhost/graphql?query=${encodeURIComponent('{ __typename }')}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const QUOTEWIRE_TOKENS = `reader:${sha256('read-me')},monitor:${sha256('watch-me')}`;

describe('tokens', () => {
  const open = createApp(client, configured({ QUOTEWIRE_TOKENS }));
  const closed = createApp(client, configured({ QUOTEWIRE_TOKENS, QUOTEWIRE_READING: 'token' }));

  test.each([
    ['none', open, {}, 200],
    ['none, where reading needs one', closed, {}, 401],
    ['a right one', closed, { authorization: 'Bearer read-me' }, 200],
    ['another right one', closed, { authorization: 'bearer watch-me' }, 200],
    ['a wrong one', closed, { authorization: 'Bearer read-mf' }, 401],
    ['a wrong one, even where reading is open', open, { authorization: 'Bearer read-mf' }, 401],
    ['its hash', closed, { authorization: `Bearer ${sha256('read-me')}` }, 401],
    ['an empty one', closed, { authorization: 'Bearer ' }, 401],
    ['a password', open, { authorization: 'Basic cmVhZDptZQ==' }, 401],
    ['in the URL', closed, { 'x-token': 'read-me' }, 401],
  ] as const)('%s', async (_, app, headers, status) => {
    const response = await app.fetch(URL, { headers });
    expect(response.status).toBe(status);
    const { errors } = await response.json();
    if (status === 200) return expect(errors).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(JSON.stringify(errors)).not.toMatch(/read-m/);
  });

  test('are made by npm run token, and what it prints works', async () => {
    const { code, stdout } = await run(['token', 'reader']);
    expect(code).toBe(0);
    const made = /Bearer (\S+)/.exec(stdout)![1]!;
    const setting = /QUOTEWIRE_TOKENS=(\S+)/.exec(stdout)![1]!;
    expect(made.length).toBeGreaterThanOrEqual(43);
    const app = createApp(client, configured({ QUOTEWIRE_READING: 'token', QUOTEWIRE_TOKENS: setting }));
    expect((await app.fetch(URL, { headers: { authorization: `Bearer ${made}` } })).status).toBe(200);
    expect(await call(['token', 'boss'])).toMatchObject({ code: 1, stderr: expect.stringMatching(/no role boss/) });
  });
});

describe('other sites', () => {
  const QUOTEWIRE_CORS_ORIGINS = 'https://app.example';
  const app = createApp(client, configured({ QUOTEWIRE_CORS_ORIGINS }));
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });

  test('that are named may ask and read', async () => {
    const asked = await app.fetch('http://localhost/graphql', preflight('https://app.example'));
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/Content-Type/);
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const { headers } = await app.fetch(URL, { headers: { origin: 'https://app.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(headers.get('vary')).toMatch(/Origin/);
  });

  test.each(['https://evil.example', 'https://app.example.evil.example', 'http://app.example', 'null', 'https://app.example:8443'])(
    'that are not, such as %s, may not',
    async (origin) => {
      for (const init of [preflight(origin), { headers: { origin } }]) {
        for (const one of [app, createApp(client)]) {
          const { headers } = await one.fetch(URL, init);
          expect([...headers.keys()].filter((name) => name.startsWith('access-control-allow'))).toEqual([]);
        }
      }
    },
  );

  test('cannot make a browser send anything that is more than a question', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'text/plain; application/json',
    ]) {
      const response = await app.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"query":"{ __typename }"}',
      });
      expect(response.status).toBe(415);
    }
    const mutation = await app.fetch(`http://localhost/graphql?query=${encodeURIComponent('mutation { a }')}`);
    expect(mutation.status).toBe(405);
  });
});

describe('how often one may ask', () => {
  test('all at once up to the limit, then at its pace', () => {
    let now = 0;
    const take = rateLimiter(60, () => now);
    expect(Array.from({ length: 60 }, () => take('a'))).toEqual(Array(60).fill(0));
    expect(take('a')).toBe(1);
    expect(take('b')).toBe(0);
    now += 2_000;
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
    now += 3_600_000;
    expect(Array.from({ length: 61 }, () => take('a')).filter((wait) => wait === 0)).toHaveLength(60);
  });

  test('is told with 429 and when to come back, by address, and by token where there is one', async () => {
    const app = createApp(client, configured({ QUOTEWIRE_RATE_LIMIT: '3', QUOTEWIRE_TRUST_PROXY: '1', QUOTEWIRE_TOKENS }));
    const url = `${await listening(app)}?query=%7B__typename%7D`;
    const asked = async (headers: Record<string, string>) => fetch(url, { headers });
    const from = (address: string) => ({ 'x-forwarded-for': `6.6.6.6, ${address}` });
    for (let i = 0; i < 3; i++) expect((await asked(from('192.0.2.1'))).status).toBe(200);
    const refused = await asked(from('192.0.2.1'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await refused.json()).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 'rate', max: 3 } }]);
    expect((await asked(from('192.0.2.2'))).status).toBe(200);
    expect((await asked({ ...from('192.0.2.1'), authorization: 'Bearer read-me' })).status).toBe(200);
  });
});

test('who guesses tokens is slowed down by address', async () => {
  const app = createApp(client, configured({ QUOTEWIRE_RATE_LIMIT: '3', QUOTEWIRE_TOKENS }));
  const url = `${await listening(app)}?query=%7B__typename%7D`;
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) statuses.push((await fetch(url, { headers: { authorization: `Bearer guess-${i}` } })).status);
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
});

test.each([
  ['10.0.0.1', null, 0, '10.0.0.1'],
  ['10.0.0.1', '192.0.2.1', 0, '10.0.0.1'],
  ['10.0.0.1', '192.0.2.1', 1, '192.0.2.1'],
  ['10.0.0.1', 'forged, 192.0.2.1', 1, '192.0.2.1'],
  ['10.0.0.1', 'forged, 192.0.2.1, 10.0.0.2', 2, '192.0.2.1'],
  ['10.0.0.1', '192.0.2.1', 2, '192.0.2.1'],
  ['10.0.0.1', ' , ', 1, '10.0.0.1'],
  ['10.0.0.1', null, 1, '10.0.0.1'],
])('a client at %s that says %s behind %s proxies is %s', (socket, forwarded, proxies, address) => {
  expect(addressOf(socket, forwarded, proxies)).toBe(address);
});
