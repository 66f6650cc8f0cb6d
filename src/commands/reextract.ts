import { readConfig } from '../config.ts';
import { counted } from '../counted.ts';
import { openDatabase } from '../db/open.ts';
import type { Change } from '../loading/changes.ts';
import { extractorVersion } from '../pipeline/version.ts';
import { type Reextraction, reextract } from '../reextract.ts';
import { countOutdated, type Said } from '../store/reextract.ts';
import { INTERRUPTED, interrupt } from './interrupt.ts';

export interface ReextractFlags {
  /** Only prints what would change. */
  readonly diff?: boolean;
  /** One JSON object a line for each article that changes, and one with the counts. */
  readonly json?: boolean;
  /** Articles at most. */
  readonly limit?: number;
}

/** Milliseconds between two lines of progress. */
const INTERVAL = 5_000;

/** Reads stored texts again with this program's extractor; sets exit code 1 where one failed. */
export async function reextractAll({ diff = false, json = false, limit }: ReextractFlags): Promise<void> {
  const signal = interrupt();
  const database = await openDatabase(readConfig());
  try {
    for (const note of database.notes) console.error(note);
    const total = Math.min(await countOutdated(database.client, extractorVersion), limit ?? Number.POSITIVE_INFINITY);
    let last = performance.now();
    const report = await reextract(database.client, {
      signal,
      diff,
      ...(limit !== undefined && { limit }),
      onProgress: (report) => {
        if (performance.now() - last < INTERVAL) return;
        last = performance.now();
        console.error(progress(report, total));
      },
      onChange: (change) => {
        if (json) console.log(JSON.stringify(change));
        else if (diff) console.log(describe(change));
      },
      onFailure: (article, error) => console.error(`Failed: ${article}: ${error.message}`),
    });
    console.log(json ? JSON.stringify({ extractor: extractorVersion, ...report }) : summary(report, diff));
    if (report.interrupted) process.exitCode = INTERRUPTED;
    else if (report.failed > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

const progress = ({ read, seconds }: Reextraction, total: number): string => {
  const rate = read / Math.max(seconds, 0.001);
  return `${read} of ${total} read (${rate.toFixed(1)} a second, ${Math.ceil(Math.max(total - read, 0) / Math.max(rate, 0.001) / 60)} min left)`;
};

const summary = ({ read, changed, quotes, failed, interrupted, seconds }: Reextraction, diff: boolean): string =>
  [
    interrupted ? 'Stopped before the end. ' : '',
    diff ? 'Nothing was stored. ' : '',
    `Read ${read} again with ${extractorVersion}: ${changed} changed, ${counted(quotes.added, 'quote')} added, ${quotes.gone} gone, `,
    `${quotes.reattributed} re-attributed, ${failed} failed, in ${seconds.toFixed(1)} s.`,
  ].join('');

/** What changes of an article, for people: added with a plus, gone with a minus, re-attributed with both names. */
export function describe({ article, added, gone, reattributed }: Change): string {
  const words = ({ text }: Said) => `“${text.replace(/\s+/g, ' ').slice(0, 100)}${text.length > 100 ? '…' : ''}”`;
  const name = ({ name }: Said) => name ?? 'nobody named';
  return [
    `${article.id} ${article.headline ?? ''}`.trimEnd(),
    ...added.map((said) => `  + ${words(said)} ${name(said)}`),
    ...gone.map((said) => `  - ${words(said)} ${name(said)}`),
    ...reattributed.map(({ before, after }) => `  ~ ${words(after)} ${name(before)} → ${name(after)}`),
  ].join('\n');
}
