import { queryFromInfo } from '@pothos/plugin-prisma';
import { cacheKey } from '@pothos/selection-mapper';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Noun } from '../store/read/scope.ts';
import { MAX_BATCH } from './batched.ts';
import type { Context } from './builder.ts';
import type { Row } from './connection.ts';
import { Organization, Place, Speaker } from './nouns.ts';
import { asksForPlainFields } from './plain-fields.ts';
import { modelOf } from './scoped.ts';

type Loader = DataLoader<string, Row>;

const loaders = new WeakMap<Context, Map<string, Loader>>();

/**
 * The row of a noun that a field leads to by its id, with what the query asks of it: those that one field leads to from all its parents are
 * read in one statement. Pothos, given the id alone, would ask Prisma for each of them.
 */
export async function referred(context: Context, info: GraphQLResolveInfo, noun: Noun, id: string): Promise<never> {
  const ofRequest = loaders.get(context) ?? new Map<string, Loader>();
  loaders.set(context, ofRequest);
  const key = `${noun} ${cacheKey(info.parentType.name, info.path)}`;
  const known = ofRequest.get(key);
  // Under each parent, Pothos has to be told anew what was read, or it reads it again: unless the row has all that is asked.
  if (known && asksForPlainFields(info, noun)) return known.load(id) as Promise<never>;
  const selection = queryFromInfo({ context, info, typeName: noun, select: { id: true } });
  const loader = known ?? loaderOf(context, noun, selection);
  ofRequest.set(key, loader);
  return loader.load(id) as Promise<never>;
}

const NAMED = { Speaker, Organization, Place } as const;

/** The same for what is named, of whichever type it is. */
export async function referredNamed(context: Context, info: GraphQLResolveInfo, noun: keyof typeof NAMED, id: string): Promise<object> {
  return (NAMED[noun] as typeof Speaker).addBrand(await referred(context, info, noun, id));
}

function loaderOf(context: Context, noun: Noun, selection: { readonly select?: object }): Loader {
  const idAlone = Object.keys(selection.select ?? {}).length === 1;
  const read = async (ids: readonly string[]): Promise<Row[]> => {
    if (idAlone) return ids.map((id) => ({ id }));
    const rows = await modelOf(context, noun).findMany({ ...selection, where: { id: { in: [...ids] } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? { id });
  };
  return new DataLoader(read, { maxBatchSize: MAX_BATCH });
}
