import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Random, random } from '../../bench/random.ts';
import { createHttpServer } from '../../src/server/http.ts';
import { createApp } from '../../src/server.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';
import { STRINGS } from '../support/random-query.ts';
import { runs } from '../support/runs.ts';

const { client } = await testDatabase();
const config = configured({
  NODE_ENV: 'production',
  QUOTEWIRE_HEADER_TIMEOUT: '0.4',
  QUOTEWIRE_REQUEST_TIMEOUT: '0.6',
  QUOTEWIRE_RATE_LIMIT: '0',
});
const app = createApp(client, config);
let server: Server;
const unforeseen: unknown[] = [];
const note = (error: unknown) => unforeseen.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note).on('uncaughtException', note);
  server = createHttpServer((request, response) => void app(request, response), config.limits);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  process.off('unhandledRejection', note).off('uncaughtException', note);
  server.closeAllConnections();
  server.close();
  expect(unforeseen).toEqual([]);
});

const QUERY = '{"query":"{ __typename }"}';

interface Sent {
  /** What came back until the server closed, or nothing more came. */
  readonly answer: string;
  readonly milliseconds: number;
}

/** Sends bytes, in pieces with pauses where there are several, and reads until the end. */
function send(pieces: readonly string[], { leave = false } = {}): Promise<Sent> {
  const began = performance.now();
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', async () => {
      for (const piece of pieces) {
        if (!socket.destroyed) socket.write(Buffer.from(piece, 'latin1'));
        await new Promise((next) => setTimeout(next, 2));
      }
      if (leave) socket.destroy();
    });
    socket.setTimeout(4_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      // Whole answers on a connection that would stay open.
      if (isWhole(answer)) socket.end();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ answer, milliseconds: performance.now() - began }));
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(answer.slice(0, end))?.[1];
  return end > 0 && length !== undefined && answer.length >= end + 4 + Number(length);
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const head = (lines: string, body = '') => `${lines}\r\nhost: x\r\n${body && `content-length: ${body.length}\r\n`}\r\n${body}`;
/** A chunk larger than a body may be. */
const MANY = `${(1_100_000).toString(16)}\r\n${'x'.repeat(1_100_000)}`;
const POST = 'POST /graphql HTTP/1.1\r\ncontent-type: application/json';

