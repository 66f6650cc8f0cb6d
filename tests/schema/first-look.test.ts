import { beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import { seedsDir } from '../../src/paths.ts';
import { readPaths } from '../../src/readers/index.ts';
import { FIRST_LOOK } from '../../src/schema/first-look.ts';
import { createApp } from '../../src/server.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();
const app = createApp(client);
type Named = { node: { name: string; acronym?: string | null } };
type Spans = { start: number; end: number; text: string }[];

describe("FirstLook, asked of the user's document", async () => {
  let data: Awaited<ReturnType<typeof ask>>['data'];
  let article: typeof data;

  beforeAll(async () => {
    expect(await ingest(client, readPaths([seedsDir]))).toMatchObject({ read: 1, counts: { new: 1 }, failed: [] });
    const answer = await ask(app, FIRST_LOOK);
    expect(answer.errors).toBeUndefined();
    data = answer.data;
    article = data.articles.edges[0].node;
  });

  test('shows one article, dated and filed from Moscow by TASS', () => {
    expect(data.articles).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false, endCursor: data.articles.edges[0].cursor } });
    expect(article).toMatchObject({
      headline: null,
      publisher: null,
      publishedAt: '2020-12-30T00:00:00.000Z',
      dateline: { text: 'MOSCOW, December 30. /TASS/.', place: 'Moscow', agency: 'TASS' },
    });
  });

  test('shows eight quotes by Sergey Lavrov: four direct, two mixed, two indirect', () => {
    const quotes = article.quotes.edges.map(({ node }: { node: object }) => node);
    expect(article.quotes.totalCount).toBe(8);
    expect(quotes.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      ...Array(4).fill('DIRECT'),
      ...Array(2).fill('INDIRECT'),
      ...Array(2).fill('MIXED'),
    ]);
    for (const { speaker, organization, attribution, confidence } of quotes) {
      expect(speaker.name).toBe('Sergey Lavrov');
      expect(organization).toBeNull();
      expect(attribution).toMatch(/^(NAME|SURNAME|TITLE|PRONOUN)$/);
      expect(confidence).toBeGreaterThan(0.4);
    }
    const cues = quotes.map(
      ({ kind, source, cue }: { kind: string; source: Spans; cue: Spans }) => `${kind} ${source[0]!.text} ${cue[0]!.text}`,
    );
    expect(cues).toEqual(
      expect.arrayContaining([
        'MIXED Russian Foreign Minister Sergey Lavrov told',
        'MIXED the Foreign Minister said',
        'INDIRECT Lavrov noted',
        'INDIRECT Lavrov underscored',
      ]),
    );
  });

  test('gives for every span the exact characters that it came from', () => {
    let spans = 0;
    for (const { node } of article.quotes.edges) {
      expect(node.text).toBe(node.spans.map(({ text }: { text: string }) => text).join(' '));
      for (const { start, end, text } of [...node.spans, ...node.cue, ...node.source] as Spans) {
        expect(article.text.slice(start, end)).toBe(text);
        spans++;
      }
    }
    expect(spans).toBe(24);
  });

  test('shows the speaker with the role, and the organizations with acronyms and aliases', () => {
    expect(article.speakers.edges).toMatchObject([{ node: { name: 'Sergey Lavrov', roles: [{ title: 'Russian Foreign Minister' }] } }]);
    expect(article.organizations.edges.map(({ node }: Named) => node.acronym)).toEqual([
      'TASS',
      'UN',
      'CSTO',
      'EAEU',
      'CIS',
      'BRICS',
      'SCO',
    ]);
    expect(data.speakers).toEqual({
      totalCount: 1,
      edges: [{ node: { name: 'Sergey Lavrov', aliases: ['Lavrov'], quotes: { totalCount: 8 } } }],
    });
    expect(data.organizations.totalCount).toBe(7);
    expect(data.organizations.edges).toContainEqual({ node: { name: 'UN', aliases: ['United Nations'], articles: { totalCount: 1 } } });
  });

  test('counts all quotes and shows the first five', () => {
    expect(data.quotes.totalCount).toBe(8);
    expect(data.quotes.edges).toHaveLength(5);
    expect(data.quotes.edges[0].node).toMatchObject({ article: { id: article.id }, speaker: { name: 'Sergey Lavrov' } });
  });

  test('names Moscow and Russia as places, and leads from the dateline to Moscow', async () => {
    const { data } = await ask(
      app,
      '{ articles { nodes { places { nodes { name } } dateline { day location { name articles { totalCount } } } } } }',
    );
    expect(data.articles.nodes).toEqual([
      {
        places: { nodes: [{ name: 'Moscow' }, { name: 'Russia' }] },
        dateline: { day: 'December 30', location: { name: 'Moscow', articles: { totalCount: 1 } } },
      },
    ]);
  });
});
