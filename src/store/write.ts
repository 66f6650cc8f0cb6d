import type { Direct } from '../db/direct.ts';
import type { Prisma } from '../db/generated/client.ts';
import { grouped } from '../grouped.ts';
import { copy } from './copy.ts';
import { insert, upsert } from './insert.ts';
import { keptOut } from './kept-out.ts';
import { deltasOf, makeNouns, mentionsOf, updateNouns } from './nouns.ts';
import { originOf } from './origin.ts';
import type { ArticleRows } from './rows.ts';
import type { Saving } from './saving.ts';
import { type Move, refreshArticles, shownOf, supersede } from './shown.ts';
import { addTallies, changeTallies, talliesIn } from './tally.ts';
import { AlreadyThere, raiseVersion } from './transaction.ts';

/**
 * Adds articles that are not there, read from origins that are not. Nothing that is there changes but the counts and names of nouns, last:
 * so that any number of writers may do this at once, all in the same order. Nouns come last, the new ones too, since another writer who names
 * the same ones waits until this one is done; what refers to them is checked once they are there.
 * @throws AlreadyThere where an article or origin was taken down since that was seen, or a unique violation where it came to be; the
 * transaction must be undone.
 */
export async function addArticles(db: Direct, batch: readonly Saving[], extractor: string, now: Date): Promise<void> {
  const origins = unique(batch.map(({ document }) => ({ ...originOf(document), readAt: now }))).sort(byId);
  const found = uniqueArticles(batch);
  if (found.length < new Set(origins.map(({ articleId }) => articleId)).size) throw new AlreadyThere();
  const heldBy = grouped(origins, ({ articleId }) => articleId);
  const articles = found.map(({ article, extraction }) => ({ ...article, ...shownOf(heldBy.get(article.id)!, extraction) })).sort(byId);
  const ofArticle = new Map(articles.map(({ id, sortAt }) => [id, { sortAt, current: true }]));
  const deltas = deltasOf(found.flatMap(({ mentions }) => mentions.map((mention) => ({ ...mention, current: true }))));

  if ((await keptOut(db, [...ofArticle.keys(), ...origins.map(({ id }) => id)])).size > 0) throw new AlreadyThere();
  await db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
  await copy(db, 'Article', articles);
  await copy(db, 'Origin', origins);
  const extractions = found.map(({ extraction }) => ({ ...extraction, extractor, at: now }));
  await copy(db, 'Extraction', extractions);
  await addFindings((table, rows) => copy(db, table, rows), found, ofArticle);
  const made = await makeNouns(db, found, deltas);
  await db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await updateNouns(db, deltas, made);
  await addTallies(db, [...ofArticle.keys()]);
  await raiseVersion(db);
}

/** Writes documents whatever is there: new texts at known origins, known texts at new ones, findings of a newer extractor. */
export async function writeChanges(db: Prisma.TransactionClient, batch: readonly Saving[], extractor: string, now: Date): Promise<void> {
  const origins = unique(batch.map(({ document }) => ({ ...originOf(document), readAt: now })));
  const held = origins.map(({ articleId }) => articleId);
  const moves = await movesTo(db, origins);
  const touched = [...new Set([...held, ...moves.map(({ from }) => from)])];
  await changing(db, touched, async () => {
    await replaceFindings(db, uniqueArticles(batch), extractor, now, async () => {
      await upsert(db, 'Origin', origins, { key: 'id' });
      await supersede(db, moves, held);
      await refreshArticles(db, touched);
    });
  });
}

/** Runs a change to these articles, after which it brings the nouns that they name, or named, and what is counted up to date. */
export async function changing(db: Prisma.TransactionClient, articles: string[], change: () => Promise<void>): Promise<void> {
  const [before, counted] = [await mentionsOf(db, articles), await talliesIn(db, articles)];
  await change();
  await updateNouns(db, deltasOf(await mentionsOf(db, articles), before));
  await changeTallies(db, counted, await talliesIn(db, articles));
  await raiseVersion(db);
}

/** Puts an extractor's findings in the place of those of the one before; `meanwhile` sees the articles without any. */
export async function replaceFindings(
  db: Prisma.TransactionClient,
  found: readonly ArticleRows[],
  extractor: string,
  now: Date,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const articles = found.map(({ article }) => ({ ...article, ...UNSHOWN }));
  const where = { articleId: { in: articles.map(({ id }) => id) } };
  await makeNouns(db, found);
  await upsert(db, 'Article', articles, { key: 'id', kept: ['text', 'contentHash', ...Object.keys(UNSHOWN)] });
  const extractions = found.map(({ extraction }) => ({ ...extraction, extractor, at: now }));
  await upsert(db, 'Extraction', extractions, { key: 'articleId' });
  await db.quote.deleteMany({ where });
  await db.mention.deleteMany({ where });
  await db.role.deleteMany({ where });
  await meanwhile();
  const shown = await db.article.findMany({ where: { id: where.articleId }, select: { id: true, sortAt: true, supersededById: true } });
  const ofArticle = new Map(shown.map(({ id, sortAt, supersededById }) => [id, { sortAt, current: supersededById === null }]));
  await addFindings((table, rows) => insert(db, table, rows), found, ofArticle);
}

/** What findings repeat of their article: its date, and whether it is current. */
type OfArticle = ReadonlyMap<string, { readonly sortAt: Date; readonly current: boolean }>;

/** Adds all that was found in articles whose own rows are there, by way of `add`. */
async function addFindings(
  add: (table: Prisma.ModelName, rows: readonly object[]) => Promise<unknown>,
  found: readonly ArticleRows[],
  ofArticle: OfArticle,
): Promise<void> {
  const findings = <Row extends { readonly articleId: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, ...ofArticle.get(row.articleId)! }));
  await add('Role', findings(found.flatMap(({ roles }) => roles)));
  await add('Quote', findings(found.flatMap(({ quotes }) => quotes)));
  await add('Mention', findings(found.flatMap(({ mentions }) => mentions)));
}

/** What an article shows before its origins are known: replaced in the same transaction. */
const UNSHOWN = { authors: [], authorKeys: [], keywords: [], keywordKeys: [], collection: '', sortAt: new Date(0) };

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

const uniqueArticles = (batch: readonly Saving[]) => [
  ...new Map(batch.flatMap(({ found }) => (found ? [[found.article.id, found] as const] : []))).values(),
];
const unique = <Row extends { readonly id: string }>(rows: readonly Row[]) => [...new Map(rows.map((row) => [row.id, row])).values()];
const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
