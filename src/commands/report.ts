import type { Report } from '../ingest.ts';

/** One line of what a load did. */
export const summarize = ({ read, counts, failed, seconds }: Report): string =>
  `Read ${read}: ${counts.new} new, ${counts.unchanged} unchanged, ${counts.updated} updated, ${failed.length} failed, in ${seconds.toFixed(1)} s.`;

/** One line for each document that failed: which, and why. */
export const failures = ({ failed }: Report): string[] => failed.map(({ path, error }) => `Failed: ${path}: ${error.message}`);
