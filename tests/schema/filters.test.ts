import { describe, expect, test } from 'vitest';
import { sourced } from '../../src/db/direct.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { counting } from '../support/counting.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
const app = createApp(client);

const accented = saving('https://news.example/accents', 'José Núñez of the UN said “Sí.”', {
  people: [{ name: 'José Núñez' }],
  organizations: [{ name: 'UN', acronym: 'UN', known: 'United Nations' }],
  quotes: [{ content: 'Sí.', speaker: 0 }],
});
const attitude = saving('https://news.example/attitude', 'Ana Bell hopes to win.', {
  people: [{ name: 'Ana Bell' }],
  quotes: [{ content: 'to win', speaker: 0, kind: 'INDIRECT', act: 'ATTITUDE' }],
});
const old = saving('https://news.example/changing', 'Old text: Ana Bell said “Old.”', {
  people: [{ name: 'Ana Bell' }],
  quotes: [{ content: 'Old.', speaker: 0 }],
});
const fresh = saving('https://news.example/changing', 'New text.', {});
await save(client, [...corpus(10), accented, attitude, old], 'test');
await save(client, [fresh], 'test');

const globalId = (type: string) => Buffer.from(`${type}:00000000-0000-4000-8000-000000000000`).toString('base64url');
const count = counting(app);
const idOf = async (name: string) =>
  (await ask(app, '{ speakers(first: 50) { nodes { id name } } }')).data.speakers.nodes.find((node: { name: string }) => node.name === name)
    .id;

describe('articles', () => {
  test.each([
    ['publishedAt: { from: "0000-01-01T00:00:00Z" }', 10],
    ['publishedAt: { to: "0000-01-01T00:00:00Z" }', 0],
    ['collection: { isSet: true }', 13],
    ['collection: { isSet: false }', 0],
    ['collection: { isNot: "thirds" }', 9],
    ['', 13],
    ['includeSuperseded: true', 14],
    ['publishedAt: { from: "2031-01-03T00:00:00Z", to: "2031-01-05T00:00:00Z" }', 2],
    ['publishedAt: { from: "2031-01-10T00:00:00Z" }', 1],
    ['publishedAt: {}', 13],
    ['publishedAt: { from: null, to: null }', 13],
    ['publishedAt: { from: null, to: "2031-01-03" }', 2],
    ['publisher: { is: "The Even" }', 5],
    ['publisher: { is: "the even" }', 0],
    ['publisher: { isNot: "The Even" }', 8],
    ['publisher: { in: ["The Even", "The Odd"] }', 10],
    ['publisher: { startsWith: "the" }', 10],
    ['publisher: { contains: "EVE" }', 5],
    ['publisher: { contains: "%" }', 0],
    ['publisher: { isSet: false }', 3],
    ['publisher: { is: "The Even", isNot: "The Even" }', 0],
    ['collection: { is: "thirds" }', 4],
    ['speaker: { name: "Ana Bell" }', 6],
    ['speaker: { name: ["ana bell", "jose nunez"] }', 7],
    ['speaker: { name: [] }', 0],
    ['speaker: {}', 13],
    ['speaker: { id: null, name: null }', 13],
    ['speaker: { id: null, name: [] }', 0],
    ['not: { speaker: {} }', 0],
    ['or: [{ speaker: {} }, { publisher: { is: "The Even" } }]', 13],
    ['speaker: { isSet: true }', 11],
    ['speaker: { isSet: false }', 2],
    ['speaker: { isSet: true, name: "Ana Bell" }', 6],
    ['speaker: { isSet: false, name: "Ana Bell" }', 0],
    ['not: { speaker: { isSet: true } }', 2],
    ['organization: { isSet: true }', 11],
    ['place: { isSet: false }', 3],
    ['datelinePlace: { isSet: true }', 0],
    ['datelinePlace: { isSet: false }', 13],
    ['organization: { name: "united nations" }', 1],
    ['organization: { name: "u.n." }', 0],
    ['place: { name: "Lund-Bay" }', 10],
    ['speaker: { name: "Ana Bell" }, publisher: { is: "The Odd" }', 3],
    ['not: { publisher: { is: "The Even" } }', 8],
    ['or: [{ publisher: { is: "The Even" } }, { publisher: { isSet: false } }]', 8],
    ['or: []', 0],
    ['and: [{ publisher: { is: "The Even" } }, { not: { collection: { is: "thirds" } } }]', 3],
    ['or: [{ includeSuperseded: true }]', 14],
    ['quotes: { kind: [INDIRECT] }', 10],
    ['quotes: { act: [ATTITUDE] }', 1],
    ['not: { quotes: { kind: [INDIRECT] } }', 3],
    ['wordCount: { min: 10 }', 10],
    ['wordCount: { max: 9 }', 3],
    ['language: { isSet: true }', 0],
    ['section: { is: "World" }', 0],
    ['datelinePlace: { name: "Varn" }', 0],
    ['publishedAt: { from: "2031-01-03", to: "2031-01-05" }', 2],
    ['publishedAt: { from: "2031-01-03T01:00:00+01:00", to: "2031-01-03T00:00:01Z" }', 1],
    ['isDated: false', 3],
    ['isDated: true', 10],
    ['quoteCount: { min: 2 }', 10],
    ['quoteCount: { max: 0 }', 2],
  ])('with { %s } are %i', async (filter, expected) => {
    expect(await count('articles', filter)).toBe(expected);
  });
});

