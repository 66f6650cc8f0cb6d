import { expect, test } from 'vitest';
import { sha256 } from '../../src/ids.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
const app = createApp(client);

const RAIN = 'Mayor Ana Bell of Ostley spoke. 😀 “It rains,” she said.\n\nThe Rail Union agreed, as did Cem Dahl.';
await save(
  client,
  [
    saving(
      'https://news.example/rain',
      RAIN,
      {
        people: [{ name: 'Ana Bell', title: 'Mayor' }, { name: 'Cem Dahl' }],
        organizations: [{ name: 'Rail Union' }],
        places: ['Ostley'],
        quotes: [{ content: 'It rains,', speaker: 0, cue: 'said', source: 'she', alternatives: [1] }],
        published: '2031-03-01',
      },
      { headline: 'Rain', publisher: 'The Even' },
    ),
    { ...saving('https://news.example/none', 'Nothing “was said” here.', { quotes: [{ content: 'was said' }] }) },
    saving('https://news.example/later', 'Governor Ana Bell won.', {
      people: [{ name: 'Ana Bell', title: 'Governor' }],
      published: '2033-01-01',
    }),
  ],
  'test',
);
await save(
  client,
  [
    saving('https://news.example/boat', '“I said, ‘Ten years?’ My father said, ‘Never love a boat,’ and we left,” Eva Lund said.', {
      people: [{ name: 'Eva Lund' }],
      quotes: [
        { content: 'I said, ‘Ten years?’ My father said, ‘Never love a boat,’ and we left,', speaker: 0 },
        { content: 'Ten years?', speaker: 0, attribution: 'PRONOUN', within: 0 },
        { content: 'Never love a boat,', within: 0 },
      ],
    }),
  ],
  'test',
);
await client.article.updateMany({ where: { text: { contains: 'was said' } }, data: { url: null } });

const one = async (fields: string) => {
  const { data, errors } = await ask(app, `{ quotes(filter: { speaker: { name: "Ana Bell" } }) { nodes { ${fields} } } }`);
  expect(errors).toBeUndefined();
  return data.quotes.nodes[0];
};

test('the segments of an article are its text, each with what is found on it', async () => {
  const { data } = await ask(
    app,
    `{ article(url: "https://news.example/rain") { segments {
      start end text kinds quotes { text speaker { name } } cueOf { text } sourceOf { text } mentions { named { __typename name } }
    } } }`,
  );
  const { segments } = data.article;
  expect(segments.map(({ text }: { text: string }) => text).join('')).toBe(RAIN);
  for (const { start, end, text } of segments) expect(RAIN.slice(start, end)).toBe(text);
  const quote = { text: 'It rains,' };
  const marked = segments.filter(({ kinds }: { kinds: unknown[] }) => kinds.length > 0);
  const plain = { quotes: [], cueOf: [], sourceOf: [], mentions: [] };
  expect(marked).toMatchObject([
    { ...plain, text: 'Ana Bell', kinds: ['MENTION'], mentions: [{ named: { __typename: 'Speaker', name: 'Ana Bell' } }] },
    { ...plain, text: 'Ostley', kinds: ['MENTION'], mentions: [{ named: { __typename: 'Place', name: 'Ostley' } }] },
    { ...plain, text: 'It rains,', kinds: ['QUOTE'], quotes: [{ ...quote, speaker: { name: 'Ana Bell' } }] },
    { ...plain, text: 'she', kinds: ['SOURCE'], sourceOf: [quote] },
    { ...plain, text: 'said', kinds: ['CUE'], cueOf: [quote] },
    { ...plain, text: 'Rail Union', kinds: ['MENTION'], mentions: [{ named: { __typename: 'Organization', name: 'Rail Union' } }] },
    { ...plain, text: 'Cem Dahl', mentions: [{ named: { __typename: 'Speaker', name: 'Cem Dahl' } }] },
  ]);
});

test('what an article names is listed in the order of reading, with what the query asks of each type', async () => {
  const { data } = await ask(
    app,
    `{ article(url: "https://news.example/rain") { mentions(first: 2) { totalCount pageInfo { hasNextPage } nodes {
      spans { start text } article { headline } named { id name ... on Speaker { roles { title } } ... on Place { articles { totalCount } } }
    } } } }`,
  );
  expect(data.article.mentions).toMatchObject({
    totalCount: 4,
    pageInfo: { hasNextPage: true },
    nodes: [
      {
        spans: [{ start: 6, text: 'Ana Bell' }],
        article: { headline: 'Rain' },
        named: { name: 'Ana Bell', roles: [{ title: 'Governor' }, { title: 'Mayor' }] },
      },
      { spans: [{ text: 'Ostley' }], named: { name: 'Ostley', articles: { totalCount: 1 } } },
    ],
  });
});

