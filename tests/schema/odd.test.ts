import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
await save(client, corpus(3), 'test');
const app = createApp(client);

const ODD = [
  '',
  ' ',
  "'",
  '\\',
  '%_',
  '\u0000',
  '\ud83d',
  '😀'.repeat(50),
  '"; DROP TABLE "Quote"',
  '(((',
  '.*',
  '\\m',
  'İq',
  'ﬁ ß',
  '\u0301',
  '\u200d',
  '<b>',
  '$999',
];

test.each(ODD)('%j in a search or a suggestion of any noun finds nothing, and is no error', async (text) => {
  const searches = ['articles', 'quotes', 'speakers', 'organizations', 'places']
    .map((list) => `${list}(search: $text, orderBy: RELEVANCE) { totalCount nodes { id } }`)
    .join(' ');
  const { data, errors } = await ask(
    app,
    `query ($text: String!) { ${searches} suggest(text: $text) { text } other: quotes(filter: { role: { contains: $text }, mentions: { name: [$text] }, cue: { startsWith: $text } }) { totalCount facets { cues { value } } timeline { count } } }`,
    { text },
  );
  expect(errors).toBeUndefined();
  for (const list of ['articles', 'quotes', 'speakers', 'organizations', 'places'])
    expect(data[list]).toEqual({ totalCount: 0, nodes: [] });
  expect(data.other).toEqual({ totalCount: 0, facets: { cues: [] }, timeline: [] });
});

test.each(['2020-13-45', '2021-02-30', 'soon', '', '0000'])(
  '%j is no date, in the query or beside it, and the error says what is',
  async (from) => {
    const literal = await ask(app, `{ quotes(filter: { publishedAt: { from: ${JSON.stringify(from)} } }) { totalCount } }`);
    const variable = await ask(app, 'query ($from: DateTime!) { quotes(filter: { publishedAt: { from: $from } }) { totalCount } }', {
      from,
    });
    for (const { errors } of [literal, variable]) {
      expect(errors![0]).toMatchObject({
        message: expect.stringContaining(`${JSON.stringify(from)} is not a moment: a day, "2020-12-30"`),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  },
);
