import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsDir } from '../../src/paths.ts';
import { save } from '../../src/store/save.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();

const TEXT = 'Chair of the Rail Union Ana Bell, mayor, said “Ostley needs the Rail Union.” “No,” said Cem Dahl of Ostley.';
await save(
  client,
  [
    ...corpus(4),
    saving('https://news.example/words', TEXT, {
      people: [{ name: 'Ana Bell', title: 'Chair of the Rail Union' }, { name: 'Cem Dahl' }],
      organizations: [{ name: 'Rail Union' }],
      places: ['Ostley'],
      quotes: [
        { content: 'Ostley needs the Rail Union.', speaker: 0 },
        { content: 'No,', speaker: 1 },
      ],
    }),
  ],
  'test',
);

test('a quote is stored with the role of its speaker in that article, its length, and what its words name', async () => {
  const quotes = await client.quote.findMany({
    where: { article: { text: TEXT } },
    orderBy: { start: 'asc' },
    select: { length: true, role: { select: { title: true, body: { select: { name: true } } } }, mentions: { select: { mention: true } } },
  });
  expect(quotes).toMatchObject([
    { length: 28, role: { title: 'Chair of the Rail Union', body: { name: 'Rail Union' } } },
    { length: 3, role: null, mentions: [] },
  ]);
  // Found at its first place, the union is named in the title and not in the words.
  expect(quotes[0]!.mentions.map(({ mention }) => mention.name)).toEqual(['Ostley']);
});

test('the migration gives quotes that were stored before just what a load gives them', async () => {
  const loaded = await dump(client);
  const sql = readFileSync(join(migrationsDir, '20261126190000_roles_and_words', 'migration.sql'), 'utf8');
  const fill = sql.split(/;\n/).filter((statement) => /^\s*(--.*\n)?\s*(UPDATE|INSERT)/.test(statement));
  expect(fill).toHaveLength(4);
  await client.$executeRaw`UPDATE "Role" SET "organizationId" = NULL`;
  await client.$executeRaw`UPDATE "Quote" SET "roleId" = NULL`;
  await client.$executeRaw`UPDATE "Article" SET "quoteCount" = 0`;
  await client.$executeRaw`TRUNCATE "QuoteMention"`;
  for (const statement of fill) await client.$executeRawUnsafe(statement);
  expect(loaded.QuoteMention!.length).toBeGreaterThan(0);
  expect(await dump(client)).toEqual(loaded);
});
