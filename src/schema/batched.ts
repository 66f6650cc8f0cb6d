import DataLoader from 'dataloader';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Context } from './builder.ts';

/** Keys that one statement asks for, at most: it may not have more than 65,535 parameters, and is planned in proportion. */
export const MAX_BATCH = 500;

/**
 * A reader for resolvers: what all of them ask for in one request is read together and once, so that fifty rows cost the statements of
 * one. `read` answers in the order of the keys; keys that are objects are each read for themselves.
 */
export function batched<Key, Value>(read: (db: PrismaClient, keys: readonly Key[]) => Promise<readonly Value[]>) {
  const loaders = new WeakMap<Context, DataLoader<Key, Value>>();
  return (context: Context, key: Key): Promise<Value> => {
    let loader = loaders.get(context);
    if (!loader) {
      loader = new DataLoader(async (keys) => [...(await read(context.db, keys))], { maxBatchSize: MAX_BATCH });
      loaders.set(context, loader);
    }
    return loader.load(key);
  };
}
