import { beforeEach, describe, expect, test } from 'vitest';
import { explainFailure } from '../src/db/away.ts';
import { ingest } from '../src/ingest.ts';
import type { Reading } from '../src/readers/index.ts';
import type { Annotators } from '../src/workers/pool.ts';
import { corpus, corpusReadings, recorded } from './support/corpus.ts';
import { testDatabase } from './support/database.ts';
import { dump, empty } from './support/dump.ts';
import { saving } from './support/found.ts';
import { runs } from './support/runs.ts';

const { client } = await testDatabase();
beforeEach(() => empty(client));

const articles = corpus(450);
const readings = () => corpusReadings(450);

describe('a load that is told to stop', () => {
  test('reports what it stored, and what was left comes with the next load', async () => {
    // Row for row in full mode: as after a kill, which is tested always.
    const whole = runs(0, 1) === 1;
    if (whole) await ingest(client, corpusReadings(1800), { annotators: recorded(1800) });
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
    if (whole) expect(await dump(client)).toEqual(expected);
    else expect(await client.article.count()).toBe(1800);
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

describe('a text that two places hold', () => {
  const copies = async function* () {
    for (const place of ['https://a.example', 'https://b.example']) {
      const { document } = saving(place, 'The weir is shut.', {});
      yield { path: place, file: place, format: null, kept: null, at: null, document };
    }
  };
  const failing = (before = () => {}): Annotators => ({
    ...recorded(0),
    run: async () => {
      before();
      throw new Error('It never ends');
    },
  });

  test('fails at both for the reason why it cannot be annotated', async () => {
    const { failed } = await ingest(client, copies(), { annotators: failing() });
    expect(failed.map(({ path, error }) => [path, error.message])).toEqual([
      ['https://a.example', 'It never ends'],
      ['https://b.example', 'It never ends'],
    ]);
  });

  test('fails at none where the load is told to stop', async () => {
    const controller = new AbortController();
    const report = await ingest(client, copies(), { annotators: failing(() => controller.abort()), signal: controller.signal });
    expect(report).toMatchObject({ read: 0, failures: 0, interrupted: true });
  });
});

test('a full disk ends the load, and no document is said to be at fault; with room again it goes on', async () => {
  await client.$executeRaw`
    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
    END $$`;
  await client.$executeRaw`CREATE TRIGGER full_disk BEFORE INSERT ON "Quote" EXECUTE FUNCTION full_disk()`;
  const failures: unknown[] = [];
  const load = () => ingest(client, readings(), { annotators: recorded(450), onFailure: (failure) => failures.push(failure) });
  const ended = await load().catch(explainFailure);
  await client.$executeRaw`DROP FUNCTION full_disk CASCADE`;
  expect(ended).toMatch(/^The disk that holds the database is full\./);
  expect(failures).toEqual([]);
  expect(await load()).toMatchObject({ read: 450, failures: 0 });
  expect(await client.article.count()).toBe(450);
  expect(explainFailure(new TypeError('no'))).toBe(null);
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

test.each([
  ['the same text twice', ['a It rained.', 'a It rained.'], ['new', 'unchanged']],
  ['the same text elsewhere', ['a It rained.', 'b It rained.'], ['new', 'updated']],
  ['two texts', ['a It rained.', 'a It snowed.'], ['new', 'new'], ['updated', 'updated']],
  [
    'a text that comes back',
    ['a It rained.', 'a It snowed.', 'a It rained.'],
    ['new', 'new', 'updated'],
    ['unchanged', 'updated', 'updated'],
  ],
])(
  'a dry run tells what the load then does where a place holds %s',
  async (_, documents, first, again = documents.map(() => 'unchanged')) => {
    const repeated = async function* () {
      for (const [i, document] of documents.entries()) {
        const place = `https://${document[0]}.example`;
        yield { path: String(i), file: place, format: null, kept: null, at: null, ...saving(place, document.slice(2), {}) };
      }
    };
    const annotators: Annotators = { ...recorded(0), run: async (_, text) => saving('', text as string, {}).found as never };
    for (const expected of [first, again]) {
      for (const dryRun of [true, false]) {
        const outcomes: string[] = [];
        await ingest(client, repeated(), { dryRun, annotators, onOutcome: (_, outcome) => outcomes.push(outcome) });
        expect(outcomes).toEqual(expected);
      }
    }
  },
);
