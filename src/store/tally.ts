import type { Statements } from '../db/direct.ts';
import { Prisma } from '../db/generated/client.ts';
import { asJson, rowsFrom } from './insert.ts';
import { facetKeys, facetValue, ofArticle } from './read/facets.ts';
import { LABELS } from './read/labels.ts';
import { ALL, DAYS, TALLIED, type Tallied, tallyOf } from './read/tally.ts';
import { UNDATED } from './undated.ts';

const { sql, join, raw } = Prisma;

/** The rows that are counted, under the alias `found`, up to the column that holds their article: those that lists show without a filter. */
const ROWS: Readonly<Record<Tallied, Prisma.Sql>> = {
  Quote: sql`"Quote" AS found ${ofArticle} CROSS JOIN LATERAL (VALUES ${valuesOf('Quote')}) AS held(what, value)
    WHERE found.current AND found.act = 'SPEECH' AND found.region = 'BODY' AND found."articleId"`,
  Article: sql`"Article" AS found CROSS JOIN LATERAL (VALUES ${valuesOf('Article')}) AS held(what, value)
    WHERE found."supersededById" IS NULL AND found.id`,
};

/** What a row is counted under, and its values; null where it has none. */
function valuesOf(model: Tallied): Prisma.Sql {
  const day = raw(
    `CASE WHEN found."sortAt" > '${UNDATED.toISOString()}' THEN to_char(found."sortAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END`,
  );
  const facets = TALLIED[model].map((facet) => sql`(${raw(`'${tallyOf(model, facet)}'`)}, (${facetValue(model, facet)})::text)`);
  return join([raw(`('${tallyOf(model, ALL)}', '')`), sql`(${raw(`'${tallyOf(model, DAYS)}'`)}, ${day})`, ...facets]);
}

/** The authors and keywords of articles, counted for these and for the quotes in them, up to the column that holds the article. */
const LABELLED = sql`"Article" AS found CROSS JOIN LATERAL (VALUES ${join(
  LABELS.map((facet) => sql`(${raw(`'${facet}'`)}, ${facetValue('Article', facet)}, ${facetKeys('Article', facet)})`),
)}) AS list(facet, names, keys) CROSS JOIN LATERAL unnest(names, keys) AS one(value, key)
  CROSS JOIN LATERAL (VALUES ('Article', 1), ('Quote', found."quoteCount")) AS held(model, count)
  WHERE held.count > 0 AND found."supersededById" IS NULL AND found.id`;

/** How many of these articles, and of their quotes, have which value. */
const countedIn = (articles: readonly string[]): Prisma.Sql => {
  const these = sql`ANY(${[...articles]}::uuid[])`;
  const parts = [
    ...Object.values(ROWS).map((rows) => sql`SELECT what, value, NULL AS key, 1 AS count FROM ${rows} = ${these} AND value IS NOT NULL`),
    sql`SELECT model || '.' || facet, value, key, count FROM ${LABELLED} = ${these}`,
  ];
  return sql`SELECT md5(what || ' ' || coalesce(key || '@', '') || value)::uuid AS id, what, value, key, sum(count)::int AS count
    FROM (${join(parts, ' UNION ALL ')}) AS held GROUP BY 2, 3, 4`;
};

interface Count {
  readonly id: string;
  readonly what: string;
  readonly value: string;
  readonly key: string | null;
  readonly count: number;
}

/** What these articles, as they are now stored, are counted under. */
export const talliesIn = (db: Statements, articles: readonly string[]): Promise<Count[]> => db.$queryRaw<Count[]>(countedIn(articles));

// Every writer goes through the rows in the order of their ids, so that two that change the same ones wait for each other instead of in a circle.
const ADDING = raw('ORDER BY id ON CONFLICT (id) DO UPDATE SET count = "Tally".count + excluded.count');

/** Counts articles that are new. */
export async function addTallies(db: Statements, articles: readonly string[]): Promise<void> {
  await db.$executeRaw(sql`INSERT INTO "Tally" (id, what, value, key, count) SELECT * FROM (${countedIn(articles)}) AS held ${ADDING}`);
}

/** Counts the difference between what some articles were counted under and what they are now. */
export async function changeTallies(db: Statements, before: readonly Count[], after: readonly Count[]): Promise<void> {
  const changes = new Map<string, Count>();
  const add = (counts: readonly Count[], sign: 1 | -1) => {
    for (const { count, ...key } of counts) changes.set(key.id, { ...key, count: (changes.get(key.id)?.count ?? 0) + sign * count });
  };
  add(after, 1);
  add(before, -1);
  const changed = [...changes.values()].filter(({ count }) => count !== 0);
  if (changed.length === 0) return;
  await db.$executeRawUnsafe(`INSERT INTO "Tally" SELECT * FROM ${rowsFrom('Tally')} AS changed ${ADDING.sql}`, asJson(changed));
  await db.$executeRaw`DELETE FROM "Tally" WHERE id = ANY(${changed.map(({ id }) => id)}::uuid[]) AND count = 0`;
}
