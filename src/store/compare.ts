import type { Prisma } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { keptOut } from './kept-out.ts';
import { originOf } from './origin.ts';

/** What loading a document does to the corpus: a text that it did not have, nothing, a change beside an article it had; or it was taken down and is kept out. */
export type Outcome = 'new' | 'unchanged' | 'updated' | 'removed';

export interface Comparison {
  readonly outcome: Outcome;
  /** Whether its text is to be stored, and no findings of this extractor are there yet. */
  readonly wanted: boolean;
  /** Whether the text or its origin is in the corpus already. */
  readonly stored: boolean;
}

/** What each document of a batch would do to the corpus as it stands. */
export async function compare(db: Prisma.TransactionClient, documents: readonly Document[], extractor: string): Promise<Comparison[]> {
  const rows = documents.map(originOf);
  const [extractions, origins, removed] = await Promise.all([
    db.extraction.findMany({
      where: { articleId: { in: rows.map(({ articleId }) => articleId) } },
      select: { articleId: true, extractor: true },
    }),
    db.origin.findMany({ where: { id: { in: rows.map(({ id }) => id) } } }),
    keptOut(
      db,
      rows.flatMap(({ id, articleId }) => [id, articleId]),
    ),
  ]);
  const there = new Map(extractions.map(({ articleId, extractor }) => [articleId, extractor]));
  const extractors = new Map(there);
  const stored = new Map(origins.map((origin) => [origin.id, factsOf(origin)]));
  return rows.map((row) => {
    if (removed.has(row.id) || removed.has(row.articleId)) return REMOVED;
    const extracted = extractors.get(row.articleId) === extractor;
    const known = extractors.has(row.articleId);
    // The second of two copies in one batch adds an origin to what the first made.
    extractors.set(row.articleId, extractor);
    const same = extracted && stored.get(row.id) === factsOf(row);
    const outcome = same ? 'unchanged' : known ? 'updated' : 'new';
    return { outcome, wanted: !extracted, stored: there.has(row.articleId) || stored.has(row.id) };
  });
}

const REMOVED: Comparison = { outcome: 'removed', wanted: false, stored: false };

/** An origin as text, but for when it was read. */
export const factsOf = (origin: object): string =>
  JSON.stringify(
    Object.entries(origin)
      .filter(([column]) => column !== 'readAt')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Which of these articles are stored with findings of this extractor. */
export async function withFindings(db: Prisma.TransactionClient, articles: string[], extractor: string): Promise<ReadonlySet<string>> {
  if (articles.length === 0) return new Set();
  const rows = await db.extraction.findMany({ where: { articleId: { in: articles }, extractor }, select: { articleId: true } });
  return new Set(rows.map(({ articleId }) => articleId));
}
