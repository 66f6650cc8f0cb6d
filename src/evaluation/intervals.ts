import type { Counts } from './counts.ts';
import { type Summary, summarize } from './summary.ts';

/** Times that the articles are drawn anew. */
const DRAWS = 1000;
const SEED = 42;

/** The measures that have an interval, each a share of 1. */
const MEASURES: Readonly<Record<string, (summary: Summary) => number>> = {
  'content, soft F1': ({ content }) => content.all.soft.f1,
  'content, exact F1': ({ content }) => content.all.exact.f1,
  'direct, soft F1': ({ content }) => content.direct.soft.f1,
  'direct, exact F1': ({ content }) => content.direct.exact.f1,
  'mixed, soft F1': ({ content }) => content.mixed.soft.f1,
  'mixed, exact F1': ({ content }) => content.mixed.exact.f1,
  'indirect, soft F1': ({ content }) => content.indirect.soft.f1,
  'indirect, exact F1': ({ content }) => content.indirect.exact.f1,
  'content parts, exact F1': ({ parts }) => parts.content.exact.f1,
  'source parts, exact F1': ({ parts }) => parts.source.exact.f1,
  'attribution accuracy': ({ source }) => source.all.accuracy,
  'attribution recall': ({ source }) => source.all.recall,
  'name accuracy': ({ name }) => name.all.accuracy,
  'entities, exact F1': ({ entities }) => entities.all.exact.f1,
  'PER, exact F1': ({ entities }) => entities.PER.exact.f1,
  'ORG, exact F1': ({ entities }) => entities.ORG.exact.f1,
  'LOC, exact F1': ({ entities }) => entities.LOC.exact.f1,
  'roles, F1': ({ roles }) => roles.found.f1,
  'roles, organization F1': ({ roles }) => roles.organization.f1,
};

/** A measure with the bounds between which it lies in 95 of 100 draws. */
export interface Interval {
  readonly measure: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 95% intervals of the main measures, by drawing as many articles as there are, with replacement. Measures that count nothing are left out. */
export function intervals(articles: readonly Counts[]): Interval[] {
  return spread([articles], ([counts]) => measuresOf(summarize(counts!)));
}

/** 95% intervals of other measures, each worked out from counts that were added up over articles. */
export function intervalsOf(articles: readonly Counts[], measure: (counts: Counts) => Readonly<Record<string, number>>): Interval[] {
  return spread([articles], ([counts]) => Object.entries(measure(counts!)));
}

/** How much one system is ahead of another over the same articles, which are drawn in pairs. */
export function differences(articles: readonly Counts[], others: readonly Counts[]): Interval[] {
  return spread([articles, others], ([counts, other]) => {
    const before = new Map(measuresOf(summarize(other!)));
    return measuresOf(summarize(counts!)).map(([measure, value]) => [measure, value - (before.get(measure) ?? 0)]);
  });
}

type Measured = [measure: string, value: number][];

const measuresOf = (summary: Summary): Measured =>
  Object.entries(MEASURES)
    .filter(([measure]) => has(summary, measure))
    .map(([measure, pick]) => [measure, pick(summary)]);

function has({ content, entities, name, roles }: Summary, measure: string): boolean {
  if (/^(?:entities|PER|ORG|LOC)/.test(measure)) return entities.all.gold > 0;
  if (measure.startsWith('roles')) return roles.gold > 0;
  return measure.startsWith('name') ? name.all.gold > 0 : content.all.gold > 0;
}

function spread(systems: readonly (readonly Counts[])[], measure: (systems: readonly Counts[]) => Measured): Interval[] {
  const paths = [...new Set(systems.flat().flatMap((counts) => Object.keys(counts)))];
  const rows = systems.map((articles) => articles.map((counts) => Float64Array.from(paths, (path) => counts[path] ?? 0)));
  const sumsOf = (articles: readonly Float64Array[], drawn: readonly number[]) => {
    const sums = new Float64Array(paths.length);
    for (const index of drawn) for (let i = 0; i < sums.length; i++) sums[i]! += articles[index]![i]!;
    return Object.fromEntries(paths.map((path, i) => [path, sums[i]!]));
  };
  const length = rows[0]!.length;
  const whole = measure(rows.map((articles) => sumsOf(articles, [...articles.keys()])));
  const drawn = new Map<string, number[]>(whole.map(([name]) => [name, []]));
  const random = generator(SEED);
  for (let draw = 0; draw < DRAWS; draw++) {
    const indices = Array.from({ length }, () => Math.floor(random() * length));
    for (const [name, value] of measure(rows.map((articles) => sumsOf(articles, indices)))) drawn.get(name)?.push(value);
  }
  return whole.map(([name, value]) => {
    const sorted = drawn.get(name)!.sort((a, b) => a - b);
    return { measure: name, value, low: sorted[Math.floor(sorted.length * 0.025)]!, high: sorted[Math.ceil(sorted.length * 0.975) - 1]! };
  });
}

/** Numbers from 0 to 1 that are the same each time: the linear congruential generator of Numerical Recipes. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
