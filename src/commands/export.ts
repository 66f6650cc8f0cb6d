import { open } from 'node:fs/promises';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { QuotewireError } from '../errors.ts';
import { format } from '../export/formats.ts';
import { exportRows } from '../export/kinds.ts';
import type { ExportFilter, ExportFormat, Kind } from '../export/options.ts';

export interface ExportOptions {
  readonly what: Kind;
  readonly format: ExportFormat;
  readonly filter: ExportFilter;
  readonly gzip: boolean;
  readonly bom: boolean;
  /** Null: standard output. */
  readonly output: string | null;
}

/** Writes all rows of a kind to a file or standard output, as fast as it takes them; a reader that goes away early ends it quietly. */
export async function exportCorpus(options: ExportOptions): Promise<void> {
  const database = await openDatabase(readConfig());
  try {
    const target = options.output === null ? process.stdout : await fileAt(options.output);
    for (const note of database.notes) console.error(note);
    const text = format(exportRows(database.client, options.what, options.filter), options.what, options.format, options);
    await pipeline(Readable.from(text, { objectMode: true }), options.gzip ? createGzip() : new PassThrough(), target);
  } catch (error) {
    // `| head` has enough.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  } finally {
    await database.close();
  }
}

/** A file to write to; @throws QuotewireError where there can be none. */
async function fileAt(path: string): Promise<Writable> {
  try {
    return (await open(path, 'w')).createWriteStream();
  } catch (cause) {
    throw new QuotewireError(
      'OUTPUT_UNWRITABLE',
      `${path} cannot be written (${(cause as NodeJS.ErrnoException).code}); name another file with -o.`,
      {
        cause,
      },
    );
  }
}
