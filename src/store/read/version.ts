import type { PrismaClient } from '../../db/generated/client.ts';

/** The version of the corpus: another after each change to what is stored. One statement. */
export async function readVersion(db: PrismaClient): Promise<number> {
  const [state] = await db.$queryRaw<{ version: number }[]>`SELECT version FROM "CorpusState"`;
  return state?.version ?? 0;
}
