import { expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { save } from '../../src/store/save.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { saving } from '../support/found.ts';

const { client, url } = await testDatabase();

const AUTHORS: readonly (readonly string[])[] = [
  ['Ana Bell', 'ANA BELL', 'Ána Bell'],
  ['José Núñez', 'Jean-Luc O’Brien, Jr.'],
  ['Søren Ærø', 'Łukasz Đoković', 'İpek Yıldırım', 'Groß & Söhne', 'Þór Guðmundsson'],
  ['Кто Сказал', 'ΓΙΆΝΝΑ', '李小龍', 'ﬁrst desk', '½ desk'],
  ['!!', '—', '#'],
  [' “Quoted” ', '50%', 'C++', 'C#'],
  [],
];

test('articles of a database from before are found by their authors and keywords, and counted, as those that are stored now', async () => {
  const savings = AUTHORS.map((authors, i) =>
    saving(
      `https://news.example/${i}`,
      `Text ${i}: “It rains.”`,
      { quotes: [{ content: 'It rains.' }] },
      { authors, keywords: authors.toReversed() },
    ),
  );
  await save(client, [...corpus(3), ...savings], 'test');
  const stored = await dump(client);
  await client.$executeRawUnsafe('ALTER TABLE "Article" DROP COLUMN "authorKeys", DROP COLUMN "keywordKeys"');
  await client.$executeRaw`UPDATE "Article" AS article SET authors = origin.authors, keywords = origin.keywords FROM "Origin" AS origin WHERE "articleId" = article.id`;
  await client.$executeRaw`DELETE FROM "Tally" WHERE key IS NOT NULL`;
  await client.$executeRawUnsafe('ALTER TABLE "Tally" DROP COLUMN "key"');
  await client.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name ~ '_(authors_and_keywords|labels_tallied)$'`;
  expect(await dump(client)).not.toEqual(stored);
  expect(await migrate(url)).toHaveLength(2);
  expect(await dump(client)).toEqual(stored);
});
