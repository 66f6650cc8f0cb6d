import { queryFromInfo } from '@pothos/plugin-prisma';
import { type SelectedFieldNode, selectedFieldNames } from '@pothos/selection-mapper';
import type { GraphQLResolveInfo } from 'graphql';
import { countMatches, type Matching, readMatches, readRanked, type Searched } from '../store/read/search.ts';
import type { Where } from '../store/read/where.ts';
import type { Context } from './builder.ts';
import { type Connection, NODES } from './connection.ts';
import { badInput } from './errors.ts';
import { searchText } from './filters.ts';
import type { Found } from './highlights.ts';
import { byRelevance, rankedOf } from './orders.ts';
import { type Keyset, keysOf, type PageArgs, pageOf, queryOf, readPage } from './page.ts';

type Row = Readonly<Record<string, unknown>>;

/** A model of the Prisma client, as far as a list needs it. */
interface Model {
  findMany(query: object): Promise<Row[]>;
  count(query: object): Promise<number>;
}

/** The fields of a connection for which its rows must be read. */
const OF_ROWS = ['edges', 'nodes', 'pageInfo'];

/** A page of all rows of a model that `where` selects, with what the query wants of each. */
export async function listAll(
  model: Model,
  { args, keyset, where, context, info }: { args: PageArgs; keyset: Keyset; where: object; context: Context; info: GraphQLResolveInfo },
): Promise<Connection<never>> {
  const page = pageOf(args, keyset);
  const wanted = selectedFieldNames(context, info);
  const selection = queryFromInfo({ context, info, paths: NODES.map((path) => path.map(({ name }) => name)), select: keysOf(keyset) });
  const rows = OF_ROWS.some((field) => wanted.has(field)) ? await model.findMany({ ...selection, ...queryOf(page, where) }) : [];
  return connectionOf(
    page,
    rows,
    (row) => row,
    () => model.count({ where }),
  );
}

interface SearchArgs extends PageArgs {
  readonly search?: string | null;
}

/**
 * A page of all rows of a model that `where` selects and that, where something is searched for, hold its words. An order of null is by
 * relevance.
 * @throws GraphQLError BAD_USER_INPUT where that is asked for without a search.
 */
export function listOf(
  noun: Searched,
  model: Model,
  list: { args: SearchArgs; keyset: Keyset | null; where: object; context: Context; info: GraphQLResolveInfo },
): Promise<Connection<never>> {
  const { args, keyset, where } = list;
  if (args.search != null)
    return listFound(model, { ...list, matches: { model: noun, search: searchText(args.search), where: where as Where } });
  if (!keyset) throw badInput('orderBy', 'RELEVANCE is to a search, and none is given; add search or choose another order');
  return listAll(model, { ...list, keyset });
}

/**
 * A page of the rows of a model that hold the words of a search and that `where` selects. What Prisma cannot say is asked first, for
 * ids; the rows are then read as any others.
 */
async function listFound(
  model: Model,
  {
    args,
    keyset,
    matches,
    context,
    info,
  }: { args: PageArgs; keyset: Keyset | null; matches: Matching; context: Context; info: GraphQLResolveInfo },
): Promise<Connection<never>> {
  const order = keyset ?? byRelevance;
  const page = pageOf(args, order);
  const wanted = selectedFieldNames(context, info);
  const selection = queryFromInfo({
    context,
    info,
    paths: NODES.map((path) => path.map(({ name }) => name)),
    select: { id: true, ...(keyset && keysOf(keyset)) },
  });
  const rowsOf = async (ids: readonly string[]): Promise<Row[]> => {
    const rows = ids.length > 0 ? await model.findMany({ ...selection, where: { id: { in: ids } } }) : [];
    const byId = new Map(rows.map((row) => [row.id as string, row]));
    return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
  };
  const totalCount = () => countMatches(context.db, matches);
  const foundIn = (row: Row): Found => ({ model: matches.model, search: matches.search, id: row.id as string });
  if (!OF_ROWS.some((field) => wanted.has(field)) && !wanted.has('rankedFrom')) return connectionOf(page, [], (row) => row, totalCount);
  if (keyset) {
    const rows = await rowsOf(await readMatches(context.db, matches, queryOf(page, matches.where)));
    return connectionOf(page, rows, (row) => row, totalCount, foundIn);
  }
  const { rows: ranked, rankedFrom } = await readRanked(context.db, matches, {
    size: page.size,
    backward: page.backward,
    beyond: rankedOf(page.beyond),
    limit: rankedOf(page.limit),
  });
  const ranks = new Map(ranked.map((rank) => [rank.id, rank]));
  const rows = (await rowsOf([...ranks.keys()])).map((row) => ({ ...row, ...ranks.get(row.id as string) }));
  return { ...connectionOf(page, rows, (row) => row, totalCount, foundIn), rankedFrom };
}

/** What a list of one row's relatives is made of. */
interface Related<Args extends PageArgs> {
  /** The relation, as Prisma names it. */
  readonly relation: string;
  /** Where the relation's rows only lead to the node: the relation from them to it. */
  readonly via?: string;
  /** The node's GraphQL type. */
  readonly node: string;
  readonly keyset: (args: Args) => Keyset;
  readonly where: (args: Args) => object;
}

type Nested = (query: object | true, path: { getType: () => string; paths: typeof NODES }) => object;

/**
 * The options of a field that lists one row's relatives. They are read in the statement that reads the row: for fifty rows as for one.
 * Pothos's own relatedConnection pages with Prisma's cursor, which reads every row before the page.
 */
export function related<Args extends PageArgs>({ relation, via, node, keyset, where }: Related<Args>) {
  const path = { getType: () => node, paths: NODES };
  const select = (args: Args, _context: Context, nested: Nested, selected: SelectedFieldNode) => {
    const query = { ...queryOf(pageOf(args, keyset(args)), where(args)), select: keysOf(keyset(args)) };
    const rows = via ? { ...query, select: { ...query.select, [via]: nested(true, path) } } : nested(query, path);
    return {
      select: {
        ...(OF_ROWS.some((field) => selected().has(field)) && { [relation]: rows }),
        ...(selected().has('totalCount') && { _count: { select: { [relation]: { where: where(args) } } } }),
      },
    };
  };
  return {
    // The `select` of a field's options is not told which fields were asked for; this is where Pothos's own connections stand.
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: unknown, args: Args): Connection<never> => {
      const { [relation]: rows = [], _count } = parent as { [name: string]: Row[] } & { _count?: Record<string, number> };
      const nodeOf = (row: Row) => (via ? row[via] : row);
      return connectionOf(pageOf(args, keyset(args)), rows, nodeOf, () => _count?.[relation] ?? 0);
    },
  };
}

function connectionOf(
  page: ReturnType<typeof pageOf>,
  rows: readonly Row[],
  nodeOf: (row: Row) => unknown,
  totalCount: () => number | Promise<number>,
  foundIn?: (row: Row) => Found,
): Connection<never> {
  const { edges, pageInfo } = readPage(page, rows);
  return {
    edges: edges.map(({ cursor, row }) => ({ cursor, node: nodeOf(row) as never, found: foundIn?.(row) })),
    pageInfo,
    totalCount,
  };
}
