import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { conditionsOf, inOrder, queryOf, rowsOf, type Scope, type Searched, union } from './scope.ts';
import { keptOfLabels } from './tally.ts';
import { settled } from './told.ts';
import { all, join, type OneOf, raw, type Sql, sql, whereSql } from './where.ts';

/** Matches that are ranked at most, the newest; older ones follow by date. */
export const MAX_RANKED = 1_000;

/** A sort key as JavaScript has it. */
export type Key = string | number | Date;

/** What a list is sorted by: a column, or what SQL makes of the row under the alias `found` and of what is searched for. */
export interface SortColumn {
  readonly name: string;
  readonly type: keyof typeof CASTS;
  readonly sql?: (search: string | null) => Sql;
}

/** A page of a scope: in the order of columns that together are unique and never null, or by rank. */
export interface ScopePage {
  readonly scope: Scope;
  /** Null for what fits a search best first. */
  readonly columns: readonly SortColumn[] | null;
  readonly direction: 'asc' | 'desc';
  readonly size: number;
  readonly backward: boolean;
  /** Keys of the item beside the page, and of the one that closes it off; null at the list's end. */
  readonly beyond: readonly Key[] | null;
  readonly limit: readonly Key[] | null;
  /** Whether the version of the corpus is to be told. */
  readonly counts: boolean;
}

/** The newest first: by date, and with one date by what tells the rows apart, as an index has it. */
const NEWEST: Readonly<Record<Searched, readonly SortColumn[]>> = {
  Article: [
    { name: 'sortAt', type: 'date' },
    { name: 'id', type: 'uuid' },
  ],
  Quote: [
    { name: 'sortAt', type: 'date' },
    { name: 'articleId', type: 'uuid' },
    { name: 'id', type: 'uuid' },
  ],
};

/** The columns of a page by rank. A walk keeps the oldest match that is ranked, so that rows that are added meanwhile shift nothing. */
export const rankedBy = (model: Searched): readonly SortColumn[] => [
  { name: 'rank', type: 'real' },
  ...NEWEST[model],
  ...NEWEST[model].map(({ name, type }) => ({ name: `floor_${name}`, type })),
  { name: 'rankedFrom', type: 'number' },
];

/** A row's id with its sort keys under the names of their columns. */
export type KeyedRow = Readonly<Record<string, Key>> & { readonly id: string };

const CASTS = { date: 'timestamptz', number: 'int', real: 'real', text: 'text', uuid: 'uuid' } as const;

/**
 * Pages of ids with sort keys, each with one row more than asked for where the list goes on, and the version that the corpus had at that
 * moment, where one of them counts. One statement, however many pages.
 */
export async function readPages(db: PrismaClient, pages: readonly ScopePage[]): Promise<{ pages: KeyedRow[][]; version: string | null }> {
  const statement = (page: ScopePage, n: number) =>
    sql`SELECT ${n}::int AS page, row_number() OVER ()::int AS nth, keys
      FROM (${page.columns ? sorted(page) : ranked(page)}) AS rows WHERE quotewire_alone()`;
  const version = pages.some(({ counts }) => counts)
    ? [sql`SELECT ${pages.length}::int, 0, ARRAY[(SELECT version::text FROM "CorpusState")]`]
    : [];
  const rows = await read<{ page: number; nth: number; keys: string[] }>(
    db,
    await settled(db, () => union([...pages.map(statement), ...version])),
  );
  const lists = inOrder(rows, pages.length + 1, ({ page }) => page).map((list) => list.sort((a, b) => a.nth - b.nth));
  return {
    version: lists[pages.length]![0]?.keys[0] ?? null,
    pages: pages.map(({ columns, scope }, n) => lists[n]!.map(({ keys }) => rowOf(columns ?? rankedBy(scope.model as Searched), keys))),
  };
}

