import type { PrismaClient } from './db/generated/client.ts';
import { QuotewireError } from './errors.ts';
import { extractorVersion } from './pipeline/index.ts';
import type { Reading } from './readers/index.ts';
import { compare, type Outcome } from './store/compare.ts';
import { type Saving, save } from './store/save.ts';
import { inParallel } from './workers/parallel.ts';
import { type Annotators, createAnnotators } from './workers/pool.ts';

/** What became of what was read: counts of documents, and for each that failed which and why. */
export interface Report {
  readonly read: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly failed: readonly Failure[];
  readonly seconds: number;
}

interface Failure {
  readonly path: string;
  readonly error: Error;
}

/** Documents in one transaction, at most; and characters of text, so that long ones don't fill memory. */
const BATCH_DOCUMENTS = 100;
const BATCH_CHARACTERS = 2_000_000;

/** Batches on their way at once: while one is stored, the next are annotated. */
const BATCHES = 3;

/** Loads what is read: annotates each text that is not yet, on all cores, and stores everything. One bad document costs itself alone. */
export async function ingest(client: PrismaClient, readings: AsyncIterable<Reading>): Promise<Report> {
  const started = performance.now();
  const counts: Record<Outcome, number> = { new: 0, unchanged: 0, updated: 0 };
  const failed: Failure[] = [];
  const fail = (failure: Failure) => failed.push(failure);
  let read = 0;
  const annotators = createAnnotators();
  try {
    const annotated = inParallel(inBatches(readings), (batch) => annotateAll(client, annotators, batch), { limit: BATCHES });
    for await (const { batch, savings, failures } of annotated) {
      read += batch.length;
      failures.forEach(fail);
      for (const outcome of await saveAll(client, savings, fail)) counts[outcome]++;
    }
  } finally {
    await annotators.close();
  }
  return { read, counts, failed, seconds: (performance.now() - started) / 1000 };
}

/** A document to store, and where it was read. */
type Annotated = Saving & { readonly path: string };

/** Annotates the documents whose text holds no findings of this extractor yet. */
async function annotateAll(client: PrismaClient, annotators: Annotators, batch: readonly Reading[]) {
  const documents = batch.filter((reading) => reading.document !== undefined);
  const failures: Failure[] = batch.filter((reading) => reading.error !== undefined);
  const known = await compare(
    client,
    documents.map(({ document }) => document),
    extractorVersion,
  );
  const annotated = documents.map(async ({ path, document }, i): Promise<Annotated[]> => {
    try {
      return [{ path, document, found: known[i]!.extracted ? null : await annotators.run('rows', document.text) }];
    } catch (error) {
      failures.push({ path, error: error as Error });
      return [];
    }
  });
  return { batch, savings: (await Promise.all(annotated)).flat(), failures };
}

/** Stores a batch; where the database refuses it, one document after the other, so that the one at fault is found. */
async function saveAll(client: PrismaClient, batch: readonly Annotated[], fail: (failure: Failure) => void): Promise<Outcome[]> {
  try {
    return await save(client, batch, extractorVersion);
  } catch (cause) {
    await client.$queryRaw`SELECT 1`;
    if (batch.length > 1) {
      const outcomes: Outcome[] = [];
      for (const one of batch) outcomes.push(...(await saveAll(client, [one], fail)));
      return outcomes;
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
