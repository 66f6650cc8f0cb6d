import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { stoppable } from '../db/stoppable.ts';
import { codeOf, QuotewireError } from '../errors.ts';
import { makeFolders } from '../folders.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { copied, migrationsOf, type Table, tablesOf } from './tables.ts';

/**
 * Writes every table of the database at `url` to a new folder, all as they stood at one moment, while others read and write on. Where it fails
 * or the signal stops it, the folder is left empty, so that it can be tried again.
 * @throws QuotewireError where the folder holds something, or cannot be made.
 */
export async function backup(url: string, folder: string, signal: AbortSignal | null = null): Promise<Manifest> {
  await claim(folder);
  try {
    return await stoppable(url, signal, async (db) => {
      await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const tables: Manifest['tables'] = [];
      for (const table of await tablesOf(db)) {
        signal?.throwIfAborted();
        tables.push(await writeTable(db, table, folder));
      }
      const manifest: Manifest = { quotewire: 'backup', at: new Date().toISOString(), migrations: await migrationsOf(db), tables };
      await db.query('COMMIT');
      await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
      return manifest;
    });
  } catch (error) {
    for (const file of await readdir(folder)) await rm(join(folder, file));
    throw error;
  }
}

/** Makes the folder, with an empty manifest in it: so of two at once into one folder the later one is refused. */
async function claim(folder: string): Promise<void> {
  const refused = (why: string, cause?: unknown) =>
    new QuotewireError('BACKUP_FOLDER', `${folder} ${why}; name a new folder for the backup.`, { cause });
  try {
    await makeFolders(folder);
  } catch (cause) {
    throw refused(`cannot be made (${codeOf(cause)})`, cause);
  }
  if ((await readdir(folder)).length > 0) throw refused('is not empty');
  try {
    await writeFile(join(folder, MANIFEST), '', { flag: 'wx' });
  } catch (cause) {
    throw refused(codeOf(cause) === 'EEXIST' ? 'is not empty' : `cannot be written to (${codeOf(cause)})`, cause);
  }
}

async function writeTable(db: pg.Client, table: Table, folder: string): Promise<Manifest['tables'][number]> {
  const file = `${table.name}.copy.gz`;
  const { hash, through } = hashing();
  const source = db.query(to(`COPY ${copied(table)} TO STDOUT`));
  await pipeline(source, through, createGzip(), createWriteStream(join(folder, file)));
  return { name: table.name, columns: [...table.columns], file, rows: source.rowCount, sha256: hash.digest('hex') };
}

/** Hashes what passes through. */
export function hashing() {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { hash, through };
}
