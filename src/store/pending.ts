import { Prisma, type PrismaClient } from '../db/generated/client.ts';

// A GIN index, which finds articles by their words, puts new entries on a list first and sorts them in, many at once, when the list is full.
// The longer the list, the fewer pages an article costs, the more a search has to look through beside the index itself (with 16 MB some 20 ms, on
// two busy cores), and the longer the file, which does not shrink: lists of 4 MB each made small indexes four times as large as what they held. This is for
// the indexes of articles and quotes; those of names hold less, and have short lists whatever is set here.

/**
 * What a transaction that writes sets for itself: lists as long as an eighth of the index of articles, from 256 kB to 16 MB, and memory to
 * sort them in at once. A cell of a SELECT.
 */
export const pendingLists = Prisma.sql`
  set_config('gin_pending_list_limit', greatest(256, least(16384, pg_relation_size('"Article_search_idx"') / 8192))::text, true),
  set_config('work_mem', '64MB', true)`;

/** Sorts in what is on the lists of all such indexes that are this user's own, so that searches need not look through them. */
export async function emptyPendingLists(client: PrismaClient): Promise<void> {
  await client.$executeRaw`
    SELECT gin_clean_pending_list(index.oid) FROM pg_class AS index JOIN pg_am AS method ON method.oid = index.relam
    WHERE method.amname = 'gin' AND index.relkind = 'i' AND index.relnamespace = current_schema()::regnamespace
      AND pg_has_role(index.relowner, 'USAGE')`;
}
