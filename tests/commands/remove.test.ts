import { expect, test, vi } from 'vitest';
import { save } from '../../src/store/save.ts';
import { run } from '../support/cli.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const { url, client } = await testDatabase();
await save(client, corpus(3), 'test');

const [WHOLE, MISTYPED] = ['https://news.example/0', 'https://news.example/O'];

test('a name of which there is no article is told and fails, though others are removed or let in again', async () => {
  const remove = (...args: string[]) => run(['remove', ...args], { DATABASE_URL: url });
  expect(await remove(WHOLE, MISTYPED)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^Removed: .*\n$/),
    stderr: expect.stringContaining(`There is no article named ${MISTYPED}.`),
  });
  expect(await client.article.count()).toBe(2);
  expect(await remove('--restore', WHOLE, MISTYPED)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^One article is let in again/),
    stderr: `Nothing named ${MISTYPED} was removed.\n`,
  });
  expect(await remove('https://news.example/1')).toMatchObject({ code: 0, stderr: '' });
});
