import type { Failure, Report } from '../ingest.ts';

/** One line of what a load did. */
export const summarize = ({ read, counts, failures, interrupted, seconds }: Report): string =>
  `${interrupted ? 'Stopped before the end. ' : ''}Read ${read}: ${counts.new} new, ${counts.unchanged} unchanged, ${counts.updated} updated, ${keptOut(counts)}${failures} failed, in ${seconds.toFixed(1)} s.`;

/** One line of a document that failed: which, and why. */
export const failureLine = ({ path, error }: Failure): string => `Failed: ${path}: ${error.message}`;

/** One line of the files in folders that were left out for their endings. */
export const passedOverLine = ({ count, first }: { readonly count: number; readonly first: readonly string[] }): string =>
  `Passed over in folders, since articles do not end so: ${first.join(', ')}${count > first.length ? ` and ${count - first.length} more` : ''}. What is named itself is read whatever its ending.`;

/** One line of the records that hold no words, such as pictures. */
export const leftOutLine = ({ count, first }: { readonly count: number; readonly first: string }): string =>
  count === 1 ? `Nothing to read: ${first}` : `Nothing to read in ${count} records, the first: ${first}`;

/** The report as JSON, for scripts; `leftOut` counts what holds no words. */
export const asJson = ({ failed, ...report }: Report & { readonly leftOut: number }): string =>
  JSON.stringify({
    ...report,
    seconds: Math.round(report.seconds * 1000) / 1000,
    failed: failed.map(({ path, error }) => ({ path, code: 'code' in error ? error.code : null, message: error.message })),
  });

/** One line of how far a load is, for a log. */
export const progress = ({ read, counts, failures, seconds }: Report): string =>
  `${read} read (${Math.round(read / Math.max(seconds, 0.001))} a second): ${counts.new} new, ${counts.unchanged} unchanged, ${counts.updated} updated, ${keptOut(counts)}${failures} failed.`;

/** Most corpora have nothing that was taken down. */
const keptOut = ({ removed }: Report['counts']): string => (removed > 0 ? `${removed} removed earlier, ` : '');
