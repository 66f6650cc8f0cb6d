import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../../errors.ts';
import { makeFolders } from '../../folders.ts';
import { EmbeddedError, notWritable, USE_DATABASE_URL } from './errors.ts';

/** A user and group of the system, by number. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Who runs PostgreSQL where nobody better is known: `nobody`, the number that systems keep for such. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/** Whether this process is root, as which PostgreSQL refuses to run. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The owner of an existing path. */
export async function ownerOf(path: string): Promise<Account> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/**
 * Whom root lets run the server: the owner of a path, where that is not root itself and the system knows its name.
 * In containers a mounted folder often belongs to a number without a name, for whom initdb refuses to work.
 */
export async function unprivileged(owner: Account): Promise<Account> {
  return owner.uid !== 0 && (await hasName(owner)) ? owner : NOBODY;
}

/** Whether an account may pass through every folder from the root to this one; a folder that is not there yet stops nobody. */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  const above = dirname(folder);
  if (above !== folder && !(await canReach(account, above))) return false;
  return mayUse(account, folder, constants.X_OK, true);
}

/** Whether an account may read a file or folder and run or enter it. */
export const canUse = (account: Account, path: string): Promise<boolean> => mayUse(account, path, constants.R_OK | constants.X_OK, false);

async function hasName(account: Account): Promise<boolean> {
  try {
    await promisify(execFile)('id', ['-un'], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

async function mayUse(account: Account, path: string, wanted: number, ifMissing: boolean): Promise<boolean> {
  try {
    const { mode, uid, gid } = await stat(path);
    const bits = account.uid === uid ? mode >> 6 : account.gid === gid ? mode >> 3 : mode;
    return (bits & wanted) === wanted;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ifMissing;
    throw error;
  }
}

/** Makes a folder and those above it that are missing, open to be passed through, and gives them to the account (null: leaves them with this process). */
export async function makeFolder(folder: string, account: Account | null): Promise<void> {
  const made = await makeFolders(folder).catch((error) => {
    // On a read-only disk, and in /proc, one is told that the folder is missing.
    throw codeOf(error) === 'ENOENT' ? notWritable(folder) : error;
  });
  for (const path of made) {
    // Whatever the umask: the server's own folder inside is closed by itself.
    await chmod(path, 0o755);
    await give(path, account);
  }
}

/** Changes the owner of one path. */
export async function give(path: string, account: Account | null): Promise<void> {
  if (account === null) return;
  try {
    await chown(path, account.uid, account.gid);
  } catch (error) {
    throw explainAccount(error, account);
  }
}

/** Changes the owner of a folder and all it holds, as after a copy made by root. */
export async function giveTree(folder: string, account: Account): Promise<void> {
  await give(folder, account);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

/** In some containers root can't act for any other user: says so. */
export function explainAccount(error: unknown, { uid }: Account): unknown {
  if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EINVAL') return error;
  return new EmbeddedError(
    'NO_OTHER_USER',
    `PostgreSQL refuses to run as root, and this system does not let root start it as user ${uid}; run Quotewire as an ordinary user or ${USE_DATABASE_URL}.`,
  );
}
