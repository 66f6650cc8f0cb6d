import type { Extraction, Origin, Prisma } from '../db/generated/client.ts';
import { grouped } from '../grouped.ts';
import { normalize } from '../normalize.ts';
import { update } from './insert.ts';
import { UNDATED } from './undated.ts';

/** An origin that held one article and now holds another; ids. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Marks the articles that no origin holds any longer as superseded by what took their place, and those that one holds as not. */
export async function supersede(db: Prisma.TransactionClient, moves: readonly Move[], held: string[]): Promise<void> {
  await db.article.updateMany({ where: { id: { in: held }, supersededById: { not: null } }, data: { supersededById: null } });
  for (const { from, to } of moves) {
    await db.article.updateMany({ where: { id: from, origins: { none: {} } }, data: { supersededById: to } });
  }
}

/** What a text says of itself. */
type OfText = Pick<Extraction, 'headline' | 'authors' | 'language' | 'publishedAt' | 'publishedPrecision'>;
type OfOrigin = OfText & Pick<Origin, 'id' | 'key' | 'url' | 'publisher' | 'section' | 'keywords' | 'collection'>;

/** What an article shows: the facts of its earliest-dated origin, ties by the origin's key, else what the text says of itself. */
export function shownOf(origins: readonly OfOrigin[], text: OfText) {
  const dateOf = (origin: OfOrigin) => (origin.publishedAt ?? text.publishedAt)?.getTime() ?? Number.POSITIVE_INFINITY;
  // Infinity less infinity is no number, and so no difference.
  const [first] = origins.toSorted((a, b) => dateOf(a) - dateOf(b) || byBytes(a.key, b.key) || byBytes(a.id, b.id));
  const { publisher, url, section, collection } = first!;
  const publishedAt = first!.publishedAt ?? text.publishedAt;
  const authors = labelled(first!.authors.length > 0 ? first!.authors : text.authors);
  const keywords = labelled(first!.keywords);
  return {
    publisher,
    url,
    section,
    collection,
    headline: first!.headline ?? text.headline,
    authors: authors.names,
    authorKeys: authors.keys,
    keywords: keywords.names,
    keywordKeys: keywords.keys,
    language: first!.language ?? text.language,
    publishedAt,
    publishedPrecision: first!.publishedPrecision ?? text.publishedPrecision,
    sortAt: publishedAt ?? UNDATED,
  };
}

/** Each of these names once, as it is spelt first, and beside it what it is found by. */
function labelled(names: readonly string[]): { names: string[]; keys: string[] } {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = normalize(name);
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return { names: [...byKey.values()], keys: [...byKey.keys()] };
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Brings up to date what these articles show. Their findings repeat the date and whether the article is current. */
export async function refreshArticles(db: Prisma.TransactionClient, articles: string[]): Promise<void> {
  const origins = grouped(await db.origin.findMany({ where: { articleId: { in: articles } } }), ({ articleId }) => articleId);
  const extractions = await db.extraction.findMany({ where: { articleId: { in: articles } } });
  await update(
    db,
    'Article',
    extractions.flatMap((text) => {
      const held = origins.get(text.articleId);
      return held ? [{ id: text.articleId, ...shownOf(held, text) }] : [];
    }),
  );
  for (const table of ['Quote', 'Mention', 'Role']) {
    await db.$executeRawUnsafe(
      `UPDATE "${table}" AS finding SET "sortAt" = article."sortAt", "current" = article."supersededById" IS NULL
       FROM "Article" AS article
       WHERE article.id = ANY($1::uuid[]) AND finding."articleId" = article.id
         AND (finding."sortAt", finding."current") IS DISTINCT FROM (article."sortAt", article."supersededById" IS NULL)`,
      articles,
    );
  }
}
