import { nothingToRead, readError, refuseWithdrawn } from '../errors.ts';
import type { Input } from '../input.ts';
import { type Entry, entryOf, type Item } from '../item.ts';
import { htmlToText } from './html-text.ts';
import { nitfItem } from './nitf.ts';
import { namesIn } from './values.ts';
import { child, children, descendant, type Element, lineOf, rawText, readElements } from './xml.ts';
import { elementText } from './xml-text.ts';

/** Reads NewsML-G2: one article for each text in an element `newsItem`, alone or inside a news message. */
export async function* readNewsml(input: Input): AsyncGenerator<Entry> {
  for await (const { number, element, error } of readElements(input, new Set(['newsItem']))) {
    const at = `newsItem ${number}`;
    yield error ? { at, error } : entryOf(at, () => newsItem(element!));
  }
}

function newsItem(item: Element): Item {
  const [about, content] = [child(item, 'itemMeta'), child(item, 'contentMeta')];
  const status = child(about, 'pubStatus')?.attributes;
  refuseWithdrawn(status?.qcode ?? status?.uri, item.attributes.guid ?? null);
  const set = child(item, 'contentSet');
  const { text, inner } = contentOf(set);
  if (!text) throw noText(child(about, 'itemClass')?.attributes, children(set, 'remoteContent').length > 0);
  const provider = child(about, 'provider');
  const language = child(content, 'language')?.attributes.tag ?? item.attributes['xml:lang'] ?? inner.language ?? null;
  return {
    text,
    id: item.attributes.guid ?? inner.id ?? null,
    headline: lineOf(child(content, 'headline')) ?? inner.headline ?? null,
    authors: authorsOf(content) ?? inner.authors ?? [],
    publisher: lineOf(child(provider, 'name')) ?? provider?.attributes.literal ?? inner.publisher ?? null,
    section: nameIn(language, child(content, 'genre')) ?? inner.section ?? null,
    keywords: [
      ...children(content, 'keyword').map(lineOf),
      ...children(content, 'subject').map((subject) => nameIn(language, subject)),
    ].filter((word) => word !== null),
    language,
    published:
      lineOf(child(content, 'contentCreated')) ??
      lineOf(child(about, 'firstCreated')) ??
      lineOf(child(about, 'versionCreated')) ??
      inner.published ??
      null,
  };
}

/** A picture has none, nor has an alert, which is a headline alone; a text that lies elsewhere is not as it should be. */
function noText({ qcode, uri }: Element['attributes'] = {}, isElsewhere: boolean) {
  const kind = qcode ?? uri;
  if (kind && !/\btext$/.test(kind)) return nothingToRead(`It is no text (${kind}).`);
  if (kind && !isElsewhere) return nothingToRead('It is a headline alone.');
  return readError('RECORD_TEXT', `It holds no text (${kind ?? 'unknown class'}); fetch it with its content.`);
}

/** What a concept is called in a language, of which agencies give several; the first name where it has none in that one. */
function nameIn(language: string | null, concept: Element | undefined): string | null {
  const base = (tag: string | null | undefined) => tag?.replace(/-.*$/, '').toLowerCase();
  const names = children(concept, 'name');
  return lineOf(names.find(({ attributes }) => base(attributes['xml:lang']) === base(language)) ?? names[0]);
}

/** The text of a content set: NITF, XHTML or plain text within it. */
function contentOf(set: Element | undefined): { text: string; inner: Partial<Item> } {
  for (const part of children(set, 'inlineXML')) {
    const nitf = descendant(part, 'nitf');
    if (nitf) {
      const inner = nitfItem(nitf);
      return { text: inner.text, inner };
    }
    const text = elementText(descendant(part, 'body') ?? part);
    if (text) return { text, inner: {} };
  }
  for (const part of children(set, 'inlineData')) {
    const type = part.attributes.contenttype ?? 'text/plain';
    const text = /html/.test(type) ? htmlToText(rawText(part)) : /^text\//.test(type) ? rawText(part).trim() : '';
    if (text) return { text, inner: {} };
  }
  return { text: '', inner: {} };
}

/** A creator without a name may have a word for one in its place, which may be a code as well: a byline is believed before. */
function authorsOf(content: Element | undefined): string[] | null {
  const creators = children(content, 'creator');
  const names = creators.flatMap((creator) => lineOf(child(creator, 'name')) ?? []);
  if (names.length > 0) return names;
  const by = lineOf(child(content, 'by'));
  if (by !== null) return namesIn(by);
  const literals = creators.flatMap(({ attributes }) => attributes.literal ?? []);
  return literals.length > 0 ? literals : null;
}
