import { beforeEach, describe, expect, test } from 'vitest';
import { describe as described } from '../src/commands/reextract.ts';
import { ingest } from '../src/ingest.ts';
import type { Change } from '../src/loading/changes.ts';
import { reextract } from '../src/reextract.ts';
import { recentRuns } from '../src/store/read/runs.ts';
import { remove } from '../src/store/removals.ts';
import { save } from '../src/store/save.ts';
import type { Saving } from '../src/store/saving.ts';
import { corpus, corpusReadings, recorded } from './support/corpus.ts';
import { testDatabase } from './support/database.ts';
import { dump, empty } from './support/dump.ts';
import { saving } from './support/found.ts';

const { client } = await testDatabase();
beforeEach(() => empty(client));

const COUNT = 120;
const articles = corpus(COUNT);
const annotators = recorded(COUNT);

/** What an older extractor found: of every third article nothing, and of every other quote of the rest that nobody said it. */
const older = (): Saving[] =>
  articles.map(({ document, found }, i) => {
    if (i % 3 === 0) return { document, found: saving(document.origin.key, document.text, {}).found };
    return { document, found: { ...found!, quotes: found!.quotes.map((quote, k) => (k % 2 ? quote : { ...quote, speakerId: null })) } };
  });

async function freshly() {
  await ingest(client, corpusReadings(COUNT), { annotators });
  const expected = await dump(client);
  await empty(client);
  return expected;
}

describe('articles read again by a newer extractor', () => {
  test('end as freshly loaded ones, with a report of what changed; a second time nothing does', async () => {
    const expected = await freshly();
    await save(client, older(), 'older-1');
    const changes: Change[] = [];
    const report = await reextract(client, { annotators, onChange: (change) => changes.push(change) });
    expect(`${report.seconds}`).toMatch(/^\d+(\.\d{1,3})?$/);
    expect(report).toMatchObject({ read: COUNT, changed: COUNT, quotes: { added: 160, gone: 0, reattributed: 160 }, failed: 0 });
    expect(changes).toHaveLength(COUNT);
    expect(await dump(client)).toEqual(expected);
    expect(await reextract(client, { annotators })).toMatchObject({ read: 0, changed: 0 });
    expect(await recentRuns(client, 2)).toMatchObject([
      { kind: 'REEXTRACTION', status: 'DONE', read: 0 },
      { kind: 'REEXTRACTION', status: 'DONE', read: COUNT, added: 0, updated: COUNT, unchanged: 0 },
    ]);
  });

  test('can be looked at before: nothing is stored', async () => {
    await save(client, older(), 'older-1');
    const before = await dump(client);
    const [change] = await changesOf({ diff: true, limit: 1 });
    expect(change!.article.id).toBe((await client.article.findFirst({ orderBy: { id: 'asc' } }))!.id);
    expect(await dump(client)).toEqual(before);
  });

  test('are left where it was told to stop, and the next run goes on', async () => {
    const expected = await freshly();
    await save(client, older(), 'older-1');
    const controller = new AbortController();
    const first = await reextract(client, { annotators, signal: controller.signal, onProgress: () => controller.abort() });
    expect(first).toMatchObject({ interrupted: true });
    const second = await reextract(client, { annotators });
    expect(first.read).toBeGreaterThan(0);
    expect(first.read + second.read).toBe(COUNT);
    expect(await dump(client)).toEqual(expected);
  });

  test('are divided between two runs', async () => {
    const expected = await freshly();
    await save(client, older(), 'older-1');
    const reports = await Promise.all([reextract(client, { annotators }), reextract(client, { annotators })]);
    expect(reports[0].read + reports[1].read).toBe(COUNT);
    expect(await dump(client)).toEqual(expected);
  });

  test('fail alone, and stay as they were', async () => {
    await save(client, older(), 'older-1');
    const bad = articles[17]!.document.text;
    const failing = recorded(COUNT, (text) => {
      if (text === bad) throw new Error('no');
    });
    expect(await reextract(client, { annotators: failing })).toMatchObject({ read: COUNT, failed: 1 });
    expect(await client.extraction.count({ where: { extractor: 'older-1' } })).toBe(1);
  });

  test('that were taken down meanwhile stay down', async () => {
    await save(client, older(), 'older-1');
    const { id } = (await client.article.findFirst())!;
    const removing = {
      ...annotators,
      run: (async (name: 'rows', text: string) => {
        await remove(client, [{ by: 'id', id }], null);
        return annotators.run(name, text);
      }) as typeof annotators.run,
    };
    await reextract(client, { annotators: removing });
    expect(await client.article.count()).toBe(COUNT - 1);
  });

  const changesOf = async (options: { diff: boolean; limit: number }) => {
    const changes: Change[] = [];
    await reextract(client, { annotators, ...options, onChange: (change) => changes.push(change) });
    return changes;
  };
});

test('a change is told in a few lines', () => {
  const said = (text: string, name: string | null) => ({ id: text, text, by: name, name });
  expect(
    described({
      article: { id: '1', headline: 'Rain' },
      added: [said('It\nrains.', 'Ana Bell')],
      gone: [said('x'.repeat(101), null)],
      reattributed: [{ before: said('No.', 'Cem Dahl'), after: said('No.', null) }],
    }).split('\n'),
  ).toEqual(['1 Rain', '  + “It rains.” Ana Bell', `  - “${'x'.repeat(100)}…” nobody named`, '  ~ “No.” Cem Dahl → nobody named']);
});
