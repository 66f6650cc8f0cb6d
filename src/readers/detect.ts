import { extname } from 'node:path';
import { readError } from './errors.ts';
import { refuseForeign } from './foreign.ts';
import { delimiterOf, SEPARATOR_LINE } from './formats/csv-record.ts';
import { NAMES, plainName } from './formats/field-names.ts';
import { localName } from './formats/local-name.ts';
import { headText, type Input } from './input.ts';
import type { Format } from './options.ts';

/** Endings of files that are XML, whatever stands in them. */
const IS_XML = /^\.(?:xml|rss|atom|nitf|newsml)$/;

/**
 * The format of a file, by what it begins with. Its ending decides only where its content can't: a table whose columns have names of
 * their own, JSON whose first line is none.
 * @throws QuotewireError for XML that no reader knows, and for what is no text at all.
 */
export function formatOf(input: Input): Format {
  if (input.head.toString('latin1', 0, 6) === 'WARC/1') return 'warc';
  refuseForeign(input.head);
  const text = headText(input);
  // What is no text is the text reader's to refuse.
  if (text === null) return 'text';
  const start = text.trimStart();
  const ending = extname(input.name.replace(/\.gz$/i, '')).toLowerCase();
  const isPage = /^\.x?html?$/.test(ending);
  if (start.startsWith('<')) return markup(start, IS_XML.test(ending)) ?? (isPage ? 'html' : 'text');
  if (/^\{|^\[\s*[[{\]]/.test(start)) return json(start, ending);
  if (/^id: \S+\n(?:.*\n)*---\n/.test(start)) return 'gold';
  if (/^\.(jsonl|ndjson)$/.test(ending)) return 'jsonl';
  if (ending === '.json') return 'json';
  if (IS_XML.test(ending) || ending === '.warc')
    throw readError('FORMAT_UNKNOWN', `It ends in ${ending} and is none; fetch it again, or name its format with --format.`);
  if (isPage && /<[a-z]/i.test(start)) return 'html';
  if (ending === '.csv' || ending === '.tsv' || isTable(start)) return 'csv';
  return 'text';
}

const BY_ROOT: Readonly<Record<string, Format>> = {
  rss: 'rss',
  RDF: 'rss',
  feed: 'atom',
  newsMessage: 'newsml-g2',
  newsItem: 'newsml-g2',
  nitf: 'nitf',
  html: 'html',
};
const HTML_START = /^<(?:!doctype html|html|head|body|article|main|div|p|section|meta|title|h[1-6])\b/i;

function markup(start: string, isXml: boolean): Format | null {
  const [, root, attributes = ''] =
    /^(?:\s*<\?[\s\S]*?\?>|\s*<!--[\s\S]*?-->|\s*<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)*\s*<([A-Za-z_][\w:.-]*)([^>]*)/i.exec(start) ?? [];
  if (root && BY_ROOT[localName(root)]) return BY_ROOT[localName(root)]!;
  if (HTML_START.test(start) || root?.toLowerCase() === 'html') return 'html';
  if (!isXml && !start.startsWith('<?xml') && !/\sxmlns\b/.test(attributes)) return null;
  throw readError(
    'FORMAT_UNKNOWN',
    `It is XML of a kind that is not read (its first element is ${(root ?? 'missing').slice(0, 60)}); known are RSS, Atom, NewsML-G2, NITF and XHTML.`,
  );
}

/** One object a line, unless the first object goes on in the next lines; a feed is one object, on however many lines. */
function json(start: string, ending: string): Format {
  if (start.startsWith('[') || /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\b/.test(start)) return 'json';
  if (/^\.(jsonl|ndjson)$/.test(ending)) return 'jsonl';
  const [first = '', second] = start.split(/\r?\n|\r/, 2);
  // Only the head is known here: a line that goes beyond it is a whole record, or the file has but one.
  if (second === undefined) return ending === '.json' ? 'json' : 'jsonl';
  return second.startsWith('{') || isJson(first) ? 'jsonl' : 'json';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether the first line names columns, one of the text and another that articles have. */
function isTable(start: string): boolean {
  const [header = ''] = start.replace(SEPARATOR_LINE, '').split(/\r?\n|\r/, 1);
  if (header.length > 1_000) return false;
  const columns = header.split(delimiterOf(header)).map((name) => plainName(name.trim().replace(/^"|"$/g, '')));
  const has = (names: readonly string[]) => columns.some((column) => names.includes(column));
  const { text, ...others } = NAMES;
  return columns.length > 1 && has(text) && has(Object.values(others).flat());
}
