import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

const unnamed = saving('https://news.example/unnamed', '“It leaks,” said an official. “No,” Said Ana Bell.', {
  published: '2031-03-31',
  people: [{ name: 'Ana Bell' }],
  places: [],
  quotes: [
    { content: 'It leaks,', cue: 'said', source: 'an official', attribution: 'UNNAMED' },
    { content: 'No,', cue: 'Said', speaker: 0 },
  ],
});
const undated = saving('https://news.example/undated', '“When?” asked Ana Bell.', {
  people: [{ name: 'Ana Bell' }],
  quotes: [{ content: 'When?', cue: 'asked', speaker: 0 }],
});
await save(client, [...corpus(10), unnamed, undated], 'test');

const data = async (query: string) => {
  const answer = await ask(app, query);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};

interface Bucket {
  readonly value?: string;
  readonly count: number;
  readonly share: number;
  readonly quotes: { readonly totalCount: number; readonly nodes: readonly object[] };
}

const BEHIND = 'count share quotes(first: 2) { totalCount nodes { id } }';

describe('facets of quotes', () => {
  test.each([
    ['speakers { speaker { name } ', ['Ana Bell', 8], 43],
    ['organizations { organization { acronym } ', [null, 3], 43],
    ['publishers { value ', ['The Even', 20], 43],
    ['collections { value ', ['main', 27], 43],
    ['roles { value ', ['Chair', 30], 43],
    ['cues { value ', ['said', 2], 43],
    ['kinds { value ', ['DIRECT', 23], 43],
    ['attributions { value ', ['NAME', 42], 43],
    ['named { value ', ['NAMED', 42], 43],
  ])('%s…} has the most frequent first, each with its share and the quotes behind it', async (facet, [first, count], total) => {
    const name = facet.split(' ')[0]!;
    const { quotes } = await data(`{ quotes { totalCount facets { ${facet} ${BEHIND} } } } }`);
    expect(quotes.totalCount).toBe(total);
    const buckets: Bucket[] = quotes.facets[name];
    const [top] = buckets as (Bucket & { speaker?: { name: string }; organization?: { acronym: null } })[];
    expect([top!.value ?? top!.speaker?.name ?? top!.organization?.acronym ?? null, top!.count]).toEqual([first, count]);
    expect(buckets.map((bucket) => bucket.count)).toEqual(buckets.map((bucket) => bucket.count).sort((a, b) => b - a));
    for (const bucket of buckets) {
      expect(bucket.quotes.totalCount).toBe(bucket.count);
      expect(bucket.quotes.nodes).toHaveLength(Math.min(bucket.count, 2));
      expect(bucket.share).toBeCloseTo(bucket.count / total);
    }
  });

  test('count what the list is filtered by and what is searched for, and nothing where nothing is left', async () => {
    const { quotes, none } = await data(`{
      quotes(search: "number", filter: { kind: [INDIRECT] }) { facets { kinds { value count share } speakers(first: 1) { count } } }
      none: quotes(search: "unheard") { facets { kinds { value } named { value } speakers { count } } timeline { count } }
    }`);
    expect(quotes.facets).toEqual({ kinds: [{ value: 'INDIRECT', count: 10, share: 1 }], speakers: [{ count: 2 }] });
    expect(none).toEqual({ facets: { kinds: [], named: [], speakers: [] }, timeline: [] });
  });

  test('tell what there was in the time before', async () => {
    const facets = async (filter: string, days: string) =>
      (await data(`{ quotes(filter: ${filter}) { facets { named { value count previous${days} } } } }`)).quotes.facets.named;
    expect(await facets('{ publishedAt: { from: "2031-01-05", to: "2031-01-08" } }', '')).toEqual([
      { value: 'NAMED', count: 12, previous: 12 },
    ]);
    expect(await facets('{ publishedAt: { from: "2031-01-05" } }', '(days: 1)')).toMatchObject([
      { value: 'NAMED', previous: 4 },
      { value: 'UNNAMED', previous: 0 },
    ]);
    expect(
      await facets('{ article: { publishedAt: { from: "2031-01-05", to: "2031-01-06" }, publisher: { is: "The Even" } } }', '(days: 2)'),
    ).toEqual([{ value: 'NAMED', count: 4, previous: 4 }]);
  });
});

test.each([
  ['speakers { named { name } ', 8],
  ['organizations { named { name } ', 8],
  ['places { named { name } ', 10],
  ['publishers { value ', 5],
  ['collections { value ', 8],
])('facets of articles: %s…} has the most frequent first, with the articles behind it', async (facet, count) => {
  const name = facet.split(' ')[0]!;
  const { articles } = await data(
    `{ articles { totalCount facets { ${facet} count share articles(first: 1) { totalCount nodes { id } } } } } }`,
  );
  const buckets = articles.facets[name];
  expect(buckets[0]).toMatchObject({ count, share: count / articles.totalCount });
  for (const bucket of buckets) expect(bucket.articles).toEqual({ totalCount: bucket.count, nodes: [{ id: expect.any(String) }] });
  if (facet.includes('named')) for (const { named } of buckets) expect(named.name).toMatch(/\w/);
});

