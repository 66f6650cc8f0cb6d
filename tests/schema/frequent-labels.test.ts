import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { talliesIn } from '../../src/store/tally.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

// Articles of one text each, an hour apart: more than are looked through for a name that many have.
const ARTICLES = 6_500;
await save(client, [saving('https://news.example/first', 'The first.', {})], 'test');
await client.$executeRaw`
  INSERT INTO "Article" (id, text, "contentHash", headline, authors, "authorKeys", keywords, "keywordKeys", collection, "sortAt", "publishedAt", "wordCount", "bodyStart", "bodyEnd", bands)
  SELECT md5(n::text)::uuid, '', ''::bytea, n::text, ARRAY['Ana Bell'], ARRAY['ana bell'], names, names, collection,
    '2031-01-01Z'::timestamptz + n * interval '1 hour', '2031-01-01Z'::timestamptz + n * interval '1 hour', n % 7, 0, 0, '{}'
  FROM "Article", generate_series(1, ${ARTICLES}::int) AS n, LATERAL (SELECT array_remove(ARRAY[
    CASE WHEN n % 5 = 0 THEN 'often' END, CASE WHEN n <= 1200 THEN 'long ago' END, CASE WHEN n IN (7, 6400) THEN 'seldom' END,
    CASE WHEN n <= 1190 OR n > 6490 THEN 'again' END
  ], NULL) AS names) AS given`;
await client.$executeRaw`ANALYZE`;
const ids = (await client.article.findMany({ select: { id: true } })).map(({ id }) => id);
await client.$executeRaw`TRUNCATE "Tally"`;
await client.tally.createMany({ data: await talliesIn(client, ids) });

const FILTERS = [
  ...['often', 'long ago', 'seldom', 'again', 'nobody'].map((name) => `keyword: { name: "${name}" }`),
  'keyword: { name: ["long ago", "seldom", "Long Ago"] }',
  'keyword: { name: [] }',
  'author: { name: "Ana Bell" }',
  'keyword: { name: "long ago" }, publishedAt: { to: "2031-02-03" }',
  'keyword: { name: "long ago" }, publishedAt: { from: "2031-02-03", to: "2031-02-04" }',
  'keyword: { name: "often" }, publishedAt: { from: "2031-09-28" }',
  'keyword: { name: "long ago" }, author: { name: "Ana Bell" }',
  'keyword: { name: "often", isSet: false }',
];

/** How many articles there are, and the headlines of two pages. */
async function pages(filter: string, orderBy: string, [size, cursor, to]: (typeof WAYS)[number]) {
  const page = async (more: string) => {
    const { data, errors } = await ask(
      app,
      `{ articles(filter: { ${filter} }, orderBy: ${orderBy}, ${size}: 4 ${more}) { totalCount nodes { headline } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    expect(errors).toBeUndefined();
    return data.articles;
  };
  const first = await page('');
  const end = first.pageInfo[to];
  return [first, end && (await page(`, ${cursor}: "${end}"`))];
}
const WAYS = [
  ['first', 'after', 'endCursor'],
  ['last', 'before', 'startCursor'],
] as const;

test.each(FILTERS)('articles with { %s } are the same on each page, however many have the name and since when', async (filter) => {
  for (const way of WAYS) {
    for (const orderBy of ['NEWEST', 'OLDEST', 'LONGEST']) {
      expect(await pages(filter, orderBy, way)).toEqual(await pages(`${filter} or: [{}]`, orderBy, way));
    }
  }
});

test('a page takes one statement, and how many have one name is known without reading one', async () => {
  const page = await statements(() => ask(app, '{ articles(filter: { keyword: { name: "long ago" } }, first: 3) { nodes { headline } } }'));
  const total = await statements(() => ask(app, '{ articles(filter: { keyword: { name: "long ago" } }) { totalCount } }'));
  expect([page.length, total.length]).toEqual([1, 1]);
  expect(total[0]).not.toMatch(/"Article"/);
});
