import { constants } from 'node:buffer';
import { buildSchema, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { FIRST_LOOK } from '../../src/schema/first-look.ts';
import { schema as APP_SCHEMA } from '../../src/schema/index.ts';
import { maskError } from '../../src/server/errors.ts';
import { measure } from '../../src/server/measure.ts';
import { createApp } from '../../src/server.ts';
import { ask } from '../support/ask.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
const app = createApp(client);

const nest = (levels: number) => `{ articles { nodes { ${'quotes { nodes { article { '.repeat(levels)} id ${'} } }'.repeat(levels)} } } }`;
const filters = (levels: number) => `${'{ article: { quotes: '.repeat(levels / 2)}{}${' } }'.repeat(levels / 2)}`;
const bomb = (depth: number) =>
  `{ articles { nodes { ...F0 } } } ${Array.from({ length: depth }, (_, i) => `fragment F${i} on Article { a: quotes { nodes { article { ...F${i + 1} } } } b: quotes { nodes { article { ...F${i + 1} } } } }`).join(' ')} fragment F${depth} on Article { id }`;

describe('a query beyond a limit is refused with an error that names it', () => {
  test.each<[limit: string, query: string, about: object]>([
    ['depth', nest(4), { limit: 'depth', max: 12, found: 15 }],
    ['depth of filters', `{ quotes(filter: ${filters(12)}) { totalCount } }`, { limit: 'depth', max: 12, found: 14 }],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`, { limit: 'aliases', max: 30, found: 31 }],
    [
      'aliases in fragments, as often as they are spread',
      `{ ${Array.from({ length: 8 }, (_, i) => `a${i}: articles { ...A }`).join(' ')} } fragment A on ArticleConnection { a: totalCount b: totalCount c: totalCount }`,
      { limit: 'aliases', found: 32 },
    ],
    [
      'cost',
      '{ articles(first: 100) { nodes { quotes(first: 100) { nodes { spans { start } cue { start } source { start } speaker { name } } } } } }',
      { limit: 'cost', max: 60_000 },
    ],
    [
      'cost of what stands behind a timeline',
      '{ quotes { timeline(by: DAY) { quotes(first: 100) { nodes { article { id } speaker { id } organization { id } role { title } why { method } } } } } }',
      { limit: 'cost', max: 60_000 },
    ],
    [
      'cost of what stands in the segments of an article, which lead back to it',
      '{ articles(first: 1) { nodes { segments { quotes { article { segments { quotes { article { segments { text } } } } } } } } } }',
      { limit: 'cost', max: 60_000 },
    ],
    [
      'cost of what is asked for by ids',
      `{ nodes(ids: [${'"QQ" '.repeat(100)}]) { ... on Article { quotes(first: 100) { nodes { speaker { quotes(first: 3) { nodes { text } } } } } } } }`,
      { limit: 'cost', max: 60_000 },
    ],
    ['tokens', `{ ${'__typename '.repeat(2_000)} }`, { limit: 'tokens', max: 2_000 }],
    ['tokens, directives', `{ __typename ${'@a'.repeat(1_500)} }`, { limit: 'tokens', max: 2_000 }],
  ])('%s', async (_, query, about) => {
    const { data, errors } = await ask(app, query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', ...about } }]);
  });

  test.each<[setting: string, value: string, query: string, limit: string]>([
    ['QUOTEWIRE_MAX_DEPTH', '2', '{ articles { nodes { id } } }', 'depth'],
    ['QUOTEWIRE_MAX_COST', '10', '{ articles { nodes { id } } }', 'cost'],
    ['QUOTEWIRE_MAX_ALIASES', '0', '{ a: __typename }', 'aliases'],
    ['QUOTEWIRE_MAX_TOKENS', '10', '{ articles { nodes { id text url headline } } }', 'tokens'],
    ['QUOTEWIRE_MAX_PAGE', '10', '{ articles(first: 11) { nodes { id } } }', 'pageSize'],
  ])('%s sets it', async (setting, value, query, limit) => {
    expect((await ask(app, query)).errors).toBeUndefined();
    const { errors } = await ask(createApp(client, configured({ [setting]: value })), query);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit } }]);
  });

  test('the page of the schema, too', async () => {
    const { errors } = await ask(app, '{ articles(first: 101) { nodes { id } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first', limit: 'pageSize', max: 100 } }]);
  });

  test('the cost of filters, also of those that come as variables', async () => {
    const filter = { or: Array.from({ length: 80 }, () => ({ or: Array.from({ length: 80 }, () => ({ kind: ['DIRECT'] })) })) };
    const { errors } = await ask(app, 'query A($filter: QuoteFilter) { quotes(filter: $filter) { totalCount } }', { filter });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost' } }]);
  });

  test('a bomb of fragments that would be a billion fields is measured in no time', async () => {
    const { errors } = await ask(app, bomb(30));
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'depth' } }]);
  });

  test('FirstLook takes a third of the cost and three quarters of the depth at most', () => {
    const { depth, cost } = measured(FIRST_LOOK);
    expect(depth).toBeLessThanOrEqual(9);
    expect(cost).toBeLessThan(60_000 / 3);
  });
});

describe('what a query costs', () => {
  const asked = async (query: string, extensions?: object) => {
    const body = JSON.stringify({ query, extensions });
    const response = await app.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return response.json();
  };
  const QUERY = '{ articles(first: 10) { nodes { one: id } } }';

  test('is told to who asks, and to nobody else', async () => {
    const { data, extensions } = await asked(QUERY, { cost: true });
    expect(data.articles.nodes).toEqual([]);
    expect(extensions).toEqual({ cost: { cost: 11, depth: 3, aliases: 1, page: 10, max: 60_000 } });
    expect(await asked(QUERY)).toEqual({ data });
    expect(await asked(QUERY, { cost: 'yes' })).toEqual({ data });
  });

  test('is told with the error where it is too much', async () => {
    const { errors, extensions } = await asked(nest(4), { cost: true });
    expect(errors).toHaveLength(1);
    expect(extensions).toMatchObject({ cost: { depth: 15 } });
  });
});

const schema = buildSchema(`
  interface Named { name: String }
  type Query implements Named { name: String  self: Query  list(first: Int = 7, last: Int): List  short: [Query!]!  pages(first: Int): [Query!]!  these(ids: [ID!]!): [Query]!
    found(where: Filter): String }
  input Filter { is: String  and: [Filter!]  not: Filter }
  type List { nodes: [Query!]!  edges: [Edge]  total: Int }
  type Edge { node: Query }
`);

function measured(query: string, variables: Record<string, unknown> = {}, of = query === FIRST_LOOK ? APP_SCHEMA : schema) {
  const { definitions } = parse(query);
  const operation = definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  return measure(of, operation, new Map(fragments.map((node) => [node.name.value, node])), variables);
}

describe('the measure of a query', () => {
  test.each<[query: string, depth: number, cost: number]>([
    ['{ name }', 1, 0],
    ['{ self { name } }', 2, 1],
    ['{ self { self { name } } }', 3, 2],
    ['{ short { name } }', 2, 2],
    ['{ pages(first: 5) { name } }', 2, 5],
    ['{ pages { name } }', 2, 20],
    ['{ list { total } }', 2, 1],
    ['{ list { nodes { name } } }', 3, 1 + 7],
    ['{ list(first: 3) { nodes { name } } }', 3, 1 + 3],
    ['{ list(last: 3) { edges { node { name } } } }', 4, 1 + 3 * 2],
    ['{ list(first: 3) { nodes { list(first: 4) { nodes { name } } } } }', 5, 1 + 3 * (1 + 1 + 4)],
    ['{ list(first: 1000000) { nodes { name } } }', 3, 1 + 100],
    ['{ list(first: -5) { nodes { name } } }', 3, 1],
    ['query A($n: Int = 4) { list(first: $n) { nodes { name } } }', 3, 1 + 4],
    ['{ these(ids: ["a", "b", "c"]) { name } }', 2, 3],
    ['{ these(ids: "a") { name } }', 2, 1],
    ['{ these(ids: []) { name } }', 2, 0],
    ['{ these(ids: ["a", "b", "c"]) { short { name } } }', 3, 3 * (1 + 2)],
    ['query A($ids: [ID!]! = ["a", "b", "c"]) { these(ids: $ids) { name } }', 2, 3],
    ['{ found(where: { is: "a" }) }', 2, 10],
    ['{ found(where: { and: [{ is: "a" }, { not: { is: "b" } }], is: "c" }) }', 4, 4 * 10],
    ['{ self { self { self { name found(where: { is: "a" }) } } } }', 5, 3 + 10],
    ['query A($where: Filter = { not: { is: "a" } }) { found(where: $where) }', 3, 2 * 10],
    ['{ ...F } fragment F on Query { list(first: 3) { ...L } } fragment L on List { nodes { name } }', 3, 1 + 3],
    ['{ list(first: 2) { ...L } other: list(first: 5) { ...L } } fragment L on List { nodes { name } }', 3, 1 + 2 + 1 + 5],
    ['{ ... { self { ... on Query { name } } } }', 2, 1],
    ['{ ... on Named { name } }', 1, 0],
    ['{ self @skip(if: true) { name } }', 2, 1],
    ['{ __schema { types { name fields { name type { name } } } } }', 1, 0],
  ])('%s', (query, depth, cost) => {
    expect(measured(query)).toMatchObject({ depth, cost });
  });

  test('takes pages from variables', () => {
    const query = 'query A($n: Int = 4) { list(first: $n) { nodes { name } } }';
    expect(measured(query, { n: 9 }).cost).toBe(10);
    expect(measured(query, { n: 'nine' }).cost).toBe(1 + 7);
  });

  test('takes ids from variables', () => {
    const query = 'query A($ids: [ID!]!) { these(ids: $ids) { name } }';
    expect(measured(query, { ids: ['a', 'b', 'c'] }).cost).toBe(3);
    expect(measured(query, { ids: 'a' }).cost).toBe(1);
  });
});

test('an answer that is longer than any text can be is refused as beyond a limit', () => {
  let thrown: unknown;
  try {
    'x'.repeat(constants.MAX_STRING_LENGTH + 1);
  } catch (error) {
    thrown = error;
  }
  expect(maskError(thrown)).toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED', limit: 'answer', http: { status: 400 } } });
  expect(maskError(new RangeError('Invalid count value: -1'))).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
});
