import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Failure } from '../ingest.ts';
import { rejectLine } from '../readers/rejects.ts';

/** A list of the documents that failed, for the next load to read them again. */
export interface Rejects {
  /** Where a copy of what standard input gives belongs, for documents of it to be read again. */
  readonly keep: string;
  add(failure: Failure): void;
  /** Puts the list in its place; where nothing failed, there is none. */
  close(): void;
}

/**
 * Writes the list beside `file`, and in its place at the end: so the list of the load before can be what is read. A load that is killed
 * leaves `file.part`. The copy of standard input stays as long as the list names something in it.
 */
export function openRejects(file: string): Rejects {
  const part = `${file}.part`;
  const handle = openSync(part, 'w');
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
    close: () => {
      closeSync(handle);
      if (count > 0) renameSync(part, file);
      else for (const path of [part, file]) rmSync(path, { force: true });
      if (!keeping) rmSync(keep, { force: true });
    },
  };
}
