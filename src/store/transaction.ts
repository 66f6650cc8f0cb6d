import { setTimeout as sleep } from 'node:timers/promises';
import { Prisma, type PrismaClient } from '../db/generated/client.ts';
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

/** Runs `action` in a transaction under the writer lock, and raises the corpus version with it where it returns. */
export async function underLock<Result>(
  client: PrismaClient,
  mode: 'shared' | 'exclusive',
  action: (db: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  const lock = Prisma.raw(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(
        async (db) => {
          await db.$executeRaw`SELECT ${lock}(${WRITER_LOCK}), ${pendingLists}`;
          return action(db);
        },
        { maxWait: PATIENCE, timeout: PATIENCE },
      );
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw error;
      await sleep(50 * attempt * (1 + Math.random()));
    }
  }
}

/** The last statement of a transaction that changed something: answers that were kept are outdated from its commit on. */
export async function raiseVersion(db: Prisma.TransactionClient): Promise<void> {
  await db.$executeRaw`UPDATE "CorpusState" SET version = version + 1 WHERE id = 1`;
}

/** Deadlock, or a failure to serialize, by whatever name the client passes it on. */
const isCollision = (error: unknown) =>
  error instanceof Error &&
  /40P01|40001|P2034|deadlock detected|could not serialize|write conflict/i.test(`${error.message} ${codeOf(error)}`);

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '');
