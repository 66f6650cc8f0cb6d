import type { PrismaClient } from '../../db/generated/client.ts';

/**
 * What the corpus is at: another after each change to what is stored. With the version goes the latest run, since each database counts from 0, and one
 * that is restored from where its backup was. One statement.
 */
export async function readVersion(db: PrismaClient): Promise<string> {
  const [state] = await db.$queryRaw<{ version: number; run: string | null }[]>`
    SELECT version, (SELECT id::text FROM "IngestRun" ORDER BY "startedAt" DESC, id DESC LIMIT 1) AS run FROM "CorpusState"`;
  return `${state?.version ?? 0} ${state?.run ?? ''}`;
}
