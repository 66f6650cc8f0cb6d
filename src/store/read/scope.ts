import type { LABELS } from './labels.ts';
import { all, join, raw, type Sql, sql, type Where, whereSql } from './where.ts';

/** What lists are of. */
export type Noun = 'Article' | 'Quote' | 'Speaker' | 'Organization' | 'Place';

/** What can be searched for its words, with highlights and by rank. */
export type Searched = 'Article' | 'Quote';

/** The rows of one table that meet a filter and, where something is searched for, hold its words: what a list, or a count about it, is of. */
export interface Scope {
  readonly model: Noun;
  readonly where: Where;
  readonly search: string | null;
  /** The time that the rows are filtered by, where that is said once for all of them, and what else they are filtered by. */
  readonly period?: { readonly from: Date | null; readonly to: Date | null; readonly without: Where } | undefined;
  /** Whether it is all that the list shows without a filter, or all of the period. */
  readonly whole?: boolean;
  /** Of quotes: what holds of their articles, where it is all that these report. */
  readonly articles?: Where | undefined;
  /** Of quotes: the nouns whose words they are, where it is all that these said. */
  readonly sayers?: { readonly noun: 'Speaker' | 'Organization'; readonly where: Where } | undefined;
  /** The values of a facet, where it is all that have one of these. */
  readonly values?: { readonly facet: string; readonly of: readonly string[] } | undefined;
  /** Of articles: the authors or keywords, by what they are found by, where it is all of the period that have one of these. */
  readonly labels?: { readonly facet: (typeof LABELS)[number]; readonly keys: readonly string[] } | undefined;
}

/** The rows of a scope for which something more holds. */
export const narrowed = (scope: Scope, where: Where): Scope => ({
  ...scope,
  where: { AND: [scope.where, where] },
  whole: false,
  values: undefined,
  labels: undefined,
  sayers: undefined,
  articles: undefined,
  period: scope.period && { ...scope.period, without: { AND: [scope.period.without, where] } },
});

/** The rows that a scope would have, were it filtered by another time. */
export const during = ({ period, model, search }: Scope, from: Date, to: Date): Scope => ({
  model,
  search,
  where: { AND: [period!.without, { sortAt: { gte: from, lt: to } }] },
});

/** Words as web searches have them: all of them, "phrases", -not, OR. Tags and paths are taken apart as in what is searched. */
export const queryOf = (search: string): Sql => sql`websearch_to_tsquery('public.quotewire', ${search.replace(/[<>/]/g, ' ')})`;

/** What rows under the alias `found` are searched by: for articles and quotes a column, since a search by rank reads it of a thousand; else what an index is on. */
const SEARCHED: Readonly<Record<Noun, Sql>> = {
  Article: raw('found.search'),
  Quote: raw('found.search'),
  Speaker: raw('quotewire_search(NULL, quotewire_names(found.normalized))'),
  Organization: raw('quotewire_search(NULL, quotewire_names(found.normalized))'),
  Place: raw('quotewire_search(NULL, quotewire_names(found.normalized))'),
};

/** The rows of a scope as SQL has them: FROM and WHERE, under the alias `found`. */
export const rowsOf = (scope: Scope): Sql => sql`FROM ${raw(`"${scope.model}" AS found`)} WHERE ${conditionsOf(scope)}`;

/** What holds for the rows of a scope, under the alias `found`. */
export const conditionsOf = ({ model, where, search }: Scope): Sql =>
  all([
    ...(search === null ? [] : [sql`${SEARCHED[model]} @@ ${queryOf(search)} AND quotewire_dear(found.id)`]),
    whereSql(model, 'found', where),
  ]);

/** The rows of several statements of one shape, in one. */
export const union = (statements: readonly Sql[]): Sql => join([...statements], ' UNION ALL ');

/** Rows sorted into the numbers that they carry. */
export function inOrder<Row>(rows: readonly Row[], count: number, numberOf: (row: Row) => number): Row[][] {
  const lists: Row[][] = Array.from({ length: count }, () => []);
  for (const row of rows) lists[numberOf(row)]!.push(row);
  return lists;
}
