import { describe, expect, test } from 'vitest';
import { type App, createApp } from '../../src/server.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
const byDefault = createApp(client);
const inProduction = createApp(client, configured({ NODE_ENV: 'production' }));

const post = async (app: App, body: unknown, headers: Record<string, string> = {}) =>
  app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const dataOf = async (response: Response) => ((await response.json().catch(() => null)) as { data?: object } | null)?.data ?? null;
const isAnswered = async (app: App, query: string) => (await dataOf(await post(app, { query }))) !== null;

/**
 * What scanners look for: the twelve checks of graphql-cop, and what OWASP's GraphQL cheat sheet adds. Each says whether it finds what it
 * looks for.
 */
const CHECKS: readonly (readonly [name: string, find: (app: App) => Promise<boolean>])[] = [
  ['introspection', (app) => isAnswered(app, '{ __schema { types { name } } }')],
  [
    'GraphiQL',
    async (app) => /graphiql/i.test(await (await app.fetch('http://localhost/graphql', { headers: { accept: 'text/html' } })).text()),
  ],
  ['suggestions of names', async (app) => /did you mean/i.test(await (await post(app, { query: '{ articels { totalCount } }' })).text())],
  ['queries by GET', async (app) => (await dataOf(await app.fetch('http://localhost/graphql?query=%7B__typename%7D'))) !== null],
  ['mutations by GET', async (app) => (await app.fetch('http://localhost/graphql?query=mutation%7B__typename%7D')).ok],
  [
    'queries by form, as other sites can send them',
    async (app) => (await post(app, 'query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' })).ok,
  ],
  [
    'queries as plain text, as other sites can send them',
    async (app) => (await post(app, { query: '{ __typename }' }, { 'content-type': 'text/plain' })).ok,
  ],
  ['a hundred aliases', (app) => isAnswered(app, `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`)],
  ['batches of ten', async (app) => (await post(app, Array(10).fill({ query: '{ __typename }' }))).ok],
  ['ten directives of one kind on a field', (app) => isAnswered(app, `{ __typename ${'@aa'.repeat(10)} }`)],
  ['five hundred repeated directives', (app) => isAnswered(app, `{ __typename ${'@include(if: true) '.repeat(500)} }`)],
  ['a field five hundred times', (app) => isAnswered(app, `{ ${'__typename '.repeat(2_500)} }`)],
  [
    'circles of introspection',
    (app) => isAnswered(app, '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'),
  ],
  ['traces in answers', async (app) => /"tracing"/.test(await (await post(app, { query: '{ __typename }' })).text())],
  [
    'an unlimited depth',
    (app) => isAnswered(app, `{ articles { nodes { ${'quotes { nodes { article { '.repeat(6)} id ${'} } }'.repeat(6)} } } }`),
  ],
  ['unlimited pages', (app) => isAnswered(app, '{ articles(first: 100000) { nodes { id } } }')],
  [
    'an unlimited cost',
    (app) =>
      isAnswered(
        app,
        '{ articles(first: 100) { nodes { quotes(first: 100) { nodes { article { quotes(first: 100) { nodes { id } } } } } } } }',
      ),
  ],
  ['circles of fragments', (app) => isAnswered(app, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')],
  [
    'stacks or SQL in errors',
    async (app) =>
      /stack|at .+:\d+:\d+|SELECT |prisma/i.test(
        await (await post(app, { query: '{ node(id: "x") { id } articles(after: "x") { totalCount } }' })).text(),
      ),
  ],
  [
    'names of software in headers',
    async (app) => {
      const { headers } = await post(app, { query: '{ __typename }' });
      return headers.has('server') || headers.has('x-powered-by');
    },
  ],
  [
    'answers that browsers may sniff or frame',
    async (app) => {
      const { headers } = await post(app, { query: '{ __typename }' });
      return headers.get('x-content-type-options') !== 'nosniff' || headers.get('x-frame-options') !== 'DENY';
    },
  ],
  [
    'any origin that may read',
    async (app) =>
      (await post(app, { query: '{ __typename }' }, { origin: 'https://evil.example' })).headers.has('access-control-allow-origin'),
  ],
  [
    'a debugging header that brings more',
    async (app) =>
      Object.keys(
        await (
          await post(app, { query: '{ __typename }' }, { 'x-debug': '1', 'apollo-require-preflight': '1', 'x-apollo-tracing': '1' })
        ).json(),
      ).length !== 1,
  ],
];

async function findings(app: App): Promise<string[]> {
  const found = await Promise.all(CHECKS.map(async ([name, find]) => ((await find(app)) ? [name] : [])));
  return found.flat();
}

describe('what a scanner finds', () => {
  test('in production: that queries may come by GET, which changes nothing and is what caches work with', async () => {
    expect(await findings(inProduction)).toEqual(['queries by GET']);
  });

  test('by default: what developers want as well', async () => {
    expect(await findings(byDefault)).toEqual(['introspection', 'GraphiQL', 'suggestions of names', 'queries by GET']);
  });
});
