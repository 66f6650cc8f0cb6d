import { expect, test } from 'vitest';
import { preparedNames } from '../../src/db/prepared.ts';
import { testDatabase } from '../support/database.ts';

test('a statement that comes again gets a name, and keeps it', () => {
  const nameOf = preparedNames();
  expect([1, 2, 3].map(() => nameOf({ sql: 'SELECT 1' }))).toEqual(['', 'q0', 'q0']);
  expect([1, 2].map(() => nameOf({ sql: '(SELECT 2) UNION ALL (SELECT 3)' }))).toEqual(['', 'q1']);
});

test.each([
  ['writes', 'INSERT INTO "Place" VALUES ($1)'],
  ['searches, whose best plan depends on the words', 'SELECT id FROM "Article" WHERE search @@ websearch_to_tsquery($1)'],
])('one that %s gets none', (_what, sql) => {
  const nameOf = preparedNames();
  expect([1, 2, 3].map(() => nameOf({ sql }))).toEqual(['', '', '']);
});

test('there are only so many', () => {
  const nameOf = preparedNames(2);
  const named = ['SELECT 1', 'SELECT 2', 'SELECT 3', 'SELECT 1'].map((sql) => [nameOf({ sql }), nameOf({ sql })][1]);
  expect(named).toEqual(['q0', 'q1', '', 'q0']);
});

test('a connection keeps what it is asked again, and answers with what is there now', async () => {
  const { client } = await testDatabase();
  const count = () => client.place.findMany({ where: { name: 'Ostley' } });
  expect([await count(), await count(), await count()]).toEqual([[], [], []]);
  const kept = await client.$queryRaw<{ name: string }[]>`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%"Place"%'`;
  expect(kept).toHaveLength(1);
  await client.$executeRaw`INSERT INTO "Place" (id, name) VALUES (gen_random_uuid(), 'Ostley')`;
  expect(await count()).toHaveLength(1);
});
