import { randomUUID } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../../errors.ts';
import { complete } from './binaries.ts';

/** Copies the binaries to a folder, readable for every user; does nothing where they already are. */
export async function copyNative(native: string, target: string): Promise<void> {
  if (await stat(target).catch(() => null)) return;
  // The links in lib are written relative to a folder named native.
  const temporary = join(dirname(target), `native.tmp-${randomUUID()}`);
  try {
    await copyFolder(native, join(temporary, 'native'));
    await complete(join(temporary, 'native'));
    await rename(join(temporary, 'native'), target);
  } catch (error) {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (!entry.name.endsWith('.a')) await copyReadable(source, target);
  }
}

/** Static libraries (.a) are for compilers and stay behind; the rest gets the bits that an install under a narrow umask took. */
async function copyReadable(source: string, target: string): Promise<void> {
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await chmod(target, dirname(target).endsWith('bin') || /\.(so|dylib)\b/.test(target) ? 0o755 : 0o644);
}
