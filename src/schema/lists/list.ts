import { queryFromInfo } from '@pothos/plugin-prisma';
import { type SelectedFieldNode, selectedFieldNames } from '@pothos/selection-mapper';
import type { GraphQLResolveInfo } from 'graphql';
import { inPage } from '../../store/read/pages.ts';
import { readRows } from '../../store/read/rows.ts';
import type { Noun, Scope } from '../../store/read/scope.ts';
import type { Where } from '../../store/read/where.ts';
import type { Context } from '../builder.ts';
import { badInput } from '../errors.ts';
import { allOf } from '../filters/conditions.ts';
import { isOpen, searchText } from '../filters/plain.ts';
import { COUNT_COLUMNS, type Connection, connectionOf, NODE_PATHS, NODES, OF_ROWS, type Row } from './connection.ts';
import { countOf } from './counting.ts';
import { isPlain, type Keyset, keysOf, type PageArgs, pageOf, queryOf } from './page.ts';
import { listScoped, scopePage } from './scoped.ts';

/** The arguments of a list that can be searched. */
export interface SearchArgs extends PageArgs {
  readonly search?: string | null;
  readonly filter?: object | null;
}

/** The scope of a list: rows that meet all of these conditions and hold the words of the search, where there is one. */
export const scopeOf = (model: Noun, search: string | null | undefined, ...where: object[]): Scope => ({
  model,
  where: allOf(...where) as Where,
  search: search == null ? null : searchText(search),
});

/**
 * The order that a list is asked for in.
 * @throws GraphQLError BAD_USER_INPUT where that is by relevance to nothing.
 */
export function orderOf<Order extends string>(
  orders: Readonly<Record<Order, Keyset>>,
  orderBy: Order,
  search: string | null | undefined,
): Keyset {
  if (orderBy === 'RELEVANCE' && search == null) {
    throw badInput('orderBy', 'RELEVANCE is to a search, and none is given; add search or choose another order');
  }
  return orders[orderBy];
}

/** A page of what a scope holds, of the whole corpus. */
export async function listOf(list: {
  scope: Scope;
  args: PageArgs;
  keyset: Keyset;
  context: Context;
  info: GraphQLResolveInfo;
}): Promise<Connection<never>> {
  const { scope, args, keyset, context, info } = list;
  // Prisma cannot compare rows, only columns, and so reads all ties of the item that a cursor names: a thousand quotes of one confidence.
  const walking = args.after != null || args.before != null;
  if (walking || scope.search !== null || !isPlain(keyset)) return listScoped(list);
  const page = pageOf(args, keyset);
  const wanted = selectedFieldNames(context, info);
  const selection = queryFromInfo({ context, info, paths: NODE_PATHS, select: { ...keysOf(keyset), ...COUNT_COLUMNS[scope.model] } });
  const where = scope.labels ? { id: { oneOf: inPage(scopePage({ scope, page })) } } : scope.where;
  const rows = OF_ROWS.some((field) => wanted.has(field))
    ? await readRows(context.db, scope.model, { ...selection, ...queryOf(page, where) })
    : [];
  return connectionOf({ page, scope, rows, totalCount: () => countOf(context, scope) });
}

/** What a list of one row's relatives is made of. */
interface Related<Args extends SearchArgs> {
  /** The relation, as Prisma names it. */
  readonly relation: string;
  /** Where the relation's rows only lead to the node: the relation from them to it. */
  readonly via?: string;
  /** The node's GraphQL type. */
  readonly node: string;
  /** The column in which the row itself holds how many there are without a filter. */
  readonly counter?: string;
  /** The order of the relation's rows; null where only SQL can say it. */
  readonly keyset: (args: Args) => Keyset | null;
  /** Which of the relation's rows. */
  readonly where: (args: Args) => object;
  /** The same list as one of nodes, which SQL can search, order by anything and count. */
  readonly scoped?: { readonly scope: (parentId: string, args: Args) => Scope; readonly keyset: (args: Args) => Keyset };
}

type Nested = (query: object | true, path: { getType: () => string; paths: typeof NODES }) => object;

/**
 * The options of a field that lists one row's relatives. They are read in the statement that reads the row: for fifty rows as for one.
 * Pothos's own relatedConnection pages with Prisma's cursor, which reads every row before the page.
 */
export function related<Args extends SearchArgs>({ relation, via, node, counter, keyset, where, scoped }: Related<Args>) {
  const path = { getType: () => node, paths: NODES };
  const counterOf = ({ filter }: { filter?: object | null }) => (counter && isOpen(filter ?? {}) ? counter : null);
  const bySql = (args: Args) => args.search != null || keyset(args) === null;
  const select = (args: Args, _context: Context, nested: Nested, selected: SelectedFieldNode) => {
    if (bySql(args)) return { select: { id: true } };
    const order = keyset(args)!;
    const query = { ...queryOf(pageOf(args, order), where(args)), select: keysOf(order) };
    const rows = via
      ? {
          ...query,
          select: {
            ...query.select,
            ...COUNT_COLUMNS[via],
            // Prisma wants to be asked for something, also where only cursors are wanted.
            [via]: nested({ select: { id: true } }, path),
          },
        }
      : nested(query, path);
    return {
      select: {
        id: true,
        ...(OF_ROWS.some((field) => selected().has(field)) && { [relation]: rows }),
        ...(selected().has('totalCount') &&
          (counterOf(args) ? { [counterOf(args)!]: true } : { _count: { select: { [relation]: { where: where(args) } } } })),
      },
    };
  };
  return {
    // The `select` of a field's options is not told which fields were asked for; this is where Pothos's own connections stand.
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: unknown, args: Args, context: Context, info: GraphQLResolveInfo): Connection<never> | Promise<Connection<never>> => {
      const { [relation]: rows = [], _count, id } = parent as { [name: string]: Row[] } & { _count?: Record<string, number>; id: string };
      const kept = counterOf(args);
      const scope = scoped?.scope(id as string, args) ?? null;
      if (bySql(args)) return listScoped({ scope: scope!, keyset: scoped!.keyset(args), args, context, info });
      const nodeOf = (row: Row) => (via ? row[via] : row);
      return connectionOf({
        page: pageOf(args, keyset(args)!),
        scope,
        rows,
        nodeOf,
        totalCount: () => (kept ? Number((parent as Row)[kept]) : (_count?.[relation] ?? 0)),
      });
    },
  };
}

/** The options of a field that lists what a row leads to in other ways than by a relation. */
export const scopedBy = <Args extends PageArgs>({
  scope,
  keyset,
}: {
  scope: (parentId: string, args: Args) => Scope;
  keyset: (args: Args) => Keyset;
}) => ({
  select: { id: true } as const,
  resolve: ({ id }: { id: string }, args: Args, context: Context, info: GraphQLResolveInfo) =>
    listScoped({ scope: scope(id, args), keyset: keyset(args), args, context, info }),
});
