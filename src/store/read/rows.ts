import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { settled } from './told.ts';
import { aliasIn, all, fieldOf, join, type Model, raw, relatedSql, type Sql, sql, type Where, whereSql } from './where.ts';

/** A row with what was asked of it. */
export type Row = Readonly<Record<string, unknown>>;

/** What is asked of rows, in the words of Prisma's findMany. */
export interface Query {
  /** Columns, relations with what is asked of their rows, and under `_count` how many rows relations lead to. */
  readonly select?: object;
  readonly where?: object;
  readonly orderBy?: Order | readonly Order[];
  readonly take?: number;
}

type Order = Readonly<Record<string, 'asc' | 'desc'>>;

/**
 * Reads rows and what they lead to: what Prisma's findMany reads, in one statement, in which PostgreSQL makes the JSON of each row. Prisma
 * takes a third of a short request for saying what is asked, and for taking the answer apart (`npm run bench:api`). Knows what this
 * project's lists ask for; anything else is an error of ours.
 */
export async function readRows(db: PrismaClient, model: Model, query: Query): Promise<Row[]> {
  const statement = await settled(
    db,
    () => sql`SELECT row_to_json(r) AS row FROM (${rowsSql(model, 't', query)}) AS r WHERE quotewire_alone()`,
  );
  const rows = (await read<{ row: Record<string, unknown> }>(db, statement)).map(({ row }) => row);
  const times = timesIn(model, query.select);
  for (const row of rows) readTimes(row, times);
  return rows;
}

/** The rows of a query; `on` says of which they are the relatives. */
function rowsSql(model: Model, alias: string, { select, where, orderBy = [], take, ...others }: Query, on: readonly Sql[] = []): Sql {
  const unknown = Object.entries(others).find(([, value]) => value !== undefined);
  if (unknown) throw new TypeError(`Rows of ${model} are asked for with ${unknown[0]}, which is not known here`);
  const columns = askedOf(select).map(([name, asked]) => columnSql(model, alias, name, asked));
  const orders = [orderBy].flat().flatMap((order) => Object.entries(order).map(([name, way]) => `"${alias}"."${name}" ${way}`));
  // The size of a page stands in the text: a plan that is kept would take any size for a large one.
  const end = `${orders.length > 0 ? ` ORDER BY ${orders.join(', ')}` : ''}${take === undefined ? '' : ` LIMIT ${Number(take)}`}`;
  return sql`SELECT ${join(columns)} ${raw(`FROM "${model}" AS "${alias}"`)} WHERE ${all([...on, whereSql(model, alias, (where ?? {}) as Where)])}${raw(end)}`;
}

const askedOf = (select: object = {}) => Object.entries(select).filter((entry): entry is [string, true | Query] => Boolean(entry[1]));

function columnSql(model: Model, alias: string, name: string, asked: true | Query): Sql {
  if (name === '_count') return countsSql(model, alias, (asked as Query).select);
  const field = fieldOf(model, name);
  if (field.kind !== 'object') return raw(field.type === 'DateTime' ? `${utc(alias, name)} AS "${name}"` : `"${alias}"."${name}"`);
  const inner = aliasIn(alias);
  const rows = rowsSql(field.type as Model, inner, asked as Query, [relatedSql(model, alias, field, inner)]);
  const value = raw(field.isList ? `coalesce(json_agg(r), '[]')` : 'row_to_json(r)');
  return sql`(SELECT ${value} FROM (${rows}) AS r) AS ${raw(`"${name}"`)}`;
}

/** A time as JavaScript reads it with a Z behind it, whatever the time zone of the connection. */
const utc = (alias: string, name: string) => `"${alias}"."${name}" AT TIME ZONE 'UTC'`;

function countsSql(model: Model, alias: string, counted: object | undefined): Sql {
  const counts = askedOf(counted).map(([name, asked]) => {
    const field = fieldOf(model, name);
    const inner = aliasIn(alias);
    const target = field.type as Model;
    const where = asked === true ? {} : asked.where;
    const found = all([relatedSql(model, alias, field, inner), whereSql(target, inner, (where ?? {}) as Where)]);
    return sql`${raw(`'${name}'`)}, (SELECT count(*) FROM ${raw(`"${target}" AS "${inner}"`)} WHERE ${found})`;
  });
  return sql`json_build_object(${join(counts)}) AS "_count"`;
}

/** The fields of a row that hold times, and those that hold rows with such. */
type Times = ReadonlyMap<string, true | Times>;

function timesIn(model: Model, select: object | undefined): Times {
  const times = new Map<string, true | Times>();
  for (const [name, asked] of askedOf(select)) {
    if (name === '_count') continue;
    const { kind, type } = fieldOf(model, name);
    if (type === 'DateTime') times.set(name, true);
    if (kind !== 'object') continue;
    const inner = timesIn(type as Model, (asked as Query).select);
    if (inner.size > 0) times.set(name, inner);
  }
  return times;
}

/** Makes of the times in a row, which JSON does not know, what JavaScript has for them. */
function readTimes(row: Record<string, unknown>, times: Times): void {
  for (const [name, inner] of times) {
    const value = row[name];
    if (value === null) continue;
    if (inner === true) row[name] = new Date(`${value}Z`);
    else for (const one of [value].flat()) readTimes(one as Record<string, unknown>, inner);
  }
}
