import type { PrismaClient } from '../db/generated/client.ts';

/** Claims articles for a run and returns those that are its own: those that no other run had claimed. */
export async function claimAll(client: PrismaClient, run: string, articles: readonly string[]): Promise<ReadonlySet<string>> {
  if (articles.length === 0) return new Set();
  // In the order of the ids, so that two runs that claim the same ones wait for each other instead of in a circle.
  const rows = await client.$queryRaw<{ id: string }[]>`
    INSERT INTO "Claim" ("articleId", "runId") SELECT id, ${run}::uuid FROM unnest(${[...new Set(articles)].sort()}::uuid[]) AS id
    ON CONFLICT ("articleId") DO UPDATE SET "runId" = excluded."runId" WHERE "Claim"."runId" = excluded."runId"
    RETURNING "articleId"::text AS id`;
  return new Set(rows.map(({ id }) => id));
}

/** Gives back what a run claimed of these articles. */
export async function releaseAll(client: PrismaClient, run: string, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return;
  await client.$executeRaw`DELETE FROM "Claim" WHERE "articleId" = ANY(${[...articles]}::uuid[]) AND "runId" = ${run}::uuid`;
}
