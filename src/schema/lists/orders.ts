import { normalize } from '../../normalize.ts';
import { rankedBy, type SortColumn } from '../../store/read/pages.ts';
import { raw, sql } from '../../store/read/where.ts';
import type { Keyset } from './page.ts';

/** Articles by date: undated ones have the earliest `sortAt` there is. */
export const byDate = {
  NEWEST: { name: 'NEWEST', direction: 'desc', columns: [column('date', 'sortAt'), column('uuid', 'id')] },
  OLDEST: { name: 'OLDEST', direction: 'asc', columns: [column('date', 'sortAt'), column('uuid', 'id')] },
} as const satisfies Record<string, Keyset>;

/**
 * Quotes by the date of their articles. Those of one article stand together: an index on date and article, in which all of them are one
 * entry, takes a third of one on each quote, and the few of an article are sorted as they are read.
 */
export const quotesByDate = {
  NEWEST: { name: 'NEWEST', direction: 'desc', columns: [column('date', 'sortAt'), column('uuid', 'articleId'), column('uuid', 'id')] },
  OLDEST: { name: 'OLDEST', direction: 'asc', columns: [column('date', 'sortAt'), column('uuid', 'articleId'), column('uuid', 'id')] },
} as const satisfies Record<string, Keyset>;

/**
 * Quotes of which the extractor is surest first. Of those of which it is as sure, many, an index knows where each begins: in half of what it would
 * take to know their ids, and few begin at one place.
 */
export const byConfidence: Keyset = {
  name: 'CONFIDENCE',
  direction: 'desc',
  columns: [column('real', 'confidence'), column('number', 'start'), column('uuid', 'id')],
};

/** By numbers, the first of them a length, the longest or the shortest first. */
export const byLength = (...numbers: readonly string[]) => {
  const columns = [...numbers.map((name) => column('number', name)), column('uuid', 'id')];
  return {
    LONGEST: { name: 'LONGEST', direction: 'desc', columns },
    SHORTEST: { name: 'SHORTEST', direction: 'asc', columns },
  } as const satisfies Record<string, Keyset>;
};

/** What fits a search best first, as far as it is ranked; a cursor also holds where that ends, and how many are. */
export const byRelevance = {
  Article: { name: 'RELEVANCE', direction: 'desc', ranks: true, columns: rankedBy('Article') },
  Quote: { name: 'RELEVANCE', direction: 'desc', ranks: true, columns: rankedBy('Quote') },
} as const satisfies Record<string, Keyset>;

/** The order of reading, among the findings of one article. */
export const inReadingOrder: Keyset = { name: 'READING', direction: 'asc', columns: [column('number', 'start'), column('uuid', 'id')] };

/** The newest articles first, in a list of mentions that lead to them; cursors are those of `byDate` among articles. */
export const articlesByDate = {
  NEWEST: { name: 'NEWEST', direction: 'desc', columns: [column('date', 'sortAt'), column('uuid', 'articleId')] },
  OLDEST: { name: 'OLDEST', direction: 'asc', columns: [column('date', 'sortAt'), column('uuid', 'articleId')] },
} as const satisfies Record<string, Keyset>;

/** Names as an index in a book has them: `al-Karimi` and `Élodie` among their letters. The same in every database, whatever its collation. */
export const byName: Keyset = {
  name: 'NAME',
  direction: 'asc',
  columns: [{ name: 'folded', type: 'text', sql: () => raw('quotewire_fold(found.name) COLLATE "C"') }, column('uuid', 'id')],
};

/** Those with the most of what `countColumn` counts first. */
export const most = (name: string, countColumn: string): Keyset => ({
  name,
  direction: 'desc',
  counts: true,
  columns: [column('number', countColumn), column('uuid', 'id')],
});

/** People whom the latest articles quote first. */
export const byLastQuoted: Keyset = {
  name: 'LAST_QUOTED',
  direction: 'desc',
  counts: true,
  columns: [
    {
      name: 'lastQuotedAt',
      type: 'date',
      sql: () => sql`coalesce((
        SELECT max(said."sortAt") FROM "Quote" AS said
        WHERE said."speakerId" = found.id AND said.current AND said.act = 'SPEECH' AND said.region = 'BODY'
      ), '0001-01-01Z'::timestamptz)`,
    },
    column('uuid', 'id'),
  ],
};

/** Nouns of which one form is just what is searched for first, then those with the most of what `countColumn` counts. */
export const byLikeness = (countColumn: string): Keyset => ({
  name: 'RELEVANCE',
  direction: 'desc',
  counts: true,
  columns: [
    { name: 'exact', type: 'number', sql: (search) => sql`(found.normalized && ARRAY[${normalize(search ?? '')}])::int` },
    { name: countColumn, type: 'number', sql: () => raw(`found."${countColumn}"`) },
    column('uuid', 'id'),
  ],
});

function column(type: SortColumn['type'], name: string): SortColumn {
  return { name, type };
}
