import { expect, test } from 'vitest';
import { isDatabaseAway } from '../../src/db/away.ts';
import { openDatabase } from '../../src/db/open.ts';
import { ANSWER_WAIT } from '../../src/db/pool.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';

const { url } = await testDatabase();
const config = configured({ DATABASE_URL: url, QUOTEWIRE_POOL_SIZE: '1' });

/** Asks while the only connection is at work for so many milliseconds. */
async function askedBeside(busy: number, wait?: number): Promise<unknown> {
  const { client, close } = await openDatabase(config, wait);
  try {
    const [, asked] = await Promise.allSettled([
      client.$queryRaw`SELECT pg_sleep(${busy / 1000})::text`,
      client.$queryRaw`SELECT 1 AS one`,
    ]);
    return asked.status === 'fulfilled' ? asked.value : asked.reason;
  } finally {
    await close();
  }
}

test('a command waits for a connection of its own longer than an answer may', async () => {
  expect(await askedBeside(ANSWER_WAIT + 500)).toEqual([{ one: 1 }]);
});

test('who waits in vain for one is told that the database is away', async () => {
  expect(isDatabaseAway(await askedBeside(600, 100))).toBe(true);
});
