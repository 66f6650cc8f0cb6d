import { Deciding, read, readMuch } from '../../db/direct.ts';
import { Prisma, type PrismaClient } from '../../db/generated/client.ts';
import type { CountAsk } from './count-ask.ts';
import { type Column, type Counted, facetColumns, facetSql, type Table } from './facets.ts';
import { conditionsOf, inOrder, type Scope, union } from './scope.ts';
import { keptSql } from './tally.ts';
import { type Point, splitColumn, timelineSql } from './timeline.ts';
import { settled } from './told.ts';
import { empty, join, raw, type Sql, sql } from './where.ts';

/** What any of them is answered with; each fills what it has. */
type CountRow = Counted & Omit<Point, 'group'> & { readonly ask: number };

/** The answers to what is asked, each in the form that is asked for. */
export interface CountAnswer {
  readonly rows: readonly Omit<CountRow, 'ask'>[];
}

/**
 * Answers all that is to be counted in one statement, in which the rows of a scope are read once, whatever is asked of them: most of what
 * counting costs is finding the rows.
 */
export async function readCounts(db: PrismaClient, asks: readonly CountAsk[]): Promise<CountAnswer[]> {
  const statement = plannedOnce(await settled(db, () => countsSql(asks)));
  const isMuch = asks.some((ask) => keptSql(ask) === null || (ask.scope.articles && !ask.scope.whole));
  const rows = await (isMuch ? readMuch<CountRow>(db, statement) : read<CountRow>(db, statement));
  return inOrder(rows, asks.length, ({ ask }) => ask).map((found) => ({ rows: found }));
}

/**
 * All rows of one noun are read, however many it has, and by its index: one plan does for any. To plan for each would take longer than to count
 * what most of them have.
 */
const plannedOnce = ({ strings, values }: Sql): Sql =>
  new Prisma.Sql(
    strings,
    values.map((value) => (value instanceof Deciding && !Array.isArray(value.value) ? value.value : value)),
  );

function countsSql(asks: readonly CountAsk[]): Sql {
  const kept = asks.map(keptSql);
  const counted = asks.filter((_, n) => kept[n] === null);
  const scopes = [...new Set(counted.map(({ scope }) => scope))];
  const tables = scopes.map((_, n): Table => ({ rows: raw(`rows_${n}`), total: raw(`(SELECT count FROM total_${n})`) }));
  const parts = scopes.map((scope, n) =>
    tableSql(
      scope,
      counted.filter((ask) => ask.scope === scope),
      tables[n]!,
      n,
    ),
  );
  const answers = asks.map((ask, n) => {
    const found = kept[n] ?? countSql(ask, tables[scopes.indexOf(ask.scope)]!);
    return sql`SELECT ${n}::int AS ask, answer.* FROM (${answerSql(ask, found)}) AS answer`;
  });
  return sql`${parts.length > 0 ? sql`WITH ${join(parts)}` : empty} ${union(answers)}`;
}

/** What counts the rows that a table has. */
function countSql(ask: CountAsk, table: Table): Sql {
  if ('facet' in ask) return facetSql(ask, table);
  return 'by' in ask ? timelineSql(ask, table) : sql`SELECT ${table.total} AS count`;
}

/** What was found, in columns that all answers share. */
function answerSql(ask: CountAsk, found: Sql): Sql {
  const [noTimes, noName] = [raw('NULL::timestamptz AS "from", NULL::timestamptz AS "to"'), raw('NULL::text AS name')];
  if ('facet' in ask) return sql`SELECT value, name, count, total, ${noTimes} FROM (${found}) AS facet`;
  if ('by' in ask) return sql`SELECT "group" AS value, ${noName}, count, NULL::int AS total, "from", "to" FROM (${found}) AS points`;
  return sql`SELECT NULL::text AS value, ${noName}, count, NULL::int AS total, ${noTimes} FROM (${found}) AS counted`;
}

/** The rows of a scope with what they are counted by, kept where more than one part reads them, and how many they are. */
function tableSql(scope: Scope, asks: readonly CountAsk[], { rows }: Table, n: number): Sql {
  const columns = new Map<string, Column>();
  for (const ask of asks) for (const column of columnsOf(ask)) columns.set(column.name, column);
  const values = [...columns.values()].map(({ name, value }) => sql`${value} AS ${raw(`"${name}"`)}`);
  const joins = [...new Set([...columns.values()].flatMap(({ join: joined }) => (joined ? [joined] : [])))].map(
    (joined) => sql`LEFT ${joined}`,
  );
  const kept = asks.length > 1 || 'facet' in asks[0]! ? raw('MATERIALIZED') : raw('NOT MATERIALIZED');
  return sql`${rows} AS ${kept} (
      SELECT ${values.length > 0 ? join(values) : empty} FROM ${raw(`"${scope.model}" AS found`)} ${joins.length > 0 ? join(joins, ' ') : empty} WHERE ${conditionsOf(scope)}
    ), ${raw(`total_${n}`)} AS MATERIALIZED (SELECT count(*)::int AS count FROM ${rows})`;
}

function columnsOf(ask: CountAsk): readonly Column[] {
  if ('facet' in ask) return facetColumns(ask);
  if ('by' in ask) return [{ name: 'sortAt', value: raw('found."sortAt"') }, ...splitColumn(ask)];
  return [];
}