function rowOf(columns: readonly SortColumn[], keys: readonly string[]): KeyedRow {
  const values = columns.map(({ name, type }, i) => [name, parsed(type, keys[i]!)] as const);
  return { ...Object.fromEntries(values), id: keys.at(-1)! };
}

function parsed(type: SortColumn['type'], key: string): Key {
  if (type === 'date') return new Date(Number(key));
  return type === 'text' || type === 'uuid' ? key : Number(key);
}

/** A key as text that JavaScript reads without loss. */
const textOf = (type: SortColumn['type'], expression: Sql): Sql =>
  type === 'date' ? sql`(extract(epoch FROM ${expression}) * 1000)::bigint::text` : sql`(${expression})::text`;

const bound = (type: SortColumn['type'], key: Key): Sql => sql`${key instanceof Date ? key.toISOString() : key}::${raw(CASTS[type])}`;

const keysOf = (texts: readonly Sql[]): Sql => sql`ARRAY[${join([...texts, sql`id::text`])}] AS keys`;

/** Rows whose keys lie behind some: one comparison of rows, which bounds the scan of an index on the columns. */
function behind(
  columns: readonly { readonly type: SortColumn['type']; readonly expression: Sql }[],
  keys: readonly Key[],
  ascending: boolean,
): Sql {
  const expressions = join(columns.map(({ expression }) => expression));
  const values = join(columns.map(({ type }, i) => bound(type, keys[i]!)));
  return sql`(${expressions}) ${raw(ascending ? '>' : '<')} (${values})`;
}

function sorted({ scope, columns, direction, size, backward, beyond, limit }: ScopePage): Sql {
  const ascending = (direction === 'asc') !== backward;
  const keys = columns!.map(({ name, type, sql: made }) => ({ type, expression: made?.(scope.search) ?? raw(`found."${name}"`) }));
  const bounds = [...(beyond ? [behind(keys, beyond, ascending)] : []), ...(limit ? [behind(keys, limit, !ascending)] : [])];
  const order = join(keys.map(({ expression }) => sql`${expression} ${raw(ascending ? 'asc' : 'desc')}`));
  const texts = keysOf(keys.map(({ type, expression }) => textOf(type, expression)));
  const parts = { texts, keys: join(keys.map(({ expression }) => expression)), bounds, order };
  if (scope.labels) return ofLabels(scope, scope.labels, parts, size);
  return sql`SELECT ${texts} ${rowsOf(scope)} AND ${all(bounds)} ORDER BY ${order} LIMIT ${size + 1}`;
}

/** Articles that may have a name before it is looked for among the first of the list, and how many of these are looked through. */
const [MANY, LOOKED_THROUGH] = [1_000, 5_000];

/**
 * The articles that have an author or keyword. The database knows how many have it, not since when: left to itself it reads from the newest on, through
 * all articles where none has had the name for long. One that many have is looked for among the first; where these fill no page, an index finds all that
 * have it, which are then sorted.
 */
function ofLabels(
  scope: Scope,
  labels: NonNullable<Scope['labels']>,
  { texts, keys, bounds, order }: Readonly<Record<'texts' | 'keys' | 'order', Sql>> & { readonly bounds: readonly Sql[] },
  size: number,
): Sql {
  const { from = null, to = null } = scope.period ?? {};
  const inPeriod = whereSql(scope.model, 'found', { sortAt: { ...(from && { gte: from }), ...(to && { lt: to }) } });
  const page = sql`ORDER BY ${order} LIMIT ${size + 1}`;
  return sql`
    WITH near AS MATERIALIZED (
      SELECT ${texts} FROM (
        SELECT * FROM "Article" AS found WHERE ${all([inPeriod, ...bounds])} ORDER BY ${order} LIMIT ${LOOKED_THROUGH}
      ) AS found WHERE (${keptOfLabels(labels)}) > ${MANY} AND ${conditionsOf(scope)} ${page}
    )
    SELECT keys FROM near WHERE (SELECT count(*) FROM near) > ${size}
    UNION ALL
    (SELECT ${texts} FROM (
      SELECT * FROM (SELECT ${keys} ${rowsOf(scope)} AND ${all(bounds)} AND (SELECT count(*) FROM near) <= ${size} OFFSET 0) AS found ${page}
    ) AS found)`;
}

