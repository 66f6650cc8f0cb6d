import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from './db/generated/client.ts';
import { LOWEST_ID } from './ids.ts';
import { until } from './loading/batches.ts';
import { type Change, changeOf, isChange, saidIn } from './loading/changes.ts';
import { extractorVersion } from './pipeline/version.ts';
import { type Outdated, outdated, quotesOf, replaceOutdated } from './store/reextract.ts';
import type { ArticleRows } from './store/rows.ts';
import { beginRun, onRecord, type Run } from './store/run.ts';
import { buryDead } from './store/run-life.ts';
import { inParallel } from './workers/parallel.ts';
import { type Annotators, createAnnotators } from './workers/pool.ts';

/** What became of the articles read again so far. */
export interface Reextraction {
  readonly read: number;
  /** Articles any quote of which came, went or is somebody else's. */
  readonly changed: number;
  readonly quotes: { readonly added: number; readonly gone: number; readonly reattributed: number };
  readonly failed: number;
  readonly interrupted: boolean;
  readonly seconds: number;
}

export interface ReextractOptions {
  /** Who annotates; by default threads on all cores, for this run alone. */
  readonly annotators?: Annotators;
  /** Once aborted, what is annotated is stored, and the rest stays as it was for the next run. */
  readonly signal?: AbortSignal;
  /** Only tells the changes. */
  readonly diff?: boolean;
  /** Articles at most. */
  readonly limit?: number;
  readonly onProgress?: (report: Reextraction) => void;
  readonly onChange?: (change: Change) => void;
  readonly onFailure?: (article: string, error: Error) => void;
}

/** Articles in one transaction. */
const BATCH = 50;
/** Batches on their way at once. */
const BATCHES = 3;
/** Milliseconds between two looks at what another run is working on. */
const LOOK = 500;

/**
 * Reads stored texts again whose findings are of another extractor, and puts the new findings in their place, as a load of the same
 * documents into an empty database would have them. Can be stopped at any time: what is done is done, and the next run goes on.
 */
export async function reextract(client: PrismaClient, options: ReextractOptions = {}): Promise<Reextraction> {
  const { annotators = createAnnotators(), signal = new AbortController().signal, diff = false } = options;
  const tally = counting(options, signal);
  const underWay = new Set<string>();
  const run = diff ? null : await beginRun(client, 'REEXTRACTION', extractorVersion);
  const find = (batch: Outdated[]) => findAgain(client, annotators, batch, signal);
  const work = async () => {
    for await (const batch of inParallel(until(signal, batches(client, run, underWay, options.limit)), find, { limit: BATCHES })) {
      if (run) {
        await replaceOutdated(client, batch.found, extractorVersion);
        await run.release(batch.articles);
        for (const { article } of batch.found) underWay.delete(article.id);
      }
      tally.add(batch);
      run?.note(tally.counts());
    }
  };
  try {
    await (run ? onRecord(run, signal, work) : work());
  } finally {
    if (!options.annotators) await annotators.close();
  }
  return tally.report();
}

/**
 * The articles to read again, each once. Those that another run works on are come back to until they are done; `underWay` holds those that
 * are not to be come back to: given out and not yet stored, or failed.
 */
async function* batches(
  client: PrismaClient,
  run: Run | null,
  underWay: Set<string>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Outdated[]> {
  for (let left = limit, skipped = true; skipped; await sleep(LOOK)) {
    skipped = false;
    for (let after = LOWEST_ID; left > 0; ) {
      const rows = await outdated(client, extractorVersion, after, Math.min(BATCH, left));
      if (rows.length === 0) break;
      after = rows.at(-1)!.id;
      const fresh = rows.filter(({ id }) => !underWay.has(id));
      const mine = run ? await run.claim(fresh.map(({ id }) => id)) : new Set(fresh.map(({ id }) => id));
      if (mine.size < fresh.length) skipped = true;
      const batch = fresh.filter(({ id }) => mine.has(id));
      if (run) for (const { id } of batch) underWay.add(id);
      left -= batch.length;
      if (batch.length > 0) yield batch;
    }
    if (!skipped) return;
    await buryDead(client);
  }
}

interface Again {
  readonly articles: readonly string[];
  readonly found: readonly ArticleRows[];
  readonly changes: readonly Change[];
  readonly failures: readonly { readonly article: string; readonly error: Error }[];
}

/** Annotates the articles, and compares with what is stored of them. */
async function findAgain(client: PrismaClient, annotators: Annotators, batch: readonly Outdated[], signal: AbortSignal): Promise<Again> {
  const articles = batch.map(({ id }) => id);
  const failures: { article: string; error: Error }[] = [];
  const before = await quotesOf(client, articles);
  const annotated = await Promise.all(
    batch.map(async (article) => {
      try {
        return [{ article, found: await annotators.run('rows', article.text, signal) }];
      } catch (error) {
        if (!signal.aborted) failures.push({ article: article.id, error: error as Error });
        return [];
      }
    }),
  );
  const done = annotated.flat();
  const changes = done.map(({ article, found }) => changeOf(article, before.get(article.id) ?? [], saidIn(found)));
  return { articles, found: done.map(({ found }) => found), changes, failures };
}

/** Counts what became of articles, and tells whoever wants to know. */
function counting({ onChange, onFailure, onProgress }: ReextractOptions, signal: AbortSignal) {
  const started = performance.now();
  const quotes = { added: 0, gone: 0, reattributed: 0 };
  let [read, changed, failed] = [0, 0, 0];
  const report = (): Reextraction => ({
    read,
    changed,
    quotes,
    failed,
    interrupted: signal.aborted,
    seconds: Math.round(performance.now() - started) / 1000,
  });
  const add = ({ changes, failures }: Again) => {
    for (const { article, error } of failures) onFailure?.(article, error);
    for (const change of changes) {
      quotes.added += change.added.length;
      quotes.gone += change.gone.length;
      quotes.reattributed += change.reattributed.length;
      if (!isChange(change)) continue;
      changed++;
      onChange?.(change);
    }
    read += changes.length + failures.length;
    failed += failures.length;
    onProgress?.(report());
  };
  const counts = () => ({ read, added: 0, unchanged: read - changed - failed, updated: changed, removedEarlier: 0, failed });
  return { add, report, counts };
}
