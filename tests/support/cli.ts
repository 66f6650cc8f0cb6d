import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { getCurrentTest } from 'vitest/suite';
import { projectRoot } from '../../src/paths.ts';

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of Quotewire to its end, with nothing set but what `env` sets, and `stdin` as its standard input. */
export function run(args: readonly string[], env: Record<string, string> = {}, stdin = ''): Promise<Ended> {
  const child = launch(args, env);
  child.stdin!.end(stdin);
  return ended(child);
}

/** A server that runs. */
export interface Serving {
  readonly url: string;
  readonly printed: () => string;
  /** Sends a signal and waits for the end. */
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Ended>;
}

/** Starts the server on a free port and waits until it says where it answers. */
export async function serving(env: Record<string, string>): Promise<Serving> {
  const child = launch(['serve'], { PORT: '0', ...env });
  const end = ended(child);
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      printed += chunk;
      const match = /answers at (\S+)/.exec(printed);
      if (match) resolve(match[1]!);
    });
    end.then(({ stderr }) => reject(new Error(`The server ended: ${stderr}`)));
  });
  const stop = (signal: 'SIGINT' | 'SIGTERM') => {
    child.kill(signal);
    return end;
  };
  return { url, printed: () => printed, stop };
}

/** Starts a command, to be talked to. */
export function launch(args: readonly string[], env: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['src/start.mjs', ...args], { cwd: projectRoot, env: { PATH, HOME, ...env } });
  // A test that fails on its way leaves no process behind; one that is there for several tests is theirs to stop.
  if (getCurrentTest()) onTestFinished(() => void child.kill('SIGTERM'));
  return child;
}

/** What a command printed in the end. */
export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
