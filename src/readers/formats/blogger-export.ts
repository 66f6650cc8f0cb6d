import { nothingToRead } from '../errors.ts';
import { child, children, type Element, lineOf } from './xml.ts';

/** The vocabulary in which Blogger says of what kind an entry is, among what it is tagged with. */
const KIND = /[#/]kind$/;

/** Whether a category is the publisher's tag, and none of what Blogger says of the entry. */
export const isTag = (category: Element): boolean => !KIND.test(category.attributes.scheme ?? '');

/**
 * Blogger exports all of a blog as entries of Atom: its posts, and its pages, comments, settings, its template and what was never shown.
 * @throws QuotewireError for what is no published post; what is of any other feed is one.
 */
export function refuseOther(entry: Element): void {
  const category = children(entry, 'category').find((category) => !isTag(category));
  const kind = lineOf(children(entry, 'blogger:type')[0]) ?? category?.attributes.term?.replace(/^.*#/, '') ?? 'post';
  if (kind.toLowerCase() !== 'post') throw nothingToRead(`It is no post (${kind.toLowerCase().slice(0, 50)}).`);
  const status = lineOf(child(entry, 'control', 'draft')) === 'yes' ? 'draft' : lineOf(children(entry, 'blogger:status')[0]);
  if (status && status.toLowerCase() !== 'live') throw nothingToRead(`It is not published (${status.toLowerCase().slice(0, 50)}).`);
}
