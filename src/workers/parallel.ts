/**
 * The results of `work` for each item of `source`, in their order, up to `limit` at once. The source is read no further than that: whoever is
 * slow in taking results holds it back, so that memory stays bounded whatever its length. A source that is slow holds back no result. The
 * first failure ends it.
 */
export async function* inParallel<Item, Result>(
  source: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  { limit }: { readonly limit: number },
): AsyncGenerator<Result> {
  const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const pending: Promise<{ readonly result: Result }>[] = [];
  let coming: Promise<{ readonly item: IteratorResult<Item> }> | null = null;
  let ended = false;
  try {
    while (!ended || pending.length > 0) {
      if (!ended && !coming && pending.length < limit) coming = handled(Promise.resolve(items.next()).then((item) => ({ item })));
      const event = await Promise.race([pending[0], coming].filter((promise) => !!promise));
      if ('result' in event) {
        pending.shift();
        yield event.result;
        continue;
      }
      coming = null;
      if (event.item.done) ended = true;
      else pending.push(handled(work(event.item.value).then((result) => ({ result }))));
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
