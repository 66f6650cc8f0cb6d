import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import { projectRoot } from '../../src/paths.ts';
import { call } from '../support/called.ts';
import { run } from '../support/cli.ts';
import { corpus, corpusReadings, recorded } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump, empty } from '../support/dump.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const { url, client } = await testDatabase();
const env = { DATABASE_URL: url };

/** Starts a process, and kills it when `until` is over; what it printed. */
async function started(args: readonly string[], until?: () => Promise<unknown>): Promise<string> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, { cwd: projectRoot, env: { PATH, HOME, ...env } });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (until) {
    await until();
    child.kill('SIGKILL');
  }
  await ended;
  return printed;
}

/** How often to kill: the points lie evenly between beginning and end. */
const parts = (count: number) => Array.from({ length: count }, (_, i) => (i + 1) / (count + 1));

describe('a load killed with one of its statements, before or after sending it, and run again ends as one that was not', () => {
  const fixture = fileURLToPath(new URL('fixtures/killed-load.ts', import.meta.url));
  let expected: Awaited<ReturnType<typeof dump>>;
  let statements: number;
  beforeAll(async () => {
    await empty(client);
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    await ingest(client, corpusReadings(220), { annotators: recorded(220) });
    statements = sent.mock.calls.length;
    sent.mockRestore();
    expected = await dump(client);
    expect(expected.Article).toHaveLength(220);
  });
  beforeEach(() => empty(client));

  test.each(parts(runs(2, 24)))('after %d of them', async (part) => {
    const last = Math.round(statements * part);
    expect(await started(['--import', 'tsx', fixture, url, `${last}`, last % 2 === 0 ? 'before' : 'after'])).toBe('');
    expect(await ingest(client, corpusReadings(220), { annotators: recorded(220) })).toMatchObject({ read: 220, failed: [] });
    expect(await dump(client)).toEqual(expected);
  });
});

describe('the command itself, with everything in it', () => {
  const folder = join(temporaryFolder(), 'articles');
  const seed = ['src/start.mjs', 'seed', folder];
  let expected: Awaited<ReturnType<typeof dump>>;
  let whole: number;
  beforeAll(async () => {
    mkdirSync(folder);
    for (const [i, { document }] of corpus(runs(40, 120)).entries()) writeFileSync(join(folder, `${i}.txt`), document.text);
    await empty(client);
    const begun = performance.now();
    // How long a process takes is asked for where it is killed after parts of that.
    await (runs(0, 1) ? run : call)(['seed', folder], env);
    whole = performance.now() - begun;
    expected = await dump(client);
  }, 120_000);
  beforeEach(() => empty(client));

  test('killed while it works on what it has claimed and run again, it ends as one that was not', async () => {
    await started(seed, () => vi.waitUntil(async () => (await client.claim.count()) > 0, { timeout: 60_000, interval: 100 }));
    expect(await call(['seed', folder], env)).toMatchObject({ code: 0 });
    expect(await dump(client)).toEqual(expected);
  }, 120_000);

  test.runIf(runs(0, 1)).each(parts(20))(
    'killed after %d of its time and run again, it ends as one that was not',
    async (part) => {
      await started(seed, () => sleep(whole * part));
      expect(await run(['seed', folder], env)).toMatchObject({ code: 0 });
      expect(await dump(client)).toEqual(expected);
    },
    120_000,
  );

  test.runIf(runs(0, 1))(
    'twice at once, one of them killed, it ends as one that was not',
    async () => {
      const [other] = await Promise.all([run(['seed', folder], env), started(seed, () => sleep(whole * 0.6))]);
      expect(other).toMatchObject({ code: 0 });
      expect(await dump(client)).toEqual(expected);
    },
    120_000,
  );
});
