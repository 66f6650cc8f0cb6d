import { normalize } from '../../src/normalize.ts';
import { type Random, random } from '../random.ts';
import { ORGANIZATIONS, PEOPLE, WORDS } from '../vocabulary.ts';

/** Ids that questions may ask for. */
export interface Ids {
  readonly articles: readonly string[];
  readonly speakers: readonly string[];
}

/** A question that frontends and analysts ask, and the one statement that a person would write by hand to answer it. */
export interface Question {
  readonly name: string;
  readonly query: string;
  /** Others for each request, so that nothing is answered from a cache. */
  readonly variables: (r: Random, ids: Ids) => Record<string, unknown>;
  /** One row with one column, the answer as JSON. */
  readonly sql: string;
  readonly parameters: (variables: Record<string, unknown>) => unknown[];
  /** Parts of the answer that the statement by hand gives in another form; why stands in the report. */
  readonly differs?: string;
}

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');
const uuidOf = (id: unknown) => Buffer.from(String(id), 'base64url').toString().split(':')[1];

/** SQL for the global id of a row. */
const gid = (type: string, id: string) =>
  `rtrim(translate(encode(convert_to('${type}:' || ${id}, 'UTF8'), 'base64'), E'+/\\n', '-_'), '=')`;
const time = (column: string, zone = `AT TIME ZONE 'UTC'`) => `to_char(${column} ${zone}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SHOWN = `q.act = 'SPEECH' AND q.region = 'BODY'`;
/** SQL for spans, stored as `12-34 56-78`, with the words that they cover. */
const spans = (
  column: string,
) => `(SELECT coalesce(json_agg(json_build_object('start', s[i], 'end', s[i + 1], 'text', substring(a.text FROM s[i] + 1 FOR s[i + 1] - s[i])) ORDER BY i), '[]')
  FROM (SELECT string_to_array(translate(q."${column}", '-', ' '), ' ')::int[] AS s) AS flat, generate_series(1, cardinality(s), 2) AS i)`;

const DATE = (r: Random) => ({ to: new Date(Date.UTC(2027, 0, 1) + r.below(4 * 365 * 24 * 60) * 60_000).toISOString() });

const UNDATED = '0001-01-01T00:00:00Z';

const COUNTED = `totalCount facets { speakers(first: 10) { count speaker { id name } } kinds { value count } cues(first: 10) { value count } }
  timeline(by: MONTH) { from to count }`;

/** SQL for the counts of current quotes that a condition selects; `undated` is the parameter with what stands for no date. */
const counted = (condition: string, undated = '$2') => `WITH found AS MATERIALIZED (
    SELECT q."speakerId", q.kind, lower(q."cueText") AS cue, q."sortAt" FROM "Quote" AS q WHERE ${condition} AND q.current AND ${SHOWN}
  ), months AS (
    SELECT date_trunc('month', "sortAt" AT TIME ZONE 'UTC') AS at, count(*) AS count FROM found WHERE "sortAt" > ${undated} GROUP BY 1
  ), bounds AS (SELECT min(at) AS first, max(at) AS last FROM months)
  SELECT json_build_object('data', json_build_object('quotes', json_build_object(
    'totalCount', (SELECT count(*) FROM found),
    'facets', json_build_object(
      'speakers', (SELECT coalesce(json_agg(json_build_object('count', count, 'speaker', json_build_object('id', ${gid('Speaker', 's.id')}, 'name', s.name))
        ORDER BY count DESC, s.id::text), '[]') FROM (SELECT "speakerId", count(*) AS count FROM found WHERE "speakerId" IS NOT NULL
          GROUP BY 1 ORDER BY 2 DESC, "speakerId"::text COLLATE "C" LIMIT 10) AS top JOIN "Speaker" AS s ON s.id = top."speakerId"),
      'kinds', (SELECT coalesce(json_agg(json_build_object('value', kind, 'count', count) ORDER BY count DESC, kind::text), '[]')
        FROM (SELECT kind, count(*) AS count FROM found GROUP BY 1) AS top),
      'cues', (SELECT coalesce(json_agg(json_build_object('value', cue, 'count', count) ORDER BY count DESC, cue COLLATE "C"), '[]')
        FROM (SELECT cue, count(*) AS count FROM found WHERE cue <> '' GROUP BY 1 ORDER BY 2 DESC, cue COLLATE "C" LIMIT 10) AS top)),
    'timeline', (SELECT coalesce(json_agg(json_build_object('from', ${time('at', '')}, 'to', ${time(`at + interval '1 month'`, '')}, 'count', coalesce(count, 0)) ORDER BY at), '[]')
      FROM bounds, generate_series(first, last, interval '1 month') AS at LEFT JOIN months USING (at)))))`;

export const QUESTIONS: readonly Question[] = [
  {
    name: 'page of 20 articles with quotes and speakers',
    query: `query Page($to: DateTime!) { articles(first: 20, filter: { publishedAt: { to: $to } }) { pageInfo { hasNextPage } nodes {
      id headline publishedAt publisher quotes(first: 10) { nodes { id kind text confidence speaker { id name } } } } } }`,
    variables: DATE,
    sql: `SELECT json_build_object('data', json_build_object('articles', json_build_object(
        'pageInfo', json_build_object('hasNextPage', count(*) > 20),
        'nodes', coalesce(json_agg(json_build_object('id', ${gid('Article', 'a.id')}, 'headline', headline, 'publishedAt', ${time('"publishedAt"')}, 'publisher', publisher,
          'quotes', json_build_object('nodes', quotes)) ORDER BY "sortAt" DESC, a.id DESC) FILTER (WHERE n <= 20), '[]'))))
      FROM (SELECT *, row_number() OVER (ORDER BY "sortAt" DESC, id DESC) AS n FROM (
        SELECT id, headline, "publishedAt", publisher, "sortAt" FROM "Article"
        WHERE "supersededById" IS NULL AND "sortAt" < $1 ORDER BY "sortAt" DESC, id DESC LIMIT 21) AS page) AS a,
      LATERAL (SELECT coalesce(json_agg(json_build_object('id', ${gid('Quote', 'q.id')}, 'kind', kind, 'text', q.text, 'confidence', confidence,
          'speaker', CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', ${gid('Speaker', 's.id')}, 'name', s.name) END) ORDER BY start, q.id), '[]') AS quotes
        FROM (SELECT * FROM "Quote" AS q WHERE q."articleId" = a.id AND ${SHOWN} ORDER BY start, id LIMIT 10) AS q LEFT JOIN "Speaker" AS s ON s.id = q."speakerId") AS of`,
    parameters: ({ to }) => [to],
  },
  {
    name: 'article with all its quotes',
    query: `query Whole($id: ID!) { article(id: $id) { id headline publishedAt text quotes(first: 100) { totalCount nodes { id kind text attribution confidence
      spans { start end text } cue { start end text } source { start end text } speaker { id name } organization { id name } } } } }`,
    variables: (r, { articles }) => ({ id: globalId('Article', r.one(articles)) }),
    sql: `SELECT json_build_object('data', json_build_object('article', json_build_object('id', ${gid('Article', 'a.id')}, 'headline', headline,
        'publishedAt', ${time('"publishedAt"')}, 'text', a.text, 'quotes', quotes)))
      FROM "Article" AS a, LATERAL (SELECT json_build_object('totalCount', count(*), 'nodes', coalesce(json_agg(json_build_object('id', ${gid('Quote', 'q.id')},
          'kind', q.kind, 'text', q.text, 'attribution', attribution, 'confidence', confidence, 'spans', ${spans('spans')}, 'cue', ${spans('cueSpans')},
          'source', ${spans('sourceSpans')}, 'speaker', CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', ${gid('Speaker', 's.id')}, 'name', s.name) END,
          'organization', CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', ${gid('Organization', 'o.id')}, 'name', o.name) END) ORDER BY start, q.id), '[]')) AS quotes
        FROM "Quote" AS q LEFT JOIN "Speaker" AS s ON s.id = q."speakerId" LEFT JOIN "Organization" AS o ON o.id = q."organizationId"
        WHERE q."articleId" = a.id AND ${SHOWN}) AS of
      WHERE a.id = $1`,
    parameters: ({ id }) => [uuidOf(id)],
  },
  {
    name: 'page of a search in quotes, with highlights',
    query: `query Search($words: String!) { quotes(first: 20, search: $words) { edges { highlights { text matches { start end } } node {
      id text saidBy article { id headline publishedAt } } } } }`,
    variables: (r) => ({ words: `${r.one(WORDS.slice(20, 120))} ${r.one(WORDS.slice(0, 60))}` }),
    sql: `SELECT json_build_object('data', json_build_object('quotes', json_build_object('edges', coalesce(json_agg(json_build_object('highlights', marked, 'node',
        json_build_object('id', ${gid('Quote', 'id')}, 'text', text, 'saidBy', "saidBy",
          'article', json_build_object('id', ${gid('Article', '"articleId"')}, 'headline', headline, 'publishedAt', ${time('"publishedAt"')}))) ORDER BY "sortAt" DESC, "articleId" DESC, id DESC), '[]'))))
      FROM (SELECT q.id, q.text, q."articleId", q."sortAt", a.headline, a."publishedAt", coalesce(s.name, o.name, nullif(q."sourceText", '')) AS "saidBy",
          ts_headline('public.quotewire', q.text, websearch_to_tsquery('public.quotewire', $1), 'HighlightAll=true') AS marked
        FROM (SELECT * FROM "Quote" AS q WHERE q.search @@ websearch_to_tsquery('public.quotewire', $1) AND q.current AND ${SHOWN} ORDER BY "sortAt" DESC, "articleId" DESC, id DESC LIMIT 20) AS q
        JOIN "Article" AS a ON a.id = q."articleId" LEFT JOIN "Speaker" AS s ON s.id = q."speakerId" LEFT JOIN "Organization" AS o ON o.id = q."organizationId") AS found`,
    parameters: ({ words }) => [words],
    differs: 'highlights',
  },
  {
    name: 'profile of a speaker',
    query: `query Profile($id: ID!) { node(id: $id) { ... on Speaker { id name aliases quotes(first: 10) { totalCount nodes { id text article { id headline publishedAt } } }
      articles(first: 10) { totalCount nodes { id headline } } } } }`,
    variables: (r, { speakers }) => ({ id: globalId('Speaker', r.one(speakers)) }),
    sql: `SELECT json_build_object('data', json_build_object('node', json_build_object('id', ${gid('Speaker', 's.id')}, 'name', s.name, 'aliases', s.aliases,
        'quotes', json_build_object('totalCount', (SELECT count(*) FROM "Quote" AS q WHERE q."speakerId" = s.id AND q.current AND ${SHOWN}), 'nodes',
          (SELECT coalesce(json_agg(json_build_object('id', ${gid('Quote', 'q.id')}, 'text', q.text, 'article', json_build_object('id', ${gid('Article', 'a.id')}, 'headline', a.headline,
              'publishedAt', ${time('a."publishedAt"')})) ORDER BY q."sortAt" DESC, q."articleId" DESC, q.id DESC), '[]')
            FROM (SELECT * FROM "Quote" AS q WHERE q."speakerId" = s.id AND q.current AND ${SHOWN} ORDER BY "sortAt" DESC, "articleId" DESC, id DESC LIMIT 10) AS q JOIN "Article" AS a ON a.id = q."articleId")),
        'articles', json_build_object('totalCount', (SELECT count(*) FROM "Mention" AS m WHERE m."speakerId" = s.id AND m.current), 'nodes',
          (SELECT coalesce(json_agg(json_build_object('id', ${gid('Article', 'a.id')}, 'headline', a.headline) ORDER BY m."sortAt" DESC, m."articleId" DESC), '[]')
            FROM (SELECT * FROM "Mention" AS m WHERE m."speakerId" = s.id AND m.current ORDER BY "sortAt" DESC, "articleId" DESC LIMIT 10) AS m JOIN "Article" AS a ON a.id = m."articleId")))))
      FROM "Speaker" AS s WHERE s.id = $1`,
    parameters: ({ id }) => [uuidOf(id)],
  },
  {
    name: 'facets and a timeline over everything before a date',
    query: `query Facets($to: DateTime!) { quotes(filter: { publishedAt: { to: $to } }) { ${COUNTED} } }`,
    variables: DATE,
    sql: counted('q."sortAt" > $2 AND q."sortAt" < $1'),
    parameters: ({ to }) => [to, UNDATED],
  },
  {
    name: 'facets and a timeline of one speaker',
    query: `query Facets($id: ID!) { quotes(filter: { speaker: { id: [$id] } }) { ${COUNTED} } }`,
    variables: (r, { speakers }) => ({ id: globalId('Speaker', r.one(speakers)) }),
    sql: counted('q."speakerId" = $1', '$2'),
    parameters: ({ id }) => [uuidOf(id), UNDATED],
  },
  {
    name: 'suggestions of speakers for two letters',
    query: `query Suggest($typed: String!) { suggest(text: $typed, kinds: [SPEAKER], first: 10) { kind text count } }`,
    variables: (r) => ({ typed: r.one(PEOPLE).slice(0, 2) }),
    sql: `SELECT json_build_object('data', json_build_object('suggest', coalesce(json_agg(json_build_object('kind', 'SPEAKER', 'text', name, 'count', "quoteCount")
        ORDER BY score DESC, "quoteCount" DESC, name COLLATE "C", id), '[]')))
      FROM (SELECT id, name, "quoteCount", CASE WHEN quotewire_fold(name) LIKE $2 THEN 3 ELSE 2 END AS score FROM (SELECT * FROM "Speaker"
          WHERE quotewire_names(normalized) ~ $1 AND "quoteCount" > 0 ORDER BY "quoteCount" DESC LIMIT 50) AS some_of_them
        ORDER BY score DESC, "quoteCount" DESC LIMIT 10) AS found`,
    parameters: ({ typed }) => [`(^|[ \\n])${normalize(String(typed))}`, `${normalize(String(typed))}%`],
    differs: 'suggest',
  },
];

/** What people have typed when they look for somebody: a beginning, a part, a name with a letter wrong. */
export const TYPED: readonly string[] = (() => {
  const r = random(20);
  const name = () => r.one(PEOPLE);
  return [
    ...Array.from({ length: 5 }, () => name().slice(0, 1)),
    ...Array.from({ length: 5 }, () => name().slice(0, 3)),
    ...Array.from({ length: 5 }, () => name().slice(0, 6)),
    ...Array.from({ length: 5 }, () => r.one(ORGANIZATIONS).slice(0, 5)),
    ...Array.from({ length: 10 }, () => {
      const whole = name();
      const at = 1 + r.below(whole.length - 2);
      return whole.slice(0, at) + whole.slice(at + 1);
    }),
  ];
})();

/** Searches that match from a few quotes to half of them, by how frequent their words are in what is generated. */
export const SEARCHES: readonly string[] = (() => {
  const r = random(40);
  const word = (from: number, to: number) => WORDS[from + r.below(to - from)]!;
  return [
    ...Array.from({ length: 8 }, () => word(0, 12)),
    ...Array.from({ length: 8 }, () => word(12, 120)),
    ...Array.from({ length: 8 }, () => word(120, 4_000)),
    ...Array.from({ length: 6 }, () => `${word(0, 60)} ${word(20, 120)}`),
    ...Array.from({ length: 4 }, () => `"${word(0, 20)} ${word(0, 60)}"`),
    ...Array.from({ length: 3 }, () => `${word(20, 120)} OR ${word(120, 1_000)}`),
    ...Array.from({ length: 3 }, () => `${word(20, 120)} -${word(0, 30)}`),
  ];
})();
