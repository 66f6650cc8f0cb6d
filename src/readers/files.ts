import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { glob } from 'tinyglobby';
import type { QuotewireError } from '../errors.ts';
import { fileError, readError } from './errors.ts';
import { STDIN } from './input.ts';

/** A file to read, or why a path yields none. */
export type Found = { readonly path: string; readonly error?: undefined } | { readonly path: string; readonly error: QuotewireError };

/** Endings of what may hold articles, or none but `.gz`; inside a folder other files are passed over, while one that is named is read whatever its ending. */
const ENDINGS: ReadonlySet<string> = new Set(
  '.txt .text .json .jsonl .ndjson .csv .tsv .xml .rss .atom .html .htm .xhtml .nitf .newsml .warc .gold'.split(' '),
);

/**
 * The files at `paths`: files as they are, folders with all below them, hidden ones left out, in the order of their names; what a glob
 * matches; `-` is standard input. A path that cannot be entered yields its error, and the others go on. What is reached twice comes once.
 * `onPassedOver` is told of each file that is left out for its ending.
 */
export async function* findFiles(paths: readonly string[], onPassedOver?: (path: string) => void): AsyncGenerator<Found> {
  const seen: Seen = { paths: new Set(), onPassedOver };
  for (const path of paths) {
    if (path === STDIN) {
      if (!seen.paths.has(STDIN)) yield { path };
      seen.paths.add(STDIN);
    } else if (/[*?[{]/.test(path) && !(await exists(path))) yield* findMatching(path, seen);
    else yield* findAt(path, true, seen);
  }
}

/** What was found so far, and who wants to know what is not taken. */
interface Seen {
  readonly paths: Set<string>;
  readonly onPassedOver: ((path: string) => void) | undefined;
}

async function* findMatching(pattern: string, seen: Seen): AsyncGenerator<Found> {
  const options = { absolute: isAbsolute(pattern), expandDirectories: false, onlyFiles: true };
  const matches = await glob(pattern.replaceAll('\\', '/'), options);
  if (matches.length === 0) yield { path: pattern, error: readError('FILE_MISSING', 'No file matches it; correct the pattern.') };
  for (const path of matches.sort()) yield* findAt(path, true, seen);
}

async function* findAt(path: string, named: boolean, seen: Seen): AsyncGenerator<Found> {
  try {
    const real = await realpath(path);
    if (seen.paths.has(real)) return;
    seen.paths.add(real);
    const stats = await stat(real);
    if (stats.isDirectory()) {
      const names = await readdir(path);
      for (const name of names.sort()) if (!name.startsWith('.')) yield* findAt(join(path, name), false, seen);
    } else if (named || (stats.isFile() && mayHoldArticles(real))) yield { path };
    else if (stats.isFile()) seen.onPassedOver?.(path);
  } catch (cause) {
    const error = fileError(cause);
    // It was listed a moment ago, so the path is right.
    yield { path, error: !named && error.code === 'FILE_MISSING' ? leadsNowhere() : error };
  }
}

const leadsNowhere = () =>
  readError('FILE_MISSING', 'It is a link that leads nowhere or in a circle, or its name is not in UTF-8; mend, rename or remove it.');

function mayHoldArticles(path: string): boolean {
  const ending = extname(path.replace(/\.gz$/i, '')).toLowerCase();
  return ENDINGS.has(ending) || (ending === '' && /\.gz$/i.test(path));
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Bytes of all files at `paths`; null where nobody can know, of standard input. */
export async function sizeOf(paths: readonly string[]): Promise<number | null> {
  if (paths.includes(STDIN)) return null;
  let bytes = 0;
  for await (const { path, error } of findFiles(paths)) {
    if (!error)
      bytes += await stat(path).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return bytes;
}
