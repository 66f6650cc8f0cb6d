import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { counting } from '../support/counting.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
const app = createApp(client);

// Ten articles of chairs: thirty quotes by five of them, ten by organizations. And one more, of 2030.
const union = saving(
  'https://news.example/union',
  'Head of the Rail Union Eva Fink said “Ostley wins.” Said Zoe Lund: “Eva Fink.” Ugo Marr listened.',
  {
    published: '2030-01-01',
    people: [{ name: 'Eva Fink', title: 'Head of the Rail Union' }, { name: 'Zoe Lund' }, { name: 'Ugo Marr', title: 'Ugo' }],
    organizations: [{ name: 'Rail Union' }],
    places: ['Ostley'],
    quotes: [
      { content: 'Ostley wins.', speaker: 0 },
      { content: 'Eva Fink.', speaker: 1 },
    ],
  },
);
await save(client, [...corpus(10), union], 'test');
const count = counting(app);

test.each([
  ['articles', 'publisher: { is: "The Even" }'],
  ['articles', 'publisher: { in: ["The Even", "The Odd"], contains: "e" }'],
  ['articles', 'publisher: { isNot: "The Even" }'],
  ['articles', 'agency: { startsWith: "T" }'],
  ['articles', 'section: { contains: "o" }'],
  ['articles', 'language: { is: "en" }'],
  ['articles', 'publishedAt: { from: "2031-01-05" }'],
  ['articles', 'datelinePlace: { name: "Ostley" }'],
  ['articles', 'quotes: { kind: [INDIRECT] }'],
  ['quotes', 'article: { publisher: { is: "The Even" } }'],
  ['quotes', 'article: { not: { publisher: { is: "The Even" } } }'],
  ['quotes', 'publishedAt: { from: "2031-01-05" }'],
  ['quotes', 'speaker: { name: "Ana Bell" }'],
  ['quotes', 'role: { is: "Chair" }'],
  ['speakers', 'role: { contains: "union" }'],
  ['speakers', 'articles: { publisher: { is: "The Even" } }'],
  ['organizations', 'kind: [OTHER]'],
  ['organizations', 'kind: [COMPANY, OTHER], name: { contains: "t" }'],
  ['places', 'articles: { publisher: { is: "The Even" } }'],
])('of %s a filter and its not, { %s }, are all, none twice', async (list, filter) => {
  expect((await count(list, filter)) + (await count(list, `not: { ${filter} }`))).toBe(await count(list, ''));
});

describe('quotes', () => {
  test.each([
    ['role: { is: "Chair" }', 30],
    ['role: { contains: "CHAIR" }', 30],
    ['role: { isSet: true }', 31],
    ['role: { isSet: false }', 11],
    ['role: { isNot: "Chair" }', 12],
    ['role: { is: "Chair", isNot: "Chair" }', 0],
    ['role: { in: [] }', 0],
    ['not: { role: { is: "Chair" } }', 12],
    ['affiliation: { name: "rail union" }', 1],
    ['affiliation: { name: "Harbour Board" }', 0],
    ['affiliation: { isSet: true }', 1],
    ['affiliation: { isSet: false }', 41],
    ['mentions: { isSet: true }', 1],
    ['mentions: { isSet: false }', 41],
    ['mentions: {}, affiliation: { name: null }', 42],
    ['mentions: { name: "ostley" }', 1],
    ['mentions: { name: ["rail union", "ostley", "eva fink"] }', 1],
    ['mentions: { name: "Zoe Lund" }', 0],
    ['not: { mentions: { name: "Ostley" } }', 41],
    ['length: { min: 13 }', 40],
    ['length: { max: 9 }', 1],
    ['length: { min: 10, max: 12 }', 1],
    ['speaker: { name: "Eva Fink" }, role: { contains: "union" }', 1],
    ['publishedAt: { to: "2031-01-01" }, isNamed: true', 2],
  ])('with { %s } are %i', async (filter, expected) => {
    expect(await count('quotes', filter)).toBe(expected);
  });
});

