import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { QuotewireError } from '../errors.ts';
import { fileError } from './bytes.ts';

/** A file to read, or why a path yields none. */
export type Found = { readonly path: string; readonly error?: undefined } | { readonly path: string; readonly error: QuotewireError };

/** Endings of plain text; inside a folder other files are passed over, while a file that is named is read whatever its ending. */
const TEXT_ENDINGS: ReadonlySet<string> = new Set(['.txt', '.text']);

/**
 * The files at `paths`: files as they are, folders with all text files below them, hidden ones left out, in the order of their names.
 * A path that cannot be entered yields its error, and the others go on. What is reached twice comes once.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) yield* findAt(path, true, seen);
}

async function* findAt(path: string, named: boolean, seen: Set<string>): AsyncGenerator<Found> {
  try {
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    const stats = await stat(real);
    if (stats.isDirectory()) {
      const names = await readdir(path);
      for (const name of names.sort()) if (!name.startsWith('.')) yield* findAt(join(path, name), false, seen);
    } else if (stats.isFile() && (named || TEXT_ENDINGS.has(extname(real).toLowerCase()))) yield { path };
  } catch (cause) {
    yield { path, error: fileError(cause) };
  }
}
