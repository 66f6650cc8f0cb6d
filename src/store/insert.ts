import type { Prisma } from '../db/generated/client.ts';

type Row = object;
type Table = Prisma.ModelName;

/**
 * Inserts rows in one statement, several times faster than Prisma's createMany; rows that are there stay as they are.
 */
export async function insert(db: Prisma.TransactionClient, table: Table, rows: readonly Row[]): Promise<void> {
  await run(db, table, rows, 'ON CONFLICT DO NOTHING');
}

/** Inserts rows; of those whose `key` is there it replaces the columns that are not `kept`. */
export async function upsert(
  db: Prisma.TransactionClient,
  table: Table,
  rows: readonly Row[],
  { key, kept = [] }: { key: string; kept?: readonly string[] },
): Promise<void> {
  const replaced = Object.keys(rows[0] ?? {}).filter((column) => column !== key && !kept.includes(column));
  const set = replaced.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  await run(db, table, rows, `ON CONFLICT ("${key}") DO UPDATE SET ${set}`);
}

/** Inserts rows of an article's findings, with the article's own date and whether it is current. */
export async function insertOfArticle(db: Prisma.TransactionClient, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows);
  await db.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns.join(', ')}, "sortAt", "current")
     SELECT ${columns.map((column) => `row.${column}`).join(', ')}, article."sortAt", article."supersededById" IS NULL
     FROM json_populate_recordset(NULL::"${table}", $1::json) AS row JOIN "Article" AS article ON article.id = row."articleId"
     ON CONFLICT DO NOTHING`,
    asJson(rows),
  );
}

async function run(db: Prisma.TransactionClient, table: Table, rows: readonly Row[], onConflict: string): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows).join(', ');
  await db.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json) ${onConflict}`,
    asJson(rows),
  );
}

const columnsOf = (rows: readonly Row[]) => Object.keys(rows[0]!).map((column) => `"${column}"`);

const asJson = (rows: readonly Row[]) =>
  JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value));
