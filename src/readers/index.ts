import type { Document } from '../document.ts';
import type { QuotewireError } from '../errors.ts';
import { readHeader } from '../pipeline/layout/header.ts';
import { formatOf } from './detect.ts';
import { documentOf } from './document-of.ts';
import { fileError, NOTHING_TO_READ, oneLine, readError } from './errors.ts';
import { type Found, findFiles } from './files.ts';
import { READERS } from './formats/index.ts';
import { type Input, openInput, STDIN } from './input.ts';
import type { Format, ReadOptions } from './options.ts';
import { type Again, isRejects, readRejects } from './rejects.ts';

export { FORMATS, type Format, parseMap, type ReadOptions } from './options.ts';

/** A document, or why there is none. */
export type Reading = Where &
  (
    | { readonly document: Document; readonly error?: undefined }
    /** Without a format the file itself could not be opened or told. */
    | { readonly document?: undefined; readonly error: QuotewireError }
  );

export interface Where {
  /** Where it was read, on one line: `archive.jsonl: line 17`. */
  readonly path: string;
  /** The same in parts, to read it again: the file, its format where that is known, and the place in it; null is the whole file. */
  readonly file: string;
  readonly format: Format | null;
  readonly at: string | null;
  /** Where a copy lies of what standard input gave; null where there is none, or it was read from a file. */
  readonly kept: string | null;
}

/**
 * Reads files, folders, globs and standard input (`-`), one after the other, each record by itself, so that memory stays flat whatever
 * their size. What cannot be read is passed on as its error, and the rest is read.
 */
export async function* readPaths(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  if (options.limit === 0) return;
  yield* chosen(everything(paths, options), options);
}

async function* everything(paths: readonly string[], options: ReadOptions): AsyncGenerator<Reading> {
  for await (const found of findFiles(paths, options.onPassedOver)) yield* readFile(found, options);
}

/** Of what is read that which holds words and the flags leave in. */
export async function* chosen(readings: AsyncIterable<Reading>, { since, limit, onLeftOut }: ReadOptions): AsyncGenerator<Reading> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  for await (const reading of readings) {
    if (reading.error?.code === NOTHING_TO_READ) {
      onLeftOut?.(reading.path, reading.error.message);
      continue;
    }
    if (reading.document && isBefore(reading.document, since)) continue;
    yield reading;
    if (reading.document && --left === 0) return;
  }
}

/** All records of a file, or of those that a list of rejects names. */
export async function* readFile({ path, error }: Found, options: ReadOptions): AsyncGenerator<Reading> {
  const kept = (path === STDIN && (options.kept ?? options.keep)) || null;
  const place = (format: Format | null, at: string | null) => ({ path: label(path, at), file: path, format, at, kept });
  if (error) {
    yield { ...place(null, null), error };
    return;
  }
  let input: Input | null = null;
  let format = options.format ?? null;
  try {
    input = await openInput(path, options);
    if (isRejects(input)) {
      for (const again of await readRejects(input)) yield* readAgain(again, options);
      return;
    }
    format ??= formatOf(input);
    for await (const { at, item, error } of READERS[format](input, options)) {
      const where = place(format, at);
      yield error
        ? { ...where, error: fileError(error) }
        : { ...where, ...made(() => documentOf(item, { ...input!, alone: at === null }, options)) };
    }
  } catch (cause) {
    yield { ...place(format, null), error: fileError(cause) };
  } finally {
    input?.close();
  }
}

/** What was rejected of a file, read in the same way. */
async function* readAgain({ file, format, places, kept }: Again, options: ReadOptions): AsyncGenerator<Reading> {
  if (file === STDIN && !kept) {
    const error = readError('REJECTS_STDIN', 'It came from standard input that was followed, and is kept nowhere; give it again.');
    yield { path: STDIN, file, format, at: null, kept, error };
    return;
  }
  const left = places && new Set(places);
  // What failed as a whole may have become something else: a folder that was not there yet, a file of another format.
  const readings = left
    ? readFile({ path: file }, { ...options, format: options.format ?? format, kept })
    : everything([file], { ...options, kept });
  for await (const reading of readings) {
    // A file that can no longer be read to its end says so, whatever was asked for.
    if (!left || reading.at === null || left.delete(reading.at)) yield reading;
    if (left?.size === 0) return;
  }
  for (const at of left ?? []) {
    const error = readError('REJECTS_GONE', 'The file has no such place any longer; load the file again.');
    yield { path: label(file, at), file, format, at, kept, error };
  }
}

const label = (path: string, at: string | null) => oneLine(at === null ? path : `${path}: ${at}`, 1_000);

function made(make: () => Document): { document: Document } | { error: QuotewireError } {
  try {
    return { document: make() };
  } catch (error) {
    return { error: fileError(error) };
  }
}

/** Whether a document is dated, by its metadata or by the header of its text, and before `since`. */
function isBefore({ text, metadata }: Document, since: Date | null | undefined): boolean {
  if (!since) return false;
  const printed = metadata.published ? null : readHeader({ text: text.slice(0, 200) }).published;
  const at = metadata.published?.at ?? (printed && new Date(`${printed.date}T00:00:00Z`));
  return at !== null && at < since;
}
