import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectRoot } from '../../src/paths.ts';
import { run, serving, temporaryFolder } from '../support/cli.ts';

// Each command is a process, and most start a server of their own.
vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
const data = { QUOTEWIRE_DATA_DIR: join(folder, 'data') };
const articles = join(folder, 'articles to load');
mkdirSync(articles);
for (const day of ['monday', 'tuesday']) writeFileSync(join(articles, `${day}.txt`), `It rained on ${day}.`);

test('what is loaded once is unchanged the second time, and changed text is new', async () => {
  expect(await run(['seed', articles], data)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Read 2: 2 new, 0 unchanged, 0 updated, 0 failed, in [\d.]+ s\.\n$/),
  });
  expect(await run(['seed', articles], data)).toMatchObject({ code: 0, stdout: expect.stringContaining('Read 2: 0 new, 2 unchanged') });
  writeFileSync(join(articles, 'monday.txt'), 'It snowed on monday.');
  expect(await run(['seed', articles], data)).toMatchObject({ code: 0, stdout: expect.stringContaining('Read 2: 1 new, 1 unchanged') });
});

test('a dry run says what would change and changes nothing; --json is for scripts', async () => {
  const dry = { QUOTEWIRE_DATA_DIR: join(folder, 'dry') };
  const first = await run(['seed', '--dry-run', articles], dry);
  expect(first.stdout).toContain(`Would be new: ${join(articles, 'tuesday.txt')}\n`);
  expect(first.stdout).toContain('Nothing was stored. Read 2: 2 new');
  const { code, stdout } = await run(['seed', '--json', articles], dry);
  expect(JSON.parse(stdout)).toMatchObject({ read: 2, counts: { new: 2, unchanged: 0, updated: 0 }, failed: [], interrupted: false });
  expect(code).toBe(0);
  expect((await run(['seed', '--dry-run', articles], dry)).stdout).toMatch(/^Nothing was stored. Read 2: 0 new, 2 unchanged/);
});

test('a file that is none costs one line and the exit code; the others are loaded, beside a server that runs', async () => {
  const server = await serving(data);
  writeFileSync(join(articles, 'picture.txt'), new Uint8Array([0x89, 0x50, 0, 0]));
  writeFileSync(join(articles, 'wednesday.txt'), 'It rained on wednesday.');
  const missing = join(folder, 'missing.txt');
  const { code, stdout, stderr } = await run(['seed', articles, missing], data);
  // On a slow machine lines of progress stand between.
  expect(stderr.split('\n').filter((line) => line.startsWith('Failed'))).toEqual([
    `Failed: ${join(articles, 'picture.txt')}: It is no text (it holds NUL bytes); save it as plain text.`,
    `Failed: ${missing}: There is no such file or folder; correct the path.`,
  ]);
  expect(stdout).toContain('Read 5: 1 new, 2 unchanged, 0 updated, 2 failed');
  expect(code).toBe(1);
  const answer = await fetch(`${server.url}?query={articles{totalCount}}`);
  expect(await answer.json()).toEqual({ data: { articles: { totalCount: 3 } } });
  await server.stop('SIGTERM');
});

test('two loads of one folder at once end as one does', async () => {
  const both = { QUOTEWIRE_DATA_DIR: join(folder, 'both') };
  const ends = await Promise.all([run(['seed'], both), run(['seed'], both)]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(ends.map(({ stdout }) => /(\d) new, (\d) unchanged/.exec(stdout)!.slice(1)).sort()).toEqual([
    ['0', '1'],
    ['1', '0'],
  ]);
});

test('prisma db seed loads seeds/ too', async () => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, QUOTEWIRE_DATA_DIR: join(folder, 'both') };
  const prisma = join(projectRoot, 'node_modules/prisma/build/index.js');
  const stdout = await new Promise((resolve) =>
    execFile(process.execPath, [prisma, 'db', 'seed'], { cwd: projectRoot, env }, (_, stdout) => resolve(stdout)),
  );
  expect(stdout).toContain('Read 1: 0 new, 1 unchanged');
});
