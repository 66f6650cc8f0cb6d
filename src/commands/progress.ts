import type { Report } from '../ingest.ts';
import { progress } from './report.ts';

/** How much of the input is read. */
export interface Extent {
  /** Bytes read so far. */
  readonly bytes: number;
  /** Bytes there are; null where that is not known, or not yet. */
  readonly of: number | null;
}

/** Milliseconds between two lines of progress, and between two drawings of the bar. */
const LINES = 5_000;
const DRAWINGS = 200;

/** Where progress is shown: standard error. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Progress that is shown. */
export interface Shown {
  update(report: Report): void;
  /** Writes a line that stays. */
  say(line: string): void;
  /** Takes the bar away. */
  end(): void;
}

/**
 * Shows how far a load is: on a terminal a bar that is drawn over itself, elsewhere a line every few seconds.
 */
export function showProgress(screen: Screen, extent: () => Extent): Shown {
  const interval = screen.isTTY ? DRAWINGS : LINES;
  let last = screen.isTTY ? Number.NEGATIVE_INFINITY : performance.now();
  return {
    update: (report) => {
      if (performance.now() - last < interval) return;
      last = performance.now();
      screen.write(screen.isTTY ? `\r${bar(report, extent(), screen.columns ?? 80)}\u001B[K` : `${progress(report)}\n`);
    },
    say: (line) => screen.write(screen.isTTY ? `\r\u001B[K${line}\n` : `${line}\n`),
    end: () => {
      if (screen.isTTY) screen.write('\r\u001B[K');
    },
  };
}

/** Cells of the bar. */
const CELLS = 20;

/** How far a load is on one line of at most so many columns: share and time left where the size of the input is known, rate, counts by outcome. */
export function bar({ read, counts, failures, seconds }: Report, { bytes, of }: Extent, columns: number): string {
  const rate = `${Math.round(read / Math.max(seconds, 0.001))}/s`;
  const outcomes = Object.entries({ ...counts, failed: failures })
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  const parts = [`${read} read`, rate, ...outcomes];
  if (of === null || of === 0) return parts.join('  ').slice(0, columns - 1);
  // A file that grows while it is read has more bytes than it had.
  const share = Math.min(bytes / of, 1);
  const cells = '█'.repeat(Math.floor(share * CELLS)).padEnd(CELLS, '░');
  const left = share > 0 ? `${duration((seconds * (1 - share)) / share)} left` : '';
  return [`${cells} ${Math.floor(share * 100)}%`, left, ...parts]
    .filter((part) => part)
    .join('  ')
    .slice(0, columns - 1);
}

/** Seconds as a person says them: `40 s`, `3 min`, `2 h 10 min`. */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
