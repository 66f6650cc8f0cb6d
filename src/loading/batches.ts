import type { Reading } from '../readers/index.ts';

/**
 * Documents in one transaction, at most: with fewer, the nouns that every article names change more often, with more nothing is gained. And
 * characters of text, so that long ones don't fill memory.
 */
const BATCH_DOCUMENTS = 200;
const BATCH_CHARACTERS = 2_000_000;

/** Milliseconds that what was read waits for more to go with it: readings may come now and then, from a feed that is followed. */
const LINGER = 500;

/** Readings as they are stored together. */
export async function* inBatches(readings: AsyncIterable<Reading>): AsyncGenerator<Reading[]> {
  const iterator = readings[Symbol.asyncIterator]();
  let coming: Promise<IteratorResult<Reading>> | null = null;
  for (;;) {
    const batch: Reading[] = [];
    let characters = 0;
    let linger: { over: Promise<null>; end: () => void } | null = null;
    while (batch.length < BATCH_DOCUMENTS && characters <= BATCH_CHARACTERS) {
      coming ??= iterator.next();
      const next: IteratorResult<Reading> | null = await (linger ? Promise.race([coming, linger.over]) : coming);
      if (next === null) break;
      coming = null;
      if (next.done) {
        linger?.end();
        if (batch.length > 0) yield batch;
        return;
      }
      batch.push(next.value);
      characters += next.value.document?.text.length ?? 0;
      linger ??= timer(LINGER);
    }
    linger?.end();
    yield batch;
  }
}

function timer(milliseconds: number) {
  let end = () => {};
  const over = new Promise<null>((resolve) => {
    const timeout = setTimeout(() => resolve(null), milliseconds);
    end = () => {
      clearTimeout(timeout);
      resolve(null);
    };
  });
  return { over, end };
}

/** What comes before the signal, which also ends the waiting for more. */
export async function* until<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let wake = () => {};
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      // A promise of its own for each: one for all would remember every item that it was raced with.
      const next = await new Promise<IteratorResult<Item> | null>((resolve, reject) => {
        wake = () => resolve(null);
        if (signal.aborted) wake();
        else iterator.next().then(resolve, reject);
      });
      if (next === null || signal.aborted) {
        // Not waited for: it may stand in the middle of reading.
        void iterator.return?.()?.catch(() => {});
        return;
      }
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
