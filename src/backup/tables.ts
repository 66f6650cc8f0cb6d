import type pg from 'pg';

/** A table as it is copied: without the columns that PostgreSQL computes itself. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table of the corpus, with its columns in order. */
export async function tablesOf(db: pg.Client): Promise<Table[]> {
  const { rows } = await db.query<{ name: string; columns: string[] }>(`
    SELECT c.table_name AS name, array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.table_name <> '_prisma_migrations'
    GROUP BY c.table_name ORDER BY c.table_name`);
  return rows;
}

/** The migrations that made the tables what they are. */
export async function migrationsOf(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table with its columns, as COPY takes it. */
export const copied = ({ name, columns }: Table): string => `${quoted(name)} (${columns.map(quoted).join(', ')})`;
