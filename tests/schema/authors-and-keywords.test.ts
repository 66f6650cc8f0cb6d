import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { counting } from '../support/counting.ts';
import { testDatabase, watchedClient } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client, url } = await testDatabase();
const app = createApp(client);

/** One article of these authors and keywords, with two quotes, or of whoever the text itself names. */
const story = (name: string, authors: readonly string[], keywords: readonly string[], published = '2031-03-01') =>
  saving(
    `https://news.example/${name}`,
    `Story ${name}. Cem Dahl of the Port Council said “It rains.” and “It pours.”`,
    {
      published,
      people: [{ name: 'Cem Dahl' }],
      organizations: [{ name: 'Port Council' }],
      quotes: [
        { content: 'It rains.', speaker: 0 },
        { content: 'It pours.', speaker: 0 },
      ],
    },
    { authors, keywords, publisher: 'Ostley Courier' },
  );

await save(
  client,
  [
    story('one', ['José Núñez'], ['Water', 'Budget']),
    story('two', ['JOSE NUNEZ', 'Ana Bell'], ['water'], '2031-03-02'),
    story('three', ['José Núñez', 'Jose Nunez'], ['water', 'Port-City'], '2031-03-03'),
    story('four', ['Ana Bell'], ['Port City', 'Élections'], '2031-03-04'),
    story('five', ['Jean-Luc O’Brien, Jr.'], [], '2031-03-05'),
    story('six', [], ['elections', 'Кто сказал'], '2031-03-06'),
    story('changing', ['Eva Fink'], ['old news'], '2031-03-07'),
  ],
  'test',
);
await save(client, [saving('https://news.example/changing', 'Another text.', {})], 'test');

const count = counting(app);

describe('articles', () => {
  test.each([
    ['author: { name: "José Núñez" }', 3],
    ['author: { name: "jose nunez" }', 3],
    ['author: { name: " JOSÉ   NÚÑEZ. " }', 3],
    ['author: { name: ["Ana Bell", "Jean Luc O\'Brien Jr"] }', 3],
    ['author: { name: ["Ana Bell", "ana bell", "Nobody"] }', 2],
    ['author: { name: "Ana" }', 0],
    ['author: { name: "Bell" }', 0],
    ['author: { name: "water" }', 0],
    ['author: { name: "Cem Dahl" }', 0],
    ['author: { name: "Eva Fink" }', 0],
    ['author: { name: "Eva Fink" }, includeSuperseded: true', 1],
    ['author: { name: "" }', 0],
    ['author: { name: [] }', 0],
    ['author: { name: null, isSet: null }', 7],
    ['author: {}', 7],
    ['author: { isSet: true }', 5],
    ['author: { isSet: false }', 2],
    ['author: { isSet: true, name: "Ana Bell" }', 2],
    ['author: { isSet: false, name: "Ana Bell" }', 0],
    ['not: { author: { name: "Ana Bell" } }', 5],
    ['not: { author: { isSet: true } }', 2],
    ['not: { author: { name: [] } }', 7],
    ['and: [{ author: { name: "Ana Bell" } }, { author: { name: "José Núñez" } }]', 1],
    ['or: [{ author: { name: "Ana Bell" } }, { keyword: { name: "elections" } }]', 3],
    ['keyword: { name: "water" }', 3],
    ['keyword: { name: "port city" }', 2],
    ['keyword: { name: "ELECTIONS" }', 2],
    ['keyword: { name: "КТО СКАЗАЛ" }', 1],
    ['keyword: { name: ["budget", "elections"] }', 3],
    ['keyword: { name: "Ana Bell" }', 0],
    ['keyword: { name: "old news" }', 0],
    ['keyword: { name: "wat" }', 0],
    ['keyword: { isSet: false }', 2],
    ['keyword: { name: "water" }, author: { name: "Ana Bell" }', 1],
    ['keyword: { name: "water" }, publishedAt: { from: "2031-03-02" }', 2],
    ['keyword: { name: "water" }, publisher: { is: "Nobody" }', 0],
    ['keyword: { name: "water" }, speaker: { name: "Cem Dahl" }', 3],
  ])('with { %s } are %i', async (filter, expected) => {
    expect(await count('articles', filter)).toBe(expected);
  });

  test('of an author are paged, newest first and back', async () => {
    const page = async (args: string) =>
      (
        await ask(
          app,
          `{ articles(filter: { author: { name: "jose nunez" } }, ${args}) { nodes { text } pageInfo { endCursor startCursor } } }`,
        )
      ).data.articles;
    const first = await page('first: 2');
    expect(first.nodes.map(({ text }: { text: string }) => text.slice(6, 11))).toEqual(['three', 'two. ']);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.nodes).toHaveLength(1);
    expect((await page(`last: 2, before: "${second.pageInfo.startCursor}"`)).nodes).toEqual(first.nodes);
  });
});

