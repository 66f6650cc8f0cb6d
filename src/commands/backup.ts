import { backup } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';

/** Writes the whole database to a new folder. */
export const backupTo = (folder: string): Promise<void> => run(folder, backup, 'Wrote');

/** Fills an empty database from such a folder. */
export const restoreFrom = (folder: string): Promise<void> => run(folder, restore, 'Restored');

async function run(folder: string, action: typeof backup, done: string): Promise<void> {
  const database = await openDatabase(readConfig());
  try {
    for (const note of database.notes) console.error(note);
    const { tables } = await action(database.url, folder);
    console.log(`${done} ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables.`);
  } finally {
    await database.close();
  }
}
