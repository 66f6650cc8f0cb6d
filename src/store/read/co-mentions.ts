import { readMuch } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { inOrder, rowsOf, type Scope, union } from './scope.ts';
import { settled } from './told.ts';
import { join, raw, type Sql, sql } from './where.ts';

/** What articles name, with the column in which mentions hold its id. */
export const NAMED_COLUMNS = { SPEAKER: 'speakerId', ORGANIZATION: 'organizationId', PLACE: 'placeId' } as const;
export type NamedKind = keyof typeof NAMED_COLUMNS;

/** A noun that articles name. */
export interface Noun {
  readonly kind: NamedKind;
  readonly id: string;
}

/** A noun with how many articles name it, together with another or among some. */
export interface Weighted extends Noun {
  readonly count: number;
}

const KIND = sql`CASE WHEN other."speakerId" IS NOT NULL THEN 'SPEAKER' WHEN other."organizationId" IS NOT NULL THEN 'ORGANIZATION' ELSE 'PLACE' END`;
const NOUN = sql`coalesce(other."speakerId", other."organizationId", other."placeId")`;

const ofKinds = (kinds: readonly NamedKind[]): Sql =>
  kinds.length === 0
    ? sql`FALSE`
    : sql`(${join(
        kinds.map((kind) => raw(`other."${NAMED_COLUMNS[kind]}" IS NOT NULL`)),
        ' OR ',
      )})`;

/** What is asked of one noun: with whom and what current articles name it most. */
export interface NamedWithAsk extends Noun {
  readonly kinds: readonly NamedKind[];
  readonly first: number;
}

/** The nouns that current articles name most together with others. One statement. */
export async function readNamedWith(db: PrismaClient, asks: readonly NamedWithAsk[]): Promise<Weighted[][]> {
  const statements = asks.map(
    ({ kind, id, kinds, first }, n) => sql`(
      SELECT ${n}::int AS ask, ${KIND} AS kind, ${NOUN} AS id, count(*)::int AS count
      FROM "Mention" AS own JOIN "Mention" AS other ON other."articleId" = own."articleId" AND other.id <> own.id
      WHERE own.${raw(`"${NAMED_COLUMNS[kind]}"`)} = ${id}::uuid AND own.current AND ${ofKinds(kinds)}
      GROUP BY 2, 3 ORDER BY count DESC, 3 LIMIT ${first}
    )`,
  );
  const rows = await readMuch<Weighted & { ask: number }>(db, union(statements));
  return inOrder(rows, asks.length, ({ ask }) => ask).map((list) => list.sort(heaviest));
}

const heaviest = (a: Weighted, b: Weighted) => b.count - a.count || (a.id < b.id ? -1 : 1);

/** Which nouns of a list of articles are asked for. */
export interface NetworkAsk {
  readonly scope: Scope;
  readonly kinds: readonly NamedKind[];
  readonly first: number;
}

/** Two nouns that articles name together. */
export interface Link {
  readonly one: Noun;
  readonly other: Noun;
  readonly count: number;
}

/** Links of one network, at most: the most frequent. */
export const MAX_LINKS = 500;

/** The nouns that some articles name most, and how often any two of them together. */
export interface Network {
  readonly nouns: readonly Weighted[];
  readonly links: readonly Link[];
}

/** The tables of nouns, which hold how many current articles name each. */
const TABLES = { SPEAKER: 'Speaker', ORGANIZATION: 'Organization', PLACE: 'Place' } as const satisfies Record<NamedKind, string>;

/** The nouns that the articles of a list name most, as `heaviest`, and under `kept` in which articles each stands. */
function heaviestSql({ scope, kinds, first }: NetworkAsk): Sql {
  const most = sql`ORDER BY count DESC, id LIMIT ${first}`;
  if (scope.whole && !scope.period && kinds.length > 0) {
    const counted = kinds.map(
      (kind) => sql`SELECT ${kind}::text AS kind, id, "articleCount" AS count FROM ${raw(`"${TABLES[kind]}"`)} WHERE "articleCount" > 0`,
    );
    const named = kinds.map(
      (
        kind,
      ) => sql`SELECT other."articleId" AS article, nth FROM heaviest JOIN "Mention" AS other ON ${raw(`other."${NAMED_COLUMNS[kind]}"`)} = heaviest.id
        WHERE other.current`,
    );
    return sql`heaviest AS MATERIALIZED (SELECT *, ${NTH} FROM (SELECT * FROM (${union(counted)}) AS nouns ${most}) AS most), kept AS (${union(named)})`;
  }
  return sql`matched AS MATERIALIZED (SELECT found.id ${rowsOf(scope)}),
      named AS MATERIALIZED (
        SELECT other."articleId" AS article, ${KIND} AS kind, ${NOUN} AS id FROM matched JOIN "Mention" AS other ON other."articleId" = matched.id
        WHERE ${ofKinds(kinds)}
      ),
      heaviest AS MATERIALIZED (SELECT *, ${NTH} FROM (SELECT kind, id, count(*)::int AS count FROM named GROUP BY 1, 2 ${most}) AS most),
      kept AS (SELECT article, nth FROM named JOIN heaviest USING (kind, id))`;
}

const NTH = sql`(row_number() OVER (ORDER BY id))::int AS nth`;

/**
 * Networks of several lists of articles. One statement, in which articles that name the same of the nouns are counted first: there are few ways to
 * name some, and many articles.
 */
export async function readNetworks(db: PrismaClient, asks: readonly NetworkAsk[]): Promise<Network[]> {
  const statement = (ask: NetworkAsk, n: number) => sql`SELECT ${n}::int AS ask, network.* FROM (
      WITH ${heaviestSql(ask)},
      together AS MATERIALIZED (
        SELECT nths, count(*) AS count FROM (SELECT array_agg(nth ORDER BY nth) AS nths FROM kept GROUP BY article HAVING count(*) > 1) AS named GROUP BY 1
      ),
      links AS (
        SELECT a AS one, b AS other, sum(count)::int AS count FROM together, unnest(nths) AS a, unnest(nths) AS b WHERE a < b GROUP BY 1, 2
      )
      SELECT kind, id, NULL AS "otherKind", NULL::uuid AS "otherId", count FROM heaviest
      UNION ALL
      (SELECT one.kind, one.id, other.kind, other.id, links.count FROM links JOIN heaviest AS one ON one.nth = links.one JOIN heaviest AS other ON other.nth = links.other
      ORDER BY 5 DESC, 2, 4 LIMIT ${MAX_LINKS})
    ) AS network`;
  const rows = await readMuch<Weighted & { ask: number; otherKind: NamedKind | null; otherId: string | null }>(
    db,
    await settled(db, () => union(asks.map(statement))),
  );
  return inOrder(rows, asks.length, ({ ask }) => ask).map((list) => ({
    nouns: list
      .filter(({ otherId }) => otherId === null)
      .map(({ kind, id, count }) => ({ kind, id, count }))
      .sort(heaviest),
    links: list
      .flatMap(({ kind, id, otherKind, otherId, count }) =>
        otherId ? [{ one: { kind, id }, other: { kind: otherKind!, id: otherId }, count }] : [],
      )
      .sort((a, b) => b.count - a.count || (a.one.id + a.other.id < b.one.id + b.other.id ? -1 : 1)),
  }));
}
