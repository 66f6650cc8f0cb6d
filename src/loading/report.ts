import type { Where } from '../readers/index.ts';
import type { Outcome } from '../store/compare.ts';
import type { RunCounts } from '../store/run.ts';

/** What became of what was read so far: counts of documents, and of those that failed which and why. */
export interface Report {
  readonly read: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** How many failed. */
  readonly failures: number;
  /** The first of those that failed: as many as memory should hold. */
  readonly failed: readonly Failure[];
  /** Whether it was told to stop before all was read. */
  readonly interrupted: boolean;
  readonly seconds: number;
}

/** A document that is not stored: where it was read, and why. */
export interface Failure extends Where {
  readonly error: Error;
}

/** What became of a document. */
export interface Stored {
  readonly path: string;
  readonly outcome: Outcome;
}

/** The counts of a report as a run keeps them. */
export const runCounts = ({ read, counts, failures }: Report): RunCounts => ({
  read,
  added: counts.new,
  unchanged: counts.unchanged,
  updated: counts.updated,
  removedEarlier: counts.removed,
  failed: failures,
});
