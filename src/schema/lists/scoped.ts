import { queryFromInfo } from '@pothos/plugin-prisma';
import { cacheKey, selectedFieldNames } from '@pothos/selection-mapper';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { type KeyedRow, readPages } from '../../store/read/pages.ts';
import { type Query, readRows } from '../../store/read/rows.ts';
import type { Scope } from '../../store/read/scope.ts';
import { MAX_BATCH } from '../batched.ts';
import type { Context } from '../builder.ts';
import { COUNT_COLUMNS, type Connection, connectionOf, NODE_PATHS, OF_NODES, OF_ROWS, type Row } from './connection.ts';
import { countOf } from './counting.ts';
import { checkVersions, type Keyset, type Page, type PageArgs, pageOf } from './page.ts';

/** A list of what a scope holds, as a field asks for it. */
interface ScopedList {
  readonly scope: Scope;
  readonly args: PageArgs;
  readonly keyset: Keyset;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

/**
 * A page of what a scope holds. What Prisma cannot say is asked first, for ids; their rows are then read as any others. Two statements,
 * also where the field stands under fifty parents, each with a scope of its own.
 */
export async function listScoped(asked: ScopedList): Promise<Connection<never>> {
  const { scope, args, keyset, context, info } = asked;
  const page = pageOf(args, keyset);
  const wanted = selectedFieldNames(context, info);
  const list = { page, scope, totalCount: () => countOf(context, scope) };
  const none = !OF_ROWS.some((field) => wanted.has(field)) && !wanted.has('rankedFrom');
  if (none) return connectionOf({ ...list, rows: [] });
  const { rows, version } = await loaderOf(asked).load({ page, scope });
  checkVersions(page, version);
  const rankedFrom = keyset.ranks ? Number(rows[0]?.rankedFrom ?? 0) : null;
  return { ...connectionOf({ ...list, rows, version }), rankedFrom };
}

interface Ask {
  readonly page: Page;
  readonly scope: Scope;
}
type Answer = { readonly rows: readonly Row[]; readonly version: string | null };

const loaders = new WeakMap<Context, Map<string, DataLoader<Ask, Answer>>>();

/** Reads the pages of one field of the query together, whatever the parents that they stand under. */
function loaderOf({ scope, context, info }: ScopedList): DataLoader<Ask, Answer> {
  // Under each parent, Pothos has to be told anew what was read, or it reads the fields of the nodes again.
  const selection = queryFromInfo({ context, info, paths: NODE_PATHS, select: { id: true, ...COUNT_COLUMNS[scope.model] } });
  const ofRequest = loaders.get(context) ?? new Map<string, DataLoader<Ask, Answer>>();
  loaders.set(context, ofRequest);
  const key = cacheKey(info.parentType.name, info.path);
  const loader = ofRequest.get(key) ?? makeLoader(context, info, selection);
  ofRequest.set(key, loader);
  return loader;
}

function makeLoader(context: Context, info: GraphQLResolveInfo, selection: Query): DataLoader<Ask, Answer> {
  const wanted = selectedFieldNames(context, info);
  const withNodes = OF_NODES.some((field) => wanted.has(field));
  const readAll = async (asks: readonly Ask[]) => {
    const { pages, version } = await readPages(context.db, asks.map(scopePage));
    // The row beyond a page only tells that the list goes on.
    const ids = [...new Set(pages.flatMap((rows, i) => rows.slice(0, asks[i]!.page.size).map(({ id }) => id)))];
    const nodes =
      withNodes && ids.length > 0 ? await readRows(context.db, asks[0]!.scope.model, { ...selection, where: { id: { in: ids } } }) : [];
    const byId = new Map(nodes.map((node) => [node.id as string, node]));
    // A row that went between the two statements is left out.
    const rowOf = (keys: KeyedRow): Row[] => (byId.has(keys.id) ? [{ ...byId.get(keys.id), ...keys }] : []);
    return pages.map((keyed, i) => {
      const [shown, beyond] = [keyed.slice(0, asks[i]!.page.size), keyed.slice(asks[i]!.page.size)];
      return { rows: withNodes ? [...shown.flatMap(rowOf), ...beyond] : keyed, version };
    });
  };
  return new DataLoader(readAll, { maxBatchSize: MAX_BATCH });
}

/** A page of a scope, as it is read. */
export const scopePage = ({ scope, page: { keyset, size, backward, beyond, limit } }: Ask) => ({
  scope,
  columns: keyset.ranks ? null : keyset.columns,
  direction: keyset.direction,
  size,
  backward,
  beyond,
  limit,
  counts: keyset.counts === true,
});
