import { queryFromInfo } from '@pothos/plugin-prisma';
import { type SelectedFieldNode, selectedFieldNames } from '@pothos/selection-mapper';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './builder.ts';
import { type Connection, NODES } from './connection.ts';
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
): Connection<never> {
  const { edges, pageInfo } = readPage(page, rows);
  return { edges: edges.map(({ cursor, row }) => ({ cursor, node: nodeOf(row) as never })), pageInfo, totalCount };
}
