import type { PrismaClient } from '../db/generated/client.ts';
import { raiseVersion } from './transaction.ts';

/** Seconds of silence after which a run is taken for dead, where the database has not noticed that its process is gone: a machine that lost its power. */
export const SILENCE = 120;

/** The longest that Prisma lets a transaction last, in milliseconds: 24 days. */
const LONGEST = 2 ** 31 - 1;

/** Sets this lock apart from others that are named by a number. */
const RUN_LOCK = 907_510_002;

/**
 * Shows that a run lives: a lock in a transaction that stays open, which ends with the process, however that ends, and passes through
 * connection poolers. The transaction reads and writes nothing and holds up nobody. Returns what lets go of it.
 */
export async function hold(client: PrismaClient, run: string): Promise<() => Promise<void>> {
  let letGo: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    ended = client
      .$transaction(
        async (db) => {
          await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${run}, ${RUN_LOCK}))`;
          // The last statement of a transaction that stays open must be none that has a snapshot: PostgreSQL keeps what was asked last, with its
          // snapshot, until the next is asked, and would keep all rows that are outdated since, each of which every look at the row then passes.
          await db.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
          held();
          await over;
        },
        { maxWait: LONGEST, timeout: LONGEST },
      )
      // A connection that breaks while it is held breaks the run's own work too, which reports it.
      .catch(failed);
  });
  return async () => {
    letGo();
    await ended;
  };
}

/** Marks runs that died as killed, and frees what they claimed. */
export async function buryDead(client: PrismaClient): Promise<void> {
  const buried = await client.$executeRaw`
    WITH running AS MATERIALIZED (SELECT id, "seenAt" FROM "IngestRun" WHERE status = 'RUNNING'),
    dead AS MATERIALIZED (
      SELECT id FROM running
      WHERE "seenAt" < now() - make_interval(secs => ${SILENCE}) OR pg_try_advisory_xact_lock(hashtextextended(id::text, ${RUN_LOCK}))
    ),
    freed AS (DELETE FROM "Claim" WHERE "runId" IN (SELECT id FROM dead))
    UPDATE "IngestRun" SET status = 'KILLED', "finishedAt" = "seenAt" WHERE id IN (SELECT id FROM dead) AND status = 'RUNNING'`;
  if (buried > 0) await raiseVersion(client);
}
