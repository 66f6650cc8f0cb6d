import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Random, random } from '../../bench/random.ts';
import { schema } from '../../src/schema/index.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { randomQuery, STRINGS } from '../support/random-query.ts';
import { runs } from '../support/runs.ts';

const { client } = await testDatabase();
await save(client, corpus(10), 'test');
const [article] = await client.article.findMany({ take: 1 });
const [quote] = await client.quote.findMany({ take: 1 });
const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');
const IDS = [globalId('Article', article!.id), globalId('Quote', quote!.id), globalId('Speaker', article!.id), globalId('Nothing', 'x')];

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
process.on('unhandledRejection', note);
afterAll(() => {
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

const apps = [createApp(client), createApp(client, configured({ NODE_ENV: 'production', QUOTEWIRE_MAX_COST: '1000000' }))];

/** Answers must be data or coded errors, and what nobody foresaw is a mistake of ours. Says whether it was all data. */
async function answered(from: Random, query: string, variables: unknown): Promise<boolean> {
  const response = await from.one(apps).fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: object; errors?: { message: string; extensions: { code?: string } }[] };
  expect([200, 400]).toContain(response.status);
  expect(data !== undefined || errors.length > 0).toBe(true);
  for (const { message, extensions } of errors) {
    expect(extensions.code).toMatch(/^[A-Z_]+$/);
    expect([extensions.code, message]).not.toEqual(['INTERNAL_SERVER_ERROR', message]);
    expect(message).not.toMatch(/prisma|postgres|SELECT |node_modules|at .+\.ts:/i);
  }
  return errors.length === 0;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

describe('whatever is asked, the answer is data or coded errors', () => {
  test('in queries made from the schema, good, nearly good, and hostile', async () => {
    let good = 0;
    const count = runs(150, 9_000);
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const from = random(seed);
        const query = randomQuery(from, schema, IDS);
        const isGood = await answered(from, query, undefined).catch((error) => {
          throw new Error(`${query.replace(/x{9,}/g, 'xxx…')}\n${error.message}`);
        });
        if (isGood) good++;
      }),
      { numRuns: count, seed: 1, endOnFailure: true },
    );
    // Else little but the validation would have been tried.
    expect(good).toBeGreaterThan(count / 4);
  }, 1_200_000);

  test.each([
    ['cursors alone of what an article names', '{ articles { nodes { organizations { pageInfo { endCursor } } } } }'],
    ['a search in years before the first', '{ quotes(search: "say", filter: { publishedAt: { to: "0000-01-01" } }) { totalCount } }'],
    ['whether there is a text that is never null', '{ quotes(filter: { cue: { isSet: false, isNot: "said" } }) { totalCount } }'],
  ])('to what random queries found amiss: %s', async (_, query) => {
    expect(await answered(random(1), query, undefined)).toBe(true);
  });

  test('with variables of any shape', async () => {
    const QUERIES = [
      'query V($v: String) { articles(search: $v) { totalCount nodes { headline } } }',
      'query V($v: Int) { quotes(first: $v) { nodes { text } } }',
      'query V($v: String) { quotes(after: $v) { nodes { text } } }',
      'query V($v: ID!) { node(id: $v) { id } }',
      'query V($v: QuoteFilter) { quotes(filter: $v) { totalCount nodes { id } } }',
      'query V($v: ArticleFilter) { articles(filter: $v) { totalCount nodes { id } } }',
    ];
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...STRINGS), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.constantFrom(...QUERIES),
        fc.oneof(value, fc.dictionary(fc.constantFrom('v', 'w'), value)),
        async (seed, query, given) => void (await answered(random(seed), query, isObject(given) ? given : { v: given })),
      ),
      { numRuns: runs(60, 1_000), seed: 2, endOnFailure: true },
    );
  }, 600_000);

  test.runIf(runs(0, 1))(
    'and memory is back at its level afterwards',
    async () => {
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      const used = async (from: number) => {
        for (let seed = from; seed < from + 500; seed++) await answered(random(seed), randomQuery(random(seed), schema, IDS), undefined);
        collect();
        return process.memoryUsage().heapUsed / 1e6;
      };
      // What is remembered of documents and statements is full only after some thousands of different ones.
      for (let from = 0; from < 3_000; from += 500) await used(from);
      const before = await used(3_000);
      await used(3_500);
      await used(4_000);
      expect(await used(4_500)).toBeLessThan(before * 1.1 + 5);
    },
    600_000,
  );
});
