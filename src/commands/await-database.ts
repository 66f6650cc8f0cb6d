import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '../db/away.ts';

/** Milliseconds between two tries. */
const PAUSE = 1_000;

export interface AwaitOptions {
  /** Milliseconds in which the database has to come. */
  readonly patience: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Told what is waited for, and again where that changes. */
  readonly say: (line: string) => void;
  readonly pause?: number;
}

/**
 * Opens a database that may be starting at the same time. Null where the waiting was ended.
 * @throws what `open` threw, where that was something else than a database that is not there yet, or time is up.
 */
export async function awaitDatabase<Opened>(
  open: () => Promise<Opened>,
  { patience, signal, say, pause = PAUSE }: AwaitOptions,
): Promise<Opened | null> {
  const until = performance.now() + patience;
  let said = '';
  while (!signal.aborted) {
    try {
      return await open();
    } catch (error) {
      const left = until - performance.now();
      if (!isDatabaseAway(error) || left <= 0) throw error;
      const { message } = error as Error;
      if (message !== said) say(`${message} Waiting for it, ${Math.ceil(left / 1000)} s at most.`);
      said = message;
      await sleep(Math.min(pause, left), null, { signal }).catch(() => {});
    }
  }
  return null;
}