test.each([
  ['quotes', 'article: { author: { name: "ana bell" } }', 4],
  ['quotes', 'article: { keyword: { name: "water" } }, speaker: { name: "Cem Dahl" }', 6],
  ['quotes', 'article: { author: { name: "Nobody" } }', 0],
  ['quotes', 'article: { keyword: { isSet: false } }', 2],
  ['speakers', 'articles: { author: { name: "ana bell" } }', 1],
  ['speakers', 'quotes: { article: { keyword: { name: "old news" } } }', 0],
  ['organizations', 'articles: { keyword: { name: "water" } }', 1],
  ['organizations', 'articles: { keyword: { name: "drought" } }', 0],
])('%s with { %s } are %i', async (list, filter, expected) => {
  expect(await count(list, filter)).toBe(expected);
});

describe('facets', () => {
  const facets = async (list: string, args = '', of = 'authors { value count share } keywords { value count share }') => {
    const { data, errors } = await ask(app, `{ ${list}${args} { totalCount facets { ${of} } } }`);
    expect(errors).toBeUndefined();
    return data[list].facets;
  };

  test('have each author and keyword once, spelt as most articles have it, the most frequent first', async () => {
    const part = (value: string, count: number) => ({ value, count, share: count / 7 });
    expect(await facets('articles')).toEqual({
      authors: [part('José Núñez', 3), part('Ana Bell', 2), part('Jean-Luc O’Brien, Jr.', 1)],
      keywords: [part('water', 3), part('Port City', 2), part('elections', 2), part('Budget', 1), part('Кто сказал', 1)],
    });
  });

  test('are as many as asked for, of what a filter leaves', async () => {
    expect(await facets('articles', '(filter: { author: { name: "Ana Bell" } })', 'keywords(first: 2) { value count }')).toEqual({
      keywords: [
        { value: 'Port City', count: 1 },
        { value: 'water', count: 1 },
      ],
    });
    expect(
      await facets('articles', '(filter: { author: { isSet: false } })', 'authors { value } none: keywords(first: 0) { value }'),
    ).toEqual({
      authors: [],
      none: [],
    });
    expect(await facets('articles', '(search: "pours")', 'authors(first: 1) { value count }')).toEqual({
      authors: [{ value: 'José Núñez', count: 3 }],
    });
  });

  test.each(['articles', 'quotes'])('of %s lead to what they count', async (list) => {
    const of = (facet: string) => `${facet} { value count ${list}(first: 1) { totalCount nodes { id } } }`;
    const { authors, keywords } = await facets(list, '', `${of('authors')} ${of('keywords')}`);
    expect([authors.length, keywords.length]).toEqual([3, 5]);
    for (const bucket of [...authors, ...keywords]) {
      expect(bucket[list]).toEqual({ totalCount: bucket.count, nodes: [{ id: expect.any(String) }] });
    }
  });

  test('of quotes are counted by those of their articles', async () => {
    expect(
      await facets(
        'quotes',
        '(filter: { speaker: { name: "Cem Dahl" } })',
        'authors(first: 1) { value count } keywords(first: 1) { value share }',
      ),
    ).toEqual({
      authors: [{ value: 'José Núñez', count: 6 }],
      keywords: [{ value: 'water', share: 0.5 }],
    });
  });

  test('tell what there was in the time before', async () => {
    expect(
      await facets('articles', '(filter: { publishedAt: { from: "2031-03-03" } })', 'keywords(first: 1) { value count previous(days: 2) }'),
    ).toEqual({
      keywords: [{ value: 'Port City', count: 2, previous: 0 }],
    });
  });
});

test('a filter by author or keyword is planned each time for those it says, whom many articles may have or few', async () => {
  const watched = watchedClient(url);
  const planned = async (filter: string) => {
    for (let i = 0; i < 3; i++) {
      watched.ran.length = 0;
      await ask(createApp(watched.client), `{ articles(filter: { ${filter} }) { nodes { id } } }`);
    }
    return watched.ran[0]!.name === '';
  };
  expect(await planned('author: { name: "Ana Bell" }')).toBe(true);
  expect(await planned('keyword: { name: ["water", "budget"] }')).toBe(true);
  expect(await planned('keyword: { isSet: true }')).toBe(false);
  await watched.client.$disconnect();
});

test('more names than a filter may have are refused, naming the argument', async () => {
  const { errors } = await ask(app, `{ quotes(filter: { article: { author: { name: [${'"x" '.repeat(101)}] } } }) { totalCount } }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.article.author.name' } }]);
});
