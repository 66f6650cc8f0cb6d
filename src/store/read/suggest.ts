import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { normalize } from '../../normalize.ts';
import { empty, join, raw, type Sql, sql } from './where.ts';

/** What somebody may mean while typing. */
export const SUGGESTED = ['SPEAKER', 'ORGANIZATION', 'PLACE', 'PUBLISHER', 'ARTICLE'] as const;
export type Suggested = (typeof SUGGESTED)[number];

/** One of them, as it is shown. */
export interface Suggestion {
  readonly kind: Suggested;
  readonly text: string;
  /** Null for a publisher, which is no row. */
  readonly id: string | null;
  readonly count: number;
}

/** Rows that are alike, at most, among which the likest are looked for; and headlines with a word that begins so, among which the newest. */
const MAX_ALIKE = 50;
const MAX_HEADLINES = 200;

/** Headlines that are looked through for a letter or two, the newest. */
export const MAX_LOOKED_THROUGH = 1_000;

/** Articles of one publisher that are counted at most. */
export const MAX_COUNTED = 1_000;

/** The fewest characters with which something is looked for that is merely alike. */
const LONG_ENOUGH = 3;

/** The most characters that are looked for with a gap more or fewer; what is longer is alike all the same. */
const SHORT_ENOUGH = 20;

/** Where a word begins in what nouns are called, one form a line. */
const beginning = (typed: string) => `(^|[ \\n])${typed}`;

/** Where a word begins in a text as it is written, with whatever signs between words. */
const beginningIn = (typed: string) => `\\m${typed.replaceAll(' ', '\\W+')}`;

/** Whether a text begins with what is typed, but for one gap more or fewer: "obrien" for O'Brien, "jean luc" for Jeanluc. */
function gapped(text: Sql, typed: string, begins: (typed: string) => string): Sql {
  if (typed.length > SHORT_ENOUGH) return sql`FALSE`;
  const letters = [...typed];
  const ways = letters.slice(1).map((_, i) => {
    const [before, after] = [letters.slice(0, i + 1).join(''), letters.slice(i + 1).join('')];
    return before.endsWith(' ') ? before.trimEnd() + after : `${before} ${after}`;
  });
  return sql`${text} ~ ${begins(`(${ways.filter((way) => !way.includes('  ')).join('|')})`)}`;
}

/**
 * What begins with the words typed so far, letter case, accents and punctuation aside; where that is too little, also names with a sign or space
 * more or fewer, and what is spelt alike. Names before headlines that begin as well, whole names first, then those that articles have most of. One statement.
 */
export async function readSuggestions(db: PrismaClient, text: string, kinds: readonly Suggested[], limit: number): Promise<Suggestion[]> {
  const typed = normalize(text);
  if (!/[\p{L}\p{N}]/u.test(typed) || kinds.length === 0) return [];
  const parts = SUGGESTED.filter((kind) => kinds.includes(kind)).map((kind) => sql`(${PARTS[kind](typed, limit)})`);
  return read<Suggestion>(
    db,
    sql`
    SELECT kind, text, id, count FROM (${join(parts, ' UNION ALL ')}) AS meant
    ORDER BY score DESC, count DESC, text COLLATE "C", id LIMIT ${limit}`,
  );
}

const PARTS: Readonly<Record<Suggested, (typed: string, limit: number) => Sql>> = {
  SPEAKER: (typed, limit) => nouns('SPEAKER', 'Speaker', 'quoteCount', typed, limit),
  ORGANIZATION: (typed, limit) => nouns('ORGANIZATION', 'Organization', 'articleCount', typed, limit),
  PLACE: (typed, limit) => nouns('PLACE', 'Place', 'articleCount', typed, limit),
  PUBLISHER: publishers,
  ARTICLE: articles,
};

