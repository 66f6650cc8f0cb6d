import { queryFromInfo } from '@pothos/plugin-prisma';
import { cacheKey } from '@pothos/selection-mapper';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { type Row, readRows } from '../store/read/rows.ts';
import type { Noun } from '../store/read/scope.ts';
import { MAX_BATCH } from './batched.ts';
import type { Context } from './builder.ts';
import { Organization, Place, Speaker } from './nouns.ts';
import { plainFieldsAsked } from './plain-fields.ts';

/** What is known of a row already. */
type Known = Row & { readonly id: string };

type Loader = DataLoader<string, Row>;

const loaders = new WeakMap<Context, Map<string, Loader>>();

/**
 * The row of a noun that a field leads to, of which the id is `known` or more, with what the query asks of it: those that one field leads
 * to from all its parents are read in one statement. Pothos, given the id alone, would ask Prisma for each of them.
 */
export async function referred(context: Context, info: GraphQLResolveInfo, noun: Noun, known: Known): Promise<never> {
  const columns = plainFieldsAsked(info, noun);
  if (columns && [...columns].every((column) => known[column] !== undefined)) return known as never;
  const ofRequest = loaders.get(context) ?? new Map<string, Loader>();
  loaders.set(context, ofRequest);
  const key = `${noun} ${cacheKey(info.parentType.name, info.path)}`;
  const made = ofRequest.get(key);
  // Under each parent, Pothos has to be told anew what was read, or it reads it again: unless the row has all that is asked.
  if (made && columns) return made.load(known.id) as Promise<never>;
  const loader = made ?? loaderOf(context, noun, queryFromInfo({ context, info, typeName: noun, select: { id: true } }));
  ofRequest.set(key, loader);
  return loader.load(known.id) as Promise<never>;
}

const NAMED = { Speaker, Organization, Place } as const;

/** The same for what is named, of whichever type it is. */
export async function referredNamed(context: Context, info: GraphQLResolveInfo, noun: keyof typeof NAMED, known: Known): Promise<object> {
  return (NAMED[noun] as typeof Speaker).addBrand(await referred(context, info, noun, known));
}

function loaderOf(context: Context, noun: Noun, selection: object): Loader {
  const read = async (ids: readonly string[]): Promise<Row[]> => {
    const rows = await readRows(context.db, noun, { ...selection, where: { id: { in: [...ids] } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? { id });
  };
  return new DataLoader(read, { maxBatchSize: MAX_BATCH });
}