describe('what is no proper request gets its status and a coded error, in time', () => {
  test.each<[name: string, pieces: string[], status: number, code: string]>([
    ['no HTTP', ['quit\r\n\r\n'], 400, 'BAD_REQUEST'],
    ['another protocol', ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'], 400, 'BAD_REQUEST'],
    ['no host', ['GET /graphql HTTP/1.1\r\n\r\n'], 400, 'BAD_REQUEST'],
    ['two lengths', [`${POST}\r\nhost: x\r\ncontent-length: 26\r\ncontent-length: 5\r\n\r\n${QUERY}`], 400, 'BAD_REQUEST'],
    ['a length and chunks', [`${POST}\r\nhost: x\r\ncontent-length: 26\r\ntransfer-encoding: chunked\r\n\r\n${QUERY}`], 400, 'BAD_REQUEST'],
    ['a negative length', [`${POST}\r\nhost: x\r\ncontent-length: -1\r\n\r\n`], 400, 'BAD_REQUEST'],
    ['a control character in a header', ['GET /graphql HTTP/1.1\r\nhost: x\r\nx: a\x00b\r\n\r\n'], 400, 'BAD_REQUEST'],
    ['20 kB of headers', [head(`GET /graphql HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`)], 431, 'LIMIT_EXCEEDED'],
    ['headers that never end', ['GET /graphql HTTP/1.1\r\nhost: x\r\nx: '], 408, 'REQUEST_TIMEOUT'],
    ['a body that never comes', [`${POST}\r\nhost: x\r\ncontent-length: 26\r\n\r\n{"que`], 408, 'REQUEST_TIMEOUT'],
    ['chunks that never end', [`${POST}\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`], 408, 'REQUEST_TIMEOUT'],
    ['a body that is no UTF-8', [head(POST, '\xff\xfe')], 400, 'BAD_REQUEST'],
    [
      'chunks beyond the largest body',
      [`${POST}\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${MANY}\r\n0\r\n\r\n`],
      413,
      'LIMIT_EXCEEDED',
    ],
    ['two content types', [head(`${POST}\r\ncontent-type: text/plain`, QUERY)], 200, ''],
    ['TRACE', [head('TRACE /graphql HTTP/1.1')], 405, 'METHOD_NOT_ALLOWED'],
    ['CONNECT', ['CONNECT news.example:443 HTTP/1.1\r\nhost: news.example:443\r\n\r\n'], 400, 'BAD_REQUEST'],
    ['an absolute address', [head('GET http://evil.example/graphql?query=%7B__typename%7D HTTP/1.1')], 200, ''],
    ['an address of nothing', [head('GET //// HTTP/1.1')], 404, 'NOT_FOUND'],
    ['a host that is none', ['GET /graphql HTTP/1.1\r\nhost: [\r\n\r\n'], 400, 'BAD_REQUEST'],
    ['an asterisk', [head('OPTIONS * HTTP/1.1')], 404, 'NOT_FOUND'],
  ])('%s', async (_, pieces, status, code) => {
    const { answer, milliseconds } = await send(pieces);
    expect(statusOf(answer)).toBe(status);
    if (code) expect(answer).toContain(`"code":"${code}"`);
    expect(milliseconds).toBeLessThan(3_500);
  });
});

const HOSTS = [
  ...Array(6).fill('host: x\r\n'),
  '',
  'host: \r\n',
  'host: [\r\n',
  'host: a b\r\n',
  'host: x\r\nhost: y\r\n',
  'host: x:99999\r\n',
];

/** A request that begins like one and goes wrong somewhere. */
function hostile(from: Random): string[] {
  const method = from.one(['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH', 'BREW', 'get', '']);
  const path = from.one([
    '/graphql',
    '/graphql?query=%7B__typename%7D',
    '/graphql?query=%ff%00',
    '/health',
    '/ready',
    '/metrics',
    '/../..',
    '*',
    '/%',
    `/${'a'.repeat(9_000)}`,
    'http://[::1/',
  ]);
  const names = [
    'content-type',
    'content-length',
    'transfer-encoding',
    'authorization',
    'origin',
    'accept',
    'accept-encoding',
    'expect',
    'upgrade',
    'if-none-match',
    'x-forwarded-for',
    'traceparent',
    'connection',
    ':path',
    '',
  ];
  const values = [
    'application/json',
    '26',
    '0',
    '-5',
    '1e9',
    'chunked',
    'gzip, chunked',
    'Bearer x',
    'https://evil.example',
    '*/*',
    'br;q=2',
    '100-continue',
    'websocket',
    'W/"x"',
    'keep-alive',
    '\t',
    '\x7f',
    ...STRINGS.map((text) => text.slice(0, 300)),
  ];
  const headers = Array.from({ length: from.below(6) }, () => `${from.one(names)}: ${from.one(values)}\r\n`).join('');
  const body = from.one(['', QUERY, '{"query":', '['.repeat(2_000), '5\r\n{"que\r\n', '0\r\n\r\n', 'zz\r\n', '\xff\xfe']);
  const type = from.chance(0.5) ? 'content-type: application/json\r\n' : '';
  const length = from.chance(0.6) ? `content-length: ${body.length}\r\n` : '';
  const whole = `${method} ${path} HTTP/${from.one(['1.1', '1.1', '1.1', '1.0', '2.0', '9.9', ''])}\r\n${from.one(HOSTS)}${type}${length}${headers}\r\n${body}`;
  // Cut short, cut to pieces, or twice over one connection.
  const form = from.next();
  if (form < 0.15) return [whole.slice(0, from.below(whole.length))];
  if (form < 0.3) return [whole.slice(0, 20), whole.slice(20, 60), whole.slice(60)];
  if (form < 0.4) return [whole + whole];
  return [whole];
}

test('hostile requests get no answer above 499 and break nothing', async () => {
  const count = runs(150, 2_000);
  const statuses = new Map<number, number>();
  const one = async (seed: number) => {
    const from = random(seed);
    const { answer } = await send(hostile(from), { leave: from.chance(0.1) });
    const status = statusOf(answer);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect(status, JSON.stringify(hostile(random(seed)))).toBeLessThan(500);
    expect(answer).not.toMatch(/node_modules|at .+\.ts:\d/);
  };
  const PARALLEL = 50;
  for (let seed = 0; seed < count; seed += PARALLEL) {
    await Promise.all(Array.from({ length: Math.min(PARALLEL, count - seed) }, (_, i) => one(seed + i)));
  }
  // The generator reaches answers of all kinds.
  for (const status of [200, 400, 404, 405, 408]) expect([...statuses.keys()]).toContain(status);
  const { answer } = await send([head(POST, QUERY)]);
  expect(statusOf(answer)).toBe(200);
}, 600_000);
