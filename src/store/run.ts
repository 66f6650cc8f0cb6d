import { randomUUID } from 'node:crypto';
import type { PrismaClient, RunKind, RunStatus } from '../db/generated/client.ts';
import { claimAll, releaseAll } from './claims.ts';
import { emptyPendingLists } from './pending.ts';
import { buryDead, hold } from './run-life.ts';
import { raiseVersion } from './transaction.ts';

/** What a run has done so far, in documents. */
export interface RunCounts {
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly updated: number;
  readonly removedEarlier: number;
  readonly failed: number;
}

/** A run under way, known to all who use the database. */
export interface Run {
  readonly id: string;
  /** Keeps the counts, which are written every few seconds. */
  note(counts: RunCounts): void;
  /** Claims articles, so that no other run works on them: the ids of those that are now its own. Claims of runs that died are free. */
  claim(articles: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives claims back. */
  release(articles: readonly string[]): Promise<void>;
  /** Writes how it ended, with the counts last noted, gives back what it still claims, and leaves the indexes in order. */
  finish(status: Exclude<RunStatus, 'RUNNING' | 'KILLED'>): Promise<void>;
}

/** Milliseconds between two times that a run writes its counts, which also says that it lives. */
const INTERVAL = 3_000;

/** Begins a run, seen by all from now on; what runs that died left behind is put in order first. */
export async function beginRun(client: PrismaClient, kind: RunKind, source: string): Promise<Run> {
  await buryDead(client);
  const id = randomUUID();
  const letGo = await hold(client, id);
  await client.$executeRaw`
    INSERT INTO "IngestRun" (id, kind, status, source, "startedAt", "seenAt") VALUES (${id}::uuid, ${kind}::"RunKind", 'RUNNING', ${source}, now(), now())`;
  await raiseVersion(client);
  let counts: RunCounts | null = null;
  let written: RunCounts | null = null;
  const write = async () => {
    const isNew = counts !== written;
    written = counts;
    await client.$executeRaw`
    UPDATE "IngestRun" SET "seenAt" = now(), read = ${counts?.read ?? 0}, added = ${counts?.added ?? 0}, unchanged = ${counts?.unchanged ?? 0},
      updated = ${counts?.updated ?? 0}, "removedEarlier" = ${counts?.removedEarlier ?? 0}, failed = ${counts?.failed ?? 0}
    WHERE id = ${id}::uuid`;
    if (isNew) await raiseVersion(client);
  };
  // Where the database is gone, what the run does next says so.
  let writing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => {});
  }, INTERVAL);
  return {
    id,
    note: (now) => {
      counts = now;
    },
    claim: (articles) => claimAll(client, id, articles),
    release: (articles) => releaseAll(client, id, articles),
    finish: async (status) => {
      clearInterval(timer);
      try {
        await writing;
        await write();
        await client.$executeRaw`DELETE FROM "Claim" WHERE "runId" = ${id}::uuid`;
        await client.$executeRaw`UPDATE "IngestRun" SET status = ${status}::"RunStatus", "finishedAt" = now() WHERE id = ${id}::uuid`;
        await raiseVersion(client);
        await emptyPendingLists(client);
      } finally {
        await letGo();
      }
    },
  };
}

/** Does the work of a run and writes how it ended: STOPPED where the signal came, FAILED where the work throws. */
export async function onRecord(run: Run, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Where the database is gone, the error that told so is thrown, not that the record could not be kept.
    await run.finish('FAILED').catch(() => {});
    throw error;
  }
  await run.finish(signal.aborted ? 'STOPPED' : 'DONE');
}
