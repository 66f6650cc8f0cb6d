import { isUtf8 } from 'node:buffer';
import { readError } from './errors.ts';
import { type Input, streamText } from './input.ts';
import { type Entry, entryOf, type Item } from './item.ts';
import { splitLines } from './lines.ts';

/** Bytes of one record at most: a text of the allowed length with every character written as \\uXXXX, and its metadata. */
export const MAX_RECORD = 32_000_000;

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

export const withNotes = (item: Item, notes: readonly string[]): Item =>
  notes.length > 0 ? { ...item, notes: [...notes, ...(item.notes ?? [])] } : item;

function parseLine(bytes: Buffer | null): unknown {
  if (!bytes) throw recordTooLarge();
  if (!isUtf8(bytes))
    throw readError('RECORD_ENCODING', 'It is not in UTF-8 as the lines before it; mend the line or save the file in UTF-8.');
  return parseJson(bytes.toString('utf8'));
}

export const noRecords = () => readError('FILE_EMPTY', 'It holds no record; remove it or write articles into it.');

export const recordTooLarge = () =>
  readError('RECORD_TOO_LARGE', `It has more than ${MAX_RECORD / 1e6} MB, more than any article needs; split it.`);

/** Escaped characters, quotation marks, and whole numbers of more digits than JavaScript keeps. */
const MARKS_AND_LONG_NUMBERS = /\\.|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const HAS_LONG_NUMBER = /[:[,\s]-?\d{16,}/;

/** Parses JSON; whole numbers of 16 digits and more, such as ids of databases, come as text, so that no two of them become one. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(HAS_LONG_NUMBER.test(json) ? withLongNumbersQuoted(json) : json);
  } catch (cause) {
    const reason = (cause as Error).message.replace(/, "[\s\S]* is not valid JSON$/, '').replace(/ \(line \d+ column \d+\)$/, '');
    throw readError('RECORD_JSON', `It is no JSON (${reason.slice(0, 120)}); mend or remove it.`, cause);
  }
}

function withLongNumbersQuoted(json: string): string {
  let inString = false;
  return json.replace(MARKS_AND_LONG_NUMBERS, (found) => {
    if (found === '"') inString = !inString;
    return !inString && /^-?\d/.test(found) ? `"${found}"` : found;
  });
}

const isBlank = (bytes: Buffer) => bytes.length < 1_000 && bytes.toString('latin1').trim() === '';
