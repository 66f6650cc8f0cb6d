import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { sql } from './where.ts';

/** When somebody was first and last quoted; null where no dated article quotes them. */
export interface Quoted {
  readonly first: Date | null;
  readonly last: Date | null;
}

/** When dated current articles first and last quote several people, speech in body text. One statement. */
export async function readQuoted(db: PrismaClient, speakerIds: readonly string[]): Promise<Quoted[]> {
  const rows = await read<Quoted & { id: string }>(
    db,
    sql`
    SELECT asked.id, quoted.* FROM unnest(${speakerIds}::uuid[]) AS asked(id) CROSS JOIN LATERAL (
      SELECT min("sortAt") AS first, max("sortAt") AS last FROM "Quote"
      WHERE "speakerId" = asked.id AND current AND act = 'SPEECH' AND region = 'BODY' AND "sortAt" > '0001-01-01Z'
    ) AS quoted`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return speakerIds.map((id) => byId.get(id)!);
}
