import type { PrismaClient } from '../../src/db/generated/client.ts';

/** Bytes of a table or an index. */
export interface Size {
  readonly table: string;
  /** Null: the table's own rows, large values included. */
  readonly index: string | null;
  readonly bytes: number;
}

/** Bytes of each table and index, once PostgreSQL has tidied up, and of the texts themselves. */
export async function disk(client: PrismaClient): Promise<{ text: number; sizes: Size[] }> {
  await client.$executeRawUnsafe('VACUUM ANALYZE');
  const sizes = await client.$queryRaw<Size[]>`
    SELECT t.relname AS table, NULL AS index, pg_table_size(t.oid)::float8 AS bytes
    FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT t.relname, i.relname, pg_relation_size(i.oid)::float8
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    WHERE t.relnamespace = current_schema()::regnamespace
    ORDER BY bytes DESC`;
  const [{ text }] = await client.$queryRaw<[{ text: number }]>`SELECT sum(octet_length(text))::float8 AS text FROM "Article"`;
  return { text, sizes };
}
