import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDate } from '../../src/schema/lists/orders.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';
import { runs } from '../support/runs.ts';

const { client } = await testDatabase();
const app = createApp(client);

/** Seven articles: two of one day, one of the year 1, one of the year 9999, two undated. */
const DATES = ['2031-03-01', '2031-03-01', '2031-02-01', '9999-12-31', '1601-01-01', undefined, undefined];
await save(
  client,
  DATES.map((published, i) => saving(`https://news.example/${i}`, `Article ${i}.`, { ...(published && { published }) })),
  'test',
);

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: ArticleOrder! = NEWEST) {
  articles(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { text } }
  }
}`;
const list = async (variables: object) => (await ask(app, LIST, variables)).data.articles;
const textsOf = (page: { edges: { node: { text: string } }[] }) => page.edges.map(({ node }) => node.text);

const newest = textsOf(await list({ first: 100 }));

describe('the newest first', () => {
  test('has the latest year first and undated articles last', () => {
    expect(newest[0]).toBe('Article 3.');
    expect(newest[4]).toBe('Article 4.');
    expect(newest.slice(5).sort()).toEqual(['Article 5.', 'Article 6.']);
  });

  test('is the reverse of the oldest first', async () => {
    expect(textsOf(await list({ orderBy: 'OLDEST' }))).toEqual(newest.toReversed());
  });
});

test('walking forward or backward in pages of any size yields every item once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      fc.constantFrom(...Object.keys(byDate)),
      async (size, forward, orderBy) => {
        const walked: string[] = [];
        let page = await list(forward ? { first: size, orderBy } : { last: size, orderBy });
        for (;;) {
          expect(page.totalCount).toBe(DATES.length);
          if (forward) walked.push(...textsOf(page));
          else walked.unshift(...textsOf(page));
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
          if (!(forward ? hasNextPage : hasPreviousPage)) break;
          page = await list(forward ? { first: size, after: endCursor, orderBy } : { last: size, before: startCursor, orderBy });
        }
        expect(walked).toEqual(orderBy === 'NEWEST' ? newest : newest.toReversed());
      },
    ),
    { numRuns: runs(25, 500) },
  );
});

test('a page between two cursors holds what lies between them', async () => {
  const { edges } = await list({ first: 7 });
  expect(textsOf(await list({ first: 10, after: edges[1].cursor, before: edges[4].cursor }))).toEqual(newest.slice(2, 4));
});

test('a page of none has no cursors and knows whether there is more', async () => {
  expect(await list({ first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, startCursor: null, endCursor: null } });
});

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const ID = '00000000-0000-0000-0000-000000000000';

test.each([
  ['first over the cap', { first: 101 }, 'first', /0 and 100/],
  ['a negative first', { first: -1 }, 'first', /0 and 100/],
  ['last over the cap', { last: 100_000 }, 'last', /0 and 100/],
  ['first with last', { first: 1, last: 1 }, 'last', /one end/],
  ['words for a cursor', { after: 'the second page' }, 'after', /no cursor/],
  ['an empty cursor', { after: '' }, 'after', /no cursor/],
  ['a cursor of another order', { after: cursor(['OLDEST', '2031-03-01T00:00:00.000Z', ID]) }, 'after', /in this order/],
  ['a forged date', { before: cursor(['NEWEST', 'yesterday', ID]) }, 'before', /no cursor/],
  ['a date before all others', { after: cursor(['NEWEST', '0000-01-01T00:00:00.000Z', ID]) }, 'after', /no cursor/],
  ['a forged id', { after: cursor(['NEWEST', '2031-03-01T00:00:00.000Z', "'; DROP TABLE"]) }, 'after', /no cursor/],
  ['a cursor with too little', { after: cursor(['NEWEST']) }, 'after', /no cursor/],
])('%s is refused with the argument and what is allowed', async (_, variables, argument, message) => {
  const { errors } = await ask(app, LIST, variables);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message), path: ['articles'], extensions: { code: 'BAD_USER_INPUT', argument } },
  ]);
});
