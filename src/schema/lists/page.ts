import { z } from 'zod';
import type { Key, SortColumn } from '../../store/read/pages.ts';
import { builder } from '../builder.ts';
import { badInput, staleCursor } from '../errors.ts';
import { allOf } from '../filters/conditions.ts';

/** Items on a page at most, and where none is asked for. */
export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 20;

type Row = Readonly<Record<string, unknown>>;

/** What a cursor may hold of a column: nothing else reaches the database. */
const VALUES = {
  /** PostgreSQL has no year 0. */
  date: z.iso
    .datetime()
    .refine((time) => !time.startsWith('0000'))
    .pipe(z.coerce.date()),
  number: z.int32(),
  /** PostgreSQL has none so near to 0. */
  real: z
    .number()
    .min(-1)
    .max(1e9)
    .refine((value) => value === 0 || Math.fround(value) !== 0),
  text: z.string().refine((text) => text.isWellFormed() && !text.includes('\0')),
  uuid: z.guid(),
} satisfies Record<SortColumn['type'], z.ZodType<Key>>;

/**
 * An order in which a list is paged: columns that together are unique and never null, all in one direction, so that an index on them
 * serves page 1,000 as cheaply as page 1. The name stands in each cursor: one of another order is refused.
 */
export interface Keyset {
  readonly name: string;
  readonly columns: readonly SortColumn[];
  readonly direction: 'asc' | 'desc';
  /** Whether the keys change as the corpus is written: a cursor then holds the version of the corpus, and is refused at any other. */
  readonly counts?: boolean;
  /** Whether it is by rank, as far as rows are ranked. */
  readonly ranks?: boolean;
}

/** Whether Prisma can read a list in this order: by columns that are there, whatever the version of the corpus. */
export const isPlain = ({ columns, counts }: Keyset): boolean => !counts && columns.every(({ sql }) => !sql);

/** The arguments of every list. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The arguments of every list, for its field. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ description: `How many items from the start, or after \`after\`: ${DEFAULT_PAGE} where left out, ${MAX_PAGE} at most.` }),
  after: t.string({ description: 'The cursor of the item before the page: `pageInfo.endCursor` of the page before.' }),
  last: t.int({ description: `How many items from the end, or before \`before\`; ${MAX_PAGE} at most, and not together with \`first\`.` }),
  before: t.string({ description: 'The cursor of the item behind the page: `pageInfo.startCursor` of the page behind.' }),
}));

/** One page of a list: what to ask the database for, and how to read what it answers. */
export interface Page {
  readonly keyset: Keyset;
  readonly size: number;
  readonly backward: boolean;
  /** Sort keys of the item beside the page, on the side from which it is counted; null at the list's end. */
  readonly beyond: readonly Key[] | null;
  /** Sort keys of the item that closes the page off on its far side: both `after` and `before` were given. */
  readonly limit: readonly Key[] | null;
  /** The cursors that hold a version of the corpus, with the arguments that gave them. */
  readonly versions: readonly { readonly argument: string; readonly version: string }[];
}

/**
 * The page that the arguments ask for.
 * @throws GraphQLError BAD_USER_INPUT for a size outside 0 to the cap, a cursor that is none of this list, or `first` with `last`.
 */
export function pageOf({ first, after, last, before }: PageArgs, keyset: Keyset): Page {
  if (first != null && last != null) throw badInput('last', 'it excludes first; ask for one end of the list at a time');
  const size = sizeOf('first', first) ?? sizeOf('last', last) ?? DEFAULT_PAGE;
  const [start, end] = [decodeCursor('after', after, keyset), decodeCursor('before', before, keyset)];
  const versions = [start, end].flatMap((cursor) => (cursor?.version ? [{ argument: cursor.argument, version: cursor.version }] : []));
  const backward = last != null;
  const [beyond, limit] = backward ? [end, start] : [start, end];
  return { keyset, size, backward, beyond: beyond?.keys ?? null, limit: limit?.keys ?? null, versions };
}