describe('quotes', () => {
  test.each([
    ['', 41],
    ['kind: [DIRECT]', 21],
    ['kind: [DIRECT, MIXED]', 31],
    ['kind: []', 0],
    ['act: [ATTITUDE]', 1],
    ['act: [SPEECH, ATTITUDE]', 42],
    ['region: [HEADLINE]', 0],
    ['or: [{ act: [ATTITUDE] }, { kind: [DIRECT] }]', 22],
    ['not: { kind: [DIRECT] }', 20],
    ['isNamed: true', 41],
    ['isNamed: false', 0],
    ['confidence: { min: 0.9 }', 41],
    ['confidence: { min: 0.2, max: 0.8 }', 0],
    // Beyond what the database holds as a number, and nearer to nothing.
    ['confidence: { min: -1e308, max: 1e308 }', 41],
    ['confidence: { min: 1e308 }', 0],
    ['confidence: { min: 1e-300 }', 41],
    ['confidence: { max: 1e-300 }', 0],
    ['length: { min: -2147483648, max: 2147483647 }', 41],
    ['cue: { is: "said" }', 0],
    ['cue: { is: "" }', 41],
    ['article: { not: { publisher: { is: "The Even" } } }', 21],
    ['attribution: [NAME]', 41],
    ['speaker: { name: "Ana Bell" }', 6],
    ['organization: { name: "Harbour Board" }', 3],
    ['publishedAt: { to: "2031-01-02T00:00:00Z" }', 4],
    ['article: { publisher: { is: "The Even" } }', 20],
    ['article: { speaker: { name: "Ana Bell" } }, organization: { name: "Ostley Council" }', 2],
    ['article: { includeSuperseded: true }', 42],
    ['or: [{ article: { includeSuperseded: true } }]', 42],
    ['article: { includeSuperseded: true }, speaker: { name: "Ana Bell" }', 7],
    ['speaker: { isSet: true }', 31],
    ['speaker: { isSet: false }', 10],
    ['organization: { isSet: true }', 10],
    ['organization: { isSet: false }, speaker: { name: "Ana Bell" }', 6],
    ['speaker: { isSet: false }, organization: { isSet: false }', 0],
    ['article: { datelinePlace: { isSet: true } }', 0],
  ])('with { %s } are %i', async (filter, expected) => {
    expect(await count('quotes', filter)).toBe(expected);
  });

  test('are found by the global id of their speaker', async () => {
    expect(await count('quotes', `speaker: { id: "${await idOf('Ana Bell')}" }`)).toBe(6);
  });

  test('of a superseded article are left out of the corpus and of its speaker, and stand in the article itself', async () => {
    const { data } = await ask(
      app,
      `{ articles(first: 50, filter: { includeSuperseded: true }) { nodes { text supersededBy { text } quotes { nodes { text speaker { name quotes { totalCount } } } } } } }`,
    );
    const article = data.articles.nodes.find((node: { text: string }) => node.text.startsWith('Old'));
    expect(article).toEqual({
      text: 'Old text: Ana Bell said “Old.”',
      supersededBy: { text: 'New text.' },
      quotes: { nodes: [{ text: 'Old.', speaker: { name: 'Ana Bell', quotes: { totalCount: 6 } } }] },
    });
  });
});

test('speakers are listed by name, or those quoted most first', async () => {
  const names = async (orderBy: string) =>
    (await ask(app, `{ speakers(orderBy: ${orderBy}) { nodes { name quotes { totalCount } } } }`)).data.speakers.nodes;
  expect((await names('NAME')).map((node: { name: string }) => node.name)).toEqual([
    'Ana Bell',
    'Cem Dahl',
    'Eva Fink',
    'Gus Hale',
    'Ida Jung',
    'José Núñez',
  ]);
  expect((await names('MOST_QUOTED')).at(-1)).toEqual({ name: 'José Núñez', quotes: { totalCount: 1 } });
});

