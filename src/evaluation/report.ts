import { CAUSES, CONTENT_CAUSES } from './causes.ts';
import { total } from './counts.ts';
import type { Measured } from './measured.ts';
import { percent, printIntervals, printSummary, table } from './print.ts';
import { calibrationError } from './reliability.ts';
import { summarize } from './summary.ts';

const KINDS = ['direct', 'mixed', 'indirect'] as const;

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
  const [content, source] = [total(scores.map(({ causes }) => causes.content)), total(scores.map(({ causes }) => causes.source))];
  const causes = [
    table(
      ['quotes', ...KINDS],
      CONTENT_CAUSES.map((cause) => [cause, ...KINDS.map((kind) => content[`${cause}/${kind}`] ?? 0)]),
    ),
    table(
      ['sources of gold quotes', 'count'],
      CAUSES.map((cause) => [cause, source[cause] ?? 0]),
    ),
  ];
  const hasQuotes = Object.keys(content).length > 0;
  return [
    `## ${data[0]!.toUpperCase()}${data.slice(1)}`,
    `${articles} articles.`,
    printSummary(summarize(total(scores.map(({ counts }) => counts)))),
    ...(hasQuotes ? causes : []),
    printIntervals(intervals),
    ...reliability,
  ].join('\n\n');
}
