import { expect, test } from 'vitest';
import { FIRST_LOOK } from '../../src/schema/first-look.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { type Answer, ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

async function measure(query: string) {
  let answer = {} as Answer;
  const ran = await statements(async () => {
    answer = await ask(app, query);
  });
  expect(answer.errors).toBeUndefined();
  return { ran: ran.length, data: answer.data };
}

const DEEP = `{
  articles(first: 50) { edges { node { text
    quotes(first: 9) { edges { node { speaker { name roles { title } } organization { name } article { headline } } } }
    speakers(first: 9) { edges { node { name quotes(first: 3) { totalCount nodes { text } } articles(first: 3) { nodes { publisher } } } } }
    organizations(first: 9) { edges { node { name quotes(first: 3) { nodes { text } } } } }
    places(first: 9) { edges { node { name articles(first: 3) { nodes { publisher } } } } }
    origins { name } extraction { extractor }
  } } }
}`;

test('FirstLook and a deeper query run as many statements for 50 articles as for 3, each with three children and more', async () => {
  const first50 = FIRST_LOOK.replace('first: 10)', 'first: 50)');
  await save(client, corpus(3), 'test');
  const [few, deepFew] = [await measure(first50), await measure(DEEP)];
  await save(client, corpus(50), 'test');
  const [many, deepMany] = [await measure(first50), await measure(DEEP)];

  for (const [{ data }, parents] of [
    [few, 3],
    [many, 50],
    [deepFew, 3],
    [deepMany, 50],
  ] as const) {
    expect(data.articles.edges).toHaveLength(parents);
    for (const { node } of data.articles.edges) {
      for (const list of ['quotes', 'speakers', 'organizations'] as const) expect(node[list].edges.length).toBeGreaterThanOrEqual(3);
    }
  }
  expect(many.ran).toBe(few.ran);
  expect(deepMany.ran).toBe(deepFew.ran);
  expect(many.ran).toBeLessThanOrEqual(16);
});

test('a count that is not asked for is not made, and a count alone reads no rows', async () => {
  const count = await statements(() => ask(app, '{ quotes(filter: { cue: { is: "said" } }) { totalCount } }'));
  expect(count).toHaveLength(1);
  expect(count[0]).toMatch(/count\(\*\)/);
  const rows = await statements(() => ask(app, '{ quotes { nodes { text } } }'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).not.toMatch(/count\(/i);
});

test('a list of articles leaves their texts where they are unless they are asked for', async () => {
  const [statement] = await statements(() => ask(app, '{ articles { nodes { headline quotes { nodes { kind } } } } }'));
  expect(statement).not.toMatch(/"text"/);
});

test('two lists of one kind under one article, told apart by aliases, are both right', async () => {
  const { data, ran } = await measure(
    `{ articles(first: 50) { nodes { one: quotes(first: 1) { totalCount nodes { text } } direct: quotes(first: 9, filter: { kind: [DIRECT] }) { totalCount nodes { kind } } } } }`,
  );
  for (const { one, direct } of data.articles.nodes) {
    expect(one).toMatchObject({ totalCount: 4, nodes: [{}] });
    expect(direct).toEqual({ totalCount: 2, nodes: [{ kind: 'DIRECT' }, { kind: 'DIRECT' }] });
  }
  expect(ran).toBeLessThanOrEqual(4);
});

test('a count is right also where it is all that is asked of a list in a list', async () => {
  const { data } = await measure('{ speakers { nodes { quotes { totalCount } } } organizations { nodes { articles { totalCount } } } }');
  expect(data.speakers.nodes.map((node: { quotes: { totalCount: number } }) => node.quotes.totalCount)).toEqual([30, 30, 30, 30, 30]);
  const counts = data.organizations.nodes.map((node: { articles: { totalCount: number } }) => node.articles.totalCount);
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(150);
});
