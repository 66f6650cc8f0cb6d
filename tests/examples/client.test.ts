import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generated } from '../../examples/client/generate.ts';
import { ArticleToReadDocument, QuotesOfDocument } from '../../examples/client/generated/graphql.ts';
import { articleHtml, excerptsHtml } from '../../examples/client/html.ts';
import { pagesOfQuotes } from '../../examples/client/quotes.ts';
import { request } from '../../examples/client/request.ts';
import { projectRoot } from '../../src/paths.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
await save(client, corpus(20), 'test');
const server = createServer(createApp(client)).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;

test('the typed documents are what the queries and the schema make (npm run client writes them)', async () => {
  const folder = join(projectRoot, 'examples/client/generated');
  const files = await generated();
  expect([...files.keys()].map((file) => file.replace('generated/', '')).sort()).toEqual(readdirSync(folder).sort());
  for (const [file, text] of files) expect(readFileSync(join(folder, '..', file), 'utf8')).toBe(text);
});

test('a list that scrolls gets every quote of a speaker once, also where articles come while it does', async () => {
  const ids: string[] = [];
  let pages = 0;
  for await (const page of pagesOfQuotes(endpoint, { by: { name: ['Ana Bell'] }, first: 5 })) {
    ids.push(...page.map(({ node }) => node.id));
    if (pages++ === 0) await save(client, [saving('https://news.example/later', 'Nothing new.', { published: '2032-01-01' })], 'test');
  }
  expect(pages).toBe(3);
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
});

test('a search shows what it found in bold', async () => {
  const { quotes } = await request(endpoint, QuotesOfDocument, { about: '"number 12"', order: 'RELEVANCE' });
  expect(quotes.edges.map(excerptsHtml)).toEqual([['<b>Number</b> <b>12</b> is what I say.']]);
});

test('an article is printed whole, with its quotes marked and everything escaped', async () => {
  const text = 'Ana Bell said <b>“I & you”</b>.';
  await save(
    client,
    [saving('https://news.example/x', text, { people: [{ name: 'Ana Bell' }], quotes: [{ content: 'I & you', speaker: 0 }] })],
    'test',
  );
  const { quotes } = await request(endpoint, QuotesOfDocument, { about: '"I you"' });
  const { article } = await request(endpoint, ArticleToReadDocument, { id: quotes.edges[0]!.node.article.id });
  const html = articleHtml(article!);
  expect(html).toContain('<mark class="quote" title="Ana Bell">I &amp; you</mark>');
  expect(html).toContain('&lt;b&gt;');
  expect(
    html
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  ).toBe(text);
});

test('what the server refuses is an error with its sentence and code', async () => {
  const refused = request(endpoint, QuotesOfDocument, { first: 1000 });
  await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('100'), code: 'BAD_USER_INPUT' });
});
