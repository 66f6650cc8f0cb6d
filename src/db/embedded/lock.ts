import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../errors.ts';
import { EmbeddedError } from './errors.ts';
import { findProcess } from './processes.ts';

/** Longer than making a cluster on a slow disk and recovering one after a crash. */
const PATIENCE_MS = 120_000;

/**
 * Runs `work` while no other process runs work under the same lock file.
 * The file names its holder, so that one left by a killed process is seen for what it is.
 */
export async function underLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const own = `${file}.${randomUUID()}`;
  const holder = (await findProcess(process.pid))?.identity ?? String(process.pid);
  await writeFile(own, holder, { mode: 0o644 });
  try {
    await take(file, own);
    try {
      await removeLeftovers(file);
      return await work();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}

async function take(file: string, own: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      // A link appears whole or not at all: nobody reads a lock whose holder is not yet written.
      return await link(own, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = await readFile(file, 'utf8').catch(() => null);
    if (holder === null) continue;
    if (!(await runs(holder))) await breakLock(file, holder);
    else if (Date.now() > until) {
      throw new EmbeddedError(
        'START_FAILED',
        `Process ${holder.split('@')[0]} has been starting the database for two minutes (${file}); end it and try again.`,
      );
    } else await sleep(10);
  }
}

/** Files of processes that were killed while they waited; one still empty is just being written. */
async function removeLeftovers(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const left = join(dirname(file), name);
    const holder = await readFile(left, 'utf8').catch(() => '');
    if (holder !== '' && !(await runs(holder))) await rm(left, { force: true });
  }
}

async function runs(holder: string): Promise<boolean> {
  return (await findProcess(Number.parseInt(holder, 10)))?.identity === holder;
}

/** Takes the dead holder's file away; where another process was faster and that is now a living one's, it is put back. */
async function breakLock(file: string, dead: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== dead) await link(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}
