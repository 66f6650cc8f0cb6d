import type { PrismaClient } from '../../db/generated/client.ts';
import { all, raw, type Sql, sql, type Where, whereSql } from './where.ts';

/** What can be searched for its words. */
export type Searched = 'Article' | 'Quote';

/** Matches that are ranked at most, the newest; older ones follow by date. */
export const MAX_RANKED = 1_000;

/** Where matches are and which: rows of one table that hold the words of a search and meet a filter. */
export interface Matching {
  readonly model: Searched;
  readonly search: string;
  readonly where: Where;
}

/** Words as web searches have them: all of them, "phrases", -not, OR. Tags and paths are taken apart as in what is searched. */
const queryOf = (search: string): Sql => sql`websearch_to_tsquery('public.quotewire', ${search.replace(/[<>/]/g, ' ')})`;

const matching = ({ model, search, where }: Matching): Sql =>
  sql`FROM ${raw(`"${model}" AS found`)} WHERE found.search @@ ${queryOf(search)} AND ${whereSql(model, 'found', where)}`;

/** The ids of a page of matches: `where`, order and size as Prisma has them. One statement. */
export async function readMatches(
  db: PrismaClient,
  { model, search }: Omit<Matching, 'where'>,
  { where, orderBy, take }: { where: Where; orderBy: readonly Record<string, 'asc' | 'desc'>[]; take: number },
): Promise<string[]> {
  const order = orderBy.flatMap((column) => Object.entries(column)).map(([name, direction]) => `found."${name}" ${direction}`);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT found.id ${matching({ model, search, where })} ORDER BY ${raw(order.join(', '))} LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** How many match. */
export async function countMatches(db: PrismaClient, matches: Matching): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${matching(matches)}`;
  return row!.count;
}

/** A match with how well it fits: -1 for one that is too old to be ranked. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
  readonly sortAt: Date;
  /** The oldest match that is ranked. A walk keeps it, so that rows that are added meanwhile shift nothing. */
  readonly floorAt: Date;
  readonly floorId: string;
}

/** A page of matches, best first. */
export interface RankedPage {
  readonly size: number;
  readonly backward: boolean;
  /** The item beside the page and the one that closes it off; null at the list's end. */
  readonly beyond: Ranked | null;
  readonly limit: Ranked | null;
}

/** A page of matches, best first, and how many were ranked. Two statements, of which pages after the first need one. */
export async function readRanked(db: PrismaClient, matches: Matching, page: RankedPage): Promise<{ rows: Ranked[]; rankedFrom: number }> {
  const { floorAt, floorId } = page.beyond ?? page.limit ?? (await readFloor(db, matches));
  const floor = sql`(${floorAt.toISOString()}::timestamptz, ${floorId}::uuid)`;
  const [far, near] = page.backward ? [raw('asc'), raw('>')] : [raw('desc'), raw('<')];
  const behind = ({ rank, sortAt, id }: Ranked, sign: Sql) =>
    sql`(rank, "sortAt", id) ${sign} (${rank}::real, ${sortAt.toISOString()}::timestamptz, ${id}::uuid)`;
  const keyset = all([
    ...(page.beyond ? [behind(page.beyond, near)] : []),
    ...(page.limit ? [behind(page.limit, page.backward ? raw('<') : raw('>'))] : []),
  ]);
  // Rows too old to be ranked are read from the cursor on; the ranked ones, few, all at once.
  const from =
    page.beyond && page.beyond.rank < 0
      ? sql`AND (found."sortAt", found.id) ${near} (${page.beyond.sortAt.toISOString()}::timestamptz, ${page.beyond.id}::uuid)`
      : sql``;
  const rows = await db.$queryRaw<(Omit<Ranked, 'floorAt' | 'floorId'> & { rankedFrom: number })[]>`
    WITH ranked AS MATERIALIZED (
      SELECT id, "sortAt", ts_rank(search, ${queryOf(matches.search)}) AS rank FROM (
        SELECT found.id, found."sortAt", found.search ${matching(matches)} AND (found."sortAt", found.id) >= ${floor}
        ORDER BY found."sortAt" DESC, found.id DESC LIMIT ${2 * MAX_RANKED}
      ) AS newest
    ), older AS (
      SELECT found.id, found."sortAt", (-1)::real AS rank ${matching(matches)} AND (found."sortAt", found.id) < ${floor} ${from}
      ORDER BY found."sortAt" ${far}, found.id ${far} LIMIT ${page.size + 1}
    )
    SELECT id, rank, "sortAt", (SELECT count(*)::int FROM ranked) AS "rankedFrom"
    FROM (SELECT id, "sortAt", rank FROM ranked UNION ALL SELECT id, "sortAt", rank FROM older) AS matches WHERE ${keyset}
    ORDER BY rank ${far}, "sortAt" ${far}, id ${far} LIMIT ${page.size + 1}`;
  return { rows: rows.map(({ id, rank, sortAt }) => ({ id, rank, sortAt, floorAt, floorId })), rankedFrom: rows[0]?.rankedFrom ?? 0 };
}

async function readFloor(db: PrismaClient, matches: Matching): Promise<Pick<Ranked, 'floorAt' | 'floorId'>> {
  const rows = await db.$queryRaw<Pick<Ranked, 'floorAt' | 'floorId'>[]>`
    SELECT found."sortAt" AS "floorAt", found.id AS "floorId" ${matching(matches)}
    ORDER BY found."sortAt" DESC, found.id DESC OFFSET ${MAX_RANKED - 1} LIMIT 1`;
  return rows[0] ?? { floorAt: new Date('0001-01-01T00:00:00Z'), floorId: '00000000-0000-0000-0000-000000000000' };
}

/**
 * The texts of some matches, and once more with each matched word between `open` and `close`, which must not stand in the texts.
 * ts_headline takes what looks like a tag out of a text, so that offsets into its answer would be wrong: it gets the texts without.
 */
export async function readMarked(
  db: PrismaClient,
  { model, search }: Omit<Matching, 'where'>,
  ids: readonly string[],
  { open, close }: { open: string; close: string },
): Promise<ReadonlyMap<string, { readonly text: string; readonly marked: string; readonly spans: readonly number[] | null }>> {
  const spans = model === 'Quote' ? raw('spans') : raw('NULL::int[] AS spans');
  const rows = await db.$queryRaw<{ id: string; text: string; marked: string; spans: number[] | null }[]>`
    SELECT id, ${spans}, left(text, 250000) AS text, ts_headline('public.quotewire', translate(left(text, 250000), '<>/', '   '), ${queryOf(search)},
      ${`HighlightAll=true, StartSel=${open}, StopSel=${close}`}) AS marked
    FROM ${raw(`"${model}"`)} WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
