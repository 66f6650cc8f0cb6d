import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request has the database do: whoever asks, it is counted here, and stops when the signal says so. */
export interface Work {
  /** Aborted when nobody waits for the answer any longer: statements that run are cancelled then. */
  readonly signal: AbortSignal;
  /** Milliseconds that one statement may take before it is cancelled. */
  readonly patience: number;
  statements: number;
  rows: number;
  /** Milliseconds that statements took, together: more than the request took where they ran side by side. */
  databaseTime: number;
  /** Told of each statement when it is done. */
  readonly watchers: Watcher[];
}

/** What is told of a statement: its text, its milliseconds, its rows. */
export type Watcher = (text: string, milliseconds: number, rows: number) => void;

/** Work that nobody waits for longer than `patience` milliseconds. */
export const brief = (patience: number): Work => begun(AbortSignal.timeout(patience), patience);

/** Work that takes what it takes, unless the signal comes. */
export const lasting = (signal: AbortSignal): Work => begun(signal, LONGEST);

/** Milliseconds that a timer can wait at most: 24 days. */
const LONGEST = 2 ** 31 - 1;

const begun = (signal: AbortSignal, patience: number): Work => ({
  signal,
  patience,
  statements: 0,
  rows: 0,
  databaseTime: 0,
  watchers: [],
});

const current = new AsyncLocalStorage<Work>();

/** Runs `action`; all statements in it, however deep, are part of `work`. */
export const during = <Result>(work: Work, action: () => Result): Result => current.run(work, action);

/** What the running code works for; undefined outside of requests. */
export const currentWork = (): Work | undefined => current.getStore();

/**
 * What `action` answers within `patience` milliseconds; null where it takes longer or fails. It is cancelled then, and not waited for: a
 * database that hangs takes seconds to be given up.
 */
export function briefly<Answer>(patience: number, action: () => Promise<Answer>): Promise<Answer | null> {
  const work = brief(patience);
  const late = new Promise<null>((resolve) => work.signal.addEventListener('abort', () => resolve(null), { once: true }));
  // Prisma asks once it is waited for.
  const answer = during(work, async () => await action());
  return Promise.race([answer.catch(() => null), late]);
}
