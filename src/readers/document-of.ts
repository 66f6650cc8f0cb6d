import { type Document, MAX_TEXT, type OriginKey, type Published, toStoredText } from '../document.ts';
import { sha256, uuidOf } from '../ids.ts';
import { canonicalUrl } from '../url.ts';
import { readTime } from './dates.ts';
import { readError } from './errors.ts';
import type { Item } from './item.ts';
import { languageTag } from './language-tag.ts';
import { marredNotes } from './marred.ts';
import type { ReadOptions } from './options.ts';

/** UTF-16 units of a name, an id or a headline at most, and of a web address. */
const MAX_NAME = 300;
const MAX_HEADLINE = 1_000;
const MAX_URL = 2_000;
const MAX_LIST = 100;

/** Where an item was read: the file, and whether it holds only this one. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly alone: boolean;
}

/**
 * The document that an item is: flags win over what it says of itself, what is beyond the limits is left out with a note.
 * @throws QuotewireError where it has no text, or more than an article may have.
 */
export function documentOf(item: Item, place: Place, options: ReadOptions): Document {
  const text = toStoredText(item.text);
  if (text.trim() === '') throw readError('RECORD_TEXT', 'It holds nothing but white space; remove it or write the article into it.');
  if (text.length > MAX_TEXT) {
    throw readError(
      'RECORD_TOO_LARGE',
      `Its text has ${text.length} characters; an article has at most ${MAX_TEXT / 1e6} million. Split it.`,
    );
  }
  const notes = [...(item.notes ?? []), ...marredNotes(text)];
  const line = (field: string, value: string | null | undefined, most = MAX_NAME) => checked(field, value, most, notes);
  const url = urlOf(line('url', item.url, MAX_URL), notes);
  const id = line('id', item.id);
  const publisher = options.publisher ?? line('publisher', item.publisher);
  return {
    text,
    origin: item.origin ?? originOf({ id, url, publisher }, text, place),
    metadata: {
      headline: line('headline', item.headline, MAX_HEADLINE),
      authors: listed('authors', item.authors, notes),
      publisher,
      section: line('section', item.section),
      keywords: listed('keywords', item.keywords, notes),
      language: options.language ?? languageOf(line('language', item.language), notes),
      collection: options.collection ?? line('collection', item.collection) ?? 'main',
      published: timeOf(item.published, notes),
      notes,
    },
  };
}

/** An identifier that nobody else gives to another article: a URI, a UUID, a long one of letters and digits. */
const IS_UNIQUE = /^(?:(?:urn|tag|https?|doi|hdl|info|quotewire):\S+|[\da-f]{8}-[\da-f-]{27}|(?=\S*\d)(?=\S*[a-z])\S{20,})$/i;

/**
 * What makes a document of today the same as one of yesterday. An id like `17` counts within its publisher, else within its file.
 * Without id and address a file with one article is its place; of several in one file each is its own place, by its words: a file that is
 * written anew each hour replaces nothing.
 */
function originOf(
  { id, url, publisher }: Record<'id' | 'url' | 'publisher', string | null>,
  text: string,
  { key, name, alone }: Place,
): OriginKey {
  if (id) {
    const scope = IS_UNIQUE.test(id) ? '' : publisher ? `${publisher}/` : `${key}#`;
    return { kind: 'ID', key: `${scope}${id}`, name: id, url };
  }
  if (url) return { kind: 'URL', key: url, name: url, url };
  return { kind: 'FILE', key: alone ? key : `${key}#${uuidOf(sha256(text))}`, name, url };
}

/** A value on one line, as PostgreSQL can hold it; null where it is too long, which is noted. */
function checked(field: string, value: string | null | undefined, most: number, notes: string[]): string | null {
  const line = toStoredText(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= most) return line || null;
  notes.push(`The ${field} of ${line.length} characters was left out; at most ${most} are kept.`);
  return null;
}

function listed(field: string, values: readonly string[] | undefined, notes: string[]): string[] {
  const kept = [...new Set((values ?? []).flatMap((value) => checked(field, value, MAX_NAME, notes) ?? []))];
  if (kept.length > MAX_LIST) notes.push(`Of ${kept.length} ${field} the first ${MAX_LIST} are kept.`);
  return kept.slice(0, MAX_LIST);
}

function urlOf(value: string | null, notes: string[]): string | null {
  if (!value) return null;
  const url = canonicalUrl(value);
  if (!url) notes.push(`The url ${value.slice(0, 100)} is no address on the web; it was left out.`);
  return url;
}

function languageOf(value: string | null, notes: string[]): string | null {
  if (!value) return null;
  const tag = languageTag(value);
  if (tag === null) notes.push(`The language ${value.slice(0, 50)} is no language tag such as en or en-GB; it was left out.`);
  return tag;
}

function timeOf(value: Item['published'], notes: string[]): Published | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object') return value;
  const time = readTime(value);
  if (!time) notes.push(`The date ${String(value).slice(0, 50)} is not understood; write 2031-03-04 or 2031-03-04T09:12Z.`);
  return time;
}
