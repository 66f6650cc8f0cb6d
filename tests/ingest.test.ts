import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../src/ingest.ts';
import type { Reading } from '../src/readers/index.ts';
import { corpus, corpusReadings, recorded } from './support/corpus.ts';
import { testDatabase } from './support/database.ts';
import { dump, empty } from './support/dump.ts';

const { client } = await testDatabase();
beforeEach(() => empty(client));

const articles = corpus(450);
const readings = () => corpusReadings(450);

describe('a load that is told to stop', () => {
  test('reports what it stored, and what was left comes with the next load', async () => {
    await ingest(client, corpusReadings(1800), { annotators: recorded(1800) });
    const expected = await dump(client);
    await empty(client);
    const controller = new AbortController();
    const first = await ingest(client, corpusReadings(1800), {
      annotators: recorded(1800),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(first).toMatchObject({ interrupted: true, failed: [] });
    expect(first.counts.new).toBe(await client.article.count());
    expect(first.read).toBe(first.counts.new);
    expect(first.read).toBeLessThan(1800);
    const second = await ingest(client, corpusReadings(1800), { annotators: recorded(1800) });
    expect(second).toMatchObject({ interrupted: false, read: 1800, counts: { new: 1800 - first.read, unchanged: first.read } });
    expect(await dump(client)).toEqual(expected);
  });

  test('does not wait for more to read', async () => {
    const controller = new AbortController();
    const endless = async function* (): AsyncGenerator<Reading> {
      setTimeout(() => controller.abort(), 20);
      await new Promise(() => {});
    };
    expect(await ingest(client, endless(), { annotators: recorded(450), signal: controller.signal })).toMatchObject({
      read: 0,
      interrupted: true,
    });
  });
});

test('a text that cannot be annotated costs itself alone', async () => {
  const bad = articles[17]!.document;
  const annotators = recorded(450, (text) => {
    if (text === bad.text) throw new Error('no');
  });
  const report = await ingest(client, readings(), { annotators });
  expect(report).toMatchObject({ read: 450, counts: { new: 449 }, failed: [{ path: bad.origin.key }] });
});

test('a dry run tells what the load then does', async () => {
  await ingest(
    client,
    (async function* () {
      for await (const reading of readings()) if (reading.path.endsWith('7')) yield reading;
    })(),
    { annotators: recorded(450) },
  );
  const told: string[] = [];
  const done: string[] = [];
  const foreseen = await ingest(client, readings(), { dryRun: true, onOutcome: (path, outcome) => told.push(`${path} ${outcome}`) });
  expect(await client.article.count()).toBe(45);
  const loaded = await ingest(client, readings(), {
    annotators: recorded(450),
    onOutcome: (path, outcome) => done.push(`${path} ${outcome}`),
  });
  expect(told).toEqual(done);
  expect(foreseen.counts).toEqual(loaded.counts);
});
