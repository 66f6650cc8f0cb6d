import type { PrismaClient } from '../../db/generated/client.ts';

/** How much is stored, and how fresh it is. */
export interface Size {
  readonly version: number;
  /** Rows by noun; articles without those superseded. */
  readonly rows: Readonly<Record<'articles' | 'quotes' | 'speakers' | 'organizations' | 'places', number>>;
  /** When an article was last loaded or read anew; null where there is none. */
  readonly lastLoadedAt: Date | null;
}

/** Counts what is stored. One statement, which reads every row's key: not for every request. */
export async function readSize(db: PrismaClient): Promise<Size> {
  const [found] = await db.$queryRaw<(Size['rows'] & Omit<Size, 'rows'>)[]>`
    SELECT (SELECT version FROM "CorpusState") AS version,
      (SELECT count(*)::int FROM "Article" WHERE "supersededById" IS NULL) AS articles,
      (SELECT count(*)::int FROM "Quote" WHERE current) AS quotes,
      (SELECT count(*)::int FROM "Speaker" WHERE "quoteCount" > 0) AS speakers,
      (SELECT count(*)::int FROM "Organization" WHERE "articleCount" > 0) AS organizations,
      (SELECT count(*)::int FROM "Place" WHERE "articleCount" > 0) AS places,
      (SELECT max(at) FROM "Extraction") AS "lastLoadedAt"`;
  const { version, lastLoadedAt, ...rows } = found!;
  return { version: version ?? 0, rows, lastLoadedAt };
}
