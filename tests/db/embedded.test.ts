import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { COPIED, isClosed } from '../support/checkout.ts';
import { runs } from '../support/runs.ts';
import { ask, makeProject, serverPid } from './fixtures/embedded-project.ts';

test('the first makes and starts it, the second joins and shares the data, the last to leave stops it', async () => {
  await using project = await makeProject();
  const first = await project.open();
  expect(first).toMatchObject({ started: true, created: true, notes: isClosed ? [expect.stringContaining(COPIED)] : [] });
  await ask(first.url, 'CREATE TABLE found AS SELECT 7 AS number');

  const second = await project.open();
  expect(second).toMatchObject({ started: false, created: false, url: first.url });
  await first.close();
  await first.close();
  expect(await ask(second.url, 'SELECT number FROM found')).toBe(7);

  await second.close();
  expect(await project.servers()).toEqual([]);

  const later = await project.open();
  expect(later).toMatchObject({ started: true, created: false, url: first.url });
  expect(await ask(later.url, 'SELECT number FROM found')).toBe(7);
});

test('text sorts by code point and is searched by words; what is committed is on the disk; only this machine comes in', async () => {
  await using project = await makeProject({ made: true });
  const { url } = await project.open();
  expect(await ask(url, `SELECT string_agg(w, '' ORDER BY w) FROM unnest(ARRAY['é', 'Z', 'a', 'E', 'я']) AS w`)).toBe('EZaéя');
  expect(await ask(url, `SELECT to_tsvector('simple', '“We won” — «Прощай»')::text`)).toBe(`'we':1 'won':2 'прощай':3`);
  expect(await ask(url, `SELECT lower('ÉLAN')`)).toBe('élan');
  expect(await ask(url, 'SHOW server_encoding')).toBe('UTF8');
  expect(await ask(url, 'SHOW fsync')).toBe('on');
  expect(await ask(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
  for (const extension of ['pg_trgm', 'unaccent']) await ask(url, `CREATE EXTENSION ${extension}`);
});

test('only the password opens it, whatever the environment says of other servers', async () => {
  for (const [name, value] of [
    ['PGSSLMODE', 'require'],
    ['PGHOST', 'elsewhere.invalid'],
    ['PGDATA', '/nowhere'],
    ['LC_ALL', 'xx_XX'],
  ] as const)
    vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  await using project = await makeProject();
  const { url } = await project.open();
  expect(await ask(url, 'SELECT 1')).toBe(1);
  await expect(ask(url.replace(/:\w+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(/password/);
});

test('processes that open an empty folder at once get answers from the same server', async () => {
  await using project = await makeProject();
  const opened = await Promise.all([project.openApart(), project.openApart(), project.openApart()]);
  const answers = opened.map(({ answer }) => answer);
  expect(answers.filter(({ created }) => created)).toHaveLength(1);
  expect(answers.filter(({ started }) => started)).toHaveLength(1);
  expect(new Set(answers.map(({ cluster, since, url }) => `${cluster} ${since} ${url}`)).size).toBe(1);
  await Promise.all(opened.map(({ leave }) => leave()));
  expect(await project.servers()).toEqual([]);
});

test('a server that stops under a joiner is started again: who was let in gets answers', async () => {
  await using project = await makeProject({ made: true });
  let inside = await project.open();
  for (let round = 0; round < runs(2, 10); round++) {
    const [next] = await Promise.all([project.open(), inside.close()]);
    expect(await ask(next.url, 'SELECT 1')).toBe(1);
    inside = next;
  }
  const two = [inside, await project.open()];
  await Promise.all(two.map((server) => server.close()));
  expect(await project.servers()).toEqual([]);
});

test('a client of another kind keeps the server, and the next to leave after it stops it', async () => {
  await using project = await makeProject({ made: true });
  const server = await project.open();
  const client = new pg.Client(server.url);
  await client.connect();
  await server.close();
  expect((await client.query('SELECT 1')).rowCount).toBe(1);
  await client.end();
  const next = await project.open();
  expect(next.started).toBe(false);
  await next.close();
  expect(await project.servers()).toEqual([]);
});

test('signals to the process group of whoever started it do not reach the server', async () => {
  await using project = await makeProject({ made: true });
  const { answer, child } = await project.openApart();
  const exit = once(child, 'exit');
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGKILL'] as const) process.kill(-child.pid!, signal);
  await exit;
  // Until the server has heard that the killed one is gone, whoever leaves takes it for another who stays.
  const others = `SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  await vi.waitFor(async () => expect(await ask(answer.url, others)).toBe(0), { timeout: 10_000, interval: 20 });

  const next = await project.open();
  expect(next.started).toBe(false);
  await next.close();
  expect(await project.servers()).toEqual([]);
});

test('after kill -9 of the server what was committed is there, and whoever was connected has it start again', async () => {
  await using project = await makeProject({ made: true });
  const before = await project.open();
  await ask(before.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  process.kill(await serverPid(project.dataDir), 'SIGKILL');

  await vi.waitFor(async () => expect(await ask(before.url, 'SELECT number FROM kept')).toBe(7), { timeout: 20_000, interval: 100 });
  const after = await project.open();
  expect(after).toMatchObject({ started: false, created: false, url: before.url });
  await after.close();
  await before.close();
  expect(await project.servers()).toEqual([]);
});

test('who leaves while a killed server starts again leaves no server behind', async () => {
  await using project = await makeProject({ made: true });
  const { url, close } = await project.open();
  await ask(url, 'SELECT 1');
  process.kill(await serverPid(project.dataDir), 'SIGKILL');
  await sleep(110);
  await close();
  expect(await project.servers()).toEqual([]);
});

test('who leaves a server that was killed and does not start again leaves in order', async () => {
  await using project = await makeProject({ made: true });
  const { answer, child, leave } = await project.openApart();
  expect(answer.started).toBe(true);
  await writeFile(join(project.dataDir, 'postgres', 'data', 'postgresql.auto.conf'), 'no_such_setting = on\n');
  process.kill(await serverPid(project.dataDir), 'SIGKILL');
  // By then it pauses for a second before it tries once more.
  await sleep(2_500);
  await leave();
  expect(child.exitCode).toBe(0);
});

test('a postmaster.pid left behind that names a living process and port of something else does not mislead', async () => {
  await using project = await makeProject({ made: true });
  await (await project.open()).close();
  const stranger = createServer((socket) => socket.end('220 mail\r\n')).listen(0, '127.0.0.1');
  await new Promise((resolve) => stranger.once('listening', resolve));
  const { port } = stranger.address() as { port: number };
  const pidFile = join(project.dataDir, 'postgres', 'data', 'postmaster.pid');
  await writeFile(
    pidFile,
    `${process.pid}\n${join(project.dataDir, 'postgres', 'data')}\n1700000000\n${port}\n\n127.0.0.1\n 1 1\nready   \n`,
  );

  const server = await project.open();
  expect(server).toMatchObject({ started: true, created: false });
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  stranger.close();
});

test('a postmaster.pid that leads to another project’s server does not mislead', async () => {
  await using other = await makeProject({ made: true });
  await using project = await makeProject();
  const theirs = await other.open();
  await (await project.open()).close();
  const copied = await readFile(join(other.dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  await writeFile(join(project.dataDir, 'postgres', 'data', 'postmaster.pid'), copied);

  const ours = await project.open();
  expect(ours.started).toBe(true);
  expect(ours.url).not.toBe(theirs.url);
  expect(await ask(theirs.url, 'SELECT 1')).toBe(1);
});

test('what killed processes left behind does not block: a half-made cluster, a lock, also of a number that was used again', async () => {
  await using project = await makeProject();
  await mkdir(join(project.dataDir, 'postgres.tmp-killed', 'data', 'base'), { recursive: true });
  await writeFile(join(project.dataDir, 'postgres.tmp-killed', 'data', 'PG_VERSION'), '18\n');
  await writeFile(join(project.dataDir, 'starting.lock'), `${process.pid}@1`);
  await writeFile(join(project.dataDir, 'starting.lock.killed'), `${process.pid}@2`);

  expect(await project.open()).toMatchObject({ started: true, created: true });
  expect(await readdir(project.dataDir)).toEqual(['postgres']);
});

test('a path may have spaces, quotes and letters of any alphabet', async () => {
  await using project = await makeProject({ name: `Jürgens "neue" Zeitung's 新聞 $HOME` });
  const server = await project.open();
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  expect((await project.open()).started).toBe(false);
});
