import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/db/embedded/index.ts';
import { createClient } from '../../src/db/open.ts';
import { projectRoot } from '../../src/paths.ts';
import { recentRuns } from '../../src/store/read/runs.ts';
import { ended, launch, run } from '../support/cli.ts';
import { corpus } from '../support/corpus.ts';
import { dump } from '../support/dump.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const folder = temporaryFolder();
const articles = join(folder, 'articles');
mkdirSync(articles);
for (const [i, { document }] of corpus(150).entries()) writeFileSync(join(articles, `${i}.txt`), document.text);

const dataIn = (name: string) => ({ QUOTEWIRE_DATA_DIR: join(folder, name) });

/** What the own server in a folder holds, and how its runs ended, the latest first. */
async function heldIn(name: string) {
  const server = await openEmbedded({ dataDir: join(folder, name), projectRoot });
  const client = createClient(server.url);
  const held = { rows: await dump(client), runs: (await recentRuns(client, 10)).map(({ status }) => status) };
  await client.$disconnect();
  await server.close();
  return held;
}

// Each starts two loads and a server of its own.
describe.runIf(runs(0, 1))('a load whose database is killed', () => {
  let whole = 0;
  let expected: Awaited<ReturnType<typeof heldIn>>;

  test('without that, it ends so', async () => {
    const begun = performance.now();
    expect(await run(['seed', articles], dataIn('whole'))).toMatchObject({ code: 0 });
    whole = performance.now() - begun;
    expected = await heldIn('whole');
    expect(expected.rows.Article).toHaveLength(150);
    expect(expected.runs).toEqual(['DONE']);
  }, 120_000);

  test.each([0.5, 0.7, 0.85, 0.95])(
    'after %d of its time says so, and run again ends the same',
    async (part) => {
      const name = `killed-${part}`;
      const child = launch(['seed', articles], dataIn(name));
      const end = ended(child);
      const begun = performance.now();
      let pid = Number.NaN;
      // A load that is done, on a machine that has become faster, has stopped its server: there is none to wait for.
      while (child.exitCode === null && (Number.isNaN(pid) || performance.now() - begun < whole * part)) {
        await sleep(20);
        pid = postmasterIn(name);
      }
      if (!Number.isNaN(pid)) process.kill(pid, 'SIGKILL');
      const { code, stderr } = await end;
      // It may have been done, or not have begun: then it begins again by itself.
      if (code !== 0) expect(stderr).not.toBe('');
      expect(await run(['seed', articles], dataIn(name))).toMatchObject({ code: 0 });
      const held = await heldIn(name);
      expect(held.rows).toEqual(expected.rows);
      expect(held.runs[0]).toBe('DONE');
      expect(held.runs).not.toContain('RUNNING');
    },
    120_000,
  );
});

/** The number of the server's main process; not a number where none has started. */
function postmasterIn(name: string): number {
  try {
    return Number.parseInt(readFileSync(join(folder, name, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}
