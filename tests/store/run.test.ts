import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import type { Reading } from '../../src/readers/index.ts';
import { recentRuns } from '../../src/store/read/runs.ts';
import { beginRun } from '../../src/store/run.ts';
import { buryDead, hold } from '../../src/store/run-life.ts';
import { corpusReadings, recorded } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump, empty } from '../support/dump.ts';
import { runs } from '../support/runs.ts';

const { client } = await testDatabase();
beforeEach(() => empty(client));

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';

/** What a run leaves behind whose process is gone; `seconds` ago it was last heard of. */
async function abandoned(seconds: number): Promise<string> {
  const [{ id }] = await client.$queryRaw<[{ id: string }]>`
    INSERT INTO "IngestRun" (id, kind, status, source, "startedAt", "seenAt")
    VALUES (gen_random_uuid(), 'LOAD', 'RUNNING', 'archive', now() - interval '1 hour', now() - make_interval(secs => ${seconds})) RETURNING id::text`;
  await client.claim.create({ data: { articleId: A, runId: id } });
  return id;
}

const statuses = async () => (await recentRuns(client, 10)).map(({ status }) => status);

describe('a run', () => {
  test('is on record with what was read and what became of it', async () => {
    await ingest(client, corpusReadings(120), { annotators: recorded(120), source: 'archive' });
    await ingest(client, corpusReadings(120), { annotators: recorded(120), source: 'archive' });
    expect(await recentRuns(client, 10)).toMatchObject([
      { kind: 'LOAD', status: 'DONE', source: 'archive', read: 120, added: 0, unchanged: 120, finishedAt: expect.any(Date) },
      { kind: 'LOAD', status: 'DONE', source: 'archive', read: 120, added: 120, unchanged: 0, updated: 0, removedEarlier: 0, failed: 0 },
    ]);
    expect(await recentRuns(client, 1)).toHaveLength(1);
  });

  test('leaves nothing for searches to look through beside the indexes', async () => {
    await ingest(client, corpusReadings(20), { annotators: recorded(20) });
    const left = await client.$queryRaw<{ pages: bigint }[]>`
      SELECT gin_clean_pending_list(oid) AS pages FROM pg_class
      WHERE relname IN ('Article_search_idx', 'Article_bands_idx', 'Quote_search_idx', 'Speaker_names_idx')`;
    expect(left).toEqual(Array(4).fill({ pages: 0n }));
  });

  test('is seen while it runs, and as stopped or failed where it did not come to the end', async () => {
    const controller = new AbortController();
    await ingest(client, corpusReadings(450), {
      annotators: recorded(450),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    const broken = async function* () {
      yield* corpusReadings(1);
      throw new Error('no');
    };
    await expect(ingest(client, broken(), { annotators: recorded(1) })).rejects.toThrow('no');
    const run = await beginRun(client, 'REEXTRACTION', '');
    expect(await statuses()).toEqual(['RUNNING', 'FAILED', 'STOPPED']);
    await run.finish('DONE');
    expect(await statuses()).toEqual(['DONE', 'FAILED', 'STOPPED']);
  });

  test('keeps no outdated rows, however long it goes on', async () => {
    const run = await beginRun(client, 'LOAD', '');
    const open = await client.$queryRaw<{ query: string; xmin: string | null }[]>`
      SELECT query, backend_xmin::text AS xmin FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`;
    await run.finish('DONE');
    expect(open).toEqual([{ query: expect.stringContaining('SET LOCAL'), xmin: null }]);
  });

  test('whose process is gone is marked as killed by the next one, which gets what it had claimed', async () => {
    const id = await abandoned(1);
    expect(await statuses()).toEqual(['RUNNING']);
    const next = await beginRun(client, 'LOAD', '');
    expect(await statuses()).toEqual(['RUNNING', 'KILLED']);
    expect(await next.claim([A])).toEqual(new Set([A]));
    expect(await client.ingestRun.findUnique({ where: { id } })).toMatchObject({ status: 'KILLED', finishedAt: expect.any(Date) });
    await next.finish('DONE');
  });

  test('that lives is left alone, unless it has been silent for long', async () => {
    const id = await abandoned(100);
    const letGo = await hold(client, id);
    await buryDead(client);
    expect(await statuses()).toEqual(['RUNNING']);
    await client.$executeRaw`UPDATE "IngestRun" SET "seenAt" = now() - interval '121 seconds'`;
    expect(await statuses()).toEqual(['KILLED']);
    await buryDead(client);
    expect(await client.claim.count()).toBe(0);
    await letGo();
  });
});

describe('claims', () => {
  test('are of one run at a time, which may claim again what it has', async () => {
    const [one, two] = [await beginRun(client, 'LOAD', ''), await beginRun(client, 'LOAD', '')];
    expect(await one.claim([A, A])).toEqual(new Set([A]));
    expect(await two.claim([B, A])).toEqual(new Set([B]));
    expect(await one.claim([A, B])).toEqual(new Set([A]));
    await two.release([A, B]);
    expect(await one.claim([B])).toEqual(new Set([B]));
    await one.finish('DONE');
    expect(await two.claim([A, B])).toEqual(new Set([A, B]));
    await two.finish('DONE');
    expect(await client.claim.count()).toBe(0);
  });

  // All of it: in the same order, too, where each batch of the one is one of the other.
  test.each([
    ['from the middle, backwards in strides', (readings: Reading[]) => readings.map((_, i) => readings[(450 + i * 893) % 900]!)] as const,
    ...(runs(0, 1) ? [['in the same order', (readings: Reading[]) => readings] as const] : []),
  ])(
    'divide the work of two loads of the same documents: each text is annotated once, and the corpus ends the same: %s',
    async (_, order) => {
      await ingest(client, corpusReadings(900), { annotators: recorded(900) });
      const expected = await dump(client);
      await empty(client);
      const readings: Reading[] = [];
      for await (const reading of corpusReadings(900)) readings.push(reading);
      const seen: [string[], string[]] = [[], []];
      const both = bothHave(seen, 200);
      const loads = [readings, order(readings)].map((own, i) => {
        const { run, ...others } = recorded(900, (text) => seen[i]!.push(text));
        const together: typeof run = async (...asked) => {
          const found = await run(...asked);
          await both;
          return found;
        };
        return ingest(client, Readable.from(own), { annotators: { ...others, run: together } });
      });
      const reports = await Promise.all(loads);
      expect(reports.map(({ read, failed }) => [read, failed.length])).toEqual([
        [900, 0],
        [900, 0],
      ]);
      expect(seen.flat()).toHaveLength(900);
      expect(Math.min(seen[0].length, seen[1].length)).toBeGreaterThanOrEqual(200);
      expect(await dump(client)).toEqual(expected);
    },
  );
});

/**
 * Waits until each of two lists has `least` items, ten seconds at most: a load that begins early would else have claimed all there is before the
 * other begins. Two batches are annotated at once, so that whoever waits here has claimed two of five.
 */
async function bothHave([one, other]: readonly [readonly unknown[], readonly unknown[]], least: number): Promise<void> {
  const until = performance.now() + 10_000;
  while (Math.min(one.length, other.length) < least && performance.now() < until) await sleep(5);
}
