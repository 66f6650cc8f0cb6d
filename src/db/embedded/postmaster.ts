import { spawn } from 'node:child_process';
import { chmod, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../errors.ts';
import { findBinaries, program } from './binaries.ts';
import { diskFull, EmbeddedError } from './errors.ts';
import { give, giveTree, ownerOf } from './owner.ts';
import { layout, type Place } from './place.ts';
import { findProcess, isServerOf } from './processes.ts';
import { cannotRun, explainSpawn, run, spawnOptions, unusable } from './run.ts';
import { settingsFor } from './settings.ts';

/** What a running server writes of itself into its folder. */
export interface PidFile {
  readonly pid: number;
  /** Null in the first moments of a start. */
  readonly port: number | null;
  /** Whether it listens there and takes connections. */
  readonly isReady: boolean;
}

/** A server process that was just started. */
export interface Postmaster {
  readonly pid: number;
  /** Null while it runs, then why it ended; `retry` where another attempt may do better. */
  failure(): Promise<{ retry: boolean; error: unknown } | null>;
}

const LOG_LIMIT = 1_000_000;

/** Reads postmaster.pid; null where there is none. */
export async function readPidFile(folder: string): Promise<PidFile | null> {
  try {
    const lines = (await readFile(pidFile(folder), 'utf8')).split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port: port > 0 ? port : null, isReady: lines[7]?.trim() === 'ready' } : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the process named in postmaster.pid is this cluster's server: its number may have passed to some other program. */
export async function isOurs(folder: string, pid: number): Promise<boolean> {
  const found = await findProcess(pid);
  return found !== null && isServerOf(found, layout(folder).cluster);
}

/** Starts the server in a session of its own, where a Ctrl-C to this process does not reach it. Call it under the lock, and only when no server runs. */
export async function startPostmaster(place: Place, native: string): Promise<Postmaster> {
  const { cluster, log, port } = layout(place.folder);
  await rm(pidFile(place.folder), { force: true });
  await makeOwn(place);
  const chosen = await freePort(Number(await readFile(port, 'utf8').catch(() => '0')));
  await writeFile(port, String(chosen));
  await give(port, place.keeper);

  const before = await turnLog(log);
  const output = await open(log, 'a', 0o600);
  const settings = Object.entries({ ...settingsFor(), port: String(chosen) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program(native, 'postgres'), ['-D', cluster, ...settings], {
    ...spawnOptions({ cwd: native, account: place.runner }),
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  const ended = new Promise<unknown>((resolve) => {
    child.on('error', (error) => resolve(explainSpawn(error, child.spawnfile, place.runner)));
    child.on('exit', () => resolve(null));
  });
  child.unref();
  await output.close();
  await give(log, place.keeper);

  if (child.pid === undefined) throw await ended;
  return {
    pid: child.pid,
    failure: async () => {
      const error = await Promise.race([ended, sleep(0, 'runs')]);
      if (error === 'runs') return null;
      return error === null ? explainLog(place, log, before) : { retry: false, error };
    },
  };
}

/** Ends the server in an orderly way and waits until its process is gone. */
export async function stopPostmaster(folder: string, pid: number): Promise<void> {
  // The number comes from a file that the server's user can write, and root may signal anyone.
  if (await isOurs(folder, pid)) await interrupt(pid);
  // The last checkpoint may take its time on a slow disk.
  for (let until = Date.now() + 60_000; Date.now() < until && (await isOurs(folder, pid)); ) await sleep(10);
}

/** Windows has no signals: PostgreSQL's own tool stands in. */
async function interrupt(pid: number): Promise<void> {
  if (process.platform !== 'win32') {
    try {
      process.kill(pid, 'SIGINT');
    } catch (error) {
      // It has ended by itself.
      if (codeOf(error) !== 'ESRCH') throw error;
    }
    return;
  }
  const { native } = await findBinaries();
  await run(program(native, 'pg_ctl'), ['kill', 'INT', String(pid)], { cwd: native, account: null });
}

const pidFile = (folder: string) => join(layout(folder).cluster, 'postmaster.pid');

/** PostgreSQL insists on a folder that is its user's and nobody else's; copying one as root, or with cp, loses that. */
async function makeOwn({ folder, runner }: Place): Promise<void> {
  const { cluster } = layout(folder);
  if (runner && (await ownerOf(cluster)).uid !== runner.uid) await giveTree(cluster, runner);
  await chmod(cluster, 0o700);
}

/** The port of last time where it is free, so that a client's address stays right; else one that the system chooses. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  try {
    return await new Promise((resolve, reject) => {
      server.on('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort(0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Puts a long log aside, keeping one; gives the length of what is already written. */
async function turnLog(log: string): Promise<number> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  await rename(log, `${log}.1`);
  return 0;
}

async function explainLog({ folder }: Place, log: string, before: number): Promise<{ retry: boolean; error: unknown }> {
  const written = (await readFile(log)).subarray(before).toString('utf8');
  if (cannotRun(written)) return { retry: false, error: unusable('PostgreSQL', written.trim().split('\n')[0]!) };
  if (written.includes('No space left on device')) return { retry: false, error: diskFull(folder) };
  // What clients were told that came too early, or that a killed server left behind, is no reason.
  const reason = /(?:FATAL|PANIC): {2}(?!the database system is|terminating connection)(.*)/.exec(written)?.[1];
  return {
    // It was killed, another start was faster, a killed server's children still end, or the port was taken meanwhile.
    retry: !reason || /already exists|still in use|could not create any TCP/.test(reason),
    error: new EmbeddedError('START_FAILED', `The database in ${folder} did not start: ${reason ?? 'it was killed'}; ${log} tells more.`),
  };
}
