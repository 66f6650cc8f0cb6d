import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { normalize } from '../../normalize.ts';
import { countedKeys } from './facets.ts';
import type { LABELS } from './labels.ts';
import { kept } from './tally.ts';
import { empty, join, raw, type Sql, sql } from './where.ts';

/** What somebody may mean while typing. */
export const SUGGESTED = ['SPEAKER', 'ORGANIZATION', 'PLACE', 'PUBLISHER', 'AUTHOR', 'KEYWORD', 'ARTICLE'] as const;
export type Suggested = (typeof SUGGESTED)[number];

/** One of them, as it is shown. */
export interface Suggestion {
  readonly kind: Suggested;
  readonly text: string;
  /** Null for a publisher, author or keyword, which is no row. */
  readonly id: string | null;
  readonly count: number;
}

/** Rows that are alike, at most, among which the likest are looked for; and headlines with a word that begins so, among which the newest. */
const MAX_ALIKE = 50;
const MAX_HEADLINES = 200;

/** Headlines that are looked through for a letter or two, the newest. */
export const MAX_LOOKED_THROUGH = 1_000;

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
  AUTHOR: (typed, limit) => labels('AUTHOR', 'authors', typed, limit),
  KEYWORD: (typed, limit) => labels('KEYWORD', 'keywords', typed, limit),
  ARTICLE: articles,
};

function nouns(kind: Suggested, table: string, count: string, typed: string, limit: number): Sql {
  return names({ kind, source: raw(`"${table}"`), forms: raw('quotewire_names(normalized)'), count: raw(`"${count}"`) }, typed, limit);
}

/** Authors or keywords. What they are found by is what they are grouped by, so that the database looks for it by an index before it groups. */
function labels(kind: Suggested, facet: (typeof LABELS)[number], typed: string, limit: number): Sql {
  const source = sql`(
    SELECT NULL::uuid AS id, value AS name, key, ARRAY[key] AS normalized, count FROM (${countedKeys(kept('Article', facet))}) AS spelt
  ) AS label`;
  return names({ kind, source, forms: raw('key'), count: raw('count') }, typed, limit);
}

/** Rows with an id, a name that is shown, and all names in `normalized`. */
interface Names {
  readonly kind: Suggested;
  readonly source: Sql;
  /** All their names, as an index has them. */
  readonly forms: Sql;
  /** How much there is of each. */
  readonly count: Sql;
}

function names({ kind, source, forms, count }: Names, typed: string, limit: number): Sql {
  const columns = sql`${kind}::text AS kind, name AS text, id, ${count} AS count`;
  const counted = sql`${count} > 0`;
  // A letter or two begin thousands of names, and no index finds them by so little: those that articles have most of are looked through.
  const some = typed.length < LONG_ENOUGH ? sql`ORDER BY ${count} DESC LIMIT ${Math.max(limit, MAX_ALIKE)}` : empty;
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

function publishers(typed: string, limit: number): Sql {
  const name = sql`quotewire_fold(value)`;
  return sql`
    WITH meant AS (
      SELECT value AS text, count, CASE
        WHEN ${name} = ${typed} THEN 4 WHEN ${name} ~ ${`^${beginningIn(typed)}`} THEN 3 WHEN ${name} ~ ${beginningIn(typed)} THEN 2
        WHEN ${gapped(name, typed, beginningIn)} THEN 1.2
        ELSE word_similarity(${typed}, ${name})
      END::real AS score
      FROM ${kept('Article', 'publishers')}
    )
    SELECT 'PUBLISHER'::text AS kind, text, NULL::uuid AS id, count, score
    FROM meant WHERE score >= 2 OR (score >= 0.6 AND ${typed.length >= LONG_ENOUGH}) ORDER BY score DESC, count DESC, text LIMIT ${limit}`;
}
