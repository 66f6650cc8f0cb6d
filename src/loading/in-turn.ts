import type { Document } from '../document.ts';

/**
 * Runs `prepare` and then `store` for batches side by side, but for those that hold documents of the same place, where the later text takes the
 * earlier one's place, or the same text, which one of them would have to undo: they are stored in the order in which they came. No other
 * batch waits for one that takes long to prepare, as where it waits for another load: that one may be waiting for this one's next batch.
 */
export function inTurn<Batch, Prepared, Result>(
  prepare: (batch: Batch) => Promise<Prepared>,
  store: (prepared: Prepared) => Promise<Result>,
  documentsOf: (batch: Batch) => readonly Document[],
): (batch: Batch) => Promise<Result> {
  const underWay = new Set<{ readonly places: ReadonlySet<string>; readonly done: Promise<unknown> }>();
  return async (batch) => {
    const places = new Set(documentsOf(batch).flatMap(({ origin: { kind, key }, text }) => [`${kind} ${key}`, `text ${text}`]));
    const before = [...underWay].filter((other) => [...places].some((place) => other.places.has(place))).map(({ done }) => done);
    const result = Promise.all([prepare(batch), ...before]).then(([prepared]) => store(prepared));
    const entry = { places, done: result.catch(() => {}) };
    underWay.add(entry);
    try {
      return await result;
    } finally {
      underWay.delete(entry);
    }
  };
}
