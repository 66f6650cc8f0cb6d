import type { Keyset } from './page.ts';

/** By date: undated articles and what was found in them have the earliest `sortAt` there is. */
export const byDate = {
  NEWEST: { name: 'NEWEST', direction: 'desc', columns: [date('sortAt'), uuid('id')] },
  OLDEST: { name: 'OLDEST', direction: 'asc', columns: [date('sortAt'), uuid('id')] },
} as const satisfies Record<string, Keyset>;

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
function number(name: string) {
  return { name, type: 'number' } as const;
}
function text(name: string) {
  return { name, type: 'text' } as const;
}
function uuid(name: string) {
  return { name, type: 'uuid' } as const;
}
