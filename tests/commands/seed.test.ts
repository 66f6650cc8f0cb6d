import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { seed } from '../../src/commands/seed.ts';
import { projectRoot } from '../../src/paths.ts';
import { call } from '../support/called.ts';
import { ended, launch, run } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { proxyTo } from '../support/proxy.ts';
import { runs } from '../support/runs.ts';

// Some commands are processes of their own.
vi.setConfig({ testTimeout: 120_000 });

const { url, client } = await testDatabase();
const env = { DATABASE_URL: url };
const folder = temporaryFolder();
const articles = join(folder, 'articles to load');
mkdirSync(articles);
for (const day of ['monday', 'tuesday']) writeFileSync(join(articles, `${day}.txt`), `It rained on ${day}.`);

test('a dry run says what would change and changes nothing', async () => {
  const { stdout } = await call(['seed', '--dry-run', articles], env);
  expect(stdout).toContain(`Would be new: ${join(articles, 'tuesday.txt')}\n`);
  expect(stdout).toContain('Nothing was stored. Read 2: 2 new');
  expect(await client.article.count()).toBe(0);
});

test('what is loaded once is unchanged the second time, and changed text is new; --json is for scripts', async () => {
  const { code, stdout } = await call(['seed', '--json', articles], env);
  expect(JSON.parse(stdout)).toEqual({
    read: 2,
    counts: { new: 2, unchanged: 0, updated: 0, removed: 0 },
    failures: 0,
    leftOut: 0,
    interrupted: false,
    seconds: expect.any(Number),
    failed: [],
  });
  expect(code).toBe(0);
  writeFileSync(join(articles, 'monday.txt'), 'It snowed on monday.');
  expect(await call(['seed', articles], env)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Read 2: 1 new, 1 unchanged, 0 updated, 0 failed, in [\d.]+ s\.\n$/),
  });
});

test('what holds no words by its nature is no failure', async () => {
  const feed = '<rss version="2.0"><channel><item><title>Fog</title></item><item><title>Sea</title></item></channel></rss>';
  expect(await call(['seed', '-'], env, feed)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Read 0: 0 new'),
    stderr: expect.stringContaining('Nothing to read in 2 records, the first: -: item 1: It has neither content nor summary (Fog).\n'),
  });
});

test('a file that is none costs one line and the exit code; the others are loaded, and it can be fed again', async () => {
  writeFileSync(join(articles, 'picture.txt'), new Uint8Array([0x89, 0x50, 0, 0]));
  writeFileSync(join(articles, 'wednesday.txt'), 'It rained on wednesday.');
  const missing = join(folder, 'missing.txt');
  const rejects = join(folder, 'rejects.jsonl');
  const { code, stdout, stderr } = await call(['seed', '--rejects', rejects, articles, missing], env);
  // On a slow machine lines of progress stand between.
  expect(stderr.split('\n').filter((line) => line.startsWith('Failed'))).toEqual([
    `Failed: ${join(articles, 'picture.txt')}: It is no text (it holds NUL bytes); save it as plain text.`,
    `Failed: ${missing}: There is no such file or folder; correct the path.`,
  ]);
  expect(stdout).toContain('Read 5: 1 new, 2 unchanged, 0 updated, 2 failed');
  expect(code).toBe(1);
  expect(await client.article.count({ where: { supersededById: null } })).toBe(3);

  writeFileSync(join(articles, 'picture.txt'), 'A picture of rain.');
  writeFileSync(missing, 'It rained, though nobody saw it.');
  expect(await call(['seed', '--rejects', rejects, rejects], env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Read 2: 2 new'),
  });
  expect(existsSync(rejects)).toBe(false);
});

test('what failed of standard input can be fed again too, and its copy goes once nothing in it failed', async () => {
  const rejects = join(folder, 'of-input.jsonl');
  const input = '{"text":"Fog came in.","date":"soon"}\n{"text":"Fog went out.","headline":\n';
  const { code, stderr } = await call(['seed', '--rejects', rejects, '-'], env, input);
  expect(code).toBe(1);
  expect(stderr).toContain('Failed: -: line 2');
  expect(stderr).toContain('Noted: -: line 1: The date soon is not understood; write 2031-03-04');
  expect(await call(['seed', '--rejects', rejects, rejects], env)).toMatchObject({ code: 1, stdout: expect.stringContaining('Read 1:') });
  const copy = `${rejects}.stdin`;
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('"headline":', '"headline":"Fog"}'));
  expect(await call(['seed', '--rejects', rejects, rejects], env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Read 1: 1 new'),
  });
  expect([existsSync(rejects), existsSync(copy)]).toEqual([false, false]);
});

