import type { Document } from '../document.ts';
import type { QuotewireError } from '../errors.ts';
import { readHeader } from '../pipeline/header.ts';
import { formatOf } from './detect.ts';
import { documentOf } from './document-of.ts';
import { fileError, oneLine } from './errors.ts';
import { type Found, findFiles } from './files.ts';
import { READERS } from './formats.ts';
import { type Input, openInput } from './input.ts';
import type { Format, ReadOptions } from './options.ts';

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
}

/**
 * Reads files, folders, globs and standard input (`-`), one after the other, each record by itself, so that memory stays flat whatever
 * their size. What cannot be read is passed on as its error, and the rest is read.
 */
export async function* readPaths(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  if (left <= 0) return;
  for await (const found of findFiles(paths)) {
    for await (const reading of readFile(found, options)) {
      if (reading.document && isBefore(reading.document, options.since)) continue;
      yield reading;
      if (reading.document && --left === 0) return;
    }
  }
}

async function* readFile({ path, error }: Found, options: ReadOptions): AsyncGenerator<Reading> {
  const place = (format: Format | null, at: string | null) => ({ path: label(path, at), file: path, format, at });
  if (error) {
    yield { ...place(null, null), error };
    return;
  }
  let input: Input | null = null;
  let format = options.format ?? null;
  try {
    input = await openInput(path, options.onBytes);
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
