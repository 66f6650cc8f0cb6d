import type { Origin } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { idOf, sha256, uuidOf } from '../ids.ts';

/** The id of the article that a text is. */
export const articleIdOf = (text: string): string => uuidOf(sha256(text));

/** Rows by document: a load asks for each five times, and making one hashes the whole text. */
const made = new WeakMap<Document, Omit<Origin, 'readAt'>>();

/** The row of the place that a document was read from, with what it says of the text it holds. */
export function originOf(document: Document): Omit<Origin, 'readAt'> {
  const known = made.get(document);
  if (known) return known;
  const { text, origin, metadata } = document;
  const { published, authors, keywords, notes, ...rest } = metadata;
  const row = {
    id: idOf(origin.kind, origin.key),
    ...origin,
    articleId: articleIdOf(text),
    ...rest,
    authors: [...authors],
    keywords: [...keywords],
    notes: [...notes],
    publishedAt: published?.at ?? null,
    publishedPrecision: published?.precision ?? null,
  };
  made.set(document, row);
  return row;
}