describe('a timeline', () => {
  const timeline = async (args: string, list = 'quotes') =>
    (await data(`{ ${list} { totalCount timeline(${args}) { from to count group } } }`))[list.split('(')[0]!];

  test('has a point for every stretch, those without anything too, and leaves undated items out', async () => {
    const { totalCount, timeline: points } = await timeline('by: MONTH');
    expect(points).toEqual([
      { from: '2031-01-01T00:00:00.000Z', to: '2031-02-01T00:00:00.000Z', count: 40, group: null },
      { from: '2031-02-01T00:00:00.000Z', to: '2031-03-01T00:00:00.000Z', count: 0, group: null },
      { from: '2031-03-01T00:00:00.000Z', to: '2031-04-01T00:00:00.000Z', count: 2, group: null },
    ]);
    expect(totalCount).toBe(43);
    expect((await timeline('by: DAY')).timeline).toHaveLength(90);
    expect((await timeline('by: YEAR', 'articles')).timeline).toMatchObject([{ from: '2031-01-01T00:00:00.000Z', count: 11 }]);
    expect((await timeline('by: WEEK')).timeline[0]).toMatchObject({ from: '2030-12-30T00:00:00.000Z', count: 20 });
  });

  test('covers all of the period that the list is filtered by', async () => {
    const filtered = await timeline('by: MONTH', 'quotes(filter: { publishedAt: { from: "2030-12-15", to: "2031-05-01" } })');
    expect(filtered.timeline.map(({ count }: { count: number }) => count)).toEqual([0, 40, 0, 2, 0]);
    const empty = await timeline('by: YEAR', 'articles(filter: { publishedAt: { from: "1999-01-01", to: "2001-01-01" } })');
    expect(empty.timeline.map(({ count }: { count: number }) => count)).toEqual([0, 0]);
  });

  test('has days as long as they are where the time zone says', async () => {
    const days = (
      await timeline(
        'by: DAY, timeZone: "Europe/Paris"',
        'articles(filter: { publishedAt: { from: "2031-03-28T23:00:00Z", to: "2031-03-31T22:00:00Z" } })',
      )
    ).timeline;
    expect(days).toEqual([
      { from: '2031-03-28T23:00:00.000Z', to: '2031-03-29T23:00:00.000Z', count: 0, group: null },
      { from: '2031-03-29T23:00:00.000Z', to: '2031-03-30T22:00:00.000Z', count: 0, group: null },
      { from: '2031-03-30T22:00:00.000Z', to: '2031-03-31T22:00:00.000Z', count: 1, group: null },
    ]);
  });

  test.each([
    ['quotes', 'KIND', ['DIRECT', 'INDIRECT', 'MIXED']],
    ['quotes', 'PUBLISHER', ['The Even', 'The Odd', null]],
    ['quotes', 'NAMED', ['NAMED', 'UNNAMED']],
    ['quotes', 'SPEAKER', ['Ana Bell', 'Cem Dahl', 'Eva Fink', 'Gus Hale', 'Ida Jung', null]],
    ['articles', 'COLLECTION', ['main', 'thirds']],
  ])('of %s can be split by %s: every group at every point, others together', async (list, split, groups) => {
    const { timeline: points } = await timeline(`by: MONTH, split: ${split}`, list);
    const whole = (await timeline('by: MONTH', list)).timeline;
    expect([...new Set(points.map(({ group }: { group: string }) => group))]).toEqual(groups);
    expect(points).toHaveLength(groups.length * 3);
    const sum = (some: { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
    expect(sum(points)).toBe(sum(whole));
  });

  test.each([
    ['quotes', 'KIND'],
    ['quotes', 'PUBLISHER'],
    ['quotes', 'NAMED'],
    ['quotes', 'SPEAKER'],
    ['articles', 'PUBLISHER'],
  ])('of %s split by %s leads from each number to what it counts', async (list, split) => {
    const points = (
      await data(`{ ${list} { timeline(by: MONTH, split: ${split}) { count ${list}(first: 1) { totalCount nodes { id } } } } }`)
    )[list].timeline;
    expect(points.length).toBeGreaterThan(3);
    for (const point of points) {
      expect(point[list].totalCount).toBe(point.count);
      expect(point[list].nodes).toHaveLength(Math.min(1, point.count));
    }
  });

  test('may list what is in each day of a year', async () => {
    const list = 'articles(filter: { publishedAt: { from: "2031-01-01", to: "2032-01-01" } })';
    const { timeline: days } = (await data(`{ ${list} { timeline(by: DAY) { count articles(first: 1) { totalCount nodes { id } } } } }`))
      .articles;
    expect(days).toHaveLength(365);
    for (const { count, articles } of days) expect([articles.totalCount, articles.nodes.length]).toEqual([count, Math.min(1, count)]);
  });

  test('of years far apart ends where dates end', async () => {
    await save(client, [saving('https://news.example/far', 'Far.', { published: '9999-12-31' })], 'test');
    const far = await timeline('by: YEAR', 'articles(filter: { publishedAt: { from: "9999-01-01" } })');
    expect(far.timeline).toEqual([{ from: '9999-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z', count: 1, group: null }]);
  });

  test.each(['UTC', 'Europe/Paris', 'America/Los_Angeles'])(
    'begins where dates begin, with undated articles left out: %s',
    async (timeZone) => {
      await save(
        client,
        [saving('https://news.example/old', 'Old.', { published: '0001-02-03' }), saving('https://news.example/undated', 'Undated.', {})],
        'test',
      );
      const query = `{ articles(filter: { publishedAt: { to: "0001-12-01" } }) { timeline(by: YEAR, timeZone: "${timeZone}") { count articles { totalCount } } } }`;
      expect((await data(query)).articles.timeline.at(-1)).toEqual({ count: 1, articles: { totalCount: 1 } });
      const early = `{ articles(filter: { publishedAt: { from: "0001-01-01", to: "0001-01-02" } }) { timeline(by: DAY, timeZone: "${timeZone}") { articles { totalCount } } } }`;
      for (const { articles } of (await data(early)).articles.timeline) expect(articles).toEqual({ totalCount: 0 });
    },
  );
});

test('what belongs to something is counted like a list with a filter, in as many statements for one as for all', async () => {
  const fields =
    'facets { kinds { value count quotes { totalCount } } speakers { speaker { name } count } } timeline(by: YEAR) { from count }';
  const one = await data(`{ quotes(filter: { speaker: { name: "Eva Fink" } }) { ${fields} } }`);
  const nested = `{ speakers(first: 5) { nodes { name quotes { ${fields} } articles { facets { publishers { value } } } } } }`;
  const { speakers } = await data(nested);
  expect(speakers.nodes.find(({ name }: { name: string }) => name === 'Eva Fink').quotes).toEqual(one.quotes);
  const few = await statements(() => ask(app, nested.replace('first: 5', 'first: 1')));
  const many = await statements(() => ask(app, nested));
  expect(many.length).toBe(few.length);
});

test('odd periods are answered, or refused in words', async () => {
  const query = (from: string, to: string) =>
    ask(
      app,
      `query ($from: DateTime, $to: DateTime) { quotes(filter: { publishedAt: { from: $from, to: $to } }) {
      totalCount facets { named { count previous } } timeline(by: YEAR, timeZone: "Pacific/Kiritimati") { count } } }`,
      { from, to },
    );
  for (const [from, to] of [
    ['9999-12-31', '9999-12-31T23:59:59.999Z'],
    ['0001-01-01', '0001-01-02'],
    ['0000-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31T23:59:59-14:00'],
  ] as const) {
    expect(await query(from, to)).toMatchObject({ data: { quotes: { totalCount: 0, facets: { named: [] } } } });
  }
  expect((await query('2031-02-30', '2031-03-01')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test.each([
  ['quotes { facets { speakers(first: 101) { count } } }', 'first'],
  ['quotes { facets { speakers(first: -1) { count } } }', 'first'],
  ['quotes { facets { named { previous } } }', 'days'],
  ['quotes(filter: { publishedAt: { from: "2031-01-01" } }) { facets { named { previous } } }', 'days'],
  ['quotes(filter: { publishedAt: { from: "2031-01-01" } }) { facets { named { previous(days: 0) } } }', 'days'],
  ['quotes { timeline(timeZone: "Mars/Olympus") { count } }', 'timeZone'],
  ['quotes { timeline(timeZone: "+03:00") { count } }', 'timeZone'],
  // Names that Node takes and PostgreSQL does not, or takes for an hour of its own.
  ['quotes { timeline(timeZone: "US/Pacific-New") { count } }', 'timeZone'],
  ['articles { timeline(timeZone: "AET") { count } }', 'timeZone'],
  ['articles { timeline(timeZone: "PST") { count } }', 'timeZone'],
  ['quotes { timeline(timeZone: "") { count } }', 'timeZone'],
  ['quotes(filter: { publishedAt: { from: "1900-01-01", to: "2030-01-01" } }) { timeline(by: DAY) { count } }', 'by'],
  [
    'quotes(filter: { publishedAt: { from: "2030-01-01", to: "2032-01-01" } }) { timeline(by: DAY) { quotes(first: 1) { totalCount } } }',
    'by',
  ],
])('%s is refused, naming the argument', async (query, argument) => {
  expect((await ask(app, `{ ${query} }`)).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
});
