/** What was counted in one article or in many, by a path such as `content/direct/gold`. */
export type Counts = Record<string, number>;

/** Adds to one of the counts. */
export function add(counts: Counts, path: string, amount: number): void {
  counts[path] = (counts[path] ?? 0) + amount;
}

/** The counts of all articles together. */
export function total(list: readonly Counts[]): Counts {
  const all: Counts = {};
  for (const counts of list) for (const [path, amount] of Object.entries(counts)) add(all, path, amount);
  return all;
}
