import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type App, createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { configured, MODES } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
await save(client, corpus(10), 'test');

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = JSON.stringify({ query: '{ __typename }' });
const GET = (query: string, rest = '') => `/graphql?query=${encodeURIComponent(query)}${rest}`;

describe.each(MODES)('a request that is none of GraphQL over HTTP gets its status and a coded error, %s', (_, config) => {
  const app = createApp(client, config);

  test.each<[name: string, path: string, init: RequestInit, status: number, code: string]>([
    ['no body', '/graphql', { method: 'POST', headers: JSON_TYPE }, 400, 'BAD_REQUEST'],
    ['no content type', '/graphql', { method: 'POST', body: new TextEncoder().encode(QUERY) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a text', '/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: QUERY }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', '/graphql', { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a compressed body',
      '/graphql',
      { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(QUERY) },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a mutation by GET', GET('mutation { drop }'), {}, 405, 'BAD_REQUEST'],
    ['a form with files', '/graphql', { method: 'POST', body: form() }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'bare GraphQL',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: '{ __typename }' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'JSON in another charset',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=latin1' }, body: QUERY },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['invalid JSON', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{"query":' }, 400, 'BAD_REQUEST'],
    ['invalid UTF-8', '/graphql', { method: 'POST', headers: JSON_TYPE, body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, 'BAD_REQUEST'],
    ['a JSON string', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '"{ __typename }"' }, 400, 'BAD_REQUEST'],
    ['null', '/graphql', { method: 'POST', headers: JSON_TYPE, body: 'null' }, 400, 'BAD_REQUEST'],
    ['a batch', '/graphql', { method: 'POST', headers: JSON_TYPE, body: `[${QUERY},${QUERY}]` }, 400, 'BAD_REQUEST'],
    ['an empty batch', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '[]' }, 400, 'BAD_REQUEST'],
    ['no query', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{}' }, 400, 'BAD_REQUEST'],
    ['a document’s id', '/graphql?documentId=ab', {}, 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    [
      'an unknown parameter',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","debug":1}' },
      400,
      'BAD_REQUEST',
    ],
    ['1 MB of brackets', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '['.repeat(999_999) }, 400, 'BAD_REQUEST'],
    ['more than 1 MB', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '['.repeat(1_000_001) }, 413, 'LIMIT_EXCEEDED'],
    [
      'more than 1 MB without saying so',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: endless(), duplex: 'half' } as RequestInit,
      413,
      'LIMIT_EXCEEDED',
    ],
    ['a long URL', `/graphql?query=${'%20'.repeat(3_000)}`, {}, 414, 'LIMIT_EXCEEDED'],
    ['variables in a URL that are no JSON', GET('{ __typename }', '&variables={'), {}, 400, 'BAD_REQUEST'],
    [
      'variables that are no object',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","variables":[1]}' },
      400,
      'BAD_REQUEST',
    ],
    ['PUT', '/graphql', { method: 'PUT', headers: JSON_TYPE, body: QUERY }, 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/graphql', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a wish for XML', GET('{ __typename }'), { headers: { accept: 'application/xml, text/csv;q=0.9' } }, 406, 'NOT_ACCEPTABLE'],
    [
      'a wish for another charset',
      GET('{ __typename }'),
      { headers: { accept: 'application/json; charset=latin1' } },
      406,
      'NOT_ACCEPTABLE',
    ],
    ['HEAD', '/graphql', { method: 'HEAD' }, 405, ''],
    ['another address', '/admin', {}, 404, 'NOT_FOUND'],
    ['an address with dots', '/graphql/../../etc/passwd', {}, 404, 'NOT_FOUND'],
    ['a broken escape', '/%E0%A4%A', {}, 404, 'NOT_FOUND'],
  ])('%s', async (_name, path, init, status, code) => {
    const response = await app.fetch(`http://localhost${path}`, init);
    expect(response.status).toBe(status);
    if (init.method === 'HEAD') return;
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { data, errors } = await response.json();
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: expect.any(String), extensions: { code } }]);
    expect(JSON.stringify(errors)).not.toMatch(/at .+:\d+|node_modules|originalError/);
  });

  test.each<[name: string, body: object, code: string]>([
    ['a syntax error', { query: '{ articles { ' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ articels { totalCount } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown operation', { query: 'query A { __typename }', operationName: 'B' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['two operations and no name', { query: 'query A { __typename } query B { __typename }' }, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'a variable of the wrong type',
      { query: 'query A($n: Int) { articles(first: $n) { totalCount } }', variables: { n: 'ten' } },
      'BAD_USER_INPUT',
    ],
    ['a missing variable', { query: 'query A($id: ID!) { node(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    ['a mutation where there is none', { query: 'mutation { drop }' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['a subscription where there is none', { query: 'subscription { news }' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['an empty query', { query: '' }, 'GRAPHQL_PARSE_FAILED'],
    ['a NUL in the query', { query: '{ articles\u0000 }' }, 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_name, body, code) => {
    const response = await app.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    const { errors } = await response.json();
    expect(errors[0]).toMatchObject({ message: expect.any(String), extensions: { code } });
    expect(response.headers.get('content-type')).toMatch('application/graphql-response+json');
  });
});

test.each([
  [
    'an unknown name',
    { query: 'query A { __typename } query B { __typename }', operationName: 'C' },
    'The document has no operation named C; it has A, B.',
  ],
  [
    'no name where there are several',
    { query: 'query A { __typename } { __typename }' },
    'The document has 2 operations: A, one without a name. Say in operationName which one to execute.',
  ],
  ['no operation', { query: 'fragment F on Query { __typename }' }, 'The document has no operation, only fragments.'],
])('%s is told with the operations that there are, also when it comes again', async (_name, body, message) => {
  const app = createApp(client);
  const ask = () => app.fetch('http://localhost/graphql', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
  for (const response of [await ask(), await ask()]) {
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [expect.objectContaining({ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })],
    });
  }
});

test('however long the names are, the error is short', async () => {
  const long = (letter: string) => letter.repeat(10_000);
  const body = JSON.stringify({ query: `query ${long('A')} { __typename } query ${long('B')} { __typename }`, operationName: long('C') });
  const response = await createApp(client).fetch('http://localhost/graphql', { method: 'POST', headers: JSON_TYPE, body });
  const { errors } = await response.json();
  expect(errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  expect(errors[0].message.length).toBeLessThan(300);
});

test.each(['', null, undefined])('an operation named %j is the only one', async (operationName) => {
  const body = JSON.stringify({ query: 'query A { __typename }', operationName });
  const init = { method: 'POST', headers: JSON_TYPE, body };
  expect(await (await createApp(client).fetch('http://localhost/graphql', init)).json()).toEqual({ data: { __typename: 'Query' } });
});

test('a hash alone gets the words by which clients of Apollo and urql know to send the query', async () => {
  const asked = { extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } };
  const body = JSON.stringify(asked);
  const response = await createApp(client).fetch('http://localhost/graphql', { method: 'POST', headers: JSON_TYPE, body });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
  });
});

