/** How many items are worked on at once, and whether results come in the order of the items or as they are ready. */
export interface ParallelOptions {
  readonly limit: number;
  readonly ordered?: boolean;
}

/**
 * The results of `work` for each item of `source`, up to `limit` at once. The source is read no further than that: whoever is slow in
 * taking results holds it back, so that memory stays bounded whatever its length. A source that is slow holds back no result. The first
 * failure ends it.
 */
export async function* inParallel<Item, Result>(
  source: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  { limit, ordered = true }: ParallelOptions,
): AsyncGenerator<Result> {
  const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const pending = new Map<number, Promise<{ readonly index: number; readonly result: Result }>>();
  let coming: Promise<{ readonly item: IteratorResult<Item> }> | null = null;
  let [started, next, ended] = [0, 0, false];
  try {
    while (!ended || pending.size > 0) {
      if (!ended && !coming && pending.size < limit) coming = handled(Promise.resolve(items.next()).then((item) => ({ item })));
      const ready = ordered ? pending.get(next) : pending.size > 0 ? Promise.race(pending.values()) : undefined;
      const event = await Promise.race([ready, coming].filter((promise) => !!promise));
      if ('result' in event) {
        pending.delete(event.index);
        next++;
        yield event.result;
        continue;
      }
      coming = null;
      if (event.item.done) ended = true;
      else {
        const index = started++;
        pending.set(index, handled(work(event.item.value).then((result) => ({ index, result }))));
      }
    }
  } finally {
    // One that still reads is not waited for.
    const closing = Promise.resolve(items.return?.()).catch(() => {});
    if (!coming) await closing;
  }
}

/** One that fails before it is waited for is not unhandled: waiting for it throws. */
function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}
