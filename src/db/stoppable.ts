import type pg from 'pg';
import { cancel } from './cancel.ts';
import { connect } from './connect.ts';

/** Does `work` on a connection of its own. When the signal comes, what runs there is cancelled, so that `work` fails, and what it has not committed is undone. */
export async function stoppable<Result>(
  url: string,
  signal: AbortSignal | null,
  work: (db: pg.Client) => Promise<Result>,
): Promise<Result> {
  const db = await connect(url);
  const stop = () => void db.once('end', cancel(db).over);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    return await work(db);
  } finally {
    signal?.removeEventListener('abort', stop);
    await db.end();
  }
}
