import { describe, expect, test } from 'vitest';
import { directly } from '../../src/db/direct.ts';
import { copy, copyText, isThere } from '../../src/store/copy.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();

const ID = '00000000-0000-4000-8000-000000000001';
const at = new Date('0001-01-01T00:00:00.000Z');
/** A text with all that means something to COPY, to arrays or to JSON, and letters of more than one unit. */
const ODD = 'a\tb\nc\r\nd\\e \\N \\. "f" {g},h NULL \u2028 é 新 🙂';

const article = {
  id: ID,
  text: ODD,
  contentHash: new Uint8Array([0, 9, 10, 92, 255]),
  headline: null,
  authors: [ODD, '', 'NULL', 'null'],
  keywords: [],
  collection: '\\N',
  publishedAt: new Date('2031-03-01T10:20:30.456Z'),
  publishedPrecision: 'MINUTE',
  sortAt: at,
  wordCount: 7,
  bodyStart: 0,
  bodyEnd: -1,
  bands: [1, -2147483648, 2147483647],
};

describe('rows that are copied', () => {
  test('are stored as they are, whatever stands in them', async () => {
    await directly(client, (db) => copy(db, 'Article', [article]));
    const stored = await client.article.findUniqueOrThrow({ where: { id: ID } });
    expect(stored).toMatchObject({ ...article, contentHash: expect.anything(), supersededById: null, quoteCount: 0 });
    expect([...stored.contentHash]).toEqual([...article.contentHash]);
  });

  test('hold JSON, numbers with and without fractions, and lists of nothing', async () => {
    const quote = {
      id: ID,
      articleId: ID,
      kind: 'DIRECT',
      act: 'SPEECH',
      region: 'BODY',
      spans: '0-1',
      text: 'a',
      cueSpans: '',
      cueText: '',
      sourceSpans: '',
      sourceText: '',
      audienceSpans: '',
      audienceText: '',
      chainSpans: '',
      chainText: '',
      attribution: 'NONE',
      confidence: 0.07,
      speakerConfidence: null,
      alternatives: [{ name: ODD, confidence: 0.5, speakerId: null, organizationId: ID }],
      start: 0,
      sortAt: at,
      current: false,
    };
    await directly(client, (db) => copy(db, 'Quote', [quote]));
    expect(await client.quote.findUniqueOrThrow({ where: { id: ID } })).toMatchObject(quote);
  });

  test('are refused where one of them is there, and nothing is stored then', async () => {
    const other = { ...article, id: ID.replace(/1$/, '2') };
    const refused = directly(client, (db) => copy(db, 'Article', [other, article]));
    expect(await refused.catch(isThere)).toBe(true);
    expect(await client.article.count()).toBe(1);
    expect(isThere(new Error('duplicate key'))).toBe(false);
  });

  test('leave the connection as good as it was, refused or not', async () => {
    for (let i = 0; i < 15; i++) await directly(client, (db) => copy(db, 'Article', [article])).catch(() => {});
    await directly(client, async (db) => {
      await copy(db, 'Article', []);
      expect(await db.$queryRaw`SELECT ${1}::int AS one`).toEqual([{ one: 1 }]);
      expect(await db.$queryRawUnsafe('SELECT $1::int AS two', 2)).toEqual([{ two: 2 }]);
    });
  });

  test('are one line each', () => {
    expect(
      copyText('Claim', [
        { articleId: 'a', runId: 'b' },
        { articleId: 'c', runId: 'd' },
      ]),
    ).toBe('a\tb\nc\td\n');
    expect(copyText('Article', [])).toBe('');
  });
});
