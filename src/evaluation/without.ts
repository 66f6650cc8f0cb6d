import { NO_WEIGHTS } from '../model/no-weights.ts';
import { UNIT } from '../model/table.ts';
import { NO_TREES } from '../model/trees.ts';
import { type Models, NO_MODELS } from '../pipeline/index.ts';
import { differences, intervals } from './intervals.ts';
import { percent, table } from './print.ts';
import type { ArticleScore } from './score.ts';

/** The extractor with one part left out: what each part is worth. */
export const WITHOUT: readonly (readonly [part: string, models: (models: Models) => Models])[] = [
  [
    'the judge of whole stretches: the tagger alone says how likely each is',
    ({ quotes, ...rest }) => ({
      ...rest,
      quotes: quotes && {
        ...quotes,
        trees: NO_TREES,
        ranker: { table: NO_WEIGHTS, dense: quotes.ranker.dense.map((_, i) => (i === 0 ? UNIT : 0)) },
      },
    }),
  ],
  [
    'the trees that judge stretches by how they stand among all',
    ({ quotes, ...rest }) => ({ ...rest, quotes: quotes && { ...quotes, trees: NO_TREES } }),
  ],
  [
    'what tells that two stretches are one quote',
    ({ quotes, ...rest }) => ({ ...rest, quotes: quotes && { ...quotes, merger: NO_WEIGHTS } }),
  ],
  ['what learned sources and speakers: rules find them', (models) => ({ ...models, speakers: null })],
  ['what learned quotes: rules find them', (models) => ({ ...models, quotes: null })],
  ['any weights: rules alone', () => NO_MODELS],
];

/** The measures that the table shows. */
const SHOWN: readonly (readonly [column: string, measure: string])[] = [
  ['soft', 'content, soft F1'],
  ['exact', 'content, exact F1'],
  ['direct', 'direct, exact F1'],
  ['mixed', 'mixed, exact F1'],
  ['indirect', 'indirect, exact F1'],
  ['source accuracy', 'attribution accuracy'],
  ['recall', 'attribution recall'],
];

/** One line: a part, and what the extractor comes to without it. */
export interface Variant {
  readonly name: string;
  readonly scores: readonly ArticleScore[];
}

/** What is found with everything, and without each part: the first variant is that with everything. */
export function compared(variants: readonly Variant[]): string {
  const counts = variants.map(({ scores }) => scores.map((score) => score.counts));
  const rows = variants.map(({ name }, i) => {
    const values = new Map(intervals(counts[i]!).map(({ measure, value }) => [measure, value]));
    const exact = differences(counts[i]!, counts[0]!).find(({ measure }) => measure === 'content, exact F1')!;
    return [
      name,
      ...SHOWN.map(([, measure]) => percent(values.get(measure) ?? 0)),
      i === 0 ? '' : `${percent(exact.low)} to ${percent(exact.high)}`,
    ];
  });
  return table(['', ...SHOWN.map(([column]) => column), 'exact, against the first: 95%'], rows);
}
