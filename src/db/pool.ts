import pg from 'pg';
import { isConflict, isDatabaseAway, isTooLong } from './away.ts';
import { type Cancelling, cancel } from './cancel.ts';
import { currentWork, type Work } from './work.ts';

/** Milliseconds to wait for a connection: for the server to take one more, or for one of the pool's to be free. */
export const ANSWER_WAIT = 5_000;
/** The same where nobody waits for an answer: a load on a busy machine may keep all connections of its own at work for longer. */
export const WORK_WAIT = 60_000;

/** PostgreSQL's code for what was cancelled. */
const QUERY_CANCELED = '57014';

/** How many connections a pool has, and how many wait for one. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * A pool of connections to the database at `url`, `max` at most, each waited for `wait` milliseconds. What is asked within `during` a piece of work is counted there, and
 * cancelled when its signal comes or its patience ends; reads among it are asked once more where the connection turns out to be lost.
 */
export function createPool(url: string, max: number, wait = ANSWER_WAIT): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'quotewire',
    max,
    connectionTimeoutMillis: wait,
    keepAlive: true,
    Client: WatchedClient,
  });
  // A pooled connection that is cut while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  return Object.assign(pool, { query: (query: pg.QueryConfig) => ask(pool, query) });
}

/** How it stands with a pool. */
export const stateOf = ({ totalCount, idleCount, waitingCount }: pg.Pool): PoolState => ({
  total: totalCount,
  idle: idleCount,
  waiting: waitingCount,
});

/** A connection whose statements belong to the work that asks them. */
class WatchedClient extends pg.Client {
  readonly openedAt = performance.now();
  /** Whether the server was asked to cancel: the request may come late, so that the next statement must not be asked here. */
  spent = false;

  constructor(config?: pg.ClientConfig) {
    super(config);
    // Whoever asks is told of a cut connection by the failure of the statement; without a listener it would end the process.
    this.on('error', () => {});
  }

  // biome-ignore lint/suspicious/noExplicitAny: the many forms of pg's own method, passed on as they are
  override query(...args: any[]): any {
    const work = currentWork();
    const run = () => (super.query as (...passed: unknown[]) => unknown)(...args);
    // Only promises can be watched; pg itself, within, asks by callback.
    if (!work || typeof args.at(-1) === 'function') return run();
    return this.#watched(work, typeof args[0] === 'string' ? args[0] : String(args[0]?.text), run as () => Promise<pg.QueryResult>);
  }

  async #watched(work: Work, text: string, run: () => Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    work.signal.throwIfAborted();
    const began = performance.now();
    let rows = 0;
    let cancelling: Cancelling | null = null;
    const stop = () => {
      this.spent = true;
      cancelling ??= cancel(this);
    };
    const timer = setTimeout(stop, work.patience);
    work.signal.addEventListener('abort', stop, { once: true });
    try {
      const result = await run();
      rows = result.rows?.length ?? 0;
      return result;
    } catch (error) {
      // By whatever way it ended: it was we who ended it, not a database that is away.
      throw this.spent ? Object.assign(new Error('The statement was cancelled', { cause: error }), { code: QUERY_CANCELED }) : error;
    } finally {
      clearTimeout(timer);
      work.signal.removeEventListener('abort', stop);
      const took = performance.now() - began;
      work.statements++;
      work.rows += rows;
      work.databaseTime += took;
      for (const watch of work.watchers) watch(text, took, rows);
      const cancelled = cancelling as Cancelling | null;
      cancelled?.over();
      await cancelled?.taken;
    }
  }
}

async function ask(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  try {
    return await askOnce(pool, query, Number.NEGATIVE_INFINITY);
  } catch (error) {
    const work = currentWork();
    if (!work || work.signal.aborted || !isRead(query) || isTooLong(error) || !isPassing(error)) throw error;
    return askOnce(pool, query, isConflict(error) ? Number.NEGATIVE_INFINITY : performance.now());
  }
}

/** Asks on a connection of the pool that was opened at `since` or later: after a restart of the database all older ones are lost. */
async function askOnce(pool: pg.Pool, query: pg.QueryConfig, since: number): Promise<pg.QueryResult> {
  const client = (await pool.connect()) as pg.PoolClient & WatchedClient;
  if (client.openedAt < since) {
    client.release(true);
    return askOnce(pool, query, since);
  }
  let lost = false;
  try {
    return await client.query(query);
  } catch (error) {
    lost = isDatabaseAway(error);
    throw error;
  } finally {
    client.release(lost || client.spent);
  }
}

/** Whether a read failed for a reason that is gone when it is asked again: a lost connection, or what a replica had to replay first. */
const isPassing = (error: unknown): boolean => isDatabaseAway(error) || isConflict(error);

/** Whether a statement only reads, so that asking it twice is as good as asking it once. */
const isRead = ({ text }: pg.QueryConfig): boolean =>
  /^[\s(]*(SELECT|WITH)\b/i.test(text) && !/\b(INSERT|UPDATE|DELETE|pg_advisory\w*)\b/i.test(text);
