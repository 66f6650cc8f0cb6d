import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { QuotewireError } from '../errors.ts';
import { migrationsDir } from '../paths.ts';
import { connect } from './connect.ts';

/** The lock that `prisma migrate deploy` takes, so that neither runs beside the other. */
const MIGRATION_LOCK = 72707369;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Applies what is missing of prisma/migrations, or of another folder, to the database at `url`, each in a transaction of its own, and returns the names of
 * those applied. Keeps Prisma's own table, so that `prisma migrate deploy` agrees with it. Several processes may call it at once.
 * @throws QuotewireError where the database holds a migration that failed or that this version does not know.
 */
export async function migrate(url: string, folder = migrationsDir): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const db = await connect(url);
  try {
    if ((await pending(db, migrations)).length === 0) return [];
    await db.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await db.query(MIGRATIONS_TABLE);
    const missing = await pending(db, migrations);
    for (const migration of missing) await apply(db, migration);
    return missing.map(({ name }) => name);
  } finally {
    await db.end();
  }
}

/**
 * The names of the migrations that the database lacks.
 * @throws QuotewireError where it holds a migration that failed or that this version does not know.
 */
export async function missingMigrations(db: pg.Client): Promise<string[]> {
  return (await pending(db, await readMigrations())).map(({ name }) => name);
}

async function readMigrations(folder = migrationsDir): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

async function pending(db: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await db.query<{ known: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS known`);
  if (!rows[0]?.known) return [...migrations];
  const { rows: recorded } = await db.query<{ migration_name: string; finished_at: Date | null }>(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const known = new Set(migrations.map(({ name }) => name));
  for (const { migration_name, finished_at } of recorded) {
    if (!finished_at) {
      throw new QuotewireError(
        'MIGRATION_FAILED',
        `The migration ${migration_name} has failed on this database before. Repair it, then mark it: npx prisma migrate resolve --applied ${migration_name} (or --rolled-back).`,
      );
    }
    if (!known.has(migration_name)) {
      throw new QuotewireError(
        'DATABASE_NEWER',
        `The database holds the migration ${migration_name}, which this version does not have. Update Quotewire, or name another database.`,
      );
    }
  }
  const applied = new Set(recorded.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(db: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await db.query('BEGIN');
    await db.query(sql);
    await db.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await db.query('COMMIT');
  } catch (cause) {
    await db.query('ROLLBACK');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new QuotewireError('MIGRATION_FAILED', `The migration ${name} failed and was undone: ${reason}.`, { cause });
  }
}

/** As Prisma makes it. */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
