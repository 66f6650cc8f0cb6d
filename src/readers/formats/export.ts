import type { OriginKey, Published } from '../../document.ts';
import { readError } from '../errors.ts';
import type { Item } from '../item.ts';
import { type Fields, listOf, textOf } from './values.ts';

/** Whether an object is a line of `npm run export -- --what articles`. */
export const isExported = (value: Fields): boolean => value.quotewire === 'article';

/** What a quote of an export has and no article, as JSONL and as CSV. */
const OF_QUOTES = ['kind', 'act', 'region', 'attribution', 'confidence', 'spans'];

/** @throws QuotewireError for a quote of our own export, whose text is no article's. */
export function refuseQuote(value: Fields): void {
  if (OF_QUOTES.every((field) => field in value))
    throw readError('RECORD_EXPORT', 'It is a quote of an export, no article; export the articles: npm run -s export -- --what articles.');
}

/** The article of a line of our own export, at the place of origin that it had. What was found in it is found anew. */
export function exportedItem(value: Fields): Item {
  const { kind, key, name, url } = (value.origin ?? {}) as Fields;
  if (
    typeof value.text !== 'string' ||
    typeof key !== 'string' ||
    typeof name !== 'string' ||
    !['ID', 'URL', 'FILE'].includes(String(kind))
  ) {
    throw readError('RECORD_EXPORT', 'It is no whole line of an export; export the articles anew.');
  }
  return {
    text: value.text,
    origin: { kind: kind as OriginKey['kind'], key, name, url: textOf(url) },
    headline: textOf(value.headline),
    authors: listOf(value.authors),
    publisher: textOf(value.publisher),
    section: textOf(value.section),
    keywords: listOf(value.keywords),
    language: textOf(value.language),
    collection: textOf(value.collection),
    published: publishedOf(value.published),
    notes: listOf(value.notes),
  };
}

function publishedOf(value: unknown): Published | null {
  const { at, precision } = (value ?? {}) as Fields;
  const time = new Date(String(at));
  return Number.isNaN(time.getTime()) ? null : { at: time, precision: precision as Published['precision'] };
}
