import { isUtf8 } from 'node:buffer';
import { noRecords, notInUtf8, recordTooLarge } from '../errors.ts';
import { type Input, streamText } from '../input.ts';
import { type Entry, entryOf, type Item, MAX_RECORD, withNotes } from '../item.ts';
import { splitLines } from '../lines.ts';
import { parseJson } from './json.ts';

/** Reads JSON objects, one a line; `itemOf` knows their fields. A bad line costs itself alone. */
export async function* readJsonLines(input: Input, itemOf: (value: unknown) => Item): AsyncGenerator<Entry> {
  const { chunks, notes } = streamText(input);
  let any = false;
  for await (const { number, bytes } of splitLines(chunks, MAX_RECORD)) {
    if (bytes && isBlank(bytes)) continue;
    any = true;
    yield entryOf(`line ${number}`, () => withNotes(itemOf(parseLine(bytes)), notes));
  }
  if (!any) throw noRecords();
}

function parseLine(bytes: Buffer | null): unknown {
  if (!bytes) throw recordTooLarge();
  if (!isUtf8(bytes)) throw notInUtf8();
  return parseJson(bytes.toString('utf8'));
}

const isBlank = (bytes: Buffer) => bytes.length < 1_000 && bytes.toString('latin1').trim() === '';
