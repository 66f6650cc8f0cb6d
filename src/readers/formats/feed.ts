import { addressFrom } from '../../url.ts';
import { nothingToRead } from '../errors.ts';
import type { Input } from '../input.ts';
import { type Entry, entryOf, type Item } from '../item.ts';
import { isTag, refuseOther } from './blogger-export.ts';
import { htmlToText, textInHtml } from './html-text.ts';
import { namesIn } from './values.ts';
import { postOf } from './wordpress-export.ts';
import { child, children, type Element, lineOf, type Outside, ownChild, rawText, readElements } from './xml.ts';
import { elementText } from './xml-text.ts';

const SUMMARY = 'The feed gives a summary only, not the whole article.';

/** The last paragraph of many a feed of WordPress, which its plugins write, and which is none of the article. */
const APPEARED = /\n+The post [^\n]+ (?:appeared first on|first appeared on) [^\n]+\.?$/;

/** The last paragraph of a summary that leads to the rest. */
const LEADS_ON = /\n+(?:continue reading|read (?:more|on|the (?:full|whole) (?:story|article|post)))\s*(?:\.{3}|[…→»›])?$/i;

/** Reads RSS (2.0, and what older versions share with it) or Atom: one article an entry. */
export async function* readFeed(input: Input): AsyncGenerator<Entry> {
  for await (const { number, element, error, outside } of readElements(input, new Set(['item', 'entry']))) {
    const at = `${element?.name === 'entry' ? 'entry' : 'item'} ${number}`;
    if (error) yield { at, error };
    else yield entryOf(at, () => (element!.name === 'item' ? rssItem(element!, outside) : atomEntry(element!, outside)));
  }
}

function rssItem(item: Element, channel: Outside): Item {
  const full = ['content:encoded', 'fulltext', 'yandex:full-text']
    .map((name) => children(item, name)[0])
    .find((element) => lineOf(element));
  const content = full ?? ownChild(item, 'description');
  const text = htmlToText(postOf(item, rawText(content)))
    .replace(APPEARED, '')
    .replace(LEADS_ON, '');
  if (text === '') throw noContent(item);
  const guid = ownChild(item, 'guid');
  const link = lineOf(ownChild(item, 'link'));
  const address =
    addressFrom(link, item.attributes['xml:base'] ?? first(channel, '@xml:base') ?? first(channel, 'channel/link')) ??
    (guid?.attributes.isPermaLink === 'false' ? null : addressFrom(lineOf(guid), null));
  return {
    text,
    id: address ? null : lineOf(guid),
    url: address ?? link,
    headline: plainLine(ownChild(item, 'title')),
    authors: [...children(item, 'dc:creator'), ...children(item, 'author')].flatMap((author) => authorsOf(lineOf(author))),
    publisher: lineOf(children(item, 'dc:publisher')[0]),
    keywords: children(item, 'category').flatMap((category) => textInHtml(lineOf(category)) ?? []),
    language: lineOf(children(item, 'dc:language')[0]) ?? first(channel, 'channel/language'),
    published: lineOf(child(item, 'pubDate')) ?? lineOf(child(item, 'date')),
    notes: full ? [] : [SUMMARY],
  };
}

function atomEntry(entry: Element, feed: Outside): Item {
  refuseOther(entry);
  const content = ownChild(entry, 'content');
  const full = content && !content.attributes.src && lineOf(content) ? content : undefined;
  const text = atomText(full ?? ownChild(entry, 'summary'));
  if (text === '') throw noContent(entry);
  const links = children(entry, 'link');
  const link = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')?.attributes.href ?? null;
  const address = addressFrom(link, entry.attributes['xml:base'] ?? first(feed, '@xml:base'));
  return {
    text,
    id: address ? null : lineOf(ownChild(entry, 'id')),
    url: address ?? link,
    headline: atomText(ownChild(entry, 'title')).replace(/\s+/g, ' ').trim() || null,
    authors: atomAuthors(entry, feed),
    publisher: lineOf(child(entry, 'publisher')),
    keywords: children(entry, 'category')
      .filter(isTag)
      .flatMap(({ attributes }) => textInHtml(attributes.label ?? attributes.term ?? null) ?? []),
    language: entry.attributes['xml:lang'] ?? content?.attributes['xml:lang'] ?? first(feed, '@xml:lang'),
    published: lineOf(child(entry, 'published')) ?? lineOf(child(entry, 'updated')),
    notes: full ? [] : [SUMMARY],
  };
}

/** Those of an entry, else of the feed that it was taken from, else of the one that it stands in, as RFC 4287 has it. */
function atomAuthors(entry: Element, feed: Outside): readonly string[] {
  const own = [entry, child(entry, 'source')].map((of) => children(of, 'author')).find((authors) => authors.length > 0);
  return own ? own.flatMap((author) => lineOf(child(author, 'name')) ?? []) : (feed.get('author/name') ?? []);
}

/** Atom says whether its content is text, escaped HTML or XHTML. */
function atomText(element: Element | undefined): string {
  if (!element) return '';
  const type = element.attributes.type ?? 'text';
  if (type === 'xhtml' || /xml$/.test(type)) return elementText(element);
  return /html/.test(type) ? htmlToText(rawText(element)) : rawText(element).trim();
}

const first = (outside: Outside, name: string): string | null => outside.get(name)?.[0] ?? null;

const plainLine = (element: Element | undefined) => htmlToText(rawText(element)).replace(/\s+/g, ' ') || null;

/** RSS has `jane@news.example (Jane Doe)`, and often all who wrote in one element: `Jane Doe and Cem Dahl`. */
const authorsOf = (author: string | null): string[] => namesIn(/^\S+@\S+\s+\(([^)]+)\)$/.exec(author ?? '')?.[1] ?? author);

const noContent = (element: Element) =>
  nothingToRead(`It has neither content nor summary (${(lineOf(ownChild(element, 'title')) ?? 'no title').slice(0, 100)}).`);
