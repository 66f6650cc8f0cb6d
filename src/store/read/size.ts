import type { PrismaClient } from '../../db/generated/client.ts';

/** How much is stored, and how fresh it is. */
export interface Size {
  readonly version: number;
  /** As many as the lists of these nouns have without a filter. */
  readonly rows: Readonly<Record<'articles' | 'quotes' | 'speakers' | 'organizations' | 'places', number>>;
  /** What all loads together did with the documents that they read. */
  readonly loaded: Readonly<Record<'read' | 'added' | 'unchanged' | 'updated' | 'removedEarlier' | 'failed', number>>;
  /** Loads that run now. */
  readonly running: number;
  /** When an article was last loaded or read anew; null where there is none. */
  readonly lastLoadedAt: Date | null;
}

/** Counts what is stored. One statement, which reads all people, and when each article was read: not for every request. */
export async function readSize(db: PrismaClient): Promise<Size> {
  const [found] = await db.$queryRaw<(Size['rows'] & Omit<Size, 'rows'>)[]>`
    SELECT (SELECT version FROM "CorpusState") AS version,
      (SELECT coalesce(sum(count), 0)::int FROM "Tally" WHERE what = 'Article.all') AS articles,
      (SELECT coalesce(sum(count), 0)::int FROM "Tally" WHERE what = 'Quote.all') AS quotes,
      (SELECT count(*)::int FROM "Speaker" WHERE "quoteCount" > 0) AS speakers,
      (SELECT count(*)::int FROM "Organization" WHERE "articleCount" > 0) AS organizations,
      (SELECT count(*)::int FROM "Place" WHERE "articleCount" > 0) AS places,
      (SELECT max(at) FROM "Extraction") AS "lastLoadedAt",
      (SELECT count(*)::int FROM "IngestRun" WHERE status = 'RUNNING') AS running,
      (SELECT json_build_object('read', coalesce(sum(read), 0), 'added', coalesce(sum(added), 0), 'unchanged', coalesce(sum(unchanged), 0),
        'updated', coalesce(sum(updated), 0), 'removedEarlier', coalesce(sum("removedEarlier"), 0), 'failed', coalesce(sum(failed), 0))
        FROM "IngestRun") AS loaded`;
  const { version, lastLoadedAt, running, loaded, ...rows } = found!;
  return { version: version ?? 0, rows, loaded, running, lastLoadedAt };
}
