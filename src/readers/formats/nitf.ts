import { readError } from '../errors.ts';
import type { Input } from '../input.ts';
import { type Entry, entryOf, type Item } from '../item.ts';
import { namesIn } from './values.ts';
import { child, children, descendant, type Element, lineOf, readElements } from './xml.ts';
import { elementText } from './xml-text.ts';

/** Reads NITF, the News Industry Text Format: one article an element `nitf`. */
export async function* readNitf(input: Input): AsyncGenerator<Entry> {
  for await (const { number, element, error } of readElements(input, new Set(['nitf']))) {
    const at = number === 1 ? null : `nitf ${number}`;
    yield error ? { at, error } : entryOf(at, () => nitfItem(element!));
  }
}

/** The article of an element `nitf`, which NewsML-G2 carries too. */
export function nitfItem(nitf: Element): Item {
  const head = child(nitf, 'head');
  const docdata = child(head, 'docdata');
  const pubdata = child(head, 'pubdata');
  const top = child(nitf, 'body', 'body.head');
  const body = elementText(wholeOf(child(nitf, 'body', 'body.content')));
  if (body === '') throw readError('RECORD_TEXT', 'It has no text in body.content; there is nothing to load.');
  const keywords = children(child(docdata, 'key-list'), 'keyword').flatMap(({ attributes }) => attributes.key ?? []);
  return {
    text: withDateline(datelineOf(child(top, 'dateline')), body),
    id: child(docdata, 'doc-id')?.attributes['id-string'] ?? null,
    headline: lineOf(descendant(child(top, 'hedline'), 'hl1')) ?? lineOf(child(head, 'title')),
    authors: printed(children(top, 'byline')).flatMap(bylineOf),
    publisher: pubdata?.attributes.name ?? null,
    section: pubdata?.attributes['position.section'] ?? null,
    keywords,
    language: nitf.attributes['xml:lang'] ?? null,
    published: child(docdata, 'date.issue')?.attributes.norm ?? pubdata?.attributes['date.publication'] ?? null,
  };
}

/** The content, or the block that holds all of it: the New York Times' corpus gives the lead apart, and once more at the head of the whole. */
const wholeOf = (content: Element | undefined) =>
  children(content, 'block').find(({ attributes }) => attributes.class === 'full_text') ?? content;

/** The bylines as they were printed: the same corpus gives each once more for its catalogue, as `Bell, Ana`. */
function printed(bylines: readonly Element[]): readonly Element[] {
  const others = bylines.filter(({ attributes }) => attributes.class !== 'normalized_byline');
  return others.length > 0 ? others : bylines;
}

function bylineOf(byline: Element): string[] {
  const people = children(byline, 'person').flatMap((person) => lineOf(person) ?? []);
  return people.length > 0 ? people : namesIn(lineOf(byline));
}

/** The words of a dateline on one line: a comma parts elements between which nothing stands. */
function datelineOf(element: Element | undefined): string | null {
  let [line, between] = ['', ''];
  for (const part of element?.children ?? []) {
    if (typeof part === 'string') {
      line += part;
      between += part;
      continue;
    }
    const words = datelineOf(part);
    if (words === null) continue;
    if (line.trim() !== '' && between.trim() === '') line = `${line.trimEnd()}, `;
    line += words;
    between = '';
  }
  return line.replace(/\s+/g, ' ').trim() || null;
}

/** As every printing of it puts it: `LONDON (AP) — The first words`; a text that begins with its dateline keeps it. */
function withDateline(dateline: string | null, body: string): string {
  if (!dateline || body.startsWith(dateline)) return body;
  return `${dateline}${/[-–—:.]$/.test(dateline) ? '' : ' —'} ${body}`;
}
