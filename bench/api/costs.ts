/** What some requests cost, in milliseconds. */
export interface Costs {
  /** Of each. */
  readonly latencies: number[];
  /** CPU of the server's process, and of the database, of all together. */
  cpu: number;
  databaseCpu: number;
}

/** What one request costs, in milliseconds. */
export interface Summary {
  readonly median: number;
  readonly p99: number;
  readonly cpu: number;
  readonly databaseCpu: number;
}

/** The costs of no question yet. */
export const none = (): Costs => ({ latencies: [], cpu: 0, databaseCpu: 0 });

/** The value below which this share of sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;

/** The times in the middle and at the slow end, and what one question costs of each CPU. */
export function summary({ latencies, cpu, databaseCpu }: Costs): Summary {
  const sorted = latencies.toSorted((a, b) => a - b);
  const count = sorted.length;
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), cpu: cpu / count, databaseCpu: databaseCpu / count };
}
