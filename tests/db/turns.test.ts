import { expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { read, readMuch } from '../../src/db/direct.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { createClient } from '../../src/db/open.ts';
import { createPool } from '../../src/db/pool.ts';
import { turns } from '../../src/turns.ts';
import { testDatabase } from '../support/database.ts';

const { url } = await testDatabase();

test('so many are at work at once, in the order in which they came, whether they fail or not', async () => {
  const inTurn = turns(2);
  const [events, atWork]: [string[], Set<number>] = [[], new Set()];
  const work = (n: number) =>
    inTurn(async () => {
      atWork.add(n);
      events.push(`${n} of ${atWork.size}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atWork.delete(n);
      if (n === 2) throw new Error('two');
      return n;
    });
  const done = await Promise.allSettled([1, 2, 3, 4, 5].map(work));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(events.map((event) => event[0])).toEqual(['1', '2', '3', '4', '5']);
  expect(events.every((event) => /of [12]$/.test(event))).toBe(true);
});

test('what may take long leaves half of the connections to others', async () => {
  const client = createClient(url, { pool: createPool(url, 4) });
  const other = await connect(url);
  // What takes long waits for this lock, and so till all others are answered.
  await other.query('SELECT pg_advisory_lock(1)');
  const slow = Array.from({ length: 6 }, () => readMuch(client, Prisma.sql`SELECT pg_advisory_xact_lock_shared(1)::text`));
  const quick = Array.from({ length: 6 }, () => read(client, Prisma.sql`SELECT 1 AS one`));
  expect(await Promise.all(quick)).toEqual(Array(6).fill([{ one: 1 }]));
  await other.query('SELECT pg_advisory_unlock(1)');
  expect(await Promise.all(slow)).toHaveLength(6);
  await other.end();
  await client.$disconnect();
});
