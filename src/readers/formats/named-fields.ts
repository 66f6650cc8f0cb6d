import { readError } from '../errors.ts';
import type { Item } from '../item.ts';
import type { Field, FieldMap } from '../options.ts';
import { refuseQuote } from './export.ts';
import { NAMES, plainName } from './field-names.ts';
import { htmlToText, textInHtml } from './html-text.ts';
import { type Fields, listOf, namesIn, textOf, timeOf, wordsOf } from './values.ts';

/**
 * The article that a record of named fields is, of whatever names.
 * @throws QuotewireError where it has no text, naming the fields that it has.
 */
export function itemOfFields(value: unknown, map: FieldMap = {}): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw readError('RECORD_SHAPE', 'It is no object with named fields; write {"text": "…"} or name the format with --format.');
  }
  const fields = value as Fields;
  if (map.text === undefined) refuseQuote(fields);
  const byName = new Map(Object.keys(fields).map((name) => [plainName(name), name]));
  const find = <Value>(field: Field, read: (value: unknown) => Value): Value => {
    const mapped = map[field];
    if (mapped !== undefined) return read(lookUp(fields, mapped));
    for (const name of NAMES[field]) {
      const own = byName.get(name);
      // Not the column without a name, which tables have for their row numbers.
      const found = own === undefined ? null : read(fields[own]);
      if (found !== null && !(Array.isArray(found) && found.length === 0)) return found;
    }
    return read(undefined);
  };
  const text = find('text', wordsOf);
  if (text === null) throw noText(fields, map);
  const isHtml = (HAS_BREAKS.test(text) && !HAS_EMPTY_LINES.test(text)) || (LOOKS_LIKE_HTML.test(text) && /<\/\w+>\s*$/.test(text));
  return {
    text: isHtml ? htmlToText(text) : text,
    id: find('id', textOf),
    // Some name who published it where others say where it stands.
    url: find('url', textOf) ?? find('publisher', addressIn),
    headline: textInHtml(find('headline', textOf)),
    authors: find('authors', namesIn),
    publisher: find('publisher', (value) => (addressIn(value) ? null : textOf(value))),
    section: find('section', textOf),
    keywords: find('keywords', (value) => listOf(value, /[,;|]/)),
    language: find('language', textOf),
    // What is no time in any of its fields is passed on, so that it is noted.
    published: find('published', timeOf) ?? find('published', shapeOf),
    notes: isHtml ? ['The text was HTML; its tags were removed.'] : [],
  };
}

const addressIn = (value: unknown): string | null => {
  const text = textOf(value);
  return text && /^https?:\/\//i.test(text) ? text : null;
};

/** An object that holds something, as JSON. */
const shapeOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? JSON.stringify(value) : null;

const LOOKS_LIKE_HTML = /^\s*<(?:!doctype|html|body|p|div|section|article|h[1-6]|span|figure|ul)\b[^>]*>/i;

/** What parts paragraphs or lines of HTML, wherever in it; and of plain text, which may tell of HTML. */
const HAS_BREAKS = /<\/p>|<br\s*\/?>/i;
const HAS_EMPTY_LINES = /[^>\s][ \t]*\r?\n[ \t]*\r?\n[ \t]*[^<\s]/;

function noText(fields: Fields, map: FieldMap) {
  const list = listWithin(fields);
  if (list) {
    return readError('RECORD_TEXT', `It holds a list of articles in ${list}; give that list alone, such as jq '.${list}[]' makes it.`);
  }
  const own = map.text ?? Object.keys(fields).find((name) => NAMES.text.includes(plainName(name)));
  const found = own === undefined ? undefined : lookUp(fields, own);
  if (found === null || (typeof found === 'string' && found.trim() === '')) {
    return readError('RECORD_TEXT', `Its field ${own} is empty; write the article into it or remove the record.`);
  }
  const names = namesWithin(fields).slice(0, 20).join(', ') || 'none';
  const said = map.text === undefined ? 'It has no text' : `It has no text in ${map.text}`;
  return readError('RECORD_TEXT', `${said}; its fields are ${names.slice(0, 300)}. Name the one that holds it: --map text=NAME.`);
}

/** The names of fields, with those of objects in them, and of the first in lists of them, as --map takes them: `meta.id`. */
function namesWithin(fields: Fields, depth = 0): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) && depth < 2
      ? namesWithin(inner as Fields, depth + 1).map((inside) => `${name}.${inside}`)
      : [name];
  });
}

/** Where an answer of an interface holds its articles: `articles`, `response.results`; null where it holds none. */
function listWithin(fields: Fields, depth = 0): string | null {
  const looksLikeArticle = (one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    Object.keys(one).some((name) => [...NAMES.headline, ...NAMES.text].includes(plainName(name)));
  for (const [name, value] of Object.entries(fields)) {
    if (!/^\w+$/.test(name) || typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && looksLikeArticle(value[0])) return name;
    const deeper = Array.isArray(value) || depth > 0 ? null : listWithin(value as Fields, depth + 1);
    if (deeper) return `${name}.${deeper}`;
  }
  return null;
}

/** A field by its own name, or by a path of names parted by dots, which leads into each of a list as well. */
function lookUp(fields: Fields, path: string): unknown {
  return path in fields ? fields[path] : path.split('.').reduce(inside, fields);
}

function inside(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => inside(one, name));
  return typeof value === 'object' && value !== null ? (value as Fields)[name] : undefined;
}
