import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** A process that runs now. */
export interface RunningProcess {
  /** Tells it from a later process with the same number: numbers are reused, in containers at every start. */
  readonly identity: string;
  /** The program and its arguments, split where the system keeps them split. */
  readonly command: readonly string[];
  /** Where it works, if the system tells. */
  readonly folder: string | null;
}

/** The process with this number; null where none runs, and for one that has ended but was not yet collected by its parent. */
export async function findProcess(pid: number): Promise<RunningProcess | null> {
  if (process.platform === 'linux') return fromProc(pid);
  return process.platform === 'win32' ? fromSignal(pid) : fromPs(pid);
}

/** Whether the process is a PostgreSQL server on this data folder; the path must be a real one, as the server was started with. */
export function isServerOf(found: RunningProcess, data: string): boolean {
  const [program = '', ...rest] = found.command;
  if (process.platform === 'win32') return true;
  // `ps` gives the whole line as one string.
  if (rest.length === 0) return /\bpostgres\b/.test(program) && program.includes(data);
  // A server works in its data folder, however that was written when it was started.
  return basename(program) === 'postgres' && (found.folder === data || rest.includes(data));
}

async function fromProc(pid: number): Promise<RunningProcess | null> {
  try {
    const [stat, command, folder] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readlink(`/proc/${pid}/cwd`).catch(() => null),
    ]);
    // The name in parentheses may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? null : { identity: `${pid}@${started}`, command: command.split('\0').slice(0, -1), folder };
  } catch {
    return null;
  }
}

async function fromPs(pid: number): Promise<RunningProcess | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'state=,lstart=,command=', '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C' },
    });
    const [, state, started, command] = /^\s*(\S+)\s+(\w+ +\w+ +\d+ +[\d:]+ +\d+)\s+(.*)$/.exec(stdout.trimEnd()) ?? [];
    return !state || state.startsWith('Z') ? null : { identity: `${pid}@${started}`, command: [command ?? ''], folder: null };
  } catch {
    return null;
  }
}

function fromSignal(pid: number): RunningProcess | null {
  try {
    process.kill(pid, 0);
    return { identity: String(pid), command: [], folder: null };
  } catch {
    return null;
  }
}
