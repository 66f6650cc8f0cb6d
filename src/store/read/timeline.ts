import type { PrismaClient } from '../../db/generated/client.ts';
import { UNDATED } from '../undated.ts';
import { ARTICLE_FACETS, type Column, QUOTE_FACETS, type Table } from './facets.ts';
import { narrowed, type Scope } from './scope.ts';
import { empty, raw, type Sql, sql, type Where } from './where.ts';

export const TIME_UNITS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/**
 * What a timeline may be split by: a value of each row, which is `found`, as it is shown; what has to be joined for it; and Prisma's
 * condition for the rows that have it.
 */
interface Split {
  readonly join?: Sql;
  readonly value: Sql;
  readonly where: (group: string) => Where;
}

/** What timelines of quotes may be split by. */
export const QUOTE_SPLITS = {
  SPEAKER: {
    join: raw('JOIN "Speaker" AS speaker ON speaker.id = found."speakerId"'),
    value: raw('speaker.name'),
    where: (name) => ({ speaker: { is: { name } } }),
  },
  KIND: QUOTE_FACETS.kinds,
  PUBLISHER: QUOTE_FACETS.publishers,
  NAMED: QUOTE_FACETS.named,
} as const satisfies Record<string, Split>;

/** What timelines of articles may be split by. */
export const ARTICLE_SPLITS = {
  PUBLISHER: ARTICLE_FACETS.publishers,
  COLLECTION: ARTICLE_FACETS.collections,
} as const satisfies Record<string, Split>;

const SPLITS: Readonly<Record<string, Readonly<Record<string, Split>>>> = { Quote: QUOTE_SPLITS, Article: ARTICLE_SPLITS };

/** Points of one timeline, at most. */
export const MAX_POINTS = 2_000;

/** Groups of one timeline, at most; all others are one more. */
export const MAX_GROUPS = 10;

/** A timeline that is asked for. */
export interface TimelineAsk {
  readonly scope: Scope;
  readonly by: TimeUnit;
  /** As the IANA names it. */
  readonly timeZone: string;
  /** By what the rows are split; null for not at all. */
  readonly split: string | null;
}

/** A stretch of time with the rows whose date lies in it. */
export interface Point {
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
  /** What it is split by; null for all, or all others. */
  readonly group: string | null;
}

/** What the rows must be read with, beside their dates, for a timeline that is split. */
export function splitColumn({ scope, split }: TimelineAsk): Column[] {
  if (split === null) return [];
  const { join, value }: Pick<Split, 'join' | 'value'> = SPLITS[scope.model]![split]!;
  return [{ name: nameOf(split), value: sql`(${value})::text`, join }];
}

const nameOf = (split: string) => `split_${split.toLowerCase()}`;

/** The answer to what a timeline is asked for. */
export const pointsIn = (rows: readonly (Omit<Point, 'group'> & { readonly value: string | null })[]): Point[] =>
  rows
    .map(({ from, to, count, value }) => ({ from, to, count, group: value }))
    .sort((a, b) => a.from.getTime() - b.from.getTime() || compare(a.group, b.group));

/** The rows that a point counts; `groups` are all that are shown apart. */
export function scopeOfPoint({ scope, split }: TimelineAsk, { from, to, group }: Point, groups: readonly string[]): Scope {
  const within = narrowed(scope, { sortAt: { gte: from, lt: to } });
  if (split === null) return within;
  const { where } = SPLITS[scope.model]![split]!;
  return narrowed(within, group === null ? { NOT: { OR: groups.map(where) } } : where(group));
}

/** By name, all others last. */
const compare = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

/** Which of some names are those of time zones to PostgreSQL, in any letter case. */
export async function areTimeZones(db: PrismaClient, names: readonly string[]): Promise<boolean[]> {
  const lower = names.map((name) => name.toLowerCase());
  const known = await db.$queryRaw<{ name: string }[]>`
    SELECT lower(name) AS name FROM pg_timezone_names WHERE lower(name) = ANY(${lower})`;
  return lower.map((asked) => known.some(({ name }) => name === asked));
}

/** What an undated row is sorted by. */
const UNDATED_AT = sql`${UNDATED.toISOString()}::timestamptz`;

/**
 * A timeline of dated rows, without gaps: from the first date to the last, or over the whole period that the scope is filtered by. One with
 * too many points has one more than the most.
 */
export function timelineSql({ scope, by, timeZone, split }: TimelineAsk, { rows, count = raw('count(*)') }: Table): Sql {
  const zone = sql`${timeZone}::text`;
  const unit = sql`${by.toLowerCase()}::text`;
  const step = sql`${`1 ${by.toLowerCase()}`}::interval`;
  const local = (time: Sql) => sql`date_trunc(${unit}, (${time}) AT TIME ZONE ${zone})`;
  const { from = null, to = null } = scope.period ?? {};
  const begin = from ? sql`least(min(at), ${local(sql`${from.toISOString()}::timestamptz`)})` : sql`min(at)`;
  const end = to ? sql`greatest(max(at), ${local(sql`(${to.toISOString()}::timestamptz - interval '1 microsecond')`)})` : sql`max(at)`;
  const group = split === null ? empty : raw(`, found.${nameOf(split)} AS "group"`);
  const all = sql`series LEFT JOIN counted USING (at)`;
  return sql`
    WITH counted AS MATERIALIZED (
      SELECT ${local(raw('found."sortAt"'))} AS at, ${count}::int AS count ${group}
      FROM ${rows} AS found WHERE found."sortAt" > ${UNDATED_AT} GROUP BY ${raw(split === null ? '1' : '1, 3')}
    ), series AS (
      SELECT generate_series(coalesce(begins, ends), ends, ${step}) AS at FROM (SELECT ${begin} AS begins, ${end} AS ends FROM counted) AS bounds
      LIMIT ${MAX_POINTS + 1}
    ) ${split === null ? empty : GROUPED}
    SELECT greatest(at AT TIME ZONE ${zone}, ${UNDATED_AT} + interval '1 millisecond') AS "from",
      least((at + ${step}) AT TIME ZONE ${zone}, '9999-12-31T23:59:59.999Z'::timestamptz) AS "to",
      coalesce(count, 0) AS count, ${split === null ? raw('NULL::text AS "group"') : raw('"group"')}
    FROM ${split === null ? all : EACH_GROUP}`;
}

/** The largest groups, all others as one, and each of them there is. */
const GROUPED = sql`, shown AS MATERIALIZED (
      SELECT "group" FROM counted WHERE "group" IS NOT NULL GROUP BY 1 ORDER BY sum(count) DESC, 1 LIMIT ${MAX_GROUPS}
    ), grouped AS MATERIALIZED (
      SELECT at, shown."group", sum(count)::int AS count FROM counted LEFT JOIN shown USING ("group") GROUP BY 1, 2
    ), every_group AS (
      SELECT DISTINCT "group" FROM grouped UNION SELECT NULL WHERE NOT EXISTS (SELECT FROM grouped)
    )`;
const EACH_GROUP = raw(`(
      SELECT series.at, grouped.count, every_group."group" FROM series CROSS JOIN every_group
      LEFT JOIN grouped ON grouped.at = series.at AND grouped."group" IS NOT DISTINCT FROM every_group."group"
    ) AS points`);
