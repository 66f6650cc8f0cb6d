import { Prisma, type PrismaClient } from '../db/generated/client.ts';
import { idOf } from '../ids.ts';
import { raiseVersion, underLock } from './transaction.ts';
import { changing } from './write.ts';

/**
 * What names articles: an id; a web address they were read from, or the identifier that looks like one, as it was `typed`; or the key of an
 * origin, which for a file with many articles is its path.
 */
export type Target =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'url'; readonly url: string; readonly typed: string }
  | { readonly by: 'origin'; readonly keys: readonly string[] };

/** An article that was taken down, or would be. */
export interface Removed {
  readonly id: string;
  readonly headline: string | null;
  readonly quotes: number;
  /** The later version that it went with; its own id where it was named itself. */
  readonly withId: string;
}

/** The articles that a target names and every earlier version of them, which would else take their place. */
export async function findRemovable(db: Prisma.TransactionClient, target: Target): Promise<Removed[]> {
  return db.$queryRaw<Removed[]>`
    WITH RECURSIVE version AS (
      SELECT id, id AS "withId" FROM "Article" WHERE id IN (${namedBy(target)})
      UNION
      SELECT older.id, version."withId" FROM version JOIN "Article" older ON older."supersededById" = version.id
    )
    SELECT DISTINCT ON (article.id) article.id::text, article.headline, version."withId"::text,
      (SELECT count(*)::int FROM "Quote" quote WHERE quote."articleId" = article.id) AS quotes
    FROM version JOIN "Article" article USING (id)
    ORDER BY article.id, version."withId" = article.id DESC, version."withId"`;
}

function namedBy(target: Target): Prisma.Sql {
  if (target.by === 'id') return Prisma.sql`${target.id}::uuid`;
  return Prisma.sql`SELECT "articleId" FROM "Origin" WHERE ${originOf(target)}`;
}

/** The condition for the origins that a target names, of articles that are there or were removed. */
const originOf = (target: Exclude<Target, { by: 'id' }>): Prisma.Sql =>
  target.by === 'url'
    ? Prisma.sql`url = ${target.url} OR id = ${idOf('ID', target.typed)}::uuid`
    : Prisma.sql`key = ANY(${target.keys}) OR key LIKE ANY(${recordsOf(target.keys)})`;

/** Patterns for the records of files: their keys go on behind the file's. */
const recordsOf = (keys: readonly string[]) => keys.map((key) => `${key.replace(/[\\%_]/g, '\\$&')}#%`);

/**
 * Takes articles down, with all that was found in them and every earlier version: people, organizations and places that nothing names any
 * longer go in the same transaction. What is left keeps the text, and whatever its origins hold, out until it is restored.
 */
export function remove(client: PrismaClient, targets: readonly Target[], reason: string | null, now = new Date()): Promise<Removed[]> {
  return underLock(client, async (db) => {
    const found: Removed[] = [];
    for (const target of targets) found.push(...(await findRemovable(db, target)));
    const removed = [...new Map(found.map((one) => [one.id, one])).values()];
    const ids = removed.map(({ id }) => id);
    if (ids.length === 0) return [];
    const where = { id: { in: ids } };
    const hashes = await db.article.findMany({ where, select: { id: true, contentHash: true } });
    const hashOf = new Map(hashes.map(({ id, contentHash }) => [id, contentHash]));
    const origins = await db.origin.findMany({
      where: { articleId: where.id },
      select: { id: true, kind: true, key: true, url: true, articleId: true },
    });
    await db.removal.createMany({
      data: removed.map(({ id, withId }) => ({ id, withId, contentHash: hashOf.get(id)!, at: now, reason })),
    });
    await db.removedOrigin.createMany({ data: origins.map(({ articleId, ...origin }) => ({ ...origin, removalId: articleId })) });
    // The rows of what was found, and of the origins, go with their article.
    await changing(db, ids, async () => void (await db.article.deleteMany({ where })));
    return removed;
  });
}

/** Lets back in what a target names, with what went with it, and says how many articles that are; they come with the next load. */
export function restore(client: PrismaClient, targets: readonly Target[]): Promise<number> {
  return underLock(client, async (db) => {
    let count = 0;
    for (const target of targets) count += (await db.removal.deleteMany({ where: await restorable(db, target) })).count;
    if (count > 0) await raiseVersion(db);
    return count;
  });
}

/** How many articles that were taken down the targets name, with what went with them. */
export const countRestorable = async (db: Prisma.TransactionClient, targets: readonly Target[]): Promise<number> =>
  db.removal.count({ where: { OR: await Promise.all(targets.map((target) => restorable(db, target))) } });

async function restorable(db: Prisma.TransactionClient, target: Target): Promise<Prisma.RemovalWhereInput> {
  if (target.by === 'id') return { OR: [{ id: target.id }, { withId: target.id }] };
  const origins = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "removalId"::text AS id FROM "RemovedOrigin" WHERE ${originOf(target)}`;
  const ids = origins.map(({ id }) => id);
  return { OR: [{ id: { in: ids } }, { withId: { in: ids } }] };
}