describe('an answer', () => {
  const app = createApp(client);
  const LONG = GET('{ quotes(first: 50) { nodes { text } } }');

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const)('is compressed for who accepts %s', async (accepted, encoding, unpack) => {
    const plain = await app.fetch(`http://localhost${LONG}`);
    const response = await app.fetch(`http://localhost${LONG}`, { headers: { 'accept-encoding': accepted } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    const packed = Buffer.from(await response.arrayBuffer());
    expect(unpack(packed).toString()).toBe(await plain.text());
    expect(Number(response.headers.get('content-length'))).toBe(packed.length);
  });

  test.each([null, 'identity', 'gzip;q=0'])('is plain for who accepts %s', async (accepted) => {
    const response = await app.fetch(`http://localhost${LONG}`, { headers: accepted ? { 'accept-encoding': accepted } : {} });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect((await response.json()).errors).toBeUndefined();
  });

  test('to a short question is not worth compressing', async () => {
    const response = await app.fetch(`http://localhost${GET('{ __typename }')}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('tells browsers to sniff, frame and load nothing, and has an id of its own', async () => {
    const [one, other] = await Promise.all([app.fetch(`http://localhost${LONG}`), app.fetch('http://localhost/nowhere')]);
    for (const { headers } of [one, other]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'));
  });
});

test.each([
  '*/*',
  'application/*',
  'Application/JSON',
  'text/csv, application/json; q=0.1',
  'application/xml, */*;q=0.8',
  'application/graphql-response+json; charset=UTF-8, application/json',
])('who accepts %s is answered in JSON', async (accept) => {
  const response = await createApp(client).fetch(`http://localhost${GET('{ __typename }')}`, { headers: { accept } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/json/);
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
});

describe('introspection', () => {
  const asked = async (app: App, query: string) => (await app.fetch(`http://localhost${GET(query)}`)).json();

  test('is there by default', async () => {
    const { data } = await asked(createApp(client), '{ __schema { queryType { name } } __type(name: "Article") { name } }');
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } }, __type: { name: 'Article' } });
  });

  test('is off in production: no schema, no type, no suggestion of a name', async () => {
    const app = createApp(client, configured({ NODE_ENV: 'production' }));
    expect((await asked(app, '{ __schema { queryType { name } } }')).errors).toMatchObject([{ extensions: { code: 'INTROSPECTION_OFF' } }]);
    expect(await asked(app, '{ a: __type(name: "Article") { name } ...F } fragment F on Query { __type(name: "Quote") { kind } }')).toEqual(
      {
        data: { a: null, __type: null },
      },
    );
    for (const query of [
      '{ articels { totalCount } }',
      '{ articles(frist: 1) { totalCount } }',
      '{ articles(orderBy: NEWES) { totalCount } }',
    ]) {
      const { errors } = await asked(app, query);
      expect(errors).toHaveLength(1);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    }
    expect(JSON.stringify(await asked(createApp(client), '{ articels { totalCount } }'))).toMatch(/did you mean/i);
  });
});

function form(): FormData {
  const data = new FormData();
  data.set('operations', QUERY);
  data.set('map', '{}');
  return data;
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)) });
}