test('a quote says why, in which role then, in what context, and how to cite and reach it', async () => {
  expect(
    await one(`why { method confidence cue { text } source { text } chain { text } alternatives { name confidence speaker { name } organization { name } } }
      role { title firstSeen lastSeen span { start end text } article { headline } }
      context(characters: 4) { before text after sentence { start text } paragraph { text } } deepLink citation verified`),
  ).toEqual({
    why: {
      method: 'NAME',
      confidence: 0.9,
      cue: [{ text: 'said' }],
      source: [{ text: 'she' }],
      chain: [],
      alternatives: [{ name: 'Cem Dahl', confidence: 0.1, speaker: { name: 'Cem Dahl' }, organization: null }],
    },
    role: {
      title: 'Mayor',
      firstSeen: '2031-03-01T00:00:00.000Z',
      lastSeen: '2031-03-01T00:00:00.000Z',
      span: { start: 0, end: 5, text: 'Mayor' },
      article: { headline: 'Rain' },
    },
    context: {
      before: '😀 “',
      text: 'It rains,',
      after: '” sh',
      sentence: { start: 32, text: '😀 “It rains,” she said.' },
      paragraph: { text: 'Mayor Ana Bell of Ostley spoke. 😀 “It rains,” she said.' },
    },
    deepLink: 'https://news.example/rain#:~:text=It%20rains%2C',
    citation: 'Ana Bell, Mayor: “It rains,” (“Rain”, The Even, 1 March 2031, https://news.example/rain)',
    verified: true,
  });
});

test('what nobody said, in an article without an address, has neither role nor link', async () => {
  const { data } = await ask(
    app,
    '{ quotes(filter: { attribution: [NONE] }) { nodes { role { title } deepLink citation why { cue { text } } } } }',
  );
  expect(data.quotes.nodes).toEqual([
    { role: null, deepLink: null, citation: 'Unattributed: “was said” (Untitled article)', why: { cue: [] } },
  ]);
});

test('the roles of a person show when each was in use and where it is printed', async () => {
  const { data } = await ask(app, '{ speakers { nodes { roles { title firstSeen lastSeen article { text } span { start end text } } } } }');
  expect(data.speakers.nodes[0].roles).toMatchObject([
    { title: 'Governor', firstSeen: '2033-01-01T00:00:00.000Z', article: { text: 'Governor Ana Bell won.' }, span: { text: 'Governor' } },
    { title: 'Mayor', lastSeen: '2031-03-01T00:00:00.000Z', article: { text: RAIN }, span: { start: 0, end: 5, text: 'Mayor' } },
  ]);
});

test.each([
  ['its words', 'Quote', { text: 'It snows,' }],
  ['its span', 'Quote', { spans: '37-46' }],
  ['its span, to outside the text', 'Quote', { spans: '900-909' }],
  ['the span of its cue', 'Quote', { cueSpans: '0-4' }],
  ['the words of its source', 'Quote', { sourceText: 'her' }],
  ['the text, elsewhere', 'Article', { text: RAIN.replace('agreed', 'denied') }],
  ['the text, under the quote', 'Article', { text: RAIN.replace('rains', 'snows') }],
  ['the hash', 'Article', { contentHash: sha256('other') }],
  ['text and hash together', 'Article', { text: `${RAIN}.`, contentHash: sha256(`${RAIN}.`) }],
])('a quote is no longer verified once somebody tampered with %s, and is again when that is put back', async (_, table, tampered) => {
  const model = (table === 'Quote' ? client.quote : client.article) as typeof client.quote;
  const row = await model.findFirstOrThrow({ where: { text: { contains: 'It rains' } } });
  await model.update({ where: { id: row.id }, data: tampered });
  expect(await one('verified')).toEqual({ verified: false });
  await model.update({
    where: { id: row.id },
    data: Object.fromEntries(Object.keys(tampered).map((column) => [column, row[column as 'text']])),
  });
  expect(await one('verified')).toEqual({ verified: true });
});

