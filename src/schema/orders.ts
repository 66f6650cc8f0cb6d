import type { Ranked } from '../store/read/search.ts';
import type { Keyset } from './page.ts';

/** By date: undated articles and what was found in them have the earliest `sortAt` there is. */
export const byDate = {
  NEWEST: { name: 'NEWEST', direction: 'desc', columns: [date('sortAt'), uuid('id')] },
  OLDEST: { name: 'OLDEST', direction: 'asc', columns: [date('sortAt'), uuid('id')] },
} as const satisfies Record<string, Keyset>;

/** Quotes of which the extractor is surest first. */
export const byConfidence: Keyset = { name: 'CONFIDENCE', direction: 'desc', columns: [float('confidence'), uuid('id')] };

/** Articles with the most words first. */
export const byLength: Keyset = { name: 'LONGEST', direction: 'desc', columns: [number('wordCount'), uuid('id')] };

/** What fits a search best first, as far as it is ranked; a cursor also holds where that ends. */
export const byRelevance: Keyset = {
  name: 'RELEVANCE',
  direction: 'desc',
  columns: [float('rank'), date('sortAt'), uuid('id'), date('floorAt'), uuid('floorId')],
};

/** The match that a cursor of `byRelevance` holds. */
export function rankedOf(keys: readonly unknown[] | null): Ranked | null {
  if (!keys) return null;
  const [rank, sortAt, id, floorAt, floorId] = keys as [number, Date, string, Date, string];
  return { rank, sortAt, id, floorAt, floorId };
}

/** The newest articles first, in a list of mentions that lead to them. */
export const newestArticle: Keyset = { name: 'NEWEST', direction: 'desc', columns: [date('sortAt'), uuid('articleId')] };

/** The order of reading, among the findings of one article. */
export const inReadingOrder: Keyset = { name: 'READING', direction: 'asc', columns: [number('start'), uuid('id')] };

/** Names in the order of the database's collation. */
export const byName: Keyset = { name: 'NAME', direction: 'asc', columns: [text('name'), uuid('id')] };

/** Those with the most of what `column` counts first. */
export const most = (name: string, column: string): Keyset => ({ name, direction: 'desc', columns: [number(column), uuid('id')] });

function date(name: string) {
  return { name, type: 'date' } as const;
}
function float(name: string) {
  return { name, type: 'float' } as const;
}
function number(name: string) {
  return { name, type: 'number' } as const;
}
function text(name: string) {
  return { name, type: 'text' } as const;
}
function uuid(name: string) {
  return { name, type: 'uuid' } as const;
}