test('what quotes name tells lists of them apart under one article, and people in one', async () => {
  const { data, errors } = await ask(
    app,
    `{ articles(filter: { speaker: { name: "Zoe Lund" } }) { nodes {
      all: quotes { totalCount }
      naming: quotes(filter: { mentions: { name: "Ostley" } }) { totalCount nodes { text } }
      others: quotes(filter: { not: { mentions: { name: "Ostley" } } }) { totalCount nodes { text } }
      people: speakers(filter: { quotes: { mentions: { name: "Ostley" } } }) { nodes { name } }
      everybody: speakers { totalCount }
    } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.articles.nodes).toEqual([
    {
      all: { totalCount: 2 },
      naming: { totalCount: 1, nodes: [{ text: 'Ostley wins.' }] },
      others: { totalCount: 1, nodes: [{ text: 'Eva Fink.' }] },
      people: { nodes: [{ name: 'Eva Fink' }] },
      everybody: { totalCount: 2 },
    },
  ]);
});

test('not somebody is anybody else, also nobody, whether said by name or by id', async () => {
  const { data } = await ask(app, '{ speakers(filter: { name: { is: "Eva Fink" } }) { nodes { id quotes { totalCount } } } }');
  const [{ id, quotes }] = data.speakers.nodes;
  expect(await count('quotes', `speaker: { id: ["${id}"] }`)).toBe(quotes.totalCount);
  for (const named of [`id: ["${id}"]`, 'name: "Eva Fink"', `id: ["${id}"], name: "nobody"`]) {
    expect(await count('quotes', `not: { speaker: { ${named} } }`)).toBe(42 - quotes.totalCount);
  }
});

describe('people, organizations and places', () => {
  test.each([
    ['speakers', '', 6],
    ['speakers', 'includeUnquoted: true', 7],
    ['speakers', 'or: [{ includeUnquoted: true }]', 7],
    ['speakers', 'name: { startsWith: "eva" }', 1],
    ['speakers', 'named: { name: "EVA FINK" }', 1],
    ['speakers', 'quotes: { kind: [INDIRECT] }', 5],
    ['speakers', 'quotes: { role: { contains: "union" } }', 1],
    ['speakers', 'role: { contains: "chair" }', 5],
    ['speakers', 'role: { contains: "union" }', 1],
    ['speakers', 'role: { isSet: false }', 1],
    ['speakers', 'role: { isNot: "Chair" }', 1],
    ['speakers', 'organization: { name: "Rail Union" }', 1],
    ['speakers', 'organization: { name: "Water Trust" }', 0],
    ['speakers', 'organization: { isSet: true }', 1],
    ['speakers', 'organization: { isSet: false }', 5],
    ['speakers', 'named: { isSet: true }', 6],
    ['speakers', 'named: {}, organization: { name: null }', 6],
    ['speakers', 'named: { isSet: false }', 0],
    ['speakers', 'quoteCount: { min: 2 }', 5],
    ['speakers', 'isFullName: false', 0],
    ['speakers', 'articles: { publisher: { isSet: false } }', 2],
    ['speakers', 'or: [{ name: { startsWith: "eva" } }, { quoteCount: { max: 1 } }]', 2],
    ['speakers', 'not: { role: { contains: "union" } }, and: [{ isFullName: true }]', 5],
    ['speakers', 'or: []', 0],
    ['organizations', '', 4],
    ['organizations', 'named: { name: "rail union" }', 1],
    ['organizations', 'name: { contains: "UNION" }', 1],
    ['organizations', 'not: { named: { name: "rail union" } }', 3],
    ['organizations', 'kind: [COMPANY]', 0],
    ['organizations', 'quotes: { kind: [DIRECT] }', 4],
    ['organizations', 'articles: { publisher: { isSet: false } }', 1],
    ['organizations', 'articleCount: { min: 8 }', 2],
    ['places', '', 3],
    ['places', 'named: { name: "OSTLEY" }', 1],
    ['places', 'name: { startsWith: "ost" }', 1],
    ['places', 'name: { isNot: "Ostley" }', 2],
    ['places', 'articleCount: { min: 11 }', 1],
    ['places', 'articles: { publisher: { isSet: false } }', 1],
    ['places', 'not: { articles: { publisher: { isSet: false } } }', 2],
    ['places', 'and: [{ named: { name: "Ostley" } }, { articleCount: { max: 10 } }]', 0],
    ['places', 'or: []', 0],
    ['organizations', 'or: [{ articleCount: { min: 8 } }, { name: { is: "Rail Union" } }]', 2],
  ])('%s with { %s } are %i', async (list, filter, expected) => {
    expect(await count(list, filter)).toBe(expected);
  });
});

test('lists within an article take the same filters', async () => {
  const { data, errors } = await ask(
    app,
    `{ articles(filter: { speaker: { name: "Zoe Lund" } }) { nodes {
      quotes(filter: { mentions: { name: "Ostley" } }) { totalCount nodes { role { title organization { name } } } }
      quoted: speakers { totalCount } all: speakers(filter: { includeUnquoted: true }) { totalCount }
      heads: speakers(filter: { organization: { name: "Rail Union" } }) { totalCount nodes { name } }
      organizations(filter: { kind: [COMPANY] }) { totalCount nodes { name } }
      none: places(filter: { name: { is: "Varn" } }) { totalCount nodes { name } }
      places(filter: { named: { name: "ostley" } }) { nodes { articles(filter: { publisher: { isSet: false } }) { totalCount nodes { id } } } }
    } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.articles.nodes).toMatchObject([
    {
      quotes: { totalCount: 1, nodes: [{ role: { title: 'Head of the Rail Union', organization: { name: 'Rail Union' } } }] },
      quoted: { totalCount: 2 },
      all: { totalCount: 3 },
      heads: { totalCount: 1, nodes: [{ name: 'Eva Fink' }] },
      organizations: { totalCount: 0, nodes: [] },
      none: { totalCount: 0, nodes: [] },
      places: { nodes: [{ articles: { totalCount: 1, nodes: [{}] } }] },
    },
  ]);
});
