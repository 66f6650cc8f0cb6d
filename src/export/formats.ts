import type { ExportRow } from './kinds.ts';
import { linkedData } from './linked-data.ts';
import type { ExportFormat, Kind } from './options.ts';

/** The rows as text in that format. `bom` puts a byte order mark before CSV, without which Excel takes UTF-8 for an old code page. */
export async function* format(
  rows: AsyncIterable<ExportRow>,
  kind: Kind,
  format: ExportFormat,
  { bom = false } = {},
): AsyncGenerator<string> {
  if (format === 'jsonl') for await (const row of rows) yield `${JSON.stringify(row)}\n`;
  else if (format === 'csv') yield* csv(rows, kind, bom);
  else {
    yield '{"@context":"https://schema.org","@graph":[';
    let first = true;
    for await (const row of rows) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(linkedData(kind, row))}`;
      first = false;
    }
    yield '\n]}\n';
  }
}

/** The columns of each table; dots lead into what a row holds, and into each of a list. */
const COLUMNS: Readonly<Record<Kind, readonly string[]>> = {
  articles: [
    'article',
    'headline',
    'published.at',
    'published.precision',
    'publisher',
    'authors',
    'section',
    'keywords',
    'language',
    'collection',
    'origin.name',
    'origin.url',
    'wordCount',
    'text',
  ],
  quotes: [
    'id',
    'text',
    'kind',
    'act',
    'region',
    'within',
    'speaker.name',
    'organization.name',
    'source.text',
    'source',
    'cue.text',
    'cue',
    'attribution',
    'confidence',
    'article.id',
    'article.headline',
    'article.publishedAt',
    'article.publishedPrecision',
    'article.publisher',
    'article.url',
    'spans',
  ],
  speakers: ['id', 'name', 'aliases', 'quoteCount', 'articleCount'],
  organizations: ['id', 'name', 'acronym', 'kind', 'aliases', 'quoteCount', 'articleCount'],
  mentions: ['id', 'article', 'speaker.name', 'organization.name', 'place.name', 'spans'],
};

async function* csv(rows: AsyncIterable<ExportRow>, kind: Kind, bom: boolean): AsyncGenerator<string> {
  const columns = COLUMNS[kind];
  yield `${bom ? '\uFEFF' : ''}${columns.map((column) => column.replaceAll('.', '_')).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map((column) => cell(at(row, column))).join(',')}\r\n`;
}

const at = (row: unknown, path: string): unknown => path.split('.').reduce(inside, row);

function inside(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => inside(one, name));
  return value === null || value === undefined ? value : (value as Record<string, unknown>)[name];
}

/** One cell: lists with semicolons, spans as `12-34`. What a spreadsheet would take for a formula and run gets an apostrophe before it. */
export function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.map(part).join('; ') : value === null || value === undefined ? '' : String(value);
  const safe = typeof value !== 'number' && /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const part = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value ? `${value.start}-${value.end}` : String(value);
