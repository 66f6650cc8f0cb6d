import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createApp } from '../../src/server.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
const app = createApp(client);

/** What stands for a value of each type and is none, with the argument that it is given for and what the error says may be. */
const REFUSED: readonly [field: string, value: string, argument: string, allowed: string][] = [
  ['articles(first: #) { totalCount }', '"ten"', 'first', 'a whole number from -2147483648 to 2147483647'],
  ['articles(first: #) { totalCount }', '1.5', 'first', 'a whole number from -2147483648 to 2147483647'],
  ['articles(first: #) { totalCount }', '99999999999', 'first', 'a whole number from -2147483648 to 2147483647'],
  ['quotes(filter: { confidence: { min: # } }) { totalCount }', '"much"', 'filter.confidence.min', 'a number'],
  ['quotes(filter: { isNamed: # }) { totalCount }', '"yes"', 'filter.isNamed', 'true or false'],
  ['quotes(filter: { publishedAt: { from: # } }) { totalCount }', '"soon"', 'filter.publishedAt.from', 'a moment: a day, "2020-12-30"'],
  ['quotes(filter: { publishedAt: { to: # } }) { totalCount }', '20201230', 'filter.publishedAt.to', 'a moment: a day, "2020-12-30"'],
  ['quotes(filter: { publishedAt: # }) { totalCount }', '"2020"', 'filter.publishedAt', 'an object: { from, to }'],
  ['quotes(filter: { or: [{ cue: { is: # } }] }) { totalCount }', '3', 'filter.or.cue.is', 'a text in quotation marks'],
  ['quotes(filter: { kind: # }) { totalCount }', 'LOUD', 'filter.kind', 'one of DIRECT, INDIRECT, MIXED.'],
  ['quotes(filter: { kind: # }) { totalCount }', '"DIRECT"', 'filter.kind', 'one of DIRECT, INDIRECT, MIXED, without quotation marks.'],
  ['quotes(orderBy: #) { totalCount }', '"newest"', 'orderBy', 'one of CONFIDENCE, LONGEST, NEWEST'],
  ['quotes(orderBy: #) { totalCount }', 'null', 'orderBy', 'one of CONFIDENCE, LONGEST, NEWEST'],
  ['node(id: #) { id }', '1.5', 'id', 'an id, a text in quotation marks'],
];

describe('a value that an argument cannot take is refused: with its name, what was given and what may be', () => {
  test.each(REFUSED)('%s with %s in the query', async (field, value, argument, allowed) => {
    const { data, errors } = await ask(app, `{ ${field.replace('#', value)} }`);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument }, locations: [{ line: 1 }] }]);
    expect(errors![0]!.message).toContain(`The argument ${argument} is not usable: ${value} is not ${allowed}`);
  });

  test.each([
    ['$n: Int', 'articles(first: $n)', { n: 'ten' }, '$n', '"ten" is not a whole number'],
    ['$d: DateTime', 'quotes(filter: { publishedAt: { from: $d } })', { d: '2021-02-30' }, '$d', '"2021-02-30" is not a moment: a day'],
    ['$f: QuoteFilter', 'quotes(filter: $f)', { f: { publishedAt: { to: 'x' } } }, '$f.publishedAt.to', '"x" is not a moment'],
    [
      '$f: QuoteFilter',
      'quotes(filter: $f)',
      { f: { kind: ['DIRECT', 'LOUD'] } },
      '$f.kind.1',
      '"LOUD" is not one of DIRECT, INDIRECT, MIXED',
    ],
    ['$f: QuoteFilter', 'quotes(filter: $f)', { f: { kind: 'LOUD' } }, '$f.kind', '"LOUD" is not one of DIRECT, INDIRECT, MIXED'],
    ['$f: QuoteFilter', 'quotes(filter: $f)', { f: 'DIRECT' }, '$f', '"DIRECT" is not an object: { act, affiliation'],
    ['$f: QuoteFilter', 'quotes(filter: $f)', { f: { kinds: [] } }, '$f', 'Field "kinds" is not defined by type "QuoteFilter"'],
    ['$o: QuoteOrder!', 'quotes(orderBy: $o)', { o: null }, '$o', 'null is not one of CONFIDENCE'],
    ['$o: QuoteOrder!', 'quotes(orderBy: $o)', {}, '$o', 'it is missing; give one of CONFIDENCE'],
  ])('%s in %s with %j', async (definition, field, variables, argument, problem) => {
    const { data, errors } = await ask(app, `query (${definition}) { ${field} { totalCount } }`, variables);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(errors![0]!.message).toContain(`The argument ${argument} is not usable: ${problem}`);
    expect(errors![0]!.message).toMatch(/[^.?]\.$/);
  });
});

test('a variable that is null is refused for an argument that needs a value, at its field', async () => {
  const { errors } = await ask(app, 'query ($o: QuoteOrder = NEWEST) { quotes(orderBy: $o) { totalCount } }', { o: null });
  expect(errors).toMatchObject([{ path: ['quotes'], extensions: { code: 'BAD_USER_INPUT', argument: 'orderBy' } }]);
  expect(errors![0]!.message).toContain('The argument orderBy is not usable: null is not one of CONFIDENCE');
});

test('every value that is refused is told, not the first alone', async () => {
  const literal = await ask(app, '{ quotes(first: "x", filter: { kind: [LOUD], isNamed: 1 }) { totalCount } }');
  expect(literal.errors!.map(({ extensions }) => extensions!.argument)).toEqual(['first', 'filter.kind', 'filter.isNamed']);
  const variables = await ask(app, 'query ($n: Int, $f: QuoteFilter) { quotes(first: $n, filter: $f) { totalCount } }', {
    n: 'x',
    f: { kind: ['LOUD'], isNamed: 1 },
  });
  expect(variables.errors!.map(({ extensions }) => extensions!.argument)).toEqual(['$n', '$f.isNamed', '$f.kind.0']);
});

test('a long value is cut short', async () => {
  const { errors } = await ask(app, `{ articles(first: "${'9'.repeat(3_000)}") { totalCount } }`);
  expect(errors![0]!.message.length).toBeLessThan(300);
});

test('a name that the schema does not have makes the query no valid one', async () => {
  const { errors } = await ask(app, '{ quotes(filter: { kinds: [DIRECT] }) { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

test('names of the schema stay with those who have it, where introspection is off', async () => {
  const closed = createApp(client, parseConfig({ QUOTEWIRE_INTROSPECTION: 'off' }));
  const answers = [
    await ask(closed, '{ quotes(filter: { kind: [LOUD], publishedAt: 1 }) { totalCount } }'),
    await ask(closed, 'query ($f: QuoteFilter) { quotes(filter: $f) { totalCount } }', {
      f: { kind: ['DIREC'], publishedAt: 1, kinds: 1 },
    }),
  ];
  for (const { errors } of answers) {
    expect(errors!.length).toBeGreaterThan(1);
    expect(JSON.stringify(errors)).not.toMatch(/MIXED|INDIRECT|from, to|Did you mean/);
  }
});