test('an article is found by its id or by an address it was read from', async () => {
  const { data } = await ask(app, '{ article(url: "https://news.example/rain") { id headline citation } }');
  expect(data.article).toMatchObject({ headline: 'Rain', citation: '“Rain”, The Even, 1 March 2031, https://news.example/rain' });
  expect((await ask(app, 'query ($id: ID) { article(id: $id) { id } }', { id: data.article.id })).data.article.id).toBe(data.article.id);
});

test.each([
  ['as it is', '', 'Rain'],
  ['with a fragment, as a deep link has it', '#:~:text=It%20rains', 'Rain'],
  ['with parameters for tracking', '?utm_source=letter&fbclid=x', 'Rain'],
  ['with a parameter that says what is read', '?page=2', null],
])('an article is found by its address %s, or is another', async (_, rest, headline) => {
  const url = `https://news.example/rain${rest}`;
  const { data, errors } = await ask(app, 'query ($url: URL) { article(url: $url) { headline } }', { url });
  expect(errors).toBeUndefined();
  expect(data.article?.headline ?? null).toBe(headline);
});

test('an article is found by an address that is its identifier, where its record names no other', async () => {
  const { document, found } = saving('https://news.example/item/17', 'It snows.', {}, { headline: 'Snow' });
  const key = 'https://news.example/item/17';
  await save(client, [{ document: { ...document, origin: { kind: 'ID', key, name: key, url: null } }, found }], 'test');
  expect((await ask(app, `{ article(url: "${key}") { headline } }`)).data).toEqual({ article: { headline: 'Snow' } });
});

const id = (name: string) => Buffer.from(`${name}:00000000-0000-4000-8000-000000000000`).toString('base64url');

test.each([
  ['an unknown id', { id: id('Article') }],
  ['an unknown address', { url: 'https://news.example/nowhere' }],
  ['an address that is none of the web', { url: 'file:///etc/hosts' }],
  ['an address with NUL', { url: 'https://news.example/%00' }],
  ['odd Unicode in an address', { url: 'https://news.example/\u0000\ud83d😀' }],
])('%s is no article and no error', async (_, variables) => {
  expect(await ask(app, 'query ($id: ID, $url: URL) { article(id: $id, url: $url) { id } }', variables)).toEqual({
    data: { article: null },
  });
});

test.each([
  ['neither', {}, 'id', /either/],
  ['both', { id: id('Article'), url: 'https://news.example/rain' }, 'id', /either/],
  ['the id of something else', { id: id('Speaker') }, 'id', /names a Speaker/],
  ['no global id', { id: 'x' }, 'id', /no global id/],
  ['an endless address', { url: `https://news.example/${'a'.repeat(3_000)}` }, 'url', /2000 are the most/],
])('article with %s is refused, naming the argument and what is allowed', async (_, variables, argument, message) => {
  const { errors } = await ask(app, 'query ($id: ID, $url: URL) { article(id: $id, url: $url) { id } }', variables);
  expect(errors).toMatchObject([
    { path: ['article'], message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', argument } },
  ]);
});

test.each([-1, 5_001, 2_147_483_647])('a context of %i characters is refused', async (characters) => {
  const { errors } = await ask(app, `{ quotes { nodes { context(characters: ${characters}) { before } } } }`);
  expect(errors?.[0]).toMatchObject({
    path: ['quotes', 'nodes', 0, 'context'],
    message: expect.stringMatching(/0 and 5000/),
    extensions: { code: 'BAD_USER_INPUT', argument: 'characters' },
  });
});

test('a quote lists the quotes inside it, which lists give only where they are asked for', async () => {
  const { data } = await ask(
    app,
    `fragment Inside on Quote { text region within { text } nested { text saidBy } }
     { usual: quotes(filter: { speaker: { name: "Eva Lund" } }) { totalCount nodes { ...Inside } }
       inner: quotes(filter: { region: [NESTED] }, orderBy: OLDEST) { totalCount nodes { ...Inside } } }`,
  );
  const text = 'I said, ‘Ten years?’ My father said, ‘Never love a boat,’ and we left,';
  const nested = [
    { text: 'Ten years?', saidBy: 'Eva Lund' },
    { text: 'Never love a boat,', saidBy: null },
  ];
  expect(data.usual).toEqual({ totalCount: 1, nodes: [{ text, region: 'BODY', within: null, nested }] });
  expect(data.inner.totalCount).toBe(2);
  expect(data.inner.nodes).toEqual(
    expect.arrayContaining(nested.map(({ text: words }) => ({ text: words, region: 'NESTED', within: { text }, nested: [] }))),
  );
});
