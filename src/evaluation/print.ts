import type { Interval } from './intervals.ts';
import { FORMS, KINDS, type Rates, type Shares, type Summary, TYPES } from './summary.ts';

/** The measures as tables in Markdown, which read well in a terminal too. What the gold file does not ask for is left out. */
export function printSummary({ content, parts, source, name, entities, roles, kindIsRight }: Summary): string {
  const tables: string[] = [];
  if (content.all.gold > 0) {
    tables.push(
      table(
        ['quotes', 'gold', 'found', ...triple('soft'), ...triple('token'), ...triple('exact'), ...triple('strict')],
        KINDS.map((kind) => {
          const { gold, predicted, soft, token, exact, strict } = content[kind];
          return [kind, gold, predicted, ...[soft, token, exact, strict].flatMap(three)];
        }),
      ),
      `The kind is right in ${percent(kindIsRight)} of the quotes found.`,
      table(
        ['unbroken parts', 'gold', 'found', ...triple('exact'), ...triple('begin'), 'Jaccard'],
        (['content', 'source'] as const).map((part) => {
          const { gold, predicted, exact, begin, jaccard } = parts[part];
          return [part, gold, predicted, ...three(exact), ...three(begin), percent(jaccard)];
        }),
      ),
      table(
        ['source', ...SHARES],
        KINDS.map((kind) => [kind, ...shares(source[kind])]),
      ),
    );
  }
  if (name.all.gold > 0) {
    const rows = [...KINDS, ...FORMS].filter((kind) => name[kind].gold > 0);
    tables.push(
      table(
        ["speaker's name", ...SHARES],
        rows.map((kind) => [FORMS.some((form) => form === kind) ? `source ${kind}` : kind, ...shares(name[kind])]),
      ),
    );
  }
  if (entities.all.gold > 0) {
    tables.push(
      table(
        ['names', 'gold', 'found', ...triple('exact'), ...triple('overlap')],
        TYPES.map((type) => {
          const { gold, predicted, exact, overlap } = entities[type];
          return [type, gold, predicted, ...three(exact), ...three(overlap)];
        }),
      ),
    );
  }
  if (roles.gold > 0) {
    tables.push(
      table(
        ['roles', 'gold', 'found', ...triple('exact'), ...triple('overlap'), ...triple('organization')],
        [['all', roles.gold, roles.predicted, ...three(roles.exact), ...three(roles.found), ...three(roles.organization)]],
      ),
    );
  }
  return tables.join('\n\n');
}

/** The measures with the bounds between which they lie. */
export const printIntervals = (intervals: readonly Interval[]): string =>
  table(
    ['95% interval, by article', 'value', 'from', 'to'],
    intervals.map(({ measure, value, low, high }) => [measure, percent(value), percent(low), percent(high)]),
  );

/** How far ahead one system is of another, in points; a star where nearly all draws agree which is better. */
export const printDifferences = (intervals: readonly Interval[]): string =>
  table(
    ['difference, by article', 'points', 'from', 'to', ''],
    intervals.map(({ measure, value, low, high }) => [measure, signed(value), signed(low), signed(high), low > 0 || high < 0 ? '*' : '']),
  );

const SHARES = ['gold', 'matched', 'right', 'accuracy', 'recall'];
const shares = ({ gold, matched, right, accuracy, recall }: Shares) => [gold, matched, right, percent(accuracy), percent(recall)];
const triple = (measure: string) => [`${measure} P`, 'R', 'F1'];
const three = ({ precision, recall, f1 }: Rates) => [precision, recall, f1].map(percent);
/** A share as a percentage with one digit. */
export const percent = (share: number) => (100 * share).toFixed(1);
const signed = (share: number) => (share >= 0 ? '+' : '') + percent(share);

/** A table whose columns stand under one another: the first to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}
