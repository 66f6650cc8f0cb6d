import { normalize } from '../../normalize.ts';
import { Labels } from './labels.ts';
import type { Scope } from './scope.ts';
import { empty, raw, type Sql, sql, type Where } from './where.ts';

/** A column that is counted by. */
export interface Column {
  readonly name: string;
  readonly value: Sql;
  /** What has to be joined to the row, which is `found`. */
  readonly join?: Sql | undefined;
}

/** The rows of a scope as the parts of the statement find them. */
export interface Table {
  /** Its name. */
  readonly rows: Sql;
  /** How many rows it has. */
  readonly total: Sql;
  /** What counts them, where each stands for several. */
  readonly count?: Sql;
}

/** By what the rows of a scope are counted: a value of each row, the nouns of one sort that an article names, or the names in a list that it has. */
interface Facet {
  /** What has to be joined to the row, which is `found`. */
  readonly join?: Sql;
  /** The value; rows where it is null count in the whole alone. */
  readonly value: Sql;
  /** Where the value is a list of names: by what each is found, in the same order. Those that are found by the same are one value, spelt as most are. */
  readonly keys?: Sql;
  /** The table of the nouns whose ids are the values; nothing where they are none. */
  readonly noun?: 'Speaker' | 'Organization' | 'Place';
  /** Whether a row may have several values. */
  readonly several?: true;
  /** Prisma's condition for the rows that have the value. */
  readonly where: (value: string) => Where;
}

/** The article of a quote. */
export const ofArticle = raw('JOIN "Article" AS article ON article.id = found."articleId"');

/** The names in a list that an article has, by what they are found by. */
const labels = (article: string, names: string, keys: string) => ({
  value: raw(`${article}."${names}"`),
  keys: raw(`${article}."${keys}"`),
  where: (name: string): Where => ({ [keys]: { oneOf: new Labels([normalize(name)]) } }),
});
const labelsOfArticle = (names: string, keys: string): Facet => {
  const { where, ...columns } = labels('article', names, keys);
  return { join: ofArticle, ...columns, where: (name) => ({ article: { is: where(name) } }) };
};

/** What quotes are counted by. */
export const QUOTE_FACETS = {
  speakers: { noun: 'Speaker', value: raw('found."speakerId"'), where: (id) => ({ speakerId: id }) },
  organizations: { noun: 'Organization', value: raw('found."organizationId"'), where: (id) => ({ organizationId: id }) },
  publishers: { join: ofArticle, value: raw('article.publisher'), where: (publisher) => ({ article: { is: { publisher } } }) },
  collections: { join: ofArticle, value: raw('article.collection'), where: (collection) => ({ article: { is: { collection } } }) },
  places: {
    noun: 'Place',
    join: ofArticle,
    value: raw('article."datelinePlaceId"'),
    where: (id) => ({ article: { is: { datelinePlaceId: id } } }),
  },
  authors: labelsOfArticle('authors', 'authorKeys'),
  keywords: labelsOfArticle('keywords', 'keywordKeys'),
  roles: {
    join: raw('JOIN "Role" AS role ON role.id = found."roleId"'),
    value: raw('role.title'),
    where: (title) => ({ role: { is: { title } } }),
  },
  kinds: { value: raw('found.kind'), where: (kind) => ({ kind }) },
  attributions: { value: raw('found.attribution'), where: (attribution) => ({ attribution }) },
  cues: {
    value: raw(`nullif(lower(found."cueText"), '')`),
    where: (cue) => ({ cueText: { equals: cue, mode: 'insensitive' } }),
  },
  named: {
    value: raw(`CASE WHEN coalesce(found."speakerId", found."organizationId") IS NULL THEN 'UNNAMED' ELSE 'NAMED' END`),
    where: (value) =>
      value === 'NAMED'
        ? { OR: [{ speakerId: { not: null } }, { organizationId: { not: null } }] }
        : { speakerId: null, organizationId: null },
  },
} as const satisfies Record<string, Facet>;

const mentioned = (noun: NonNullable<Facet['noun']>, column: string): Facet => ({
  noun,
  join: raw(`JOIN "Mention" AS mention ON mention."articleId" = found.id AND mention."${column}" IS NOT NULL`),
  value: raw(`mention."${column}"`),
  several: true,
  where: (id) => ({ mentions: { some: { [column]: id } } }),
});
const ofColumn = (column: string): Facet => ({
  value: raw(`found."${column}"`),
  // Null is not this value, also to a NOT around it.
  where: (value) => ({ AND: [{ [column]: { not: null } }, { [column]: value }] }),
});

