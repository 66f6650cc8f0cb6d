import type { Prisma } from '../db/generated/client.ts';

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

/**
 * Brings up to date what these articles show: the facts of their earliest-dated origin, ties by the origin's key, else what the text
 * says of itself. Their findings repeat the date and whether the article is current.
 */
export async function refreshArticles(db: Prisma.TransactionClient, articles: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "Article" AS article
    SET headline = shown.headline, authors = shown.authors, publisher = shown.publisher, url = shown.url, section = shown.section,
      keywords = shown.keywords, language = shown.language, collection = shown.collection, "publishedAt" = shown."publishedAt",
      "publishedPrecision" = shown."publishedPrecision", "sortAt" = coalesce(shown."publishedAt", '0001-01-01T00:00:00Z')
    FROM (
      SELECT DISTINCT ON (origin."articleId") origin."articleId", origin.publisher, origin.url, origin.section, origin.keywords, origin.collection,
        coalesce(origin.headline, text.headline) AS headline,
        CASE WHEN cardinality(origin.authors) > 0 THEN origin.authors ELSE text.authors END AS authors,
        coalesce(origin.language, text.language) AS language,
        coalesce(origin."publishedAt", text."publishedAt") AS "publishedAt",
        coalesce(origin."publishedPrecision", text."publishedPrecision") AS "publishedPrecision"
      FROM "Origin" AS origin JOIN "Extraction" AS text ON text."articleId" = origin."articleId"
      WHERE origin."articleId" = ANY(${articles}::uuid[])
      ORDER BY origin."articleId", coalesce(origin."publishedAt", text."publishedAt") NULLS LAST, origin.key COLLATE "C"
    ) AS shown
    WHERE article.id = shown."articleId"`;
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
