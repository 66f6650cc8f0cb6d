import { setTimeout as sleep } from 'node:timers/promises';
import { DOOR, join, LIFE, type Life } from './join.ts';
import { exists, layout } from './place.ts';
import { stopPostmaster } from './postmaster.ts';

/** How long connections that other clients are just closing may take to be gone. */
const LINGERING_MS = 500;

/** How soon a lost server is looked for, and then again: one that lost a child to the system's memory limit recovers at once. */
const SOON_MS = 100;
const AGAIN_MS = 1_000;

/** Holds a place in the server for this process, and has it started again (`restart`) where it was killed; gives how to leave it. */
export function holdLife(folder: string, first: Life, restart: () => Promise<Life>): () => Promise<void> {
  let current: Life | null = first;
  let coming: Promise<void> | null = null;
  let left: Promise<void> | null = null;
  const leaving = new AbortController();

  const watch = ({ client }: Life) => {
    // The connection alone must not keep a process running that has nothing more to do.
    client.unref();
    client.once('end', () => {
      if (left) return;
      current = null;
      coming = comeBack();
    });
  };

  const comeBack = async () => {
    for (let wait = SOON_MS; !left && !current; wait = Math.min(2 * wait, AGAIN_MS)) {
      await sleep(wait, undefined, { ref: false, signal: leaving.signal }).catch(() => {});
      // Data that somebody took away is not made anew under those who hold the old.
      if (left || !(await exists(layout(folder).cluster))) continue;
      current = await restart().catch(() => null);
      if (current) watch(current);
    }
  };

  const goOut = async () => {
    // What is being started is stopped, too. A pause before that keeps nobody: a process that waits for it alone would end there.
    leaving.abort();
    await coming;
    await leave(folder, current);
  };

  watch(first);
  return () => {
    left ??= goOut();
    return left;
  };
}

/** Goes, and stops the server when nobody else is there. Without a connection it comes in once more: the server may have been started anew. */
async function leave(folder: string, held: Life | null): Promise<void> {
  const life = held ?? (await comeIn(folder));
  if (life === null) return;
  const { client, pid } = life;
  client.ref();
  try {
    // One leaves after the other, each with the door shut until it is gone: so the last one knows that it is the last.
    await client.query(`SELECT pg_advisory_lock(${DOOR})`);
    await client.query(`SET application_name = 'quotewire leaving'`);
    if (await isLast(life)) await stopPostmaster(folder, pid);
  } catch {
    // The server went first.
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether no other client is there; those that are about to go are waited for, those that hold their life here are not. */
async function isLast({ client }: Life): Promise<boolean> {
  for (const until = Date.now() + LINGERING_MS; ; await sleep(20)) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT application_name AS name FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return true;
    if (rows.some(({ name }) => name === LIFE) || Date.now() > until) return false;
  }
}

async function comeIn(folder: string): Promise<Life | null> {
  const joined = await join(folder).catch(() => null);
  return joined?.state === 'in' ? joined.life : null;
}
