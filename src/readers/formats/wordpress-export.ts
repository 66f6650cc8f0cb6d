import { nothingToRead } from '../errors.ts';
import { children, type Element, lineOf } from './xml.ts';

/** What WordPress puts in the place of these when it shows a post. */
const SHORTCODES = /\[\/?(?:caption|gallery|embed|audio|video|playlist)\b[^\]\n]*\]/g;
const EMPTY_LINES = /\r?\n[ \t]*\r?\n/g;

/**
 * The HTML of an item of RSS as WordPress would show it: in its own export, which also holds what nobody was shown, posts stand as they were
 * written, with empty lines between paragraphs. Of any other feed it stays as it is.
 * @throws QuotewireError for what is no published post.
 */
export function postOf(item: Element, html: string): string {
  const [kind, status] = ['wp:post_type', 'wp:status'].map((name) => lineOf(children(item, name)[0]));
  if (!kind || !status) return html;
  if (kind !== 'post') throw nothingToRead(`It is no post (${kind.slice(0, 50)}).`);
  if (status !== 'publish') throw nothingToRead(`It is not published (${status.slice(0, 50)}).`);
  return html.replace(SHORTCODES, '').replace(EMPTY_LINES, '<p>');
}