/**
 * Holds a page's cursors against the version that the corpus has.
 * @throws GraphQLError STALE_CURSOR where it has another by now.
 */
export function checkVersions({ versions, keyset }: Page, current: string | null): void {
  const stale = versions.find(({ version }) => version !== current);
  if (stale) throw staleCursor(stale.argument, keyset.name);
}

function sizeOf(argument: string, size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size < 0 || size > MAX_PAGE)
    throw badInput(argument, `${size} is not between 0 and ${MAX_PAGE}, the largest page`, { limit: 'pageSize', max: MAX_PAGE });
  return size;
}

/** What Prisma needs for a page of what `where` selects: one row more than the page has, to know whether the list goes on. */
export function queryOf({ keyset, size, backward, beyond, limit }: Page, where: object) {
  const forward = keyset.direction === 'asc';
  const ascending = forward !== backward;
  return {
    where: allOf(where, ...(beyond ? [behind(keyset, beyond, ascending)] : []), ...(limit ? [behind(keyset, limit, !ascending)] : [])),
    orderBy: keyset.columns.map(({ name }) => ({ [name]: ascending ? ('asc' as const) : ('desc' as const) })),
    take: size + 1,
  };
}

/** The columns that a row's cursor is made of. */
export const keysOf = ({ columns }: Keyset): Record<string, true> => Object.fromEntries(columns.map(({ name }) => [name, true as const]));

/**
 * The rows whose keys lie behind `values`: `a >= x AND (a > x OR b > y)`. The first half bounds the index scan, which the second alone
 * would not.
 */
function behind(keyset: Keyset, values: readonly Key[], ascending: boolean): object {
  const [than, orAt] = ascending ? (['gt', 'gte'] as const) : (['lt', 'lte'] as const);
  const names = keyset.columns.map(({ name }) => name);
  const steps = names.map((name, i) => ({
    AND: [...names.slice(0, i).map((equal, j) => ({ [equal]: values[j] })), { [name]: { [than]: values[i] } }],
  }));
  return { [names[0]!]: { [orAt]: values[0] }, OR: steps };
}

function encodeCursor({ name, columns, counts }: Keyset, row: Row, version: string | null): string {
  const keys = columns.map((column) => row[column.name]);
  return Buffer.from(JSON.stringify([name, ...(counts ? [version] : []), ...keys])).toString('base64url');
}

/** A cursor's keys and, in an order that counts, its version. */
interface Cursor {
  readonly argument: string;
  readonly keys: readonly Key[];
  readonly version: string | null;
}

function decodeCursor(argument: string, cursor: string | null | undefined, { name, columns, counts }: Keyset): Cursor | null {
  if (cursor == null) return null;
  const types: z.ZodType<Key>[] = columns.map(({ type }) => VALUES[type]);
  const tuple = z.tuple([z.literal(name), ...(counts ? [z.string().max(40)] : []), ...types]);
  const parsed = tuple.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw badInput(argument, 'it is no cursor of this list in this order; take one from its edges or pageInfo');
  const values = parsed.data.slice(1) as Key[];
  return counts ? { argument, version: String(values[0]), keys: values.slice(1) } : { argument, version: null, keys: values };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * The page's own rows, in the list's order, with cursors, made when they are asked for, and what lies around them. `fetched` is what `queryOf` asked for, `version` the
 * one that the corpus had then, where the order counts.
 */
export function readPage<Fetched extends Row>(page: Page, fetched: readonly Fetched[], version: string | null = null) {
  const rows = fetched.slice(0, page.size);
  if (page.backward) rows.reverse();
  const edges = rows.map((row) => ({ row, cursor: () => encodeCursor(page.keyset, row, version) }));
  const more = fetched.length > page.size;
  return {
    edges,
    pageInfo: {
      hasNextPage: page.backward ? page.beyond !== null : more,
      hasPreviousPage: page.backward ? more : page.beyond !== null,
      get startCursor() {
        return edges.at(0)?.cursor() ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor() ?? null;
      },
    },
  };
}
