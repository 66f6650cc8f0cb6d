import { expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { createApp } from '../../src/server.ts';
import { ask } from '../support/ask.ts';
import { testDatabase, watchedClient } from '../support/database.ts';

// A thousand pages and some, with many ties: rows that only SQL could make so fast.
const ROWS = 20_100;
const { client: own, url } = await testDatabase();
await own.$executeRaw`
  INSERT INTO "Article" (id, text, "contentHash", authors, keywords, collection, "publishedAt", "sortAt", "wordCount", "quoteCount", "bodyStart", "bodyEnd")
  SELECT gen_random_uuid(), n::text, '', '{}', '{}', 'main', date, coalesce(date, '0001-01-01Z'), n % 700, 1, 0, 1
  FROM generate_series(1, ${ROWS}) AS n, LATERAL (SELECT CASE WHEN n % 50 > 0 THEN '2030-01-01Z'::timestamptz + n / 40 * interval '1 day' END AS date) AS dated`;
await own.$executeRaw`
  INSERT INTO "Quote" (id, "articleId", kind, act, region, spans, text, "cueSpans", "cueText", "sourceSpans", "sourceText", "audienceSpans",
    "audienceText", "chainSpans", "chainText", attribution, confidence, start, "sortAt")
  SELECT gen_random_uuid(), id, 'DIRECT', 'SPEECH', 'BODY', '{0,1}', repeat('x', 1 + "wordCount"), '{}', '', '{}', '', '{}', '', '{}', '', 'NONE',
    round(random()::numeric, 2), (random() * 2000)::int, "sortAt" FROM "Article"`;
await own.$executeRaw`ANALYZE`;

const { client, ran } = watchedClient(url);
const app = createApp(client);

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that the leaves of a plan read. */
const rowsRead = (plan: Plan): number =>
  plan.Plans
    ? plan.Plans.reduce((sum, inner) => sum + rowsRead(inner), 0)
    : (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) * plan['Actual Loops'];

/** Rows that are read for what `action` asks of the database, as EXPLAIN tells. */
async function reading(action: () => Promise<unknown>): Promise<number> {
  ran.length = 0;
  await action();
  const db = await connect(url);
  let rows = 0;
  for (const { text, values } of ran) {
    const { rows: explained } = await db.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    rows += rowsRead(explained[0]['QUERY PLAN'][0].Plan);
  }
  await db.end();
  return rows;
}

test.each([
  ['quotes', 'NEWEST', 'DESC', ['sortAt', 'articleId', 'id']],
  ['quotes', 'OLDEST', 'ASC', ['sortAt', 'articleId', 'id']],
  ['quotes', 'LONGEST', 'DESC', ['length', 'start', 'id']],
  ['quotes', 'SHORTEST', 'ASC', ['length', 'start', 'id']],
  ['quotes', 'CONFIDENCE', 'DESC', ['confidence', 'start', 'id']],
  ['articles', 'NEWEST', 'DESC', ['sortAt', 'id']],
  ['articles', 'OLDEST', 'ASC', ['sortAt', 'id']],
  ['articles', 'LONGEST', 'DESC', ['wordCount', 'id']],
  ['articles', 'SHORTEST', 'ASC', ['wordCount', 'id']],
])('page 1,000 of %s by %s reads at most twice the rows of page 1', async (list, orderBy, direction, keys) => {
  const table = list === 'quotes' ? 'Quote' : 'Article';
  const [last] = await own.$queryRawUnsafe<Record<string, unknown>[]>(
    `SELECT ${keys.map((key) => `"${key}"`).join(', ')} FROM "${table}" ORDER BY ${keys.map((key) => `"${key}" ${direction}`).join(', ')} OFFSET 19979 LIMIT 1`,
  );
  const cursor = Buffer.from(JSON.stringify([orderBy, ...keys.map((key) => last![key])])).toString('base64url');
  const page = async (after: string) => {
    const { data, errors } = await ask(app, `{ ${list}(first: 20, orderBy: ${orderBy}${after}) { nodes { id } } }`);
    expect(errors).toBeUndefined();
    expect(data[list].nodes).toHaveLength(20);
  };
  const first = await reading(() => page(''));
  const thousandth = await reading(() => page(`, after: "${cursor}"`));
  expect(first).toBeGreaterThanOrEqual(21);
  expect(thousandth).toBeLessThanOrEqual(2 * first);
});