/** The rows of a page with columns and the one beyond, for a condition on their ids: what is wanted of them is then read in the same statement. */
export const inPage = (page: ScopePage): OneOf => ({
  holds: (id) => sql`${id} = ANY(ARRAY(SELECT keys[cardinality(keys)]::uuid FROM (${sorted(page)}) AS page))`,
});

/** By rank: the newest matches as they fit, then the older ones by date. */
function ranked({ scope, size, backward, beyond, limit }: ScopePage): Sql {
  const newest = NEWEST[scope.model as Searched];
  const keys = [{ name: 'rank', type: 'real' } as const, ...newest].map(({ name, type }) => ({ type, expression: raw(`"${name}"`) }));
  const found = newest.map(({ name, type }) => ({ type, expression: raw(`found."${name}"`) }));
  const [columns, ofFound] = [keys.slice(1), found].map((of) => join(of.map(({ expression }) => expression))) as [Sql, Sql];
  const by = (of: typeof keys, way: string) => join(of.map(({ expression }) => sql`${expression} ${raw(way)}`));
  const behindMatch = (match: readonly Key[], ascending: boolean) => behind(keys, match, ascending);
  const floors = (beyond ?? limit)?.slice(keys.length, keys.length + newest.length);
  const floor = floors
    ? sql`SELECT ${join(newest.map(({ name, type }, i) => sql`${bound(type, floors[i]!)} AS ${raw(`"${name}"`)}`))}`
    : sql`(SELECT ${ofFound} ${rowsOf(scope)} ORDER BY ${by(found, 'DESC')} OFFSET ${MAX_RANKED - 1} LIMIT 1)
          UNION ALL SELECT ${join(newest.map(({ type }) => LEAST[type as keyof typeof LEAST]))} LIMIT 1`;
  const far = backward ? 'asc' : 'desc';
  // Matches too old to be ranked are read from the cursor on; the ranked ones, few, all at once.
  const from = beyond && Number(beyond[0]) < 0 ? sql`AND ${behind(found, beyond.slice(1), backward)}` : sql``;
  const texts = [
    ...keys.map(({ type, expression }) => textOf(type, expression)),
    ...keys.slice(1).map(({ type, expression }) => textOf(type, sql`(SELECT ${expression} FROM floor)`)),
    sql`(SELECT count(*) FROM ranked)::text`,
  ];
  return sql`
    WITH floor AS MATERIALIZED (${floor}),
    ranked AS MATERIALIZED (
      SELECT ${columns}, ts_rank(search, ${queryOf(scope.search!)}) AS rank FROM (
        SELECT ${ofFound}, found.search ${rowsOf(scope)} AND (${ofFound}) >= (SELECT ${columns} FROM floor)
        ORDER BY ${by(found, 'DESC')} LIMIT ${2 * MAX_RANKED}
      ) AS newest
    ), older AS (
      SELECT ${ofFound}, (-1)::real AS rank ${rowsOf(scope)} AND (${ofFound}) < (SELECT ${columns} FROM floor) ${from}
      ORDER BY ${by(found, far)} LIMIT ${size + 1}
    )
    SELECT ${keysOf(texts)}
    FROM (SELECT ${columns}, rank FROM ranked UNION ALL SELECT ${columns}, rank FROM older) AS matches
    WHERE ${all([...(beyond ? [behindMatch(beyond, backward)] : []), ...(limit ? [behindMatch(limit, !backward)] : [])])}
    ORDER BY ${by(keys, far)} LIMIT ${size + 1}`;
}

/** What no row comes before. */
const LEAST = { date: sql`'0001-01-01Z'::timestamptz`, uuid: sql`'00000000-0000-0000-0000-000000000000'::uuid` };
