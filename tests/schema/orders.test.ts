import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
const app = createApp(client);

const talk = saving(
  'https://news.example/talk',
  'Ana Bell, chair of the Rail Union, said “The Rail Union wins!” and “Yes.” Ida Jung said “No, the Rail Union fails.”',
  {
    published: '2032-01-01',
    people: [{ name: 'Ana Bell', title: 'chair of the Rail Union' }, { name: 'Ida Jung' }],
    // Found at its place inside each quote: the first is in the title.
    organizations: [{ name: 'Rail Union' }],
    quotes: [
      { content: 'The Rail Union wins!', speaker: 0, confidence: 0.3 },
      { content: 'Yes.', speaker: 0, confidence: 0.95 },
      { content: 'No, the Rail Union fails.', speaker: 1 },
    ],
  },
);
const about = saving('https://news.example/about', '“The Water Trust leaks,” said Eva Fink.', {
  people: [{ name: 'Eva Fink' }],
  organizations: [{ name: 'Water Trust' }],
  quotes: [{ content: 'The Water Trust leaks,', speaker: 0 }],
});
await save(client, [...corpus(8), talk, about], 'test');

// biome-ignore lint/suspicious/noExplicitAny: what a test asks for is known to the test
type Node = Record<string, any> & { id: string };
type Page = { totalCount: number; nodes: Node[]; pageInfo: Record<string, never> };
async function page(list: string, args: string, fields: string): Promise<Page> {
  const { data, errors } = await ask(
    app,
    `{ ${list}(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  return data[list];
}

async function walk(list: string, order: string, size: number, forward: boolean, meanwhile = async () => {}): Promise<string[]> {
  const walked: string[] = [];
  for (let at = ''; ; await meanwhile()) {
    const { nodes, pageInfo } = await page(list, `${forward ? 'first' : 'last'}: ${size}, ${order} ${at}`, '');
    const ids = nodes.map(({ id }) => id);
    walked.splice(forward ? walked.length : 0, 0, ...ids);
    if (!pageInfo[forward ? 'hasNextPage' : 'hasPreviousPage']) return walked;
    at = forward ? `after: "${pageInfo.endCursor}"` : `before: "${pageInfo.startCursor}"`;
  }
}

test('names are in the order of an index in a book, page by page', async () => {
  const people = ['Zoe Lund', 'al-Karimi', 'Élodie Roy', 'Emil Berg', 'Ødegaard', 'van Dijk', 'ANA BELL'].map((name) => ({ name }));
  const { client: db } = await testDatabase();
  const text = `${people.map(({ name }) => name).join(', ')} met.`;
  await save(db, [saving('https://news.example/met', text, { people })], 'test');
  const names: string[] = [];
  for (let after = 'null'; ; ) {
    const { data } = await ask(
      createApp(db),
      `{ speakers(first: 2, after: ${after}, filter: { includeUnquoted: true }) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
    );
    names.push(...data.speakers.nodes.map(({ name }: { name: string }) => name));
    if (!data.speakers.pageInfo.hasNextPage) break;
    after = `"${data.speakers.pageInfo.endCursor}"`;
  }
  expect(names).toEqual(['al-Karimi', 'ANA BELL', 'Élodie Roy', 'Emil Berg', 'Ødegaard', 'van Dijk', 'Zoe Lund']);
});

const quotesOf = (node: Node) => node.quotes.totalCount;

describe.each<[string, string, string, ((node: Node) => string | number) | null, 1 | -1]>([
  ['articles', 'NEWEST', 'publishedAt', (node) => node.publishedAt ?? '', -1],
  ['articles', 'OLDEST', 'publishedAt', (node) => node.publishedAt ?? '', 1],
  ['articles', 'LONGEST', 'wordCount', (node) => node.wordCount!, -1],
  ['articles', 'SHORTEST', 'wordCount', (node) => node.wordCount!, 1],
  ['articles', 'MOST_QUOTES', 'quotes { totalCount }', quotesOf, -1],
  ['articles', 'RELEVANCE, search: "said"', '', null, 1],
  ['quotes', 'NEWEST', 'article { publishedAt }', (node) => node.article.publishedAt ?? '', -1],
  ['quotes', 'LONGEST', 'text', (node) => [...node.text].length, -1],
  ['quotes', 'SHORTEST', 'text', (node) => [...node.text].length, 1],
  ['quotes', 'CONFIDENCE', 'confidence', (node) => node.confidence!, -1],
  ['quotes', 'LONGEST, search: "number"', 'text', (node) => [...node.text].length, -1],
  ['quotes', 'RELEVANCE, search: "number OR say"', '', null, 1],
  ['speakers', 'NAME', 'name', (node) => node.name!, 1],
  ['speakers', 'MOST_QUOTED', 'quotes { totalCount }', quotesOf, -1],
  [
    'speakers',
    'LAST_QUOTED',
    'quotes(first: 1) { nodes { article { publishedAt } } }',
    (node) => node.quotes.nodes[0].article.publishedAt,
    -1,
  ],
  ['speakers', 'RELEVANCE, search: "-unheard"', 'quotes { totalCount }', quotesOf, -1],
  ['organizations', 'NAME', 'name', (node) => node.name!, 1],
  ['organizations', 'MOST_MENTIONED', 'articles { totalCount }', (node) => node.articles.totalCount, -1],
  ['organizations', 'RELEVANCE, search: "board OR union"', '', null, 1],
  ['places', 'MOST_MENTIONED', 'articles { totalCount }', (node) => node.articles.totalCount, -1],
  ['places', 'RELEVANCE, search: "bay OR varn"', '', null, 1],
])('%s by %s', (list, orderBy, fields, keyOf, direction) => {
  const order = `orderBy: ${orderBy}`;

  test('come in that order, walked forward or backward, each once', async () => {
    const { nodes, totalCount } = await page(list, `first: 100, ${order}`, fields);
    expect(nodes.length).toBe(totalCount);
    expect(totalCount).toBeGreaterThan(1);
    if (keyOf) {
      const keys = nodes.map(keyOf);
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -direction : a > b ? direction : 0)));
    }
    const ids = nodes.map(({ id }) => id);
    for (const forward of [true, false]) expect(await walk(list, order, totalCount > 10 ? 7 : 2, forward)).toEqual(ids);
  });
});

