import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { inOrder, rowsOf, type Scope, union } from './scope.ts';
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
  const rows = await read<Weighted & { ask: number }>(db, union(statements));
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

/** Networks of several lists of articles. One statement. */
export async function readNetworks(db: PrismaClient, asks: readonly NetworkAsk[]): Promise<Network[]> {
  const statements = asks.map(
    ({ scope, kinds, first }, n) => sql`SELECT ${n}::int AS ask, network.* FROM (
      WITH matched AS MATERIALIZED (SELECT found.id ${rowsOf(scope)}),
      named AS MATERIALIZED (
        SELECT other."articleId" AS article, ${KIND} AS kind, ${NOUN} AS id FROM matched JOIN "Mention" AS other ON other."articleId" = matched.id
        WHERE ${ofKinds(kinds)}
      ),
      heaviest AS MATERIALIZED (SELECT kind, id, count(*)::int AS count FROM named GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT ${first}),
      kept AS MATERIALIZED (SELECT named.* FROM named JOIN heaviest USING (kind, id))
      SELECT kind, id, NULL AS "otherKind", NULL::uuid AS "otherId", count FROM heaviest
      UNION ALL
      (SELECT one.kind, one.id, other.kind, other.id, count(*)::int FROM kept AS one JOIN kept AS other ON other.article = one.article AND one.id < other.id
      GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 2, 4 LIMIT ${MAX_LINKS})
    ) AS network`,
  );
  const rows = await read<Weighted & { ask: number; otherKind: NamedKind | null; otherId: string | null }>(db, union(statements));
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
