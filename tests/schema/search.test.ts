import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';
import { runs } from '../support/runs.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

const says = (name: string, content: string, published: string) =>
  saving(`https://news.example/${name}`, `Ana Bell said “${content}” in <b>Ostley/Varn</b> on a café terrace.`, {
    published,
    people: [{ name: 'Ana Bell' }],
    quotes: [{ content, speaker: 0 }],
  });
const SAYINGS = [
  says('a', 'We will not raise taxes.', '2031-05-01'),
  says('b', 'Raising the tax was a mistake.', '2031-05-02'),
  says('c', 'Taxes, taxes, taxes: they are all we hear of.', '2031-05-03'),
  says('d', 'Café owners <em>resist</em> and/or leave.', '2031-05-04'),
];
await save(client, [...corpus(12), ...SAYINGS], 'test');

const LIST = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String, $orderBy: QuoteOrder! = NEWEST, $filter: QuoteFilter) {
  quotes(search: $search, first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    totalCount rankedFrom pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { node { text article { text } } highlights { text span { start end text } matches { start end } } }
  }
}`;
const list = async (variables: object) => {
  const { data, errors } = await ask(app, LIST, variables);
  expect(errors).toBeUndefined();
  return data.quotes;
};
const textsOf = (page: { edges: { node: { text: string } }[] }) => page.edges.map(({ node }) => node.text);

describe('a search of quotes', () => {
  test.each([
    ['taxes', 3],
    ['TAX', 3],
    ['raise taxes', 2],
    ['"raise taxes"', 1],
    ['taxes -mistake', 2],
    ['mistake OR owners', 2],
    ['we will not', 1],
    ['cafe', 1],
    ['cafés', 1],
    ['resists', 1],
    ['and/or', 1],
    ['em', 1],
    ['terrace', 0],
    ['unheard', 0],
    ['', 0],
    ['!!! … ?', 0],
    ['\u0000', 0],
    ['\ud83d', 0],
    ['😀 🏳️‍🌈', 0],
    ['\'; DROP TABLE "Quote"; --', 0],
    ['tax '.repeat(20), 3],
    ['( & | ! <-> :* \\', 0],
  ])('for %j finds %i', async (search, count) => {
    const page = await list({ search });
    expect(page.totalCount).toBe(count);
    expect(page.edges).toHaveLength(count);
  });

  test('meets its filter as well', async () => {
    expect(await list({ search: 'say', filter: { speaker: { name: 'eva fink' }, kind: ['DIRECT'] }, first: 100 })).toMatchObject({
      totalCount: 2,
    });
    expect(await list({ search: 'taxes', filter: { speaker: { name: 'Gus Hale' } } })).toMatchObject({ totalCount: 0, edges: [] });
  });

  test('lists the newest first, or what fits best', async () => {
    expect(textsOf(await list({ search: 'taxes' }))[0]).toMatch(/^Taxes, taxes/);
    const ranked = await list({ search: 'tax OR raise', orderBy: 'RELEVANCE' });
    expect(ranked).toMatchObject({ rankedFrom: 3, totalCount: 3 });
    expect(textsOf(ranked)[0]).toMatch(/^We will not|^Raising/);
    expect(await list({ search: 'tax' })).toMatchObject({ rankedFrom: null });
  });

  test('counts without reading rows, and reads rows without counting', async () => {
    expect(await statements(() => ask(app, '{ quotes(search: "tax") { totalCount } }'))).toHaveLength(1);
    const rows = await statements(() => ask(app, '{ quotes(search: "say") { edges { node { text } highlights { text } } } }'));
    expect(rows).toHaveLength(3);
  });
});

test('a search of ten thousand characters is answered', async () => {
  expect(await list({ search: 'tax '.repeat(2_500) })).toMatchObject({ totalCount: 3 });
});

test('articles are found by headline and text', async () => {
  const { data } = await ask(app, '{ articles(search: "cafe terrace", orderBy: RELEVANCE) { totalCount edges { highlights { text } } } }');
  expect(data.articles.totalCount).toBe(4);
  for (const { highlights } of data.articles.edges) expect(highlights[0].text).toContain('café terrace');
});

test('what stands in the headline alone has no highlights, which are of the text', async () => {
  await save(
    client,
    [saving('https://news.example/comet', 'It came in the night.', { published: '2030-01-01' }, { headline: 'A comet' })],
    'test',
  );
  const { data } = await ask(app, '{ articles(search: "comet") { edges { node { headline } highlights { text } } } }');
  expect(data.articles.edges).toEqual([{ node: { headline: 'A comet' }, highlights: [] }]);
});

test('highlights are stretches of the article with the words that were found, nothing taken out or put in', async () => {
  for (const search of ['café resist leave', 'taxes hear', 'tax']) {
    const { edges } = await list({ search });
    expect(edges.length).toBeGreaterThan(0);
    for (const { node, highlights } of edges) {
      expect(highlights.length).toBeGreaterThan(0);
      for (const { text, span, matches } of highlights) {
        expect(node.article.text.slice(span.start, span.end)).toBe(text);
        expect(span.text).toBe(text);
        for (const { start, end } of matches) expect(text.slice(start, end)).toMatch(/^(café|resist|leave|tax(es)?|hear)$/i);
      }
    }
  }
});

test('walking by relevance in pages of any size, forward or backward, yields each match once, with others added meanwhile', async () => {
  let added = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.boolean(), async (size, forward) => {
      const all = textsOf(await list({ search: 'number say', orderBy: 'RELEVANCE', first: 100 })).filter((text) => !text.includes('added'));
      const walked: string[] = [];
      let at: object = {};
      for (let pages = 0; pages < 60; pages++) {
        const page = await list({ search: 'number say', orderBy: 'RELEVANCE', ...(forward ? { first: size } : { last: size }), ...at });
        if (forward) walked.push(...textsOf(page));
        else walked.unshift(...textsOf(page));
        if (pages === 0) await save(client, [says(`added-${added++}`, 'I say a number was added.', '2031-06-01')], 'test');
        const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
        if (!(forward ? hasNextPage : hasPreviousPage)) break;
        at = forward ? { after: endCursor } : { before: startCursor };
      }
      expect(walked.filter((text) => !text.includes('added'))).toEqual(all);
    }),
    { numRuns: runs(4, 60) },
  );
});

test.each([
  ['a search that is too long', '{ quotes(search: $x) { totalCount } }', 'search', /10000/],
  ['relevance without a search', '{ quotes(orderBy: RELEVANCE) { totalCount } }', 'orderBy', /add search/],
])('%s is refused with the argument and what is allowed', async (_, query, argument, message) => {
  const { errors } = await ask(app, query.includes('$x') ? `query ($x: String) ${query}` : query, { x: 'x'.repeat(10_001) });
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', argument } }]);
});
