import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/paths.ts';

/** A server under measurement. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Lines of its standard output since the last call. */
  lines(): string[];
  stop(): void;
}

/** Starts a server of this project, and waits until it prints where it listens. */
export async function serve(args: readonly string[], env: Record<string, string>): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code} before it listened`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      printed.push(line);
      const address = /http:\/\/127\.0\.0\.1:\d+\/\w*/.exec(line)?.[0];
      if (address) resolve(address);
    });
  });
  return {
    url,
    pid: child.pid!,
    lines: () => {
      const lines = printed;
      printed = [];
      return lines;
    },
    stop: () => void child.kill('SIGTERM'),
  };
}

/** Milliseconds of a clock tick in /proc. */
const TICK = 10;

/** Milliseconds of CPU that a process has used. Linux alone tells. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** Milliseconds of CPU that PostgreSQL has used: its first process's own, its children's, and those of children that ended. */
export function cpuOfPostgres(postmaster: number): number {
  const fields = readFileSync(`/proc/${postmaster}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const own = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0) * TICK;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === postmaster);
  return own + children.reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
}

/** The process that started another; null for one that is gone. */
export function parentOf(pid: number | string): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]);
  } catch {
    return null;
  }
}
