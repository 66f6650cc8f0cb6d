import type { PrismaClient } from './db/generated/client.ts';
import type { Document } from './document.ts';
import { QuotewireError } from './errors.ts';
import { extractorVersion } from './pipeline/index.ts';
import type { Reading } from './readers/index.ts';
import { compare, type Outcome } from './store/compare.ts';
import { articleIdOf } from './store/origin.ts';
import { type Saving, save } from './store/save.ts';
import { inParallel } from './workers/parallel.ts';
import { type Annotators, createAnnotators } from './workers/pool.ts';

/** What became of what was read so far: counts of documents, and for each that failed which and why. */
export interface Report {
  readonly read: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly failed: readonly Failure[];
  /** Whether it was told to stop before all was read. */
  readonly interrupted: boolean;
  readonly seconds: number;
}

interface Failure {
  readonly path: string;
  readonly error: Error;
}

export interface IngestOptions {
  /** Who annotates; by default threads on all cores, for this load alone. */
  readonly annotators?: Annotators;
  /** Once aborted, what is being read or annotated is left, what is annotated is stored, and the report is true. */
  readonly signal?: AbortSignal;
  /** Only says what would change. Nothing is annotated and nothing stored. */
  readonly dryRun?: boolean;
  /** Called after each batch. */
  readonly onProgress?: (report: Report) => void;
  /** Called for each document with what became of it. */
  readonly onOutcome?: (path: string, outcome: Outcome) => void;
}

/** Documents in one transaction, at most; and characters of text, so that long ones don't fill memory. */
const BATCH_DOCUMENTS = 100;
const BATCH_CHARACTERS = 2_000_000;

/** Batches on their way at once: while one is stored, the next are annotated. */
const BATCHES = 3;

/** Loads what is read: annotates each text that is not yet, on all cores, and stores everything. One bad document costs itself alone. */
export async function ingest(client: PrismaClient, readings: AsyncIterable<Reading>, options: IngestOptions = {}): Promise<Report> {
  const { annotators = createAnnotators(), signal = new AbortController().signal, dryRun = false } = options;
  const started = performance.now();
  const counts: Record<Outcome, number> = { new: 0, unchanged: 0, updated: 0, removed: 0 };
  const failed: Failure[] = [];
  const fail = (failure: Failure) => failed.push(failure);
  let read = 0;
  const report = (): Report => ({ read, counts, failed, interrupted: signal.aborted, seconds: (performance.now() - started) / 1000 });
  const prepare = dryRun ? foresee(client) : (batch: readonly Reading[]) => annotateAll(client, annotators, batch, signal);
  try {
    for await (const batch of inParallel(inBatches(until(signal, readings)), prepare, { limit: BATCHES })) {
      batch.failures.forEach(fail);
      const before = failed.length;
      const stored = dryRun ? batch.outcomes : await saveAll(client, batch.savings, fail);
      for (const { path, outcome } of stored) {
        counts[outcome]++;
        options.onOutcome?.(path, outcome);
      }
      read += batch.failures.length + stored.length + failed.length - before;
      options.onProgress?.(report());
    }
  } finally {
    if (!options.annotators) await annotators.close();
  }
  return report();
}

/** What became of a document. */
interface Stored {
  readonly path: string;
  readonly outcome: Outcome;
}

/** A batch on its way to be stored; or, when nothing is to be, with what storing it would do. */
interface Prepared {
  readonly savings: readonly Annotated[];
  readonly outcomes: readonly Stored[];
  readonly failures: readonly Failure[];
}

/** A document to store, and where it was read. */
type Annotated = Saving & { readonly path: string };

/** Annotates the documents whose text holds no findings of this extractor yet. */
async function annotateAll(
  client: PrismaClient,
  annotators: Annotators,
  batch: readonly Reading[],
  signal: AbortSignal,
): Promise<Prepared> {
  const { documents, failures } = parted(batch);
  const known = await compareAll(client, documents);
  const annotated = documents.map(async ({ path, document }, i): Promise<Annotated[]> => {
    if (!known[i]!.wanted) return [{ path, document, found: null }];
    try {
      const found = await annotators.run('rows', document.text, signal);
      return [{ path, document, found }];
    } catch (error) {
      if (!signal.aborted) failures.push({ path, error: error as Error });
      return [];
    }
  });
  return { savings: (await Promise.all(annotated)).flat(), outcomes: [], failures };
}

/** Says of each batch what storing it would do, given the corpus and the batches before. */
function foresee(client: PrismaClient): (batch: readonly Reading[]) => Promise<Prepared> {
  const coming = new Set<string>();
  return async (batch) => {
    const { documents, failures } = parted(batch);
    const known = await compareAll(client, documents);
    const outcomes = documents.map(({ path, document }, i): Stored => {
      const article = articleIdOf(document.text);
      const { outcome } = known[i]!;
      const isRepeated = outcome === 'new' && coming.has(article);
      if (outcome === 'new') coming.add(article);
      return { path, outcome: isRepeated ? 'updated' : outcome };
    });
    return { savings: [], outcomes, failures };
  };
}

const compareAll = (client: PrismaClient, documents: readonly { readonly document: Document }[]) =>
  compare(
    client,
    documents.map(({ document }) => document),
    extractorVersion,
  );

function parted(batch: readonly Reading[]) {
  const documents = batch.filter((reading) => reading.document !== undefined);
  const failures: Failure[] = batch.filter((reading) => reading.error !== undefined);
  return { documents, failures };
}

/** Stores a batch; where the database refuses it, one document after the other, so that the one at fault is found. */
async function saveAll(client: PrismaClient, batch: readonly Annotated[], fail: (failure: Failure) => void): Promise<Stored[]> {
  try {
    const outcomes = await save(client, batch, extractorVersion);
    return batch.map(({ path }, i) => ({ path, outcome: outcomes[i]! }));
  } catch (cause) {
    await client.$queryRaw`SELECT 1`;
    if (batch.length > 1) {
      const stored: Stored[] = [];
      for (const one of batch) stored.push(...(await saveAll(client, [one], fail)));
      return stored;
    }
    fail({ path: batch[0]!.path, error: new QuotewireError('STORING_FAILED', `The database refused it: ${reasonOf(cause)}`, { cause }) });
    return [];
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).trim().split('\n').at(-1)!;

async function* inBatches(readings: AsyncIterable<Reading>): AsyncGenerator<Reading[]> {
  let batch: Reading[] = [];
  let characters = 0;
  for await (const reading of readings) {
    batch.push(reading);
    characters += reading.document?.text.length ?? 0;
    if (batch.length === BATCH_DOCUMENTS || characters > BATCH_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** What comes before the signal, which also ends the waiting for more. */
async function* until<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const iterator = items[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([aborted, iterator.next()]);
    if (next === null || signal.aborted) {
      // Not waited for: it may stand in the middle of reading.
      void iterator.return?.()?.catch(() => {});
      return;
    }
    if (next.done) return;
    yield next.value;
  }
}
