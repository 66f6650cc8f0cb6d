/** How many items are worked on at once, and whether results come in the order of the items or as they are ready. */
export interface ParallelOptions {
  readonly limit: number;
  readonly ordered?: boolean;
}

/**
 * The results of `work` for each item of `source`, up to `limit` at once. The source is read no further than that: whoever is slow in
 * taking results holds it back, so that memory stays bounded whatever its length. The first failure ends it.
 */
export async function* inParallel<Item, Result>(
  source: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  { limit, ordered = true }: ParallelOptions,
): AsyncGenerator<Result> {
  const pending = new Map<number, Promise<readonly [number, Result]>>();
  let started = 0;
  let next = 0;
  const take = async (): Promise<Result> => {
    const [index, result] = await (ordered ? pending.get(next++)! : Promise.race(pending.values()));
    pending.delete(index);
    return result;
  };
  for await (const item of source) {
    const index = started++;
    const promise = work(item).then((result) => [index, result] as const);
    // One that fails before it is waited for is not unhandled: waiting for it throws.
    promise.catch(() => {});
    pending.set(index, promise);
    if (pending.size >= limit) yield await take();
  }
  while (pending.size > 0) yield await take();
}
