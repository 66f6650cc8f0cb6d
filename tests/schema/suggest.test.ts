import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

const minister = saving(
  'https://news.example/minister',
  'José Núñez of the UN said “Sí.” in Bellport. Ana Bellini was silent.',
  {
    people: [{ name: 'José Núñez' }, { name: 'Ana Bellini' }],
    organizations: [{ name: 'UN', acronym: 'UN', known: 'United Nations' }],
    places: ['Bellport'],
    quotes: [{ content: 'Sí.', speaker: 0 }],
  },
  { headline: 'Bells ring for Señor Núñez', publisher: 'The Bell' },
);

/** Four articles of some authors and keywords, two of which spell them in ways of their own; one more that another text takes the place of. */
const column = (name: string, authors: string[], keywords: string[]) =>
  saving(`https://news.example/${name}`, `Column ${name}.`, {}, { authors, keywords });
const columns = [
  column('one', ['Quill Jansson'], ['Quarry dust', 'Water quality']),
  column('two', ['QUILL JANSSON', 'Zoë Quist'], ['Quarry']),
  column('three', ['Quill Jansson', 'Jean-Luc D’Hara'], ['quarry', 'Élan']),
  column('four', [], ['QUARRY']),
  column('changing', ['Quincy Old'], ['quaint']),
];
await save(client, [...corpus(10), minister, ...columns], 'test');
await save(client, [column('changing', [], []), saving('https://news.example/changing', 'Another text.', {})], 'test');

const suggest = async (text: string, args = '') => {
  const { data, errors } = await ask(
    app,
    `query ($text: String!) { suggest(text: $text ${args}) { kind text count node { id __typename } } }`,
    { text },
  );
  expect(errors).toBeUndefined();
  return data.suggest as { kind: string; text: string; count: number; node: { id: string; __typename: string } | null }[];
};
const textsOf = async (text: string, args = '') => (await suggest(text, args)).map((one) => `${one.kind} ${one.text}`);

describe('typing', () => {
  test.each([
    ['bell', ['PLACE Bellport', 'PUBLISHER The Bell', 'SPEAKER Ana Bell', 'ARTICLE Bells ring for Señor Núñez']],
    ['BELL', ['PLACE Bellport', 'PUBLISHER The Bell', 'SPEAKER Ana Bell', 'ARTICLE Bells ring for Señor Núñez']],
    ['be', ['PLACE Bellport', 'PUBLISHER The Bell', 'SPEAKER Ana Bell', 'ARTICLE Bells ring for Señor Núñez']],
    ['nunez', ['SPEAKER José Núñez', 'ARTICLE Bells ring for Señor Núñez']],
    ['Nuñes', ['SPEAKER José Núñez', 'ARTICLE Bells ring for Señor Núñez']],
    ['jose nunes', ['SPEAKER José Núñez']],
    ['un', ['ORGANIZATION UN', 'ORGANIZATION Rail Union']],
    ['united nat', ['ORGANIZATION UN']],
    ['harbor board', ['ORGANIZATION Harbour Board']],
    ['the ev', ['PUBLISHER The Even']],
    ['ostly', ['ORGANIZATION Ostley Council', 'PLACE Ostley']],
    ['o', ['ORGANIZATION Ostley Council', 'PLACE Ostley', 'PUBLISHER The Odd']],
    ['qu', ['AUTHOR Quill Jansson', 'AUTHOR Zoë Quist', 'KEYWORD QUARRY', 'KEYWORD Quarry dust', 'KEYWORD Water quality']],
    ['zoe q', ['AUTHOR Zoë Quist']],
    ['jean luc d h', ['AUTHOR Jean-Luc D’Hara']],
    ['dhara', ['AUTHOR Jean-Luc D’Hara']],
    ['quil janson', ['AUTHOR Quill Jansson']],
    ['elan', ['KEYWORD Élan']],
    ['quincy', []],
    ['zzzz', []],
    ['', []],
    ['?!', []],
    ['\u0000', []],
    ['.*', []],
    ["'); DROP TABLE", []],
  ])('%j finds %j', async (text, expected) => {
    expect((await textsOf(text)).sort()).toEqual([...expected].sort());
  });
});

test('names stand before headlines, and exact names before others', async () => {
  expect(await textsOf('bell')).toEqual(expect.arrayContaining(['ARTICLE Bells ring for Señor Núñez']));
  expect((await textsOf('bell')).at(-1)).toBe('ARTICLE Bells ring for Señor Núñez');
  expect((await textsOf('ostley'))[0]).toBe('PLACE Ostley');
});

test('each is of the kinds asked for, as many as asked for, counted, and leads to its node', async () => {
  expect(await textsOf('bell', 'kinds: [PUBLISHER, SPEAKER]')).toEqual(['SPEAKER Ana Bell', 'PUBLISHER The Bell']);
  expect(await textsOf('bell', 'kinds: []')).toEqual([]);
  expect(await suggest('o', 'first: 1')).toHaveLength(1);
  expect(await suggest('the even')).toMatchObject([{ count: 5, node: null }]);
  const [ana] = await suggest('ana bell');
  expect(ana).toMatchObject({ count: 6, node: { __typename: 'Speaker' } });
  const { data } = await ask(app, `{ node(id: "${ana!.node!.id}") { ... on Speaker { name quotes { totalCount } } } }`);
  expect(data.node).toEqual({ name: 'Ana Bell', quotes: { totalCount: 6 } });
});

test('authors and keywords stand in the order of how many articles have them, spelt as most do', async () => {
  expect(await suggest('qu', 'kinds: [KEYWORD]')).toEqual([
    { kind: 'KEYWORD', text: 'QUARRY', count: 3, node: null },
    { kind: 'KEYWORD', text: 'Quarry dust', count: 1, node: null },
    { kind: 'KEYWORD', text: 'Water quality', count: 1, node: null },
  ]);
  expect(await suggest('q', 'kinds: [AUTHOR]')).toEqual([
    { kind: 'AUTHOR', text: 'Quill Jansson', count: 3, node: null },
    { kind: 'AUTHOR', text: 'Zoë Quist', count: 1, node: null },
  ]);
  for (const [kind, text] of [
    ['AUTHOR', 'quarry'],
    ['KEYWORD', 'quill'],
    ['PUBLISHER', 'quarry'],
  ]) {
    expect(await suggest(text!, `kinds: [${kind}]`)).toEqual([]);
  }
});

test('costs one statement, and one more for each type of node that is asked for', async () => {
  expect(await statements(() => suggest('zzzz'))).toHaveLength(1);
  expect(await statements(() => ask(app, '{ suggest(text: "bell") { kind text count } }'))).toHaveLength(1);
  const nodes = '{ suggest(text: "e") { node { id ... on Speaker { name roles { title } } ... on Organization { name } } } }';
  expect((await statements(() => ask(app, nodes))).length).toBeLessThanOrEqual(6);
});

test.each([
  ['suggest(text: "a", first: 51)', 'first'],
  ['suggest(text: "a", first: -1)', 'first'],
  [`suggest(text: "${'a'.repeat(201)}")`, 'text'],
])('%.40s is refused, naming the argument', async (field, argument) => {
  expect((await ask(app, `{ ${field} { text } }`)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});
