import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Found, findFiles } from './files.ts';
import { chosen, type Reading, readFile } from './index.ts';
import type { ReadOptions } from './options.ts';

/** Milliseconds between two looks at the folders; more where looking itself takes long. */
const INTERVAL = 2_000;

/** A file that was not written to for so many milliseconds is taken for whole; one that was written to later must look the same twice. */
const SETTLED = 10_000;

export interface WatchOptions {
  /** Ends the waiting for more. */
  readonly signal: AbortSignal;
  readonly interval?: number;
}

/**
 * Reads what lies at `paths`, and from then on each file that comes or changes, once it is no longer written to. It looks at the folders
 * again and again, which network drives understand too. A file that goes is not read, and nothing is deleted for it.
 */
export async function* watchPaths(paths: readonly string[], options: ReadOptions, watch: WatchOptions): AsyncGenerator<Reading> {
  yield* chosen(changes(paths, options, watch), options);
}

async function* changes(
  paths: readonly string[],
  options: ReadOptions,
  { signal, interval = INTERVAL }: WatchOptions,
): AsyncGenerator<Reading> {
  let [done, before] = [new Map<string, string>(), new Map<string, string>()];
  while (!signal.aborted) {
    const [nowDone, now] = [new Map<string, string>(), new Map<string, string>()];
    let looking = 0;
    let since = performance.now();
    for await (const found of findFiles(paths)) {
      const { look, settled } = await lookAt(found);
      now.set(found.path, look);
      const isNew = done.get(found.path) !== look;
      if (!isNew || settled || before.get(found.path) === look) nowDone.set(found.path, look);
      looking += performance.now() - since;
      if (isNew && nowDone.has(found.path)) yield* readFile(found, options);
      since = performance.now();
    }
    [done, before] = [nowDone, now];
    await sleep(Math.max(interval, looking * 10), null, { signal }).catch(() => {});
  }
}

/** What tells a file from what it was, and whether nobody has written to it for a while. What cannot be looked at is that: told once, while it lasts. */
async function lookAt({ path, error }: Found): Promise<{ look: string; settled: boolean }> {
  if (error) return { look: error.code, settled: true };
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return { look: `${ino} ${size} ${mtimeMs}`, settled: Date.now() - mtimeMs > SETTLED };
  } catch {
    return { look: 'gone', settled: false };
  }
}
