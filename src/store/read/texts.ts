import type { Article, PrismaClient } from '../../db/generated/client.ts';

/** An article's text with the hash that was taken when it was stored. */
export type StoredText = Pick<Article, 'id' | 'text' | 'contentHash'>;

/** The texts of several articles as they are stored at this moment, in the order of the ids. One statement. */
export async function readTexts(db: PrismaClient, ids: readonly string[]): Promise<StoredText[]> {
  const texts = await db.article.findMany({ where: { id: { in: [...ids] } }, select: { id: true, text: true, contentHash: true } });
  const byId = new Map(texts.map((text) => [text.id, text]));
  return ids.map((id) => byId.get(id)!);
}