describe('a node', () => {
  test('is found again by its global id, whatever its type', async () => {
    const { data } = await ask(
      app,
      '{ articles(first: 1, filter: { organization: { name: "Rail Union" } }) { nodes { id quotes { nodes { id } } speakers { nodes { id } } organizations { nodes { id } } places { nodes { id } } } } }',
    );
    const [article] = data.articles.nodes;
    const ids = [article, ...['quotes', 'speakers', 'organizations', 'places'].flatMap((list) => article[list].nodes)].map(({ id }) => id);
    const again = await ask(app, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(again.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(new Set(again.data.nodes.map(({ __typename }: { __typename: string }) => __typename)).size).toBe(5);
  });

  test('that is not stored is null', async () => {
    const id = globalId('Quote');
    expect(await ask(app, `{ node(id: "${id}") { id } nodes(ids: ["${id}"]) { id } }`)).toEqual({ data: { node: null, nodes: [null] } });
  });

  test.each([
    ['node(id: "weir")', 'id'],
    ['nodes(ids: ["weir"])', 'ids'],
    ['nodes(ids: "weir")', 'ids'],
  ])('of %s is none, and the argument is named', async (field, argument) => {
    const { errors } = await ask(app, `{ ${field} { id } }`);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/"weir" is no global id/), extensions: { argument } }]);
  });
});

test.each([
  ['{ node(id: "nothing") { id } }', 'id'],
  [`{ node(id: "${globalId('Horse')}") { id } }`, 'id'],
  ['{ quotes(filter: { speaker: { id: ["1"] } }) { totalCount } }', 'filter.speaker.id'],
  ['{ quotes(filter: { and: [{ article: { place: { id: "" } } }] }) { totalCount } }', 'filter.and.article.place.id'],
  ['{ places(filter: { named: { id: "x" } }) { totalCount } }', 'filter.named.id'],
  [
    '{ articles(filter: { publishedAt: { from: "2031-02-01T00:00:00Z", to: "2031-01-01T00:00:00Z" } }) { totalCount } }',
    'filter.publishedAt',
  ],
  [`{ articles(filter: { speaker: { name: [${'"x" '.repeat(101)}] } }) { totalCount } }`, 'filter.speaker.name'],
  ['{ quotes(filter: { confidence: { min: 1, max: 0 } }) { totalCount } }', 'filter.confidence'],
  ['{ articles(filter: { wordCount: { min: 2, max: 1 } }) { totalCount } }', 'filter.wordCount'],
  [`{ quotes(filter: ${'{ not: '.repeat(9)}{}${' }'.repeat(9)}) { totalCount } }`, `filter${'.not'.repeat(8)}`],
  ['{ organizations(filter: { quotes: { or: [{ length: { min: 2, max: 1 } }] } }) { totalCount } }', 'filter.quotes.or.length'],
  ['{ speakers { nodes { quotes(first: 1000) { totalCount } } } }', 'first'],
  [`{ quotes(filter: { speaker: { id: ["${globalId('Place')}"] } }) { totalCount } }`, 'filter.speaker.id'],
  [`{ quotes(filter: { mentions: { id: ["${globalId('Article')}"] } }) { totalCount } }`, 'filter.mentions.id'],
  ['{ quotes(filter: { length: { min: 2, max: 1 } }) { totalCount } }', 'filter.length'],
  [`{ quotes(filter: { article: { agency: { in: [${'"x" '.repeat(101)}] } } }) { totalCount } }`, 'filter.article.agency.in'],
  [`{ speakers(filter: { role: { in: [${'"x" '.repeat(101)}] } }) { totalCount } }`, 'filter.role.in'],
])('%.90s is refused, naming the argument', async (query, argument) => {
  const { errors } = await ask(app, query);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument }, message: expect.stringMatching(/not usable: .+\.$/) }]);
});

test('odd text in a filter is looked for and not found, never an error', async () => {
  for (const odd of ['', ' ', "'", '\\', '%_', '\u0000', '\ud83d', '😀'.repeat(100), '"; DROP TABLE "Quote"', 'x'.repeat(10_000)]) {
    const query =
      'query ($text: String!) { articles(filter: { publisher: { contains: $text }, speaker: { name: [$text] } }) { totalCount } speakers(filter: { name: { is: $text } }) { totalCount } }';
    expect(await ask(app, query, { text: odd })).toEqual({ data: { articles: { totalCount: 0 }, speakers: { totalCount: 0 } } });
  }
});

test('an error that nobody expected is masked', async () => {
  const broken = createApp(
    sourced({} as never, {
      pool: { options: { max: 2 }, query: () => Promise.reject(new Error('secret detail')) } as never,
      nameOf: () => '',
    }),
  );
  const { errors } = await ask(broken, '{ articles { nodes { id } } }');
  expect(errors).toMatchObject([{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(errors)).not.toContain('secret');
});
