import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { codeOf, QuotewireError } from '../errors.ts';
import type { Failure } from '../ingest.ts';
import { REJECTS_START, rejectLine } from '../readers/rejects.ts';

/** A list of the documents that failed, for the next load to read them again. */
export interface Rejects {
  /** Where a copy of what standard input gives belongs, for documents of it to be read again. */
  readonly keep: string;
  add(failure: Failure): void;
  /**
   * Puts the list in its place; where nothing failed, there is none. Of a load that ended before it had read everything, `whole` is false: what
   * the list named before may be among what was not read, and stays in it.
   */
  close(whole: boolean): void;
}

/**
 * Writes the list beside `file`, and in its place at the end: so the list of the load before can be what is read. A load that is killed
 * leaves such a file; of two at once the one that ends last leaves its list. The copy of standard input stays as long as the list names something in it.
 * @throws QuotewireError where it cannot be written, or holds what is no such list, which would be lost.
 */
export function openRejects(file: string): Rejects {
  if (file === '') throw new QuotewireError('FLAG_INVALID', '--rejects: it names no file; name one, or leave it out.');
  const part = `${file}.${randomUUID()}.part`;
  const handle = opened(file, part);
  const keep = `${file}.stdin`;
  let count = 0;
  let keeping = false;
  return {
    keep,
    add: (failure) => {
      count++;
      keeping ||= failure.kept !== null;
      writeSync(handle, rejectLine(failure, failure.error.message));
    },
    close: (whole) => {
      closeSync(handle);
      const before = !whole && existsSync(file);
      if (before) appendFileSync(part, readFileSync(file));
      if (before || count > 0) renameSync(part, file);
      else for (const path of [part, file]) rmSync(path, { force: true });
      if (!before && !keeping) rmSync(keep, { force: true });
    },
  };
}

function opened(file: string, part: string): number {
  try {
    if (existsSync(file) && !beginsAsList(file)) throw refused(file, 'holds something else than a list of rejects');
    return openSync(part, 'w');
  } catch (cause) {
    throw cause instanceof QuotewireError ? cause : refused(file, `cannot be written (${codeOf(cause)})`, cause);
  }
}

function beginsAsList(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(REJECTS_START.length);
    const size = readSync(handle, start);
    return size === 0 || start.toString() === REJECTS_START;
  } finally {
    closeSync(handle);
  }
}

const refused = (file: string, why: string, cause?: unknown) =>
  new QuotewireError('OUTPUT_UNWRITABLE', `--rejects ${file}: it ${why}; name another file.`, { cause });
