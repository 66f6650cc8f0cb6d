import { Prisma, type PrismaClient } from '../../src/db/generated/client.ts';

/** Columns that say when, not what: they differ from one run to the next. */
const CLOCKS: Readonly<Record<string, string>> = { Origin: 'readAt', Extraction: 'at', Removal: 'at' };

/** Tables that say how the corpus came to be, not what it is. */
const HISTORY: readonly string[] = ['CorpusState', 'IngestRun'];

type Rows = Readonly<Record<string, unknown>>[];

/** Every row of every table as JSON, in an order of their own, without clocks and history. */
export async function dump(client: PrismaClient): Promise<Readonly<Record<string, Rows>>> {
  const tables = Object.values(Prisma.ModelName).filter((table) => !HISTORY.includes(table));
  const dumped = await Promise.all(
    tables.map(async (table) => {
      const rows = await client.$queryRawUnsafe<{ row: string }[]>(
        `SELECT (to_jsonb(t) - '${CLOCKS[table] ?? ''}')::text AS row FROM "${table}" t ORDER BY 1`,
      );
      return [table, rows.map(({ row }) => JSON.parse(row))] as const;
    }),
  );
  return Object.fromEntries(dumped);
}

/** Empties every table but the corpus version. */
export async function empty(client: PrismaClient): Promise<void> {
  const tables = Object.values(Prisma.ModelName).filter((table) => table !== 'CorpusState');
  await client.$executeRawUnsafe(`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')}`);
}
