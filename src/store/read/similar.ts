import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { sql } from './where.ts';

/** Near copies that are looked at of one article, those first that share the most bands. */
const CANDIDATES = 50;

/** The running text of an article. */
export interface Body {
  readonly id: string;
  readonly sortAt: Date;
  readonly body: string;
}

/**
 * For each article the current ones that share a band with it. The index over bands leads to them: it costs as much as there are copies,
 * however large the corpus is.
 */
export async function readCandidates(db: PrismaClient, articles: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read<{ of: string; ids: string[] }>(
    db,
    sql`
    SELECT article.id::text AS of, array_agg(near.id::text) AS ids
    FROM "Article" article CROSS JOIN LATERAL (
      SELECT other.id FROM "Article" other
      WHERE other.bands && article.bands AND other.id <> article.id AND other."supersededById" IS NULL
      ORDER BY cardinality(ARRAY(SELECT unnest(other.bands) INTERSECT SELECT unnest(article.bands))) DESC, other.id
      LIMIT ${CANDIDATES}
    ) near
    WHERE article.id = ANY(${[...articles]}::uuid[])
    GROUP BY article.id`,
  );
  return new Map(rows.map(({ of, ids }) => [of, ids]));
}

/** The running texts of articles. */
export async function readBodies(db: PrismaClient, articles: readonly string[]): Promise<ReadonlyMap<string, Body>> {
  const rows = await db.article.findMany({
    where: { id: { in: [...articles] } },
    select: { id: true, sortAt: true, text: true, bodyStart: true, bodyEnd: true },
  });
  return new Map(rows.map(({ id, sortAt, text, bodyStart, bodyEnd }) => [id, { id, sortAt, body: text.slice(bodyStart, bodyEnd) }]));
}
