import type { Prisma } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { originRow } from './origin.ts';

/** What loading a document does to the corpus: a text that it did not have, nothing, or a change beside an article it had. */
export type Outcome = 'new' | 'unchanged' | 'updated';

export interface Comparison {
  readonly outcome: Outcome;
  /** Whether the text's findings by this extractor are stored. */
  readonly extracted: boolean;
  /** Whether the text or its origin is in the corpus already. */
  readonly stored: boolean;
}

/** What each document of a batch would do to the corpus as it stands. */
export async function compare(db: Prisma.TransactionClient, documents: readonly Document[], extractor: string): Promise<Comparison[]> {
  const rows = documents.map((document) => originRow(document, new Date(0)));
  const [extractions, origins] = await Promise.all([
    db.extraction.findMany({
      where: { articleId: { in: rows.map(({ articleId }) => articleId) } },
      select: { articleId: true, extractor: true },
    }),
    db.origin.findMany({ where: { id: { in: rows.map(({ id }) => id) } } }),
  ]);
  const there = new Map(extractions.map(({ articleId, extractor }) => [articleId, extractor]));
  const extractors = new Map(there);
  const stored = new Map(origins.map((origin) => [origin.id, factsOf(origin)]));
  return rows.map((row) => {
    const extracted = extractors.get(row.articleId) === extractor;
    const known = extractors.has(row.articleId);
    // The second of two copies in one batch adds an origin to what the first made.
    extractors.set(row.articleId, extractor);
    const same = extracted && stored.get(row.id) === factsOf(row);
    return { outcome: same ? 'unchanged' : known ? 'updated' : 'new', extracted, stored: there.has(row.articleId) || stored.has(row.id) };
  });
}

/** An origin as text, but for when it was read. */
const factsOf = (origin: object): string =>
  JSON.stringify(
    Object.entries(origin)
      .filter(([column]) => column !== 'readAt')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
