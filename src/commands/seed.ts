import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { QuotewireError } from '../errors.ts';
import { type IngestOptions, ingest } from '../ingest.ts';
import { seedsDir } from '../paths.ts';
import { sizeOf } from '../readers/files.ts';
import { type Reading, type ReadOptions, readPaths } from '../readers/index.ts';
import { STDIN } from '../readers/input.ts';
import { watchPaths } from '../readers/watch.ts';
import { INTERRUPTED, interrupt } from './interrupt.ts';
import { gatherNotes } from './notes.ts';
import { persist } from './persist.ts';
import { type Extent, showProgress } from './progress.ts';
import { openRejects, type Rejects } from './rejects.ts';
import { asJson, failureLine, leftOutLine, passedOverLine, summarize } from './report.ts';
import { sourceOf } from './source.ts';

/** How the command reads and reports, and whether it changes anything. */
export interface SeedFlags {
  /** One JSON object on standard output. */
  readonly json?: boolean;
  /** Only says what would change. */
  readonly dryRun?: boolean;
  /** Where to list what failed. */
  readonly rejects?: string;
  /** Goes on with what comes to the folders. */
  readonly watch?: boolean;
  /** Reads lines of JSON from standard input as they come. */
  readonly follow?: boolean;
}

/** Loads what lies at `paths`, or seeds/ where none is given; sets exit code 1 when a document failed. */
export async function seed(paths: readonly string[], options: ReadOptions, flags: SeedFlags = {}): Promise<void> {
  const { json = false, dryRun = false, watch = false } = flags;
  const from = pathsOf(paths, flags);
  const signal = interrupt();
  const [extent, onBytes] = measured(watch ? [STDIN] : from);
  const passedOver = { count: 0, first: [] as string[] };
  const onPassedOver = (path: string) => {
    if (++passedOver.count <= 3) passedOver.first.push(path);
  };
  const leftOut = { count: 0, first: '' };
  const onLeftOut = (path: string, reason: string) => {
    if (++leftOut.count === 1) leftOut.first = `${path}: ${reason}`;
  };
  const notes = gatherNotes();
  const shown = showProgress(process.stderr, extent);
  let rejects: Rejects | null = null;
  let whole = false;
  try {
    rejects = flags.rejects === undefined ? null : openRejects(flags.rejects);
    const reading = { ...options, onBytes, onPassedOver, onLeftOut, keep: flags.follow ? null : (rejects?.keep ?? null) };
    const loading: IngestOptions = {
      signal,
      dryRun,
      source: sourceOf(from),
      onProgress: shown.update,
      onFailure: (failure) => {
        shown.say(failureLine(failure));
        rejects?.add(failure);
        notes.settle(failure.path, null);
      },
      onOutcome: (path, outcome) => {
        notes.settle(path, outcome);
        if (dryRun && !json && outcome !== 'unchanged') console.log(`Would be ${outcome}: ${path}`);
      },
    };
    if (watch) console.error(`Watching ${from.join(', ')}; Ctrl-C ends it.`);
    const load = async (reached = () => {}) => {
      const database = await openDatabase(readConfig());
      reached();
      try {
        for (const note of database.notes) console.error(note);
        return await ingest(database.client, notes.of(readingsOf(from, reading, flags, signal)), loading);
      } finally {
        await database.close();
      }
    };
    const report = await (watch ? persist(load, { signal, say: shown.say }) : load());
    // Whoever watches ends it so: nothing is left out.
    const interrupted = report.interrupted && !watch;
    whole = !interrupted && !dryRun && report.read - report.failures < (options.limit ?? Number.POSITIVE_INFINITY);
    shown.end();
    for (const line of notes.lines()) console.error(line);
    if (leftOut.count > 0) console.error(leftOutLine(leftOut));
    if (passedOver.count > 0) console.error(passedOverLine(passedOver));
    console.log(
      json
        ? asJson({ ...report, leftOut: leftOut.count, interrupted })
        : `${dryRun ? 'Nothing was stored. ' : ''}${summarize({ ...report, interrupted })}`,
    );
    if (interrupted) process.exitCode = INTERRUPTED;
    else if (report.failures > 0) process.exitCode = 1;
  } finally {
    rejects?.close(whole);
    // Left before its end, it would keep the process waiting for more.
    if (from.includes(STDIN)) process.stdin.destroy();
  }
}

/** What is to be read; @throws QuotewireError for flags that exclude each other. */
function pathsOf(paths: readonly string[], { watch, follow, dryRun, rejects }: SeedFlags): readonly string[] {
  const refuse = (message: string) => new QuotewireError('FLAG_INVALID', message);
  if (follow && paths.some((path) => path !== STDIN)) throw refuse('--follow reads standard input alone; leave the paths out.');
  if (watch && (follow || paths.includes(STDIN))) throw refuse('--watch looks at files and folders; use --follow for standard input.');
  if (rejects !== undefined && paths.includes(STDIN) && paths.includes(rejects)) {
    throw refuse(
      `--rejects ${rejects}: read it again by itself, then standard input; the copy of the one would take the place of the other.`,
    );
  }
  if (watch && dryRun) throw refuse('--watch stores what comes; leave --dry-run out.');
  if (follow) return [STDIN];
  return paths.length > 0 ? paths : [seedsDir];
}

function readingsOf(
  paths: readonly string[],
  options: ReadOptions,
  { watch, follow }: SeedFlags,
  signal: AbortSignal,
): AsyncIterable<Reading> {
  if (watch) return watchPaths(paths, options, { signal });
  return readPaths(paths, follow ? { ...options, follow, format: options.format ?? 'jsonl' } : options);
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
