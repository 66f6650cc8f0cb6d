import { setTimeout as sleep } from 'node:timers/promises';
import { type Direct, directly, type Statements } from '../db/direct.ts';
import type { Prisma, PrismaClient } from '../db/generated/client.ts';
import { codeOf } from '../errors.ts';
import { pendingLists } from './pending.ts';

/**
 * The transaction-wide lock of whoever writes to the corpus. Shared by those that only add, so that they run side by side; alone for
 * one that changes or deletes. Readers never wait.
 */
const WRITER_LOCK = 907_510_001;

/** Milliseconds that one batch may wait for its turn, and take. */
const PATIENCE = 600_000;

/** How often a transaction begins again that PostgreSQL ended in favour of another. */
const ATTEMPTS = 5;

/** An addition met rows that are there. */
export class AlreadyThere extends Error {}

/**
 * Runs `action`, which only adds, in a transaction beside others that do. It is not waited for until it is on the disk: a machine that loses its
 * power may lose the last second of a load, which the next one adds again; what a run reports once it has finished is on the disk, since that
 * is written later and waited for.
 */
export const besideOthers = <Result>(client: PrismaClient, action: (db: Direct) => Promise<Result>): Promise<Result> =>
  again(() =>
    directly(client, async (db) => {
      await db.$executeRaw`
        SELECT set_config('statement_timeout', ${String(PATIENCE)}, true), set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock_shared(${WRITER_LOCK}), ${pendingLists}`;
      return action(db);
    }),
  );

/** Runs `action`, which changes or deletes, in a transaction while nobody else writes. */
export const underLock = <Result>(client: PrismaClient, action: (db: Prisma.TransactionClient) => Promise<Result>): Promise<Result> =>
  again(() =>
    client.$transaction(
      async (db) => {
        await db.$executeRaw`SELECT pg_advisory_xact_lock(${WRITER_LOCK}), ${pendingLists}`;
        return action(db);
      },
      { maxWait: PATIENCE, timeout: PATIENCE },
    ),
  );

/** Begins a transaction again that PostgreSQL ended in favour of another. */
async function again<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw error;
      await sleep(50 * attempt * (1 + Math.random()));
    }
  }
}

/** The last statement of a transaction that changed something: answers that were kept are outdated from its commit on. */
export async function raiseVersion(db: Statements): Promise<void> {
  await db.$executeRaw`UPDATE "CorpusState" SET version = version + 1 WHERE id = 1`;
}

/** Deadlock, or a failure to serialize, by whatever name the client passes it on. */
const isCollision = (error: unknown) =>
  error instanceof Error &&
  /40P01|40001|P2034|deadlock detected|could not serialize|write conflict/i.test(`${error.message} ${codeOf(error) ?? ''}`);
