import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { isDatabaseAway, isDiskFull } from '../db/away.ts';
import { stoppable } from '../db/stoppable.ts';
import { codeOf, QuotewireError } from '../errors.ts';
import { hashing } from './backup.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { copied, migrationsOf, quoted } from './tables.ts';

/**
 * Fills the migrated, empty database at `url` with a backup: all of it or, where anything is wrong or the signal stops it, nothing.
 * @throws QuotewireError where the database holds articles, the schema is another, or the backup is damaged.
 */
export async function restore(url: string, folder: string, signal: AbortSignal | null = null): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await stoppable(url, signal, async (db) => {
    await db.query('BEGIN');
    await check(db, manifest);
    const constraints = await withoutConstraints(db);
    await db.query(`TRUNCATE ${manifest.tables.map(({ name }) => quoted(name)).join(', ')}`);
    for (const table of manifest.tables) {
      signal?.throwIfAborted();
      await readTable(db, table, folder);
    }
    for (const { table, name, definition } of constraints) {
      signal?.throwIfAborted();
      await db.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    }
    await raiseSequences(db);
    // Without this the server undoes all.
    await db.query('COMMIT');
  });
  // From here on all is restored; the signal stops what only makes it fast.
  await stoppable(url, signal, (db) => db.query('ANALYZE')).catch((error) => {
    if (!signal?.aborted) throw error;
  });
  return manifest;
}

async function check(db: pg.Client, manifest: Manifest): Promise<void> {
  // Whoever is adding articles is waited for: what came between looking and filling would be lost.
  await db.query('LOCK TABLE "Article", "Origin" IN ACCESS EXCLUSIVE MODE');
  const { rows } = await db.query<{ used: boolean }>('SELECT EXISTS (SELECT FROM "Article") OR EXISTS (SELECT FROM "Origin") AS used');
  if (rows[0]?.used)
    throw new QuotewireError(
      'RESTORE_NOT_EMPTY',
      'The database holds articles; restore into an empty one: QUOTEWIRE_DATA_DIR=restored npm run restore -- …',
    );
  const migrations = await migrationsOf(db);
  const odd = [
    ...manifest.migrations.filter((name) => !migrations.includes(name)),
    ...migrations.filter((name) => !manifest.migrations.includes(name)),
  ];
  if (odd.length > 0) {
    throw new QuotewireError(
      'RESTORE_SCHEMA',
      `The backup was written by another version (it differs by ${odd.slice(0, 3).join(', ')}); restore it with that version, then start this one, which brings it up to date.`,
    );
  }
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Drops the foreign keys, which tables filled one after the other cannot keep; they are checked when they are made again. */
async function withoutConstraints(db: pg.Client): Promise<Constraint[]> {
  const { rows } = await db.query<Constraint>(`
    SELECT t.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2`);
  for (const { table, name } of rows) await db.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  return rows;
}

async function readTable(db: pg.Client, table: Manifest['tables'][number], folder: string): Promise<void> {
  const { hash, through } = hashing();
  const damaged = (cause?: unknown) =>
    new QuotewireError(
      'BACKUP_DAMAGED',
      `${table.file} is ${codeOf(cause) === 'ENOENT' ? 'missing' : 'damaged (its checksum is not that of the backup)'}; nothing was restored. Take another copy of the backup.`,
      { cause },
    );
  // A trigger would count again what the rows have counted.
  await db.query(`ALTER TABLE ${quoted(table.name)} DISABLE TRIGGER USER`);
  try {
    await pipeline(createReadStream(join(folder, table.file)), createGunzip(), through, db.query(from(`COPY ${copied(table)} FROM STDIN`)));
  } catch (cause) {
    // What the database has against it says nothing of the file.
    throw isDatabaseAway(cause) || isDiskFull(cause) ? cause : damaged(cause);
  }
  if (hash.digest('hex') !== table.sha256) throw damaged();
  await db.query(`ALTER TABLE ${quoted(table.name)} ENABLE TRIGGER USER`);
}

/** New rows are numbered behind the restored ones. */
async function raiseSequences(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ table: string; column: string; sequence: string }>(`
    SELECT table_name AS table, column_name AS column, pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
    FROM information_schema.columns WHERE table_schema = current_schema() AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`);
  for (const { table, column, sequence } of rows) {
    await db.query(
      `SELECT setval('${sequence.replaceAll("'", "''")}', coalesce(max(${quoted(column)}), 0) + 1, false) FROM ${quoted(table)}`,
    );
  }
}
