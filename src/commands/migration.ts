import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { diffSchema } from '../db/schema-diff.ts';
import { migrationsDir } from '../paths.ts';

/** Writes the migration that makes the database what prisma/schema.prisma now says; it is applied at the next start. */
export async function migration(name: string): Promise<void> {
  const database = await openDatabase(readConfig());
  try {
    const sql = await diffSchema(database.url);
    if (sql === null) {
      console.log('The database is what prisma/schema.prisma says; there is nothing to migrate.');
      return;
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(migrationsDir, `${stamp}_${name.replace(/\W+/g, '_').toLowerCase()}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), sql);
    console.log(`Wrote ${folder}/migration.sql: read it, and start Quotewire to apply it.`);
  } finally {
    await database.close();
  }
}