test.each([
  ['articles', 'NEWEST'],
  ['articles', 'OLDEST'],
  ['articles', 'LONGEST'],
  ['quotes', 'NEWEST'],
  ['quotes', 'SHORTEST'],
  ['quotes', 'CONFIDENCE'],
  ['speakers', 'NAME'],
])('a walk through %s by %s yields each item once, while others come on all sides of it', async (list, orderBy) => {
  const before = (await page(list, `first: 100, orderBy: ${orderBy}`, '')).nodes.map(({ id }) => id);
  for (const forward of [true, false]) {
    let added = 0;
    const add = async () => {
      const published = [undefined, '0001-02-03', '2031-01-04', '9999-12-31'][added++ % 4];
      const name = `${'Aim'[added % 3]!.toUpperCase()}x ${list} ${orderBy} ${forward} ${added}`;
      await save(
        client,
        [
          saving(`https://news.example/${name}`, `${name} said “Yes.”`, {
            ...(published && { published }),
            people: [{ name }],
            quotes: [{ content: 'Yes.', speaker: 0 }],
          }),
        ],
        'test',
      );
    };
    const walked = await walk(list, `orderBy: ${orderBy}`, 9, forward, added < 8 ? add : undefined);
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked.filter((id) => before.includes(id))).toEqual(before);
  }
});

test('a search of people or organizations has exact names first', async () => {
  const names = async (list: string, search: string) =>
    (await page(list, `search: ${JSON.stringify(search)}, orderBy: RELEVANCE`, 'name')).nodes.map(({ name }) => name);
  expect(await names('speakers', 'BELL')).toEqual(['Ana Bell']);
  expect(await names('speakers', 'ana OR eva OR "ida jung"')).toHaveLength(3);
  expect(await names('speakers', '!!!')).toEqual([]);
  expect((await names('organizations', 'water trust'))[0]).toBe('Water Trust');
  expect(await names('places', 'lund -bay')).toEqual([]);
});

test('an edge tells how often somebody or something comes up, in the corpus or in the article', async () => {
  const { data, errors } = await ask(
    app,
    `{ speakers(orderBy: MOST_QUOTED) { edges { quoteCount node { quotes { totalCount } } } } byName: speakers(search: "-unheard") { edges { quoteCount node { quotes { totalCount } } } }
      organizations(first: 9) { edges { mentionCount node { articles { totalCount } people { edges { quoteCount node { quotes { totalCount } } } } } } }
      articles(search: "fails") { nodes { speakers { edges { quoteCount } } organizations { edges { mentionCount } } } } }`,
  );
  expect(errors).toBeUndefined();
  for (const { quoteCount, node } of [...data.speakers.edges, ...data.byName.edges]) expect(quoteCount).toBe(node.quotes.totalCount);
  for (const { mentionCount, node } of data.organizations.edges) {
    expect(mentionCount).toBe(node.articles.totalCount);
    for (const person of node.people.edges) expect(person.quoteCount).toBe(person.node.quotes.totalCount);
  }
  expect(data.articles.nodes).toEqual([
    { speakers: { edges: [{ quoteCount: 2 }, { quoteCount: 1 }] }, organizations: { edges: [{ mentionCount: 1 }] } },
  ]);
});

