import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { codeOf, QuotewireError } from '../errors.ts';
import { format } from '../export/formats.ts';
import { exportRows } from '../export/kinds.ts';
import type { ExportFilter, ExportFormat, Kind } from '../export/options.ts';
import { INTERRUPTED, interrupt } from './interrupt.ts';

export interface ExportOptions {
  readonly what: Kind;
  readonly format: ExportFormat;
  readonly filter: ExportFilter;
  readonly gzip: boolean;
  readonly bom: boolean;
  /** Null: standard output. */
  readonly output: string | null;
}

/**
 * Writes all rows of a kind to a file or standard output, as fast as it takes them; a reader that goes away early ends it quietly. A file is
 * in its place once it is whole: an export that fails or is stopped leaves the one before, and of two at once the one that ends last is there.
 */
export async function exportCorpus(options: ExportOptions): Promise<void> {
  const signal = interrupt('Stopping; the export is not whole. Ctrl-C again stops at once.');
  const database = await openDatabase(readConfig());
  try {
    const target: Target = options.output === null ? { stream: process.stdout } : await fileAt(options.output);
    for (const note of database.notes) console.error(note);
    const text = format(exportRows(database.client, options.what, options.filter), options.what, options.format, options);
    try {
      await pipeline(Readable.from(text, { objectMode: true }), options.gzip ? createGzip() : new PassThrough(), target.stream, { signal });
      await target.done?.();
    } catch (error) {
      await target.undo?.();
      throw error;
    }
  } catch (error) {
    if (signal.aborted) process.exitCode = INTERRUPTED;
    // `| head` has enough.
    else if (codeOf(error) !== 'EPIPE') throw error;
  } finally {
    await database.close();
  }
}

/** Where an export goes. */
interface Target {
  readonly stream: Writable;
  /** Puts what was written in its place. */
  readonly done?: () => Promise<void>;
  /** Takes it away. */
  readonly undo?: () => Promise<void>;
}

/** A file to write to, beside its place until it is whole; a pipe or a device is written to itself. @throws QuotewireError where there can be none. */
async function fileAt(path: string): Promise<Target> {
  try {
    const known = await stat(path).catch(() => null);
    if (known && !known.isFile()) return { stream: (await open(path, 'w')).createWriteStream() };
    const place = known ? await realpath(path) : path;
    const part = `${place}.${randomUUID()}.part`;
    const stream = (await open(part, 'w')).createWriteStream();
    return { stream, done: () => rename(part, place), undo: () => rm(part, { force: true }) };
  } catch (cause) {
    throw new QuotewireError('OUTPUT_UNWRITABLE', `${path} cannot be written (${codeOf(cause)}); name another file with -o.`, {
      cause,
    });
  }
}
