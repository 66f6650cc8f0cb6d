import { setTimeout as sleep } from 'node:timers/promises';
import { DOOR, join, LIFE, type Life } from './join.ts';
import { stopPostmaster } from './postmaster.ts';

/** How long connections that other clients are just closing may take to be gone. */
const LINGERING_MS = 500;

/** How long a lost server is looked for: one that lost a child to the system's memory limit recovers within. */
const RECOVERY_MS = 10_000;

/** Holds a place in the server for this process; gives how to leave it. */
export function holdLife(folder: string, first: Life): () => Promise<void> {
  let current: Life | null = first;
  let left: Promise<void> | null = null;

  const watch = ({ client }: Life) => {
    // The connection alone must not keep a process running that has nothing more to do.
    client.unref();
    client.once('end', () => {
      if (left) return;
      current = null;
      void comeBack();
    });
  };

  const comeBack = async () => {
    for (const until = Date.now() + RECOVERY_MS; Date.now() < until && !left; ) {
      await sleep(100, undefined, { ref: false });
      const joined = await join(folder).catch(() => null);
      if (joined?.state !== 'in') continue;
      if (left) return joined.life.client.end();
      current = joined.life;
      return watch(current);
    }
  };

  watch(first);
  return () => {
    left ??= leave(folder, current);
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
