import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './errors.ts';

/**
 * Makes a folder and those above it that are missing; gives those it made, from the top. What `mkdir` does with `recursive`, but for a folder
 * in which the system lets nobody make one and says that it is not there, as in /proc: Node tries that again without end.
 */
export async function makeFolders(folder: string): Promise<string[]> {
  if (await isFolder(folder)) return [];
  const made = dirname(folder) === folder ? [] : await makeFolders(dirname(folder));
  try {
    await mkdir(folder);
    return [...made, folder];
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) === 'EEXIST' && (await isFolder(folder))) return made;
    throw error;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
