import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractionReport } from '../../src/paths.ts';
import { extractorVersion } from '../../src/pipeline/index.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
const app = createApp(client);
const COUNTS = `{
  corpus { version articles quotes speakers organizations places from to }
  articles { totalCount } quotes { totalCount } speakers { totalCount } organizations { totalCount } places { totalCount }
}`;

test('an empty corpus has no articles and no dates', async () => {
  const { data } = await ask(app, COUNTS);
  expect(data.corpus).toEqual({ version: '0', articles: 0, quotes: 0, speakers: 0, organizations: 0, places: 0, from: null, to: null });
});

test('the corpus counts what the lists show, and spans the dates of dated articles', async () => {
  await save(client, [...corpus(4), saving('https://news.example/undated', 'Nothing here.', {})], 'test');
  const { data } = await ask(app, COUNTS);
  for (const list of ['articles', 'quotes', 'speakers', 'organizations', 'places']) {
    expect(data.corpus[list]).toBe(data[list].totalCount);
    expect(data.corpus[list]).toBeGreaterThan(0);
  }
  expect(data.corpus).toMatchObject({ articles: 5, from: '2031-01-01T00:00:00.000Z', to: '2031-01-04T00:00:00.000Z' });
});

test('the version changes with what is stored, and stays while nothing does', async () => {
  const version = async () => (await ask(app, '{ corpus { version } }')).data.corpus.version;
  const before = await version();
  await save(client, corpus(4), 'test');
  expect(await version()).toBe(before);
  await save(client, corpus(5), 'test');
  expect(await version()).not.toBe(before);
});

test('the extractor gives its version, and each figure of the committed report with its bounds', async () => {
  const { data } = await ask(app, '{ corpus { extractor { version measuredVersion measured { name value low high data } } } }');
  const report = JSON.parse(readFileSync(extractionReport, 'utf8'));
  expect(data.corpus.extractor).toEqual({ version: extractorVersion, measuredVersion: report.extractor, measured: report.measured });
  expect(report.measured.length).toBeGreaterThan(10);
  for (const { value, low, high } of report.measured) expect(low <= value && value <= high).toBe(true);
});

test('the corpus shows the latest runs, newest first, with what became of what they read', async () => {
  const at = (hour: number) => new Date(Date.UTC(2031, 0, 1, hour));
  const run = (id: number, hour: number) => ({
    id: `00000000-0000-4000-8000-00000000000${id}`,
    kind: 'LOAD' as const,
    startedAt: at(hour),
  });
  await client.ingestRun.createMany({
    data: [
      { ...run(1, 1), status: 'DONE', source: 'archive', seenAt: at(2), finishedAt: at(2), read: 6, added: 3, unchanged: 2, failed: 1 },
      { ...run(2, 3), status: 'RUNNING', source: 'feed.xml', seenAt: at(4) },
    ],
  });
  const fields = 'kind status source startedAt finishedAt read added unchanged updated removedEarlier failed';
  const { data } = await ask(app, `{ corpus { runs { ${fields} } last: runs(first: 1) { source } } }`);
  const none = { updated: 0, removedEarlier: 0 };
  expect(data.corpus.runs).toEqual([
    expect.objectContaining({ source: 'feed.xml', status: 'RUNNING', finishedAt: null, read: 0, ...none }),
    expect.objectContaining({ source: 'archive', status: 'DONE', finishedAt: at(2).toISOString(), read: 6, added: 3, failed: 1, ...none }),
  ]);
  expect(data.corpus.last).toEqual([{ source: 'feed.xml' }]);
  const { errors } = await ask(app, '{ corpus { runs(first: 101) { source } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
});
