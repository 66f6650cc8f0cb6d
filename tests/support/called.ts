import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { program, report } from '../../src/program.ts';
import type { Ended } from './cli.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a command as `run` does, with nothing set but what `env` sets, but in this process: a process of its own takes seconds to start, of which
 * a test whose subject is what the command does shows nothing.
 */
export async function call(args: readonly string[], env: Record<string, string> = {}, stdin = ''): Promise<Ended> {
  const { env: outer, stdin: input, exitCode } = process;
  const { PATH, HOME } = outer;
  const listeners = SIGNALS.map((name) => process.listeners(name));
  const printed = { stdout: '', stderr: '' };
  const catching = (name: keyof typeof printed, end: string) => (text: unknown) => {
    printed[name] += `${text}${end}`;
    return true;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(catching('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(catching('stderr', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(catching('stdout', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(catching('stderr', '')),
  ];
  process.env = { PATH, HOME, ...env };
  Object.defineProperty(process, 'stdin', { value: Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]), configurable: true });
  process.exitCode = undefined;
  try {
    await program.parseAsync(args, { from: 'user' }).catch((error) => {
      process.exitCode = report(error);
    });
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.env = outer;
    Object.defineProperty(process, 'stdin', { value: input, configurable: true });
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
    // A command takes signals to itself, and its process ends with it.
    for (const [i, name] of SIGNALS.entries()) {
      for (const added of process.listeners(name)) if (!listeners[i]!.includes(added)) process.removeListener(name, added);
    }
  }
}
