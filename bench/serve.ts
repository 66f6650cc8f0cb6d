import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/paths.ts';

/** A server under measurement. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Lines of its standard output since the last call. */
  lines(): string[];
  /** Until it is gone: only who comes last stops the database that both use. */
  stop(): Promise<void>;
}

/** Starts a server of this project, and waits until it prints where it listens. One that ends later, unless it is stopped, is told of with the last that it printed. */
export async function serve(args: readonly string[], env: Record<string, string>): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed: string[] = [];
  let isAnswering = false;
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      const ended = `${args.join(' ')} ended with ${signal ?? code}`;
      if (isAnswering) console.error([ended, ...printed.slice(-3)].join('\n'));
      reject(new Error(`${ended} before it listened`));
    });
    createInterface({ input: child.stdout! }).on('line', (line) => {
      printed.push(line);
      const address = /http:\/\/127\.0\.0\.1:\d+\/\w*/.exec(line)?.[0];
      if (!address) return;
      isAnswering = true;
      resolve(address);
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
    stop: async () => {
      isAnswering = false;
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
      child.kill('SIGTERM');
      await gone;
    },
  };
}
