import type { CountAsk } from './count-ask.ts';
import { countedKeys, type FacetAsk, nounOf } from './facets.ts';
import { LABELS } from './labels.ts';
import type { Scope } from './scope.ts';
import { timelineSql } from './timeline.ts';
import { all, any, empty, raw, type Sql, sql, whereSql } from './where.ts';

// Whole corpora are not counted row by row: their writers keep how many of all articles and quotes have which value.

/**
 * The facets of which it is kept how many have which value. People, organizations and places hold themselves what counts them; the titles of
 * roles are too many.
 */
export const TALLIED = {
  Quote: ['kinds', 'attributions', 'cues', 'named', 'publishers', 'collections', 'places'],
  Article: ['publishers', 'agencies', 'collections', 'sections', 'languages'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Tallied = keyof typeof TALLIED;

/** All of them, and by the day of their date in UTC, which undated ones have not. */
export const ALL = 'all';
export const DAYS = 'days';

/** Under what the rows of a model are counted by a facet. */
export const tallyOf = (model: Scope['model'], facet: string): string => `${model}.${facet}`;

/** The columns of nouns that count what they are a facet of. */
const NOUN_COUNTS: Readonly<Record<string, string>> = {
  'Quote.speakers': 'quoteCount',
  'Quote.organizations': 'quoteCount',
  'Article.organizations': 'articleCount',
  'Article.places': 'articleCount',
};

/** The answer to what is asked of a whole corpus, or of some of its days, as far as it is kept; null where the rows have to be counted. */
export function keptSql(ask: CountAsk): Sql | null {
  const { scope } = ask;
  if (scope.values && 'all' in ask) {
    const { facet, of } = scope.values;
    return sql`SELECT coalesce(sum(count), 0)::int AS count FROM ${kept(scope.model, facet)} AND value = ANY(${[...new Set(of)]}::text[])`;
  }
  // Somebody may have several of these names.
  if (scope.labels?.keys.length === 1 && 'all' in ask && !scope.period) return keptOfLabels(scope.labels);
  if (scope.sayers && 'all' in ask) {
    const { noun, where } = scope.sayers;
    return sql`SELECT coalesce(sum(sayer."quoteCount"), 0)::int AS count FROM ${raw(`"${noun}" AS sayer`)} WHERE ${whereSql(noun, 'sayer', where)}`;
  }
  return (scope.whole ? keptOfAll(ask) : null) ?? keptInArticles(ask);
}

/** How many articles have some authors or keywords, those that have several of these once for each. */
export const keptOfLabels = ({ facet, keys }: NonNullable<Scope['labels']>): Sql =>
  sql`SELECT coalesce(sum(count), 0)::int AS count FROM ${kept('Article', facet)} AND ${any(keys.map((key) => sql`key = ${key}`))}`;

/** The same of all the quotes that some articles report, of which each holds how many they are: a fifth of the rows, and the smaller ones. */
function keptInArticles(ask: CountAsk): Sql | null {
  const { scope } = ask;
  if (!scope.articles || 'facet' in ask || ('by' in ask && ask.split !== null)) return null;
  const rows = sql`(SELECT found."sortAt", found."quoteCount" AS count FROM "Article" AS found WHERE ${whereSql('Article', 'found', scope.articles)} AND found."quoteCount" > 0)`;
  if ('by' in ask) return timelineSql(ask, { rows, total: empty, count: raw('sum(found.count)') });
  return sql`SELECT coalesce(sum(count), 0)::int AS count FROM ${rows} AS found`;
}

function keptOfAll(ask: CountAsk): Sql | null {
  const { scope } = ask;
  const [days, isBounded] = [daysOf(scope), Boolean(scope.period?.from ?? scope.period?.to)];
  if ('facet' in ask) return isBounded ? null : keptFacet(ask);
  if (days === null) return null;
  if (!('by' in ask)) return isBounded ? sql`SELECT coalesce(sum(count), 0)::int AS count FROM ${days}` : total(scope);
  if (ask.split !== null || ask.timeZone !== 'UTC') return null;
  const rows = sql`(SELECT (value || 'T00:00Z')::timestamptz AS "sortAt", count FROM ${days})`;
  return timelineSql(ask, { rows, total: total(scope), count: raw('sum(found.count)') });
}

/** What is kept for a facet, up to the condition for its rows. */
export const kept = (model: Scope['model'], facet: string): Sql => sql`"Tally" WHERE what = ${raw(`'${tallyOf(model, facet)}'`)}`;

const total = ({ model }: Scope): Sql => sql`(SELECT coalesce(sum(count), 0)::int AS count FROM ${kept(model, ALL)})`;

/** The counts of the days of a scope's period; null where that begins or ends within a day. */
function daysOf({ model, period }: Scope): Sql | null {
  const { from = null, to = null } = period ?? {};
  if ([from, to].some((time) => time !== null && time.getTime() % DAY !== 0)) return null;
  const bounds = [
    ...(from ? [sql`value >= ${from.toISOString().slice(0, 10)}`] : []),
    ...(to ? [sql`value < ${to.toISOString().slice(0, 10)}`] : []),
  ];
  return sql`${kept(model, DAYS)} AND ${all(bounds)}`;
}

const DAY = 86_400_000;

function keptFacet(ask: FacetAsk): Sql | null {
  const { scope, facet, first } = ask;
  const { model } = scope;
  const noun = nounOf(ask);
  const counter = NOUN_COUNTS[tallyOf(model, facet)];
  const columns = sql`count, ${total(scope)} AS total`;
  if (noun && counter) {
    return sql`SELECT id::text AS value, name, ${columns} FROM (
      SELECT id, name, ${raw(`"${counter}"`)} AS count FROM ${raw(`"${noun}"`)} WHERE ${raw(`"${counter}"`)} > 0 ORDER BY 3 DESC, id LIMIT ${first}
    ) AS most`;
  }
  const isLabel = (LABELS as readonly string[]).includes(facet);
  if (!isLabel && !(TALLIED[model as Tallied] as readonly string[]).includes(facet)) return null;
  const rows = isLabel ? sql`(${countedKeys(kept(model, facet))}) AS spelt` : kept(model, facet);
  const name = noun ? sql`(SELECT name FROM ${raw(`"${noun}"`)} WHERE id = value::uuid)` : raw('NULL::text');
  return sql`SELECT value, ${name} AS name, ${columns} FROM ${rows} ORDER BY count DESC, value COLLATE "C" LIMIT ${first}`;
}
