import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { ingest, type Report } from '../ingest.ts';
import { seedsDir } from '../paths.ts';
import { type ReadOptions, readPaths } from '../readers/index.ts';
import { asJson, failures, progress, summarize } from './report.ts';

/** How the command reports, and whether it changes anything. */
export interface SeedFlags {
  /** One JSON object on standard output. */
  readonly json?: boolean;
  /** Only says what would change. */
  readonly dryRun?: boolean;
}

/** Milliseconds between two lines of progress. */
const INTERVAL = 5_000;

/** Exit code of a command that SIGINT ended, as shells give it. */
const INTERRUPTED = 130;

/** Loads what lies at `paths`, or seeds/ where none is given; sets exit code 1 when a document failed. */
export async function seed(
  paths: readonly string[],
  options: ReadOptions,
  { json = false, dryRun = false }: SeedFlags = {},
): Promise<void> {
  const signal = interrupt();
  const database = await openDatabase(readConfig());
  try {
    for (const note of database.notes) console.error(note);
    const report = await ingest(database.client, readPaths(paths.length > 0 ? paths : [seedsDir], options), {
      signal,
      dryRun,
      onProgress: everySoOften((report) => console.error(progress(report))),
      onOutcome: (path, outcome) => {
        if (dryRun && !json && outcome !== 'unchanged') console.log(`Would be ${outcome}: ${path}`);
      },
    });
    for (const line of failures(report)) console.error(line);
    console.log(json ? asJson(report) : `${dryRun ? 'Nothing was stored. ' : ''}${summarize(report)}`);
    if (report.interrupted) process.exitCode = INTERRUPTED;
    else if (report.failed.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/** Aborted by the first Ctrl-C; the second one ends the process at once. */
function interrupt(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    console.error('Stopping when what is under way is stored; Ctrl-C again stops at once.');
    controller.abort();
  });
  return controller.signal;
}

function everySoOften(say: (report: Report) => void): (report: Report) => void {
  let last = performance.now();
  return (report) => {
    if (performance.now() - last < INTERVAL) return;
    last = performance.now();
    say(report);
  };
}
