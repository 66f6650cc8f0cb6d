import type { Reading } from '../readers/index.ts';
import type { Outcome } from '../store/compare.ts';

/** What readers noted of the documents that a load stores: a date that is not understood, an encoding that was guessed. */
export interface Notes {
  /** Passes the readings on, and remembers what is noted of each until it is known what became of it. */
  of(readings: AsyncIterable<Reading>): AsyncGenerator<Reading>;
  /** What became of a document, null where it failed; what was noted of one that was there already is not said again. */
  settle(path: string, outcome: Outcome | null): void;
  /** A line for each kind of note: how often, and the first. */
  lines(): string[];
}

/** Kinds that are told apart; there are some ten. */
const MOST_KINDS = 20;

/** Gathers notes; in memory are those of documents under way, and the first of each kind. */
export function gatherNotes(): Notes {
  const underWay = new Map<string, readonly string[]>();
  const kinds = new Map<string, { count: number; first: string }>();
  const add = (path: string, note: string) => {
    const kind = kindOf(note);
    const known = kinds.get(kind);
    if (known) known.count++;
    else if (kinds.size < MOST_KINDS) kinds.set(kind, { count: 1, first: `${path}: ${note}` });
  };
  return {
    async *of(readings) {
      for await (const reading of readings) {
        const notes = reading.document?.metadata.notes ?? [];
        if (notes.length > 0) underWay.set(reading.path, notes);
        yield reading;
      }
    },
    settle: (path, outcome) => {
      if (outcome === 'new' || outcome === 'updated') for (const note of underWay.get(path) ?? []) add(path, note);
      underWay.delete(path);
    },
    lines: () =>
      [...kinds.values()].map(({ count, first }) => (count === 1 ? `Noted: ${first}` : `Noted of ${count} documents, the first: ${first}`)),
  };
}

/** Notes begin with what they are of: `The date`, `Read as`. */
const kindOf = (note: string): string => note.split(' ', 2).join(' ');