test('lines that come now and then are stored as they come, until Ctrl-C', async () => {
  const before = await client.article.count();
  const child = launch(['seed', '--follow'], env);
  const end = ended(child);
  child.stdin!.write('{"text":"It hails.","headline":"Häil"}\n');
  await vi.waitUntil(async () => (await client.article.count()) === before + 1, { timeout: 60_000, interval: 100 });
  child.stdin!.write('{"text":"It thunders."}\n{"text":');
  await vi.waitUntil(async () => (await client.article.count()) === before + 2, { timeout: 60_000, interval: 100 });
  child.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, stdout: expect.stringMatching(/^Stopped before the end. Read 2: 2 new/) });
});

test('a folder is watched until Ctrl-C, which is its end and no interruption', async () => {
  const before = await client.article.count();
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming);
  writeFileSync(join(incoming, 'snow.txt'), 'It snows on the quay.');
  const child = launch(['seed', '--watch', incoming], env);
  const end = ended(child);
  await vi.waitUntil(async () => (await client.article.count()) === before + 1, { timeout: 60_000, interval: 100 });
  child.kill('SIGINT');
  expect(await end).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Read 1: 1 new/),
    stderr: expect.stringContaining(`Watching ${incoming}; Ctrl-C ends it.`),
  });
});

// The pauses take a while; persist.test.ts has the cases.
test.runIf(runs(0, 1))('a folder is watched on once the database is back', async () => {
  const before = await client.article.count();
  const stored = (count: number) =>
    vi.waitUntil(async () => (await client.article.count()) === before + count, { timeout: 60_000, interval: 100 });
  const incoming = join(folder, 'later');
  mkdirSync(incoming);
  writeFileSync(join(incoming, 'hail.txt'), 'It hails on the quay.');
  const way = await proxyTo(url);
  const child = launch(['seed', '--watch', incoming], { DATABASE_URL: way.url });
  let said = '';
  child.stderr!.on('data', (chunk) => {
    said += chunk;
  });
  const end = ended(child);
  await stored(1);
  await way.away();
  writeFileSync(join(incoming, 'fog.txt'), 'There is fog on the quay.');
  await vi.waitUntil(() => said.includes('trying again in 2 s'), { timeout: 60_000, interval: 100 });
  await way.back();
  await stored(2);
  child.kill('SIGINT');
  expect(await end).toMatchObject({ code: 0 });
});

test('a load goes on where nobody reads what it prints', async () => {
  const before = await client.article.count();
  const unread = launch(['seed', '--json', '-', join(folder, 'nowhere.txt')], env);
  const end = ended(unread);
  for (const output of [unread.stdout!, unread.stderr!]) output.destroy();
  unread.stdin!.end('{"text":"Nobody saw the rain."}\n');
  expect((await end).code).toBe(1);
  expect(await client.article.count()).toBe(before + 1);
});

test.each([
  [['--follow', 'a.txt'], '--follow reads standard input alone'],
  [['--watch', '-'], '--watch looks at files and folders'],
  [['--watch', '--follow'], '--watch looks at files and folders'],
  [['--watch', '--dry-run', 'a'], '--watch stores what comes'],
])('flags that exclude each other are refused: %j', async (args, message) => {
  const [flags, paths] = [args.filter((arg) => arg.startsWith('--')), args.filter((arg) => !arg.startsWith('--'))];
  const options = Object.fromEntries(flags.map((flag) => [flag === '--dry-run' ? 'dryRun' : flag.slice(2), true]));
  await expect(seed(paths, {}, options)).rejects.toThrow(message);
});

test('two loads of one folder at once end as one does, one of them by prisma db seed', async () => {
  const prisma = join(projectRoot, 'node_modules/prisma/build/index.js');
  const { PATH, HOME } = process.env;
  const byPrisma = ended(spawn(process.execPath, [prisma, 'db', 'seed'], { cwd: projectRoot, env: { PATH, HOME, ...env } }));
  const ends = await Promise.all([run(['seed'], env), byPrisma]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(ends.map(({ stdout }) => /(\d) new, (\d) unchanged/.exec(stdout)!.slice(1)).sort()).toEqual([
    ['0', '1'],
    ['1', '0'],
  ]);
});