function nouns(kind: Suggested, table: string, count: string, typed: string, limit: number): Sql {
  const columns = sql`${kind}::text AS kind, name AS text, id, ${raw(`"${count}"`)} AS count`;
  const [source, forms, counted] = [raw(`"${table}"`), sql`quotewire_names(normalized)`, raw(`"${count}" > 0`)];
  // A letter or two begin thousands of names, and no index finds them by so little: those that articles have most of are looked through.
  const some = typed.length < LONG_ENOUGH ? sql`ORDER BY ${raw(`"${count}"`)} DESC LIMIT ${Math.max(limit, MAX_ALIKE)}` : empty;
  const isGapped = gapped(forms, typed, beginning);
  return sql`
    WITH begins AS MATERIALIZED (
      SELECT ${columns}, CASE WHEN ${typed} = ANY(normalized) THEN 4 WHEN quotewire_fold(name) LIKE ${`${typed}%`} THEN 3 ELSE 2 END::real AS score
      FROM (SELECT * FROM ${source} WHERE ${forms} ~ ${beginning(typed)} AND ${counted} ${some}) AS some_of_them ORDER BY score DESC, count DESC LIMIT ${limit}
    ), gapped AS (
      SELECT ${columns}, 1.2::real AS score FROM ${source}
      WHERE ${enough(typed, limit)} AND ${isGapped} AND ${forms} !~ ${beginning(typed)} AND ${counted} LIMIT ${MAX_ALIKE}
    ), alike AS (
      SELECT ${columns}, word_similarity(${typed}, ${forms}) AS score FROM ${source}
      WHERE ${enough(typed, limit)} AND ${typed} <% ${forms} AND ${forms} !~ ${beginning(typed)} AND NOT ${isGapped} AND ${counted} LIMIT ${MAX_ALIKE}
    )
    SELECT * FROM begins UNION ALL SELECT * FROM gapped UNION ALL (SELECT * FROM alike ORDER BY score DESC, count DESC LIMIT ${limit})`;
}

/** Whether there is reason to look for what is merely alike: a condition that PostgreSQL checks once, before it looks. */
const enough = (typed: string, limit: number): Sql =>
  typed.length < LONG_ENOUGH ? sql`FALSE` : sql`(SELECT count(*) FROM begins) < ${limit}`;

function articles(typed: string, limit: number): Sql {
  const columns = sql`'ARTICLE'::text AS kind, headline AS text, id, "quoteCount" AS count, "sortAt"`;
  const [current, begun] = [sql`"supersededById" IS NULL`, beginningIn(typed)];
  // No index finds headlines by so little.
  const source =
    typed.length < LONG_ENOUGH
      ? sql`(SELECT * FROM "Article" WHERE ${current} ORDER BY "sortAt" DESC, id DESC LIMIT ${MAX_LOOKED_THROUGH}) AS newest`
      : raw('"Article"');
  return sql`
    WITH begins AS MATERIALIZED (
      SELECT * FROM (
        SELECT ${columns}, 1.5::real AS score FROM ${source} WHERE quotewire_fold(headline) ~ ${begun} AND ${current} LIMIT ${MAX_HEADLINES}
      ) AS some_of_them ORDER BY "sortAt" DESC LIMIT ${limit}
    ), alike AS (
      SELECT ${columns}, word_similarity(${typed}, quotewire_fold(headline)) * 0.9 AS score FROM "Article"
      WHERE ${enough(typed, limit)} AND ${typed} <% quotewire_fold(headline) AND quotewire_fold(headline) !~ ${begun} AND ${current} LIMIT ${MAX_ALIKE}
    )
    SELECT kind, text, id, count, score FROM begins UNION ALL
    (SELECT kind, text, id, count, score FROM alike ORDER BY score DESC, "sortAt" DESC LIMIT ${limit})`;
}

/** The publishers there are, found by stepping through the index from one to the next. */
function publishers(typed: string, limit: number): Sql {
  return sql`
    WITH RECURSIVE publisher AS (
      (SELECT publisher AS name FROM "Article" WHERE publisher IS NOT NULL ORDER BY publisher LIMIT 1)
      UNION ALL
      SELECT (SELECT publisher FROM "Article" WHERE publisher > publisher.name ORDER BY publisher LIMIT 1) FROM publisher WHERE name IS NOT NULL
    ), meant AS (
      SELECT name, CASE
        WHEN quotewire_fold(name) = ${typed} THEN 4 WHEN quotewire_fold(name) ~ ${`^${beginningIn(typed)}`} THEN 3 WHEN quotewire_fold(name) ~ ${beginningIn(typed)} THEN 2
        WHEN ${gapped(sql`quotewire_fold(name)`, typed, beginningIn)} THEN 1.2
        ELSE word_similarity(${typed}, quotewire_fold(name))
      END::real AS score
      FROM publisher WHERE name IS NOT NULL
    )
    SELECT 'PUBLISHER'::text AS kind, name AS text, NULL::uuid AS id, (
      SELECT count(*)::int FROM (SELECT FROM "Article" WHERE publisher = name AND "supersededById" IS NULL LIMIT ${MAX_COUNTED}) AS counted
    ) AS count, score
    FROM (SELECT * FROM meant WHERE score >= 2 OR (score >= 0.6 AND ${typed.length >= LONG_ENOUGH}) ORDER BY score DESC, name LIMIT ${limit}) AS best`;
}