/** What articles are counted by. */
export const ARTICLE_FACETS = {
  publishers: ofColumn('publisher'),
  agencies: ofColumn('datelineAgency'),
  collections: ofColumn('collection'),
  sections: ofColumn('section'),
  languages: ofColumn('language'),
  authors: labels('found', 'authors', 'authorKeys'),
  keywords: labels('found', 'keywords', 'keywordKeys'),
  places: mentioned('Place', 'placeId'),
  organizations: mentioned('Organization', 'organizationId'),
  speakers: {
    ...mentioned('Speaker', 'speakerId'),
    join: raw(
      'JOIN "Mention" AS mention ON mention."articleId" = found.id AND mention."speakerId" IS NOT NULL AND mention."quoteCount" > 0',
    ),
    where: (id) => ({ mentions: { some: { speakerId: id, quoteCount: { gt: 0 } } } }),
  },
} as const satisfies Record<string, Facet>;

const FACETS: Readonly<Record<string, Readonly<Record<string, Facet>>>> = { Quote: QUOTE_FACETS, Article: ARTICLE_FACETS };

/** Prisma's condition for the rows that a bucket counts. */
export const bucketWhere = (model: Scope['model'], facet: string, value: string): Where => FACETS[model]![facet]!.where(value);

/** What the most frequent values of a facet are asked for. */
export interface FacetAsk {
  readonly scope: Scope;
  readonly facet: string;
  readonly first: number;
}

/** One value with how many rows have it, and how many rows there are. */
export interface Counted {
  readonly value: string;
  /** The name of the noun that it is the id of; null where it is none. */
  readonly name: string | null;
  readonly count: number;
  readonly total: number;
}

const facetOf = ({ scope, facet }: FacetAsk): Facet => FACETS[scope.model]![facet]!;

/** What the rows must be read with for a facet: its value, or an id by which its values are found. */
export function facetColumns(ask: FacetAsk): Column[] {
  const { join: joined, value, keys, several } = facetOf(ask);
  if (several) return [{ name: 'id', value: raw('found.id') }];
  if (keys && joined) return [{ name: 'articleId', value: raw('found."articleId"') }];
  return [{ name: nameOf(ask), value, join: joined }, ...(keys ? [{ name: keysOf(ask), value: keys }] : [])];
}

/** The table of the nouns whose ids are a facet's values; undefined where they are none. */
export const nounOf = (ask: FacetAsk): Facet['noun'] => facetOf(ask).noun;

/** The value of a facet of a row under the alias `found`; of quotes, beside their `article`. */
export const facetValue = (model: Scope['model'], facet: string): Sql => FACETS[model]![facet]!.value;

/** By what the names in a list that is a facet are found, in their order. */
export const facetKeys = (model: Scope['model'], facet: string): Sql => FACETS[model]![facet]!.keys!;

const nameOf = ({ facet }: FacetAsk) => `facet_${facet}`;
const keysOf = (ask: FacetAsk) => `${nameOf(ask)}_keys`;

/** The most frequent values of a facet, each with its count; ties by value. */
export function facetSql(ask: FacetAsk, { rows, total }: Table): Sql {
  const { keys, noun } = facetOf(ask);
  const name = noun ? raw(`(SELECT name FROM "${noun}" WHERE id = value)`) : raw('NULL::text');
  return sql`
    SELECT value::text, count, ${total} AS total, ${name} AS name FROM (
      SELECT * FROM (${keys ? countedNames(ask, rows) : countedValues(ask, rows)}) AS counted
      ORDER BY count DESC, value::text COLLATE "C" LIMIT ${ask.first}
    ) AS most`;
}

function countedValues(ask: FacetAsk, rows: Sql): Sql {
  const { join: joined, value, several } = facetOf(ask);
  const [column, more] = several ? [value, joined!] : [raw(`found.${nameOf(ask)}`), empty];
  return sql`SELECT ${column} AS value, count(*)::int AS count FROM ${rows} AS found ${more} WHERE ${column} IS NOT NULL GROUP BY 1`;
}

function countedNames(ask: FacetAsk, rows: Sql): Sql {
  const { join: joined, value, keys } = facetOf(ask);
  // Quotes of one article have the same names, which are read once for all of them.
  const [from, lists, count] = joined
    ? [
        sql`(SELECT "articleId", count(*) AS count FROM ${rows} GROUP BY 1) AS found ${joined}`,
        sql`${value}, ${keys}`,
        raw('sum(found.count)'),
      ]
    : [sql`${rows} AS found`, raw(`found.${nameOf(ask)}, found.${keysOf(ask)}`), raw('count(*)')];
  return countedKeys(sql`(
        SELECT value, key, ${count} AS count FROM ${from} CROSS JOIN LATERAL unnest(${lists}) AS one(value, key) GROUP BY 1, 2
      ) AS spelt`);
}

/** How many have each name, given how many spell it how: names that are found by the same are one, spelt as most are. */
export const countedKeys = (spelt: Sql): Sql =>
  sql`SELECT key, (array_agg(value ORDER BY count DESC, value COLLATE "C"))[1] AS value, sum(count)::int AS count FROM ${spelt} GROUP BY key`;

/** The answer to what a facet is asked for. */
export const bucketsIn = (rows: readonly Counted[]): Counted[] =>
  rows.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
