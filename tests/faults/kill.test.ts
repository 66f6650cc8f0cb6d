import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../src/paths.ts';
import { run, temporaryFolder } from '../support/cli.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump, empty } from '../support/dump.ts';
import { runs } from '../support/runs.ts';

const { url, client } = await testDatabase();
const env = { DATABASE_URL: url };
const folder = join(temporaryFolder(), 'articles');
mkdirSync(folder);
for (const [i, { document }] of corpus(220).entries()) writeFileSync(join(folder, `${i}.txt`), document.text);

let expected: Awaited<ReturnType<typeof dump>>;
let whole: number;
beforeAll(async () => {
  const started = performance.now();
  await run(['seed', folder], env);
  whole = performance.now() - started;
  expected = await dump(client);
}, 120_000);
beforeEach(() => empty(client));

/** Starts a load, kills it after a part of the time that it takes as a whole, and counts what it left. */
async function killedAt(part: number): Promise<number> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'seed', folder], {
    cwd: projectRoot,
    env: { PATH, HOME, ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await sleep(whole * part);
  child.kill('SIGKILL');
  await ended;
  return client.article.count();
}

const count = runs(3, 20);
const points = Array.from({ length: count }, (_, i) => (i + 1) / (count + 1));

test.each(points)(
  'a load killed after %d of its time and run again ends as one that was not',
  async (part) => {
    const left = await killedAt(part);
    expect(left).toBeLessThanOrEqual(220);
    expect(await run(['seed', folder], env)).toMatchObject({ code: 0 });
    expect(await dump(client)).toEqual(expected);
  },
  120_000,
);

test.runIf(runs(0, 1))(
  'two loads of one folder at once, one of them killed, end as one that was not',
  async () => {
    const [other] = await Promise.all([run(['seed', folder], env), killedAt(0.6)]);
    expect(other).toMatchObject({ code: 0 });
    expect(await dump(client)).toEqual(expected);
  },
  120_000,
);
