import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { queryOf, type Searched } from './scope.ts';
import { raw, sql } from './where.ts';

/**
 * The texts of some matches, and once more with each matched word between `open` and `close`, which must not stand in the texts.
 * ts_headline takes what looks like a tag out of a text, so that offsets into its answer would be wrong: it gets the texts without.
 */
export async function readMarked(
  db: PrismaClient,
  { model, search }: { readonly model: Searched; readonly search: string },
  ids: readonly string[],
  { open, close }: { open: string; close: string },
): Promise<ReadonlyMap<string, { readonly text: string; readonly marked: string; readonly spans: string | null }>> {
  const spans = model === 'Quote' ? raw('spans') : raw('NULL::text AS spans');
  const rows = await read<{ id: string; text: string; marked: string; spans: string | null }>(
    db,
    sql`
    SELECT id, ${spans}, left(text, 250000) AS text, ts_headline('public.quotewire', translate(left(text, 250000), '<>/', '   '), ${queryOf(search)},
      ${`HighlightAll=true, StartSel=${open}, StopSel=${close}`}) AS marked
    FROM ${raw(`"${model}"`)} WHERE id = ANY(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
