import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '../db/away.ts';

/** Milliseconds until the first try after the database went, and between tries at most; each waits twice as long as the one before. */
const FIRST = 2_000;
const LONGEST = 60_000;

export interface PersistOptions {
  /** Ends the waiting, and with it the trying. */
  readonly signal: AbortSignal;
  /** Told before each pause. */
  readonly say: (line: string) => void;
  readonly first?: number;
}

/**
 * Does work again as often as it ends because the database went: for what runs for weeks. `work` says when it has reached a database; one that
 * cannot be reached at all is an error at once, for its address may be wrong.
 * @throws what the work threw, where that was something else, or the waiting was ended.
 */
export async function persist<Result>(
  work: (reached: () => void) => Promise<Result>,
  { signal, say, first = FIRST }: PersistOptions,
): Promise<Result> {
  let [ever, pause] = [false, first];
  const reached = () => {
    [ever, pause] = [true, first];
  };
  for (;;) {
    try {
      return await work(reached);
    } catch (error) {
      if (!ever || signal.aborted || !isDatabaseAway(error)) throw error;
      say(`The database is gone, or takes no more connections. What was stored stays; trying again in ${Math.ceil(pause / 1000)} s.`);
      await sleep(pause, null, { signal }).catch(() => {
        throw error;
      });
      pause = Math.min(2 * pause, LONGEST);
    }
  }
}
