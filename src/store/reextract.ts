import type { PrismaClient } from '../db/generated/client.ts';
import { grouped } from '../grouped.ts';
import type { ArticleRows } from './rows.ts';
import { refreshArticles } from './shown.ts';
import { underLock } from './transaction.ts';
import { changing, replaceFindings } from './write.ts';

/** An article whose findings are of another extractor. */
export interface Outdated {
  readonly id: string;
  readonly headline: string | null;
  readonly text: string;
}

/** Articles behind `after` in the order of their ids, at most `take`, that hold findings of another extractor than this one. */
export const outdated = (client: PrismaClient, extractor: string, after: string, take: number): Promise<Outdated[]> =>
  client.$queryRaw<Outdated[]>`
    SELECT article.id::text, article.headline, article.text
    FROM "Extraction" extraction JOIN "Article" article ON article.id = extraction."articleId"
    WHERE extraction."articleId" > ${after}::uuid AND extraction.extractor <> ${extractor}
    ORDER BY extraction."articleId" LIMIT ${take}`;

/** How many articles hold findings of another extractor. */
export const countOutdated = (client: PrismaClient, extractor: string): Promise<number> =>
  client.extraction.count({ where: { extractor: { not: extractor } } });

/** What a quote says, and whose words it is said to be. */
export interface Said {
  readonly id: string;
  readonly text: string;
  /** The id of its speaker or organization; null where nobody is named. */
  readonly by: string | null;
  readonly name: string | null;
}

/** The quotes that are stored of each of these articles. */
export async function quotesOf(client: PrismaClient, articles: string[]): Promise<ReadonlyMap<string, readonly Said[]>> {
  const named = { select: { id: true, name: true } };
  const quotes = await client.quote.findMany({
    where: { articleId: { in: articles } },
    orderBy: [{ articleId: 'asc' }, { start: 'asc' }, { id: 'asc' }],
    select: { id: true, articleId: true, text: true, speaker: named, organization: named },
  });
  const said = quotes.map(({ speaker, organization, ...quote }) => {
    const by = speaker ?? organization;
    return { ...quote, by: by?.id ?? null, name: by?.name ?? null };
  });
  return grouped(said, ({ articleId }) => articleId);
}

/** Puts the findings of an extractor in the place of older ones, for those articles that are still there and still have older ones. */
export async function replaceOutdated(
  client: PrismaClient,
  found: readonly ArticleRows[],
  extractor: string,
  now = new Date(),
): Promise<void> {
  await underLock(client, async (db) => {
    const ids = found.map(({ article }) => article.id);
    const left = await db.extraction.findMany({
      where: { articleId: { in: ids }, extractor: { not: extractor } },
      select: { articleId: true },
    });
    const still = left.map(({ articleId }) => articleId);
    if (still.length === 0) return;
    const replaced = found.filter(({ article }) => still.includes(article.id));
    await changing(db, still, () => replaceFindings(db, replaced, extractor, now, () => refreshArticles(db, still)));
  });
}
