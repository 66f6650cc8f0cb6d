import type { Statements } from '../db/direct.ts';

/** Which of these ids are of articles that were taken down, or of origins that held one: what they name is kept out. */
export async function keptOut(db: Statements, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Removal" WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id::text FROM "RemovedOrigin" WHERE id = ANY(${ids}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}
