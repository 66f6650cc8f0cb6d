import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { ingest } from '../ingest.ts';
import { seedsDir } from '../paths.ts';
import { sizeOf } from '../readers/files.ts';
import { type ReadOptions, readPaths } from '../readers/index.ts';
import { type Extent, showProgress } from './progress.ts';
import { asJson, failures, summarize } from './report.ts';
import { sourceOf } from './source.ts';

/** How the command reports, and whether it changes anything. */
export interface SeedFlags {
  /** One JSON object on standard output. */
  readonly json?: boolean;
  /** Only says what would change. */
  readonly dryRun?: boolean;
}

/** Exit code of a command that SIGINT ended, as shells give it. */
const INTERRUPTED = 130;

/** Loads what lies at `paths`, or seeds/ where none is given; sets exit code 1 when a document failed. */
export async function seed(
  paths: readonly string[],
  options: ReadOptions,
  { json = false, dryRun = false }: SeedFlags = {},
): Promise<void> {
  const signal = interrupt();
  const from = paths.length > 0 ? paths : [seedsDir];
  const database = await openDatabase(readConfig());
  const [extent, onBytes] = measured(from);
  const shown = showProgress(process.stderr, extent);
  try {
    for (const note of database.notes) console.error(note);
    const report = await ingest(database.client, readPaths(from, { ...options, onBytes }), {
      signal,
      dryRun,
      source: sourceOf(from),
      onProgress: shown.update,
      onOutcome: (path, outcome) => {
        if (dryRun && !json && outcome !== 'unchanged') console.log(`Would be ${outcome}: ${path}`);
      },
    });
    shown.end();
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

/** How much of the input is read, and whom to tell of what is read of it. Its size is found out meanwhile. */
function measured(paths: readonly string[]): [extent: () => Extent, onBytes: (count: number) => void] {
  let bytes = 0;
  let of: number | null = null;
  void sizeOf(paths).then((size) => {
    of = size;
  });
  const count = (more: number) => {
    bytes += more;
  };
  return [() => ({ bytes, of }), count];
}
