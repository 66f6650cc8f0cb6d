import { nothingToRead, readError, refuseWithdrawn } from '../errors.ts';
import type { Item } from '../item.ts';
import { htmlToText, textInHtml } from './html-text.ts';
import { type Fields, listOf, namesIn, textOf, timeOf } from './values.ts';

/** Whether an object is ninjs, News in JSON, of version 1, 2 or 3. */
export const isNinjs = (value: Fields): boolean =>
  typeof value.uri === 'string' &&
  ['body_xhtml', 'body_html', 'body_text', 'bodies', 'versioncreated', 'versionCreated', 'pubstatus'].some((field) => field in value);

/** The article of a ninjs object. */
export function ninjsItem(value: Fields): Item {
  refuseWithdrawn(textOf(value.pubstatus ?? value.pubStatus), textOf(value.uri));
  const text = bodyOf(value);
  if (!text) throw noText(textOf(value.type));
  const names = (list: unknown) => (Array.isArray(list) ? list.flatMap((entry) => textOf(entry) ?? []) : []);
  const sources = [value.infosource, value.infosources, value.infoSources].flatMap(names);
  return {
    text,
    id: textOf(value.uri),
    url: textOf(value.url) ?? webLink(value),
    headline: textInHtml(textOf(value.headline) ?? textOf(mainOf(value.headlines)?.value) ?? textOf(value.title)),
    authors: namesIn(textOf(value.byline) ?? textOf(value.by)),
    publisher: sources[0] ?? textOf(value.copyrightholder) ?? textOf(value.copyrightHolder),
    section: names(value.genre ?? value.genres)[0] ?? null,
    keywords: [...names(value.subject ?? value.subjects), ...listOf(value.keywords)],
    language: textOf(value.language),
    published: timeOf(
      value.firstcreated ??
        value.firstCreated ??
        value.contentcreated ??
        value.contentCreated ??
        value.versioncreated ??
        value.versionCreated,
    ),
  };
}

/** A picture has none; a text without one is not as it should be. */
function noText(type: string | null) {
  if (type && type !== 'text') return nothingToRead(`It is no text (${type}).`);
  return readError('RECORD_TEXT', `It holds no text (${type ?? 'unknown type'}); fetch it with its body.`);
}

function bodyOf(value: Fields): string {
  const bodies = Array.isArray(value.bodies) ? (value.bodies as Fields[]) : [];
  const ofType = (type: RegExp) =>
    textOf(mainOf(bodies.filter((body) => type.test(String(body?.contenttype ?? body?.contentType ?? ''))))?.value);
  // Superdesk calls it body_html.
  const html = textOf(value.body_xhtml) ?? textOf(value.body_html) ?? ofType(/html/) ?? ofType(/xml/);
  if (html) return htmlToText(html);
  return textOf(value.body_text) ?? textOf(mainOf(bodies)?.value) ?? '';
}

/** Of several headlines or bodies the one whose role is main, else the first. */
const mainOf = (list: unknown): Fields | undefined =>
  Array.isArray(list) ? (list.find((one: Fields | null) => one?.role === 'main') ?? list[0]) : undefined;

/** The address of the article on the web, which ninjs 1 lacks and others put among its associations. */
function webLink(value: Fields): string | null {
  const uri = textOf(value.uri);
  return uri && /^https?:/.test(uri) ? uri : null;
}
