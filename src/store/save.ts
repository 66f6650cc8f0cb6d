import type { Prisma, PrismaClient } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { compare, type Outcome } from './compare.ts';
import { insert, insertOfArticle, upsert } from './insert.ts';
import { originRow } from './origin.ts';
import { nounsOf, refreshNouns } from './refresh-nouns.ts';
import type { ArticleRows } from './rows.ts';
import { type Move, refreshArticles, supersede } from './shown.ts';

/** The transaction-wide lock of whoever writes to the corpus: writers take turns, readers never wait. */
const WRITER_LOCK = 907_510_001;

/** Milliseconds that one batch may wait for its turn, and take. */
const PATIENCE = 600_000;

/** What a batch is made of: a document, and what was found in its text unless that is stored already. */
export interface Saving {
  readonly document: Document;
  readonly found: ArticleRows | null;
}

/**
 * Stores a batch in one transaction and says of each document what became of it. The only writer of the corpus: the same set of
 * documents gives the same rows, in any order, in one batch or many.
 */
export function save(client: PrismaClient, batch: readonly Saving[], extractor: string, now = new Date()): Promise<Outcome[]> {
  return client.$transaction(
    async (db) => {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`;
      const documents = batch.map(({ document }) => document);
      const outcomes = (await compare(db, documents, extractor)).map(({ outcome }) => outcome);
      const changed = batch.filter((_, i) => outcomes[i] !== 'unchanged');
      if (changed.length > 0) await write(db, changed, extractor, now);
      return outcomes;
    },
    { maxWait: PATIENCE, timeout: PATIENCE },
  );
}

async function write(db: Prisma.TransactionClient, batch: readonly Saving[], extractor: string, now: Date): Promise<void> {
  const origins = unique(batch.map(({ document }) => originRow(document, now)));
  const found = uniqueArticles(batch.flatMap(({ found }) => found ?? []));
  const moves = await movesTo(db, origins);
  const touched = [...new Set([...origins.map(({ articleId }) => articleId), ...moves.map(({ from }) => from)])];
  const nounsBefore = await nounsOf(db, touched);

  await insert(db, 'Speaker', unique(found.flatMap(({ speakers }) => speakers)));
  await insert(db, 'Organization', unique(found.flatMap(({ organizations }) => organizations)));
  await insert(db, 'Place', unique(found.flatMap(({ places }) => places)));
  await upsert(
    db,
    'Article',
    found.map(({ article }) => ({ ...article, ...UNSHOWN })),
    { key: 'id', kept: ['text', 'contentHash', ...Object.keys(UNSHOWN)] },
  );
  await upsert(
    db,
    'Extraction',
    found.map(({ extraction }) => ({ ...extraction, extractor, at: now })),
    { key: 'articleId' },
  );
  await upsert(db, 'Origin', origins, { key: 'id' });
  await supersede(
    db,
    moves,
    origins.map(({ articleId }) => articleId),
  );
  await deleteFindings(
    db,
    found.map(({ article }) => article.id),
  );
  await refreshArticles(db, touched);
  await insertOfArticle(
    db,
    'Quote',
    found.flatMap(({ quotes }) => quotes),
  );
  await insertOfArticle(
    db,
    'Mention',
    found.flatMap(({ mentions }) => mentions),
  );
  await insertOfArticle(
    db,
    'Role',
    found.flatMap(({ roles }) => roles),
  );
  await refreshNouns(db, nounsBefore, await nounsOf(db, touched));
  await db.corpusState.update({ where: { id: 1 }, data: { version: { increment: 1 } } });
}

/** What an article shows before its origins are known: replaced in the same transaction. */
const UNSHOWN = { authors: [], keywords: [], collection: '', sortAt: new Date(0) };

/** Which of the origins held another article until now. */
async function movesTo(db: Prisma.TransactionClient, origins: readonly { id: string; key: string; articleId: string }[]): Promise<Move[]> {
  const stored = await db.origin.findMany({ where: { id: { in: origins.map(({ id }) => id) } }, select: { id: true, articleId: true } });
  const before = new Map(stored.map(({ id, articleId }) => [id, articleId]));
  return origins
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ id, articleId }) => {
      const from = before.get(id);
      return from && from !== articleId ? [{ from, to: articleId }] : [];
    });
}

/** An extractor's findings in these articles, before the next one's take their place. */
async function deleteFindings(db: Prisma.TransactionClient, articles: string[]): Promise<void> {
  const where = { articleId: { in: articles } };
  await db.quote.deleteMany({ where });
  await db.mention.deleteMany({ where });
  await db.role.deleteMany({ where });
}

const uniqueArticles = (articles: readonly ArticleRows[]) => [...new Map(articles.map((rows) => [rows.article.id, rows])).values()];
const unique = <Row extends { readonly id: string }>(rows: readonly Row[]) => [...new Map(rows.map((row) => [row.id, row])).values()];
