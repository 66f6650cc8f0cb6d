import { spawn } from 'node:child_process';
import { codeOf } from '../../errors.ts';
import { EmbeddedError, USE_DATABASE_URL } from './errors.ts';
import { type Account, explainAccount } from './owner.ts';

/** How a program is started here: as whom, and in a folder that this user can enter. */
export interface RunAs {
  readonly cwd: string;
  readonly account: Account | null;
}

/** Options of `spawn` for PostgreSQL's programs. */
export const spawnOptions = ({ cwd, account }: RunAs) => ({ cwd, env: environment(), ...(account ?? {}) });

/** Runs one of PostgreSQL's programs to its end, in a session of its own, where a Ctrl-C to this process does not reach it; gives what it printed. */
export function run(program: string, args: readonly string[], as: RunAs): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions(as), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => reject(explainSpawn(error, program, as.account)));
    child.on('close', (code) => {
      if (cannotRun(output)) reject(unusable(program, output.trim().split('\n')[0]!.replace(`${program}: `, '')));
      else resolve({ ok: code === 0, output });
    });
  });
}

/** Says why a program that is there could not be started. */
export function explainSpawn(error: unknown, program: string, account: Account | null): unknown {
  const code = codeOf(error) ?? '';
  if (['ENOENT', 'EACCES', 'ENOEXEC', 'ELIBACC'].includes(code)) return unusable(program, code);
  return account ? explainAccount(error, account) : error;
}

/** Whether the system's loader, rather than the program, is what spoke. */
export const cannotRun = (output: string): boolean =>
  /error while loading shared libraries|Library not loaded|GLIBC_[\d.]+' not found/.test(output);

/** The error for binaries made for another system. */
export const unusable = (program: string, reason: string): EmbeddedError =>
  new EmbeddedError(
    'BINARIES_UNUSABLE',
    `This system can't run ${program} (${reason}): the binaries want a system with glibc, which Alpine is not, and a disk that allows programs; use another image or ${USE_DATABASE_URL}.`,
  );

/** This process's environment without what would steer PostgreSQL: PGDATA, PGPORT, LC_ALL and the like. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  // Without a locale in the environment macOS starts threads in the server, which then gives up.
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
