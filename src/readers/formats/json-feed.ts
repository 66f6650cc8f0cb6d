import { addressFrom } from '../../url.ts';
import { nothingToRead, readError } from '../errors.ts';
import type { Item } from '../item.ts';
import { htmlToText, textInHtml } from './html-text.ts';
import { type Fields, textOf } from './values.ts';

/** Whether an object is a JSON Feed, of version 1 or 1.1. */
export const isJsonFeed = (value: Fields): boolean =>
  /jsonfeed\.org\/version/.test(String(value.version ?? '')) && Array.isArray(value.items);

/** The articles of a JSON Feed, each still to be made. */
export function jsonFeedItems(feed: Fields): (() => Item)[] {
  if (!Array.isArray(feed.items) || feed.items.length === 0) {
    throw readError('FILE_EMPTY', 'It is a feed without items; there is nothing to load.');
  }
  return (feed.items as unknown[]).map((item) => () => itemOf(typeof item === 'object' && item !== null ? (item as Fields) : {}, feed));
}

function itemOf(item: Fields, feed: Fields): Item {
  const full = textOf(item.content_text) ?? htmlToText(textOf(item.content_html) ?? '');
  const text = full || textOf(item.summary);
  if (!text) throw nothingToRead(`It has neither content nor summary (${(textOf(item.title) ?? 'no title').slice(0, 100)}).`);
  const authors = [item.authors, item.author, feed.authors, feed.author].map(namesOf).find((names) => names.length > 0) ?? [];
  const link = textOf(item.url) ?? textOf(item.external_url);
  const url = addressFrom(link, textOf(feed.home_page_url) ?? textOf(feed.feed_url));
  return {
    text,
    id: url ? null : textOf(item.id),
    url: url ?? link,
    headline: textInHtml(textOf(item.title)),
    authors,
    keywords: Array.isArray(item.tags) ? item.tags.flatMap((tag) => textInHtml(textOf(tag)) ?? []) : [],
    language: textOf(item.language) ?? textOf(feed.language),
    published: textOf(item.date_published) ?? textOf(item.date_modified),
    notes: full ? [] : ['The feed gives a summary only, not the whole article.'],
  };
}

/** Version 1 has one author, 1.1 a list of them; many give both, and one of the two empty. */
const namesOf = (authors: unknown): string[] => ([authors ?? []].flat() as Fields[]).flatMap((author) => textOf(author?.name) ?? []);
