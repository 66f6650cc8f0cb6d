import type { Origin } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { idOf, sha256, uuidOf } from '../ids.ts';

/** The id of the article that a text is. */
export const articleIdOf = (text: string): string => uuidOf(sha256(text));

/** The row of the place that a document was read from, with what it says of the text it holds. */
export function originRow({ text, origin, metadata }: Document, readAt: Date): Origin {
  const { published, authors, keywords, notes, ...rest } = metadata;
  return {
    id: idOf(origin.kind, origin.key),
    ...origin,
    articleId: articleIdOf(text),
    readAt,
    ...rest,
    authors: [...authors],
    keywords: [...keywords],
    notes: [...notes],
    publishedAt: published?.at ?? null,
    publishedPrecision: published?.precision ?? null,
  };
}
