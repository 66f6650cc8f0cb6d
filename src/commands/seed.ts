import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { ingest } from '../ingest.ts';
import { seedsDir } from '../paths.ts';
import { type ReadOptions, readPaths } from '../readers/index.ts';
import { failures, summarize } from './report.ts';

/** Loads what lies at `paths`, or seeds/ where none is given; sets exit code 1 when a document failed. */
export async function seed(paths: readonly string[], options: ReadOptions): Promise<void> {
  const database = await openDatabase(readConfig());
  try {
    for (const note of database.notes) console.error(note);
    const report = await ingest(database.client, readPaths(paths.length > 0 ? paths : [seedsDir], options));
    for (const line of failures(report)) console.error(line);
    console.log(summarize(report));
    if (report.failed.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}
