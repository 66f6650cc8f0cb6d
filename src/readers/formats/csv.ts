import { isUtf8 } from 'node:buffer';
import { noRecords, readError } from '../errors.ts';
import { type Input, streamText } from '../input.ts';
import { type Entry, entryOf, MAX_RECORD, withNotes } from '../item.ts';
import { splitLines } from '../lines.ts';
import type { FieldMap } from '../options.ts';
import { CsvRecord, delimiterOf, SEPARATOR_LINE } from './csv-record.ts';
import { NAMES, plainName } from './field-names.ts';
import { itemOfFields } from './named-fields.ts';

/** Characters of one record at most, before its quotation mark counts as one that nobody closed. */
const MAX_OPEN = 6_000_000;
/** Characters that may be read again after such marks. */
const MAX_AGAIN = 300_000_000;

interface TextLine {
  readonly number: number;
  /** Null where it cannot be read. */
  readonly text: string | null;
}

/** Reads CSV or TSV with a header line: one article a record. A bad record costs itself alone, one with an open quotation mark too. */
export async function* readCsv(input: Input, map: FieldMap): AsyncGenerator<Entry> {
  const { chunks, notes } = streamText(input);
  const lines = new Lines(textLines(chunks));
  const header = await headerOf(lines, map);
  let any = false;
  for (let line = await lines.next(); line; line = await lines.next()) {
    const at = `line ${line.number}`;
    if (line.text === null) {
      any = true;
      yield { at, error: unreadable() };
      continue;
    }
    const { fields, complete } = await fieldsFrom(line, lines, header.delimiter);
    // Spreadsheets fill sheets up with rows of empty fields.
    if (complete && fields.every((field) => field.trim() === '')) continue;
    any = true;
    const plain = fields.length === header.names.length ? null : unquoted(line.text, header);
    if (plain) lines.again();
    const values = plain ?? withoutEmptyEnd(fields, header.names.length);
    if (plain || (complete && values.length <= header.names.length)) {
      yield entryOf(at, () =>
        withNotes(itemOfFields(Object.fromEntries(header.names.map((name, i) => [name, cellOf(values[i])])), map), notes),
      );
    } else {
      // The record may have swallowed others: the next one is looked for in the line after its first.
      lines.again();
      yield { at, error: complete ? tooManyFields(fields.length, header.names.length) : openQuote() };
    }
  }
  if (!any) throw noRecords();
}

/** How programs write in a table that there is no value. */
const NO_VALUE = /^(?:nan|NaN|NaT|None|null|NULL|<NA>|\\N)$/;
const cellOf = (value = ''): string => (NO_VALUE.test(value) ? '' : value);

/** Programs that part fields by tabs often quote nothing: the fields of such a line, where that makes as many as the header has. */
function unquoted(line: string, { names, delimiter }: { names: readonly string[]; delimiter: string }): readonly string[] | null {
  const fields = delimiter === '\t' ? line.split(delimiter) : [];
  return fields.length === names.length ? fields : null;
}

/** Spreadsheets end records with the delimiters of columns that were emptied. */
function withoutEmptyEnd(fields: readonly string[], least: number): readonly string[] {
  let end = fields.length;
  while (end > least && fields[end - 1] === '') end--;
  return fields.slice(0, end);
}

async function fieldsFrom(first: TextLine, lines: Lines, delimiter: string): Promise<{ fields: string[]; complete: boolean }> {
  const found = new CsvRecord(delimiter);
  lines.mark();
  let size = 0;
  for (let line: TextLine | null = first; line; line = await lines.next()) {
    found.add(line.text ?? '');
    size += line.text?.length ?? MAX_RECORD;
    // An odd quotation mark in a later line is the next record's: the one before was left open.
    if (found.odd && line !== first) break;
    if (!found.open) return { fields: found.fields, complete: true };
    if (size > MAX_OPEN) break;
  }
  return { fields: found.fields, complete: false };
}

async function headerOf(lines: Lines, map: FieldMap): Promise<{ names: string[]; delimiter: string }> {
  let first = await lines.next();
  while (first && first.text !== null && (first.text.trim() === '' || SEPARATOR_LINE.test(first.text))) first = await lines.next();
  if (!first) throw noRecords();
  if (first.text === null) throw unreadable();
  const delimiter = delimiterOf(first.text);
  const { fields } = await fieldsFrom(first, lines, delimiter);
  const names = fields.map((name) => name.trim());
  const plain = names.map(plainName);
  if (map.text === undefined ? !NAMES.text.some((name) => plain.includes(name)) : !names.includes(map.text)) {
    throw readError(
      'CSV_HEADER',
      `Its first line names no column of text (${names.join(', ').slice(0, 300)}). Name it there, or say which it is: --map text=NAME.`,
    );
  }
  const missing = Object.values(map).find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw readError(
      'CSV_HEADER',
      `Its first line names no column ${missing} (${names.join(', ').slice(0, 300)}), as --map does; correct one of them.`,
    );
  }
  return { names, delimiter };
}

const unreadable = () => readError('RECORD_UNREADABLE', 'The line is too long or not in UTF-8; mend or remove it.');
const openQuote = () =>
  readError('CSV_QUOTE', 'A quotation mark opens a field here and none closes it; close it, or double it if it belongs to the text.');
const tooManyFields = (has: number, header: number) =>
  readError('CSV_FIELDS', `It has ${has} fields, the header names ${header}; put fields with a delimiter in them in quotation marks.`);

async function* textLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  for await (const { number, bytes } of splitLines(chunks, MAX_RECORD)) {
    yield { number, text: bytes && isUtf8(bytes) ? bytes.toString('utf8').replace(/\r$/, '') : null };
  }
}

/** Lines that can be read again from a mark. */
class Lines {
  readonly #source: AsyncGenerator<TextLine>;
  #since: TextLine[] = [];
  #queue: TextLine[] = [];
  #again = 0;

  constructor(source: AsyncGenerator<TextLine>) {
    this.#source = source;
  }

  async next(): Promise<TextLine | null> {
    const line = this.#queue.shift() ?? (await this.#source.next()).value ?? null;
    if (line) this.#since.push(line);
    return line;
  }

  mark(): void {
    this.#since = [];
  }

  /** Goes back to the mark. */
  again(): void {
    this.#queue = [...this.#since, ...this.#queue];
    this.#again += this.#since.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
    this.#since = [];
    if (this.#again > MAX_AGAIN)
      throw readError('CSV_QUOTES', 'So many quotation marks stand open that it cannot be told where records end; it was read no further.');
  }
}