describe('a list that belongs to something', () => {
  const speaker = async (fields: string) =>
    (await ask(app, `{ speakers(filter: { name: { is: "Ana Bell" } }) { nodes { ${fields} } } }`)).data.speakers.nodes[0];

  test.each([
    ['quotes(search: "union")', 'quotes(search: "union", filter: { speaker: { name: "Ana Bell" } })'],
    [
      'quotes(search: "number", orderBy: RELEVANCE)',
      'quotes(search: "number", orderBy: RELEVANCE, filter: { speaker: { name: "Ana Bell" } })',
    ],
    ['quotes(orderBy: SHORTEST, first: 2)', 'quotes(orderBy: SHORTEST, first: 2, filter: { speaker: { name: "Ana Bell" } })'],
    ['quotes(orderBy: CONFIDENCE)', 'quotes(orderBy: CONFIDENCE, filter: { speaker: { name: "Ana Bell" } })'],
    ['articles(search: "union -number")', 'articles(search: "union -number", filter: { speaker: { name: "Ana Bell" } })'],
    ['articles(orderBy: MOST_QUOTES, last: 2)', 'articles(orderBy: MOST_QUOTES, last: 2, filter: { speaker: { name: "Ana Bell" } })'],
    ['articles(orderBy: OLDEST, first: 3)', 'articles(orderBy: OLDEST, first: 3, filter: { speaker: { name: "Ana Bell" } })'],
  ])('%s is the same as of the corpus with a filter', async (nested, ofCorpus) => {
    const fields =
      '{ totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } edges { cursor node { id } highlights { text } } }';
    const expected = (await ask(app, `{ list: ${ofCorpus} ${fields} }`)).data.list;
    expect(expected.edges.length).toBeGreaterThan(0);
    expect(await speaker(`list: ${nested} ${fields}`)).toEqual({ list: expected });
  });

  test('what an article reports can be searched, in the order of reading', async () => {
    const { data } = await ask(
      app,
      '{ articles(search: "fails") { nodes { quotes(search: "rail") { totalCount edges { node { text } highlights { text } } } } } }',
    );
    expect(data.articles.nodes[0].quotes).toMatchObject({
      totalCount: 2,
      edges: [
        { node: { text: 'The Rail Union wins!' }, highlights: [{ text: 'The Rail Union wins!' }] },
        { node: { text: 'No, the Rail Union fails.' } },
      ],
    });
  });

  test('an organization has its people, and what others said with its name in their words', async () => {
    const { data } = await ask(
      app,
      '{ organizations { nodes { name people { totalCount nodes { name } } quotesAbout { totalCount nodes { text } } } } }',
    );
    const of = (name: string) => data.organizations.nodes.find((node: { name: string }) => node.name === name);
    expect(of('Rail Union').people).toEqual({ totalCount: 1, nodes: [{ name: 'Ana Bell' }] });
    expect(of('Water Trust')).toMatchObject({
      people: { totalCount: 0, nodes: [] },
      quotesAbout: { totalCount: 1, nodes: [{ text: 'The Water Trust leaks,' }] },
    });
  });
});

test.each([
  ['articles', 'MOST_QUOTES'],
  ['speakers', 'MOST_QUOTED'],
  ['speakers', 'LAST_QUOTED'],
  ['organizations', 'MOST_MENTIONED'],
])('a cursor of %s by %s is refused once the corpus has changed, with a code of its own', async (list, orderBy) => {
  const { pageInfo } = await page(list, `first: 2, orderBy: ${orderBy}`, '');
  await page(list, `first: 2, orderBy: ${orderBy}, after: "${pageInfo.endCursor}"`, '');
  await save(client, [saving(`https://news.example/${list}-${orderBy}`, `Nothing was said of ${list} by ${orderBy}.`, {})], 'test');
  const { errors } = await ask(app, `{ ${list}(first: 2, orderBy: ${orderBy}, after: "${pageInfo.endCursor}") { nodes { id } } }`);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/begin again/), path: [list], extensions: { code: 'STALE_CURSOR', argument: 'after' } },
  ]);
});

test.each([1e-320, -1e-46, 1e10])('a forged cursor with a confidence that is none is refused: %s', async (confidence) => {
  const after = Buffer.from(JSON.stringify(['CONFIDENCE', confidence, 0, '00000000-0000-0000-0000-000000000000'])).toString('base64url');
  const { errors } = await ask(app, `{ quotes(orderBy: CONFIDENCE, after: "${after}") { nodes { id } } }`);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/no cursor/), extensions: { code: 'BAD_USER_INPUT', argument: 'after' } },
  ]);
});

test('relevance to nothing is refused in every list', async () => {
  for (const list of [
    'articles',
    'quotes',
    'speakers',
    'organizations',
    'places',
    'speakers { nodes { quotes',
    'organizations { nodes { articles',
  ]) {
    const { errors } = await ask(
      app,
      `{ ${list}(orderBy: RELEVANCE) { totalCount } ${'} }'.repeat((list.match(/\{/g)?.length ?? 0) / 2)} }`,
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'orderBy' } });
  }
});
