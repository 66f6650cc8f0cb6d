import { expect, test, vi } from 'vitest';
import { describe } from '../../src/commands/remove.ts';
import { connect } from '../../src/db/connect.ts';
import { save } from '../../src/store/save.ts';
import { blocked } from '../support/blocked.ts';
import { call } from '../support/called.ts';
import { ended, launch, run } from '../support/cli.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { url, client } = await testDatabase();
await save(client, corpus(3), 'test');

const [WHOLE, MISTYPED] = ['https://news.example/0', 'https://news.example/O'];

const remove = (...args: string[]) => call(['remove', ...args], { DATABASE_URL: url });

test('a name of which there is no article is told and fails, though others are removed or let in again', async () => {
  expect(await run(['remove', WHOLE, MISTYPED], { DATABASE_URL: url })).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^Removed: .*\n$/),
    stderr: expect.stringContaining(`There is no article named ${MISTYPED}.`),
  });
  expect(await client.article.count()).toBe(2);
  expect(await remove('--restore', WHOLE, MISTYPED)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^Let in again: 1 article; it comes with the next load/),
    stderr: `Nothing named ${MISTYPED} was removed.\n`,
  });
  expect(await remove('https://news.example/1')).toMatchObject({ code: 0, stderr: '' });
});

test('the id of something else than an article is told to be that', async () => {
  const id = Buffer.from('Quote:067592d4-2c89-2511-7952-d5372cd18091').toString('base64url');
  expect(await run(['remove', id], { DATABASE_URL: url })).toEqual({
    code: 1,
    stdout: '',
    stderr: `quotewire: ${id} is the id of something else (Quote); give that of an article.\n`,
  });
});

test('a dry run changes nothing, and what was removed already is as it should be', async () => {
  const article = 'https://news.example/2';
  const { id } = await client.article.findFirstOrThrow({ where: { origins: { some: { url: article } } } });
  expect((await remove('--dry-run', article, id)).stdout.split('\n')).toEqual([expect.stringContaining(`Would be removed: ${id}`), '']);
  expect(await client.article.count()).toBe(1);
  await remove(article);
  expect(await remove(article)).toEqual({ code: 0, stdout: `Removed already: ${article}\n`, stderr: '' });
  const would = { code: 0, stdout: 'Would be let in again: 1 article\n', stderr: '' };
  expect(await remove('--restore', '--dry-run', article, id)).toEqual(would);
  expect(await remove('--restore', '--dry-run', article, id)).toEqual(would);
});

test.each([
  [{ headline: 'Rain', quotes: 0 }, 'a “Rain”, 0 quotes'],
  [{ headline: 'Rain', quotes: 1 }, 'a “Rain”, 1 quote'],
  [{ headline: null, quotes: 2 }, 'a, 2 quotes'],
  [{ headline: 'Rain', quotes: 1, withId: 'b' }, 'a “Rain”, 1 quote, an earlier version of b'],
])('of a removed article %j it is said %j', (removed, line) => {
  expect(describe({ id: 'a', withId: 'a', ...removed })).toBe(line);
});

test('Ctrl-C ends it while it waits for another that writes, with nothing removed', async () => {
  const article = 'https://news.example/1';
  await save(client, corpus(3), 'test');
  await remove('--restore', article);
  await save(client, corpus(3), 'test');
  const articles = await client.article.count();
  const lock = await blocked(url);
  const child = launch(['remove', article], { DATABASE_URL: url });
  const end = ended(child);
  await lock.waiting(1);
  child.kill('SIGINT');
  expect(await end).toEqual({ code: 130, stdout: '', stderr: 'Stopping; what is under way is undone. Ctrl-C again stops at once.\n' });
  await lock.release();
  expect(await client.article.count()).toBe(articles);
});

test('of two at once the one that finds it gone says so', async () => {
  const article = 'https://news.example/1';
  const db = await connect(url);
  await db.query('SELECT pg_advisory_lock(907510001)');
  const both = [run(['remove', article], { DATABASE_URL: url }), run(['remove', article], { DATABASE_URL: url })];
  await vi.waitFor(async () => {
    const { rows } = await db.query(`SELECT FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    expect(rows).toHaveLength(2);
  }, 60_000);
  await db.end();
  const ended = await Promise.all(both);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(ended.map(({ stdout }) => stdout).sort()).toEqual([
    expect.stringMatching(/^Removed already: /),
    expect.stringMatching(/^Removed: /),
  ]);
});
