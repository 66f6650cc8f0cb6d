import type { Statements } from '../db/direct.ts';
import type { Prisma } from '../db/generated/client.ts';

type Row = object;
type Table = Prisma.ModelName;

/**
 * Inserts rows in one statement, several times faster than Prisma's createMany; rows that are there stay as they are. Returns how many
 * were not.
 */
export const insert = (db: Statements, table: Table, rows: readonly Row[]): Promise<number> =>
  run(db, table, rows, 'ON CONFLICT DO NOTHING');

/** Inserts rows; of those whose `key` is there it replaces the columns that are not `kept`. */
export async function upsert(
  db: Statements,
  table: Table,
  rows: readonly Row[],
  { key, kept = [] }: { key: string; kept?: readonly string[] },
): Promise<void> {
  const replaced = Object.keys(rows[0] ?? {}).filter((column) => column !== key && !kept.includes(column));
  const set = replaced.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  await run(db, table, rows, `ON CONFLICT ("${key}") DO UPDATE SET ${set}`);
}

/** Sets all columns that rows have, of those that are there. */
export async function update(db: Statements, table: Table, rows: readonly (Row & { readonly id: string })[]): Promise<void> {
  if (rows.length === 0) return;
  const set = Object.keys(rows[0]!).filter((column) => column !== 'id');
  await db.$executeRawUnsafe(
    `UPDATE "${table}" AS old SET ${set.map((column) => `"${column}" = new."${column}"`).join(', ')}
     FROM ${rowsFrom(table)} AS new WHERE old.id = new.id`,
    asJson(rows),
  );
}

async function run(db: Statements, table: Table, rows: readonly Row[], onConflict: string): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = columnsOf(rows);
  return db.$executeRawUnsafe(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${rowsFrom(table)} ${onConflict}`, asJson(rows));
}

/** The columns that rows have, as SQL lists them. */
export const columnsOf = (rows: readonly Row[]): string =>
  Object.keys(rows[0]!)
    .map((column) => `"${column}"`)
    .join(', ');

/** The rows that the statement's first parameter holds as JSON, as a table in SQL. */
export const rowsFrom = (table: Table): string => `json_populate_recordset(NULL::"${table}", $1::json)`;

/** Rows as the parameter of such a statement. */
export const asJson = (rows: readonly Row[]): string =>
  JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value));
