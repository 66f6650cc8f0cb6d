import type { Direct } from '../db/direct.ts';
import type { Prisma } from '../db/generated/client.ts';
import { getDatamodel } from '../db/pothos-types.ts';

type Table = Prisma.ModelName;
type Row = object;

/** A column, as far as its values need to be written. */
interface Column {
  readonly name: string;
  readonly type: string;
  readonly isList: boolean;
}

const { models } = getDatamodel().datamodel as unknown as { models: Record<Table, { fields: readonly Column[] }> };

/**
 * Adds rows that are not there by COPY, which need not take JSON apart field by field.
 * @throws a unique violation (`isThere`) where one of them is there.
 */
export async function copy(db: Direct, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`);
  await db.copy(`COPY "${table}" (${columns.join(', ')}) FROM STDIN`, copyText(table, rows));
}

/** Whether an error says that a row is there already. */
export const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';

/** Rows of a table, all with the columns of the first, in the text format of COPY. */
export function copyText(table: Table, rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const written = names.map((name) => writerOf(models[table].fields.find((field) => field.name === name)!));
  let text = '';
  for (const row of rows) {
    const values = row as Readonly<Record<string, unknown>>;
    for (let i = 0; i < names.length; i++) {
      const value = values[names[i]!];
      text += value === null ? '\\N' : written[i]!(value);
      text += i + 1 < names.length ? '\t' : '\n';
    }
  }
  return text;
}

type Write = (value: never) => string;

/** How the values of a column are written, but for null. */
function writerOf({ type, isList }: Column): (value: unknown) => string {
  const write = (isList ? (type === 'Int' ? numbers : texts) : (WRITERS[type] ?? escaped)) as Write;
  return write as (value: unknown) => string;
}

const WRITERS: Readonly<Record<string, Write>> = {
  Int: String,
  Float: String,
  Boolean: (value: boolean) => (value ? 't' : 'f'),
  DateTime: (value: Date) => value.toISOString(),
  Bytes: (value: Uint8Array) => `\\\\x${Buffer.from(value).toString('hex')}`,
  Json: (value: unknown) => escaped(JSON.stringify(value)),
};

const numbers = (values: readonly number[]) => `{${values.join(',')}}`;
const texts = (values: readonly string[]) =>
  values.length === 0 ? '{}' : escaped(`{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);

/** What ends a line or a value, and what announces it. */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!);
