import { onTestFinished, vi } from 'vitest';
import { connect } from '../../src/db/connect.ts';

/** A lock on all articles, which every statement that reads them waits for. */
export interface Blocked {
  /** Resolves when so many statements wait for it. */
  waiting(count: number): Promise<void>;
  release(): Promise<void>;
}

/** Locks the articles of the database at `url` until `release`, or the end of the test. */
export async function blocked(url: string): Promise<Blocked> {
  const db = await connect(url);
  await db.query('BEGIN; LOCK TABLE "Article" IN ACCESS EXCLUSIVE MODE');
  let held = true;
  const release = async () => {
    if (held) await db.end();
    held = false;
  };
  onTestFinished(release);
  const waiting = (count: number) =>
    vi.waitFor(
      async () => {
        const { rows } = await db.query(
          `SELECT FROM pg_locks WHERE NOT granted AND relation = '"Article"'::regclass
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        if (rows.length !== count) throw new Error(`${rows.length} statements wait, not ${count}`);
      },
      { timeout: 10_000, interval: 20 },
    );
  return { waiting, release };
}
