import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

const together = (name: string, published: string | undefined, people: readonly string[], organizations: readonly string[]) =>
  saving(`https://news.example/${name}`, `${[...people, ...organizations].join(' and ')} met. “${name},” they said.`, {
    ...(published && { published }),
    people: people.map((person) => ({ name: person, title: person.split(' ')[1]! })),
    organizations: organizations.map((organization) => ({ name: organization })),
    quotes: [{ content: `${name},`, speaker: 0 }],
  });
await save(
  client,
  [
    together('One', '2031-01-01', ['Ana Bell', 'Cem Dahl'], ['Water Trust']),
    together('Two', '2031-05-01', ['Ana Bell', 'Cem Dahl'], []),
    together('Three', '2031-03-01', ['Ana Bell', 'Eva Fink'], ['Water Trust']),
    together('Four', undefined, ['Ana Bell'], []),
    together('Five', undefined, ['Gus Hale'], []),
  ],
  'test',
);

const data = async (query: string) => {
  const answer = await ask(app, query);
  expect(answer.errors ?? []).toEqual([]);
  return answer.data;
};

test('a person is named with others, the most frequent first, with the articles that name both', async () => {
  const { speakers } = await data(
    '{ speakers(search: "ana bell") { nodes { namedWith(first: 3) { count named { __typename name } articles(first: 3) { totalCount nodes { quotes { nodes { text } } } } } } } }',
  );
  const found = speakers.nodes[0].namedWith;
  expect(found.map(({ count }: { count: number }) => count)).toEqual([2, 2, 1]);
  for (const { count, articles } of found) expect(articles.totalCount).toBe(count);
  expect(found[2]).toMatchObject({
    named: { __typename: 'Speaker', name: 'Eva Fink' },
    articles: { nodes: [{ quotes: { nodes: [{ text: 'Three,' }] } }] },
  });
  expect(new Set(found.slice(0, 2).map(({ named }: { named: { name: string } }) => named.name))).toEqual(
    new Set(['Cem Dahl', 'Water Trust']),
  );
});

test('an organization is named with people alone where they alone are asked for', async () => {
  const { organizations } = await data(
    '{ organizations { nodes { namedWith(kinds: [SPEAKER], first: 1) { count named { name } } none: namedWith(kinds: []) { count } } } }',
  );
  expect(organizations.nodes).toEqual([{ namedWith: [{ count: 2, named: { name: 'Ana Bell' } }], none: [] }]);
});

test('the articles of a list make a network of nodes and weighted links', async () => {
  const { articles } = await data(
    '{ articles { network(first: 4) { nodes { count named { name } } links { count one { name } other { name } articles { totalCount } } } } }',
  );
  expect(articles.network.nodes.slice(0, 1)).toEqual([{ count: 4, named: { name: 'Ana Bell' } }]);
  const links = articles.network.links.map(
    ({ one, other, count }: { one: { name: string }; other: { name: string }; count: number }) =>
      `${[one.name, other.name].sort().join(' – ')} ${count}`,
  );
  expect(links).toEqual(expect.arrayContaining(['Ana Bell – Cem Dahl 2', 'Ana Bell – Water Trust 2', 'Cem Dahl – Water Trust 1']));
  for (const { count, articles: both } of articles.network.links) expect(both.totalCount).toBe(count);
});

test('a network is of what the list is filtered by', async () => {
  const { articles } = await data(
    '{ articles(search: "three") { network(kinds: [SPEAKER]) { nodes { named { name } count } links { count articles { totalCount } } } } }',
  );
  expect(articles.network.nodes.map(({ named }: { named: { name: string } }) => named.name).sort()).toEqual(['Ana Bell', 'Eva Fink']);
  expect(articles.network.links).toEqual([{ count: 1, articles: { totalCount: 1 } }]);
});

test('a kind that is asked for twice is counted once', async () => {
  const of = (kinds: string) =>
    data(
      `{ articles { network(kinds: [${kinds}]) { nodes { count named { name } } links { count } } } speakers { nodes { namedWith(kinds: [${kinds}]) { count } } } }`,
    );
  expect(await of('SPEAKER, SPEAKER')).toEqual(await of('SPEAKER'));
});

test('a profile tells when somebody was first and last quoted, and roles over time', async () => {
  const { speakers } = await data('{ speakers { nodes { name firstQuotedAt lastQuotedAt roles { title firstSeen lastSeen } } } }');
  expect(speakers.nodes).toEqual([
    {
      name: 'Ana Bell',
      firstQuotedAt: '2031-01-01T00:00:00.000Z',
      lastQuotedAt: '2031-05-01T00:00:00.000Z',
      roles: [{ title: 'Bell', firstSeen: '2031-01-01T00:00:00.000Z', lastSeen: '2031-05-01T00:00:00.000Z' }],
    },
    { name: 'Gus Hale', firstQuotedAt: null, lastQuotedAt: null, roles: [{ title: 'Hale', firstSeen: null, lastSeen: null }] },
  ]);
});

test('all of it costs as many statements for many as for one', async () => {
  await save(client, corpus(12), 'test');
  const query = (first: number) =>
    `{ speakers(first: ${first}, orderBy: MOST_QUOTED) { nodes { name firstQuotedAt lastQuotedAt namedWith { count named { name } articles(first: 2) { totalCount nodes { headline } } } articles { network { nodes { named { name } } links { count } } } } } }`;
  const one = await statements(() => data(query(1)));
  const all = await statements(() => data(query(7)));
  expect(all.length).toBe(one.length);
});

test.each([['speakers { nodes { namedWith(first: 101) { count } } }'], ['articles { network(first: 101) { nodes { count } } }']])(
  '%s is refused, naming the argument',
  async (query) => {
    expect((await ask(app, `{ ${query} }`)).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } });
  },
);
