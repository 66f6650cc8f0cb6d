const QUOTE = '"';

/**
 * One record of CSV, line by line, since a quoted field may hold line ends. Quotation marks inside of a field that are not doubled, and
 * those in a field that does not begin with one, stay as they are: spreadsheets read them so.
 */
export class CsvRecord {
  readonly fields: string[] = [];
  /** Whether a quoted field is still open: the record goes on in the next line. */
  open = false;
  /** Whether a quotation mark within a quoted field was neither doubled nor its end. */
  odd = false;
  readonly #delimiter: string;
  #field = '';

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  add(line: string): void {
    let at = 0;
    for (;;) {
      const next: number | null = this.open ? this.#quoted(line, at) : this.#plain(line, at);
      if (next === null) return;
      at = next;
    }
  }

  /** Reads from within a quoted field; where to go on, or null at the line's end. */
  #quoted(line: string, from: number): number | null {
    const quote = line.indexOf(QUOTE, from);
    if (quote < 0) {
      this.#field += `${line.slice(from)}\n`;
      return null;
    }
    this.#field += line.slice(from, quote);
    const behind = quote + 1;
    if (line[behind] === QUOTE) {
      this.#field += QUOTE;
      return behind + 1;
    }
    if (behind < line.length && line[behind] !== this.#delimiter) {
      this.odd = true;
      this.#field += QUOTE;
      return behind;
    }
    this.open = false;
    this.fields.push(this.#field);
    this.#field = '';
    return behind === line.length ? null : behind + 1;
  }

  /** Reads from a field's beginning. */
  #plain(line: string, from: number): number | null {
    if (line[from] === QUOTE) {
      this.open = true;
      return from + 1;
    }
    const end = line.indexOf(this.#delimiter, from);
    this.fields.push(line.slice(from, end < 0 ? undefined : end));
    return end < 0 ? null : end + 1;
  }
}

/** What spreadsheets write before the header, to say what parts fields. */
export const SEPARATOR_LINE = /^sep=[,;\t|]?(?:\r?\n|\r|$)/i;

const DELIMITERS = [',', ';', '\t', '|'];

/** What parts the fields of a header line. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
