import type { PrismaClient } from '../../db/generated/client.ts';
import { conditionsOf, inOrder, type Scope, union } from './scope.ts';
import { empty, join, raw, type Sql, sql, type Where } from './where.ts';

/** By what the rows of a scope are counted: a value of each row, or the nouns of one sort that an article names. */
interface Facet {
  /** What has to be joined to the row, which is `found`. */
  readonly join?: Sql;
  /** The value; rows where it is null count in the whole alone. */
  readonly value: Sql;
  /** Whether a row may have several values. */
  readonly several?: true;
  /** Prisma's condition for the rows that have the value. */
  readonly where: (value: string) => Where;
}

/** The article of a quote. */
export const ofArticle = raw('JOIN "Article" AS article ON article.id = found."articleId"');

/** What quotes are counted by. */
export const QUOTE_FACETS = {
  speakers: { value: raw('found."speakerId"'), where: (id) => ({ speakerId: id }) },
  organizations: { value: raw('found."organizationId"'), where: (id) => ({ organizationId: id }) },
  publishers: { join: ofArticle, value: raw('article.publisher'), where: (publisher) => ({ article: { is: { publisher } } }) },
  collections: { join: ofArticle, value: raw('article.collection'), where: (collection) => ({ article: { is: { collection } } }) },
  places: { join: ofArticle, value: raw('article."datelinePlaceId"'), where: (id) => ({ article: { is: { datelinePlaceId: id } } }) },
  roles: {
    join: raw('JOIN "Role" AS role ON role.id = found."roleId"'),
    value: raw('role.title'),
    where: (title) => ({ role: { is: { title } } }),
  },
  kinds: { value: raw('found.kind'), where: (kind) => ({ kind }) },
  attributions: { value: raw('found.attribution'), where: (attribution) => ({ attribution }) },
  cues: {
    value: raw(`nullif(lower(found."cueText"), '')`),
    where: (cue) => ({ cueText: { equals: cue, mode: 'insensitive' } }),
  },
  named: {
    value: raw(`CASE WHEN coalesce(found."speakerId", found."organizationId") IS NULL THEN 'UNNAMED' ELSE 'NAMED' END`),
    where: (value) =>
      value === 'NAMED'
        ? { OR: [{ speakerId: { not: null } }, { organizationId: { not: null } }] }
        : { speakerId: null, organizationId: null },
  },
} as const satisfies Record<string, Facet>;

const mentioned = (column: string): Facet => ({
  join: raw(`JOIN "Mention" AS mention ON mention."articleId" = found.id AND mention."${column}" IS NOT NULL`),
  value: raw(`mention."${column}"`),
  several: true,
  where: (id) => ({ mentions: { some: { [column]: id } } }),
});
const ofColumn = (column: string): Facet => ({
  value: raw(`found."${column}"`),
  // Null is not this value, also to a NOT around it.
  where: (value) => ({ AND: [{ [column]: { not: null } }, { [column]: value }] }),
});

/** What articles are counted by. */
export const ARTICLE_FACETS = {
  publishers: ofColumn('publisher'),
  agencies: ofColumn('datelineAgency'),
  collections: ofColumn('collection'),
  sections: ofColumn('section'),
  languages: ofColumn('language'),
  places: mentioned('placeId'),
  organizations: mentioned('organizationId'),
  speakers: {
    ...mentioned('speakerId'),
    join: raw(
      'JOIN "Mention" AS mention ON mention."articleId" = found.id AND mention."speakerId" IS NOT NULL AND mention."quoteCount" > 0',
    ),
    where: (id) => ({ mentions: { some: { speakerId: id, quoteCount: { gt: 0 } } } }),
  },
} as const satisfies Record<string, Facet>;

const FACETS: Readonly<Record<string, Readonly<Record<string, Facet>>>> = { Quote: QUOTE_FACETS, Article: ARTICLE_FACETS };

/** Prisma's condition for the rows that a bucket counts. */
export const bucketWhere = (model: Scope['model'], facet: string, value: string): Where => FACETS[model]![facet]!.where(value);

/** What the most frequent values of a facet are asked for. */
export interface FacetAsk {
  readonly scope: Scope;
  readonly facet: string;
  readonly first: number;
}

/** One value with how many rows have it, and how many rows there are. */
export interface Counted {
  readonly value: string;
  readonly count: number;
  readonly total: number;
}

/**
 * The most frequent values of several facets, each with its count; ties by value. One statement, in which the rows of a scope are read once,
 * however many facets are asked for of it.
 */
export async function readFacets(db: PrismaClient, asks: readonly FacetAsk[]): Promise<Counted[][]> {
  const scopes = [...new Set(asks.map(({ scope }) => scope))];
  const facetsOf = (scope: Scope) => [...new Set(asks.filter((ask) => ask.scope === scope).map(({ facet }) => facet))];
  const tables = scopes.map((scope, n) => sql`${tableOf(n)} AS MATERIALIZED (${valuesOf(scope, facetsOf(scope))})`);
  const statements = asks.map((ask, n) => {
    const table = tableOf(scopes.indexOf(ask.scope));
    return sql`SELECT ${n}::int AS ask, value::text, count, (SELECT count(*)::int FROM ${table}) AS total FROM (${counted(ask, table)}) AS counted`;
  });
  const rows = await db.$queryRaw<(Counted & { ask: number })[]>`WITH ${join(tables)} ${union(statements)}`;
  const lists = inOrder(rows, asks.length, ({ ask }) => ask);
  return lists.map((list) => list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
}

const tableOf = (scope: number): Sql => raw(`scope_${scope}`);

const facetOf = (scope: Scope, facet: string): Facet => FACETS[scope.model]![facet]!;

/** The rows of a scope with their values of some facets; where those may be several, with the id by which they are found. */
function valuesOf(scope: Scope, facets: readonly string[]): Sql {
  const single = facets.map((name) => ({ name, ...facetOf(scope, name) })).filter(({ several }) => !several);
  const values = single.map(({ name, value }) => sql`${value} AS ${raw(name)}`);
  const joins = [...new Set(single.flatMap(({ join: joined }) => (joined ? [joined] : [])))].map((joined) => sql`LEFT ${joined}`);
  return sql`SELECT ${join([raw('found.id'), ...values])} FROM ${raw(`"${scope.model}" AS found`)} ${joins.length > 0 ? join(joins, ' ') : empty} WHERE ${conditionsOf(scope)}`;
}

function counted({ scope, facet, first }: FacetAsk, table: Sql): Sql {
  const { join: joined, value, several } = facetOf(scope, facet);
  const [column, more] = several ? [value, joined!] : [raw(`found.${facet}`), empty];
  return sql`
    SELECT ${column} AS value, count(*)::int AS count FROM ${table} AS found ${more}
    WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY count DESC, ${column}::text COLLATE "C" LIMIT ${first}`;
}
