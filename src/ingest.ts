import type { PrismaClient } from './db/generated/client.ts';
import { inBatches, until } from './loading/batches.ts';
import { foresee } from './loading/foresee.ts';
import { inTurn } from './loading/in-turn.ts';
import { type Prepared, parted, prepare } from './loading/prepare.ts';
import { type Failure, type Report, runCounts, type Stored } from './loading/report.ts';
import { storeAll } from './loading/store.ts';
import type { Reading } from './readers/index.ts';
import type { Outcome } from './store/compare.ts';
import { beginRun, onRecord } from './store/run.ts';
import { turns } from './turns.ts';
import { inParallel } from './workers/parallel.ts';
import { type Annotators, createAnnotators } from './workers/pool.ts';

export type { Failure, Report } from './loading/report.ts';

export interface IngestOptions {
  /** What the record of the run says was read. */
  readonly source?: string;
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
  /** Called for each document that failed. */
  readonly onFailure?: (failure: Failure) => void;
}

/** Batches that are annotated at once: while one is stored, the next are. */
const BATCHES = 2;

/** Batches that are under way at once: where another load works on some, this one works on those behind them. */
const UNDER_WAY = 8;

/** Batches that are stored at once: the database has more than one core, too. */
const WRITERS = 3;

/** Failures that a report names. */
const KEPT = 1_000;

/** Loads what is read: annotates each text that is not yet, on all cores, and stores everything. One bad document costs itself alone. */
export async function ingest(client: PrismaClient, readings: AsyncIterable<Reading>, options: IngestOptions = {}): Promise<Report> {
  const { signal = new AbortController().signal } = options;
  const batches = inBatches(until(signal, readings));
  const tally = counting(options, signal);
  if (options.dryRun) {
    for await (const { outcomes, failures } of inParallel(batches, foresee(client), { limit: BATCHES })) tally.add(outcomes, failures);
    return tally.report();
  }
  const { annotators = createAnnotators(), source = '' } = options;
  const run = await beginRun(client, 'LOAD', source);
  try {
    const preparing = { client, annotators, run, signal, turn: turns(BATCHES) };
    const storing = turns(WRITERS);
    const store = async ({ savings, failures, claimed }: Prepared) => {
      const failed = [...failures];
      const stored = await storing(() => storeAll(client, savings, (failure) => failed.push(failure)));
      await run.release(claimed);
      return { stored, failed };
    };
    const load = inTurn(
      (batch: Reading[]) => prepare(batch, preparing),
      store,
      (batch) => parted(batch).documents.map(({ document }) => document),
    );
    await onRecord(run, signal, async () => {
      for await (const { stored, failed } of inParallel(batches, load, { limit: UNDER_WAY })) {
        run.note(runCounts(tally.add(stored, failed)));
      }
    });
  } finally {
    if (!options.annotators) await annotators.close();
  }
  return tally.report();
}

/** Counts what became of documents, and tells whoever wants to know. */
function counting({ onOutcome, onFailure, onProgress }: IngestOptions, signal: AbortSignal) {
  const started = performance.now();
  const counts: Record<Outcome, number> = { new: 0, unchanged: 0, updated: 0, removed: 0 };
  const failed: Failure[] = [];
  let [read, failures] = [0, 0];
  const report = (): Report => ({
    read,
    counts,
    failures,
    failed,
    interrupted: signal.aborted,
    seconds: (performance.now() - started) / 1000,
  });
  const add = (stored: readonly Stored[], lost: readonly Failure[]): Report => {
    for (const { path, outcome } of stored) {
      counts[outcome]++;
      onOutcome?.(path, outcome);
    }
    for (const failure of lost) {
      if (failed.length < KEPT) failed.push(failure);
      onFailure?.(failure);
    }
    failures += lost.length;
    read += stored.length + lost.length;
    const now = report();
    onProgress?.(now);
    return now;
  };
  return { add, report };
}
