import { total } from './counts.ts';
import type { Measured } from './measured.ts';
import { percent, printIntervals, printSummary, table } from './print.ts';
import { calibrationError } from './reliability.ts';
import { summarize } from './summary.ts';

/** What an evaluation comes to, as a section of a page in Markdown. */
export function sectionOf({ data, articles, scores, intervals, bins }: Measured): string {
  const reliability =
    bins.length === 0
      ? []
      : [
          table(
            ['quotes, the least sure first', 'confidence', 'right'],
            bins.map(({ count, confidence, right }) => [count, percent(confidence), percent(right)]),
          ),
          `Expected calibration error: ${calibrationError(bins).toFixed(3)}.`,
        ];
  return [
    `## ${data[0]!.toUpperCase()}${data.slice(1)}`,
    `${articles} articles.`,
    printSummary(summarize(total(scores.map(({ counts }) => counts)))),
    printIntervals(intervals),
    ...reliability,
  ].join('\n\n');
}
