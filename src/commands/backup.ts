import { backup } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { INTERRUPTED, interrupt } from './interrupt.ts';

/** Writes the whole database to a new folder. */
export const backupTo = (folder: string): Promise<void> => run(folder, backup, 'Wrote');

/** Fills an empty database from such a folder. */
export const restoreFrom = (folder: string): Promise<void> => run(folder, restore, 'Restored');

async function run(folder: string, action: typeof backup, done: string): Promise<void> {
  const signal = interrupt('Stopping; nothing is kept of what was begun. Ctrl-C again stops at once.');
  const database = await openDatabase(readConfig());
  try {
    for (const note of database.notes) console.error(note);
    const { tables } = await action(database.url, folder, signal);
    console.log(`${done} ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables.`);
  } catch (error) {
    if (!signal.aborted) throw error;
    process.exitCode = INTERRUPTED;
  } finally {
    await database.close();
  }
}
