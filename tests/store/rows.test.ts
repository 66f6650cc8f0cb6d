import { expect, test } from 'vitest';
import { createClient } from '../../src/db/open.ts';
import { type Query, readRows } from '../../src/store/read/rows.ts';
import type { Model } from '../../src/store/read/where.ts';
import { save } from '../../src/store/save.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { client: own, url } = await testDatabase();
await save(own, corpus(12), 'test');
const times = ['0001-01-01T00:00:00.000Z', '1899-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'];
const articles = await own.article.findMany({ orderBy: { id: 'asc' }, take: times.length });
for (const [i, { id }] of articles.entries())
  await own.article.update({ where: { id }, data: { publishedAt: times[i]!, headline: `"'\\ é😀\u2028${i}` } });
// Where clocks differed from UTC by odd seconds before 1937, so that JavaScript could not read the times that PostgreSQL writes.
await own.$executeRawUnsafe(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET TimeZone TO 'Europe/Amsterdam'`);
const client = createClient(url);

const quotes = { where: { act: 'SPEECH', region: { in: ['BODY', 'NESTED'] } }, orderBy: [{ start: 'asc' }, { id: 'asc' }] };
const CASES: readonly (readonly [what: string, model: Model, query: Query & { select: object }])[] = [
  [
    'columns of every type',
    'Article',
    { select: { id: true, headline: true, publishedAt: true, authors: true, wordCount: true, supersededById: true } },
  ],
  [
    'numbers with fractions, enums, JSON, true and false',
    'Quote',
    { select: { id: true, kind: true, confidence: true, speakerConfidence: true, alternatives: true, current: true } },
  ],
  ['what is asked for with false as left out', 'Speaker', { select: { id: true, name: true, aliases: false } }],
  ['an order and so many', 'Quote', { select: { id: true, sortAt: true }, orderBy: [{ sortAt: 'desc' }, { id: 'desc' }], take: 7 }],
  ['none', 'Quote', { select: { id: true }, take: 0 }],
  ['no row that meets a list of nothing', 'Quote', { select: { id: true }, where: { kind: { in: [] } } }],
  [
    'a relation to one row or to none',
    'Quote',
    { select: { id: true, speaker: { select: { name: true } }, organization: { select: { name: true } } } },
  ],
  ['a relation to one row that holds the key', 'Article', { select: { id: true, extraction: { select: { at: true, extractor: true } } } }],
  [
    'a relation to many, in lists within lists',
    'Speaker',
    {
      select: {
        id: true,
        quotes: {
          ...quotes,
          take: 2,
          select: { id: true, article: { select: { publishedAt: true, quotes: { ...quotes, take: 1, select: { text: true } } } } },
        },
      },
    },
  ],
  [
    'a relation of a table to itself',
    'Quote',
    { select: { id: true, within: { select: { id: true } }, nested: { select: { id: true }, orderBy: { id: 'asc' } } } },
  ],
  ['counts of relations', 'Speaker', { select: { id: true, _count: { select: { mentions: true, quotes: { where: quotes.where } } } } }],
];

test.each(CASES)('reads %s, as Prisma does', async (_what, model, query) => {
  const asked = { orderBy: { id: 'asc' as const }, ...query };
  const delegate = own[model.toLowerCase() as 'quote'] as unknown as { findMany: (query: object) => Promise<object[]> };
  const rows = await readRows(client, model, asked);
  expect(rows).toEqual(await delegate.findMany(asked));
  expect(rows.length > 0).toBe(query.take !== 0 && query.where === undefined);
});

test.each([
  ['what it does not know', { select: { id: true }, distinct: ['kind'] }],
  ['the same of a relation', { select: { article: { include: { quotes: true } } } }],
  ['a field that there is not', { select: { nothing: true } }],
  ['a value that the enum does not have', { select: { id: true }, where: { kind: "DIRECT'" } }],
])('refuses %s', async (_what, query) => {
  await expect(readRows(client, 'Quote', query)).rejects.toThrow(TypeError);
});
