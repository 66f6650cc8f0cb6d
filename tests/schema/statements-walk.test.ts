import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { article } from '../../bench/articles.ts';
import { schema } from '../../src/schema/index.ts';
import { save } from '../../src/store/save.ts';
import { testDatabase } from '../support/database.ts';
import { countAt, isList, listQuery, listsOf, pathsOf } from '../support/walk.ts';

const { client, statements } = await testDatabase();
await save(
  client,
  Array.from({ length: 150 }, (_, number) => article(number)),
  'test',
);
// The generator writes no datelines, and titles name organizations that their articles do not.
await client.$executeRaw`
  UPDATE "Article" AS article SET "datelineAgency" = 'TASS', "datelinePlaceId" = (
    SELECT "placeId" FROM "Mention" AS mention WHERE mention."articleId" = article.id AND "placeId" IS NOT NULL ORDER BY start LIMIT 1
  )`;
await client.$executeRaw`
  UPDATE "Role" AS role SET "organizationId" = (
    SELECT "organizationId" FROM "Mention" AS mention WHERE mention."articleId" = role."articleId" AND "organizationId" IS NOT NULL LIMIT 1
  )`;

const paths = pathsOf(schema);
const types = [...paths].filter(([type]) => Object.values(type.getFields()).some(isList));

test('the walk comes to every type with lists but those of which there is only one', () => {
  const withLists = Object.values(schema.getTypeMap()).filter(
    (type) =>
      'getFields' in type &&
      !type.name.startsWith('__') &&
      Object.values(type.getFields()).some((field) => 'args' in field && isList(field)),
  );
  const walked = new Set<string>(types.map(([type]) => type.name));
  expect(
    withLists
      .map(({ name }) => name)
      .filter((name) => !walked.has(name))
      .sort(),
  ).toEqual(['Corpus', 'Extractor', 'Query']);
});

async function measure(query: string) {
  let data: unknown;
  const ran = await statements(async () => {
    const answer = await graphql({ schema, source: query, contextValue: { db: client } });
    expect(answer.errors ?? []).toEqual([]);
    data = answer.data;
  });
  return { data, ran };
}

const lists = types.flatMap(([type, paths]) => listsOf(type).map((list) => ({ name: `${type.name}.${list.name}`, paths, list })));

test.each(lists)('$name costs as many statements for 3 parents as for 50', async ({ paths, list }) => {
  for (const path of paths) {
    const few = await measure(listQuery(path, list, 3));
    const found = countAt(few.data, path);
    // Twice as many rows as lead to fifty parents if each leads to as many as the first three: a list within lists within lists is a large answer.
    const enough = Math.min(50, Math.ceil((2 * 50 * 3) / found));
    // Where three rows lead to fifty parents already, one leads to few.
    const [least, most] =
      found >= 50 ? [await measure(listQuery(path, list, 1)), few] : [few, await measure(listQuery(path, list, enough))];
    const [fewParents, manyParents] = [countAt(least.data, path), countAt(most.data, path)];
    // There may be few of them on one way, and many on another.
    if (manyParents < 50) continue;
    expect(fewParents).toBeGreaterThanOrEqual(3);
    expect(manyParents).toBeGreaterThanOrEqual(2 * fewParents);
    expect(most.ran.length, most.ran.map((sql) => sql.slice(0, 200)).join('\n')).toBe(least.ran.length);
    return;
  }
  expect.fail('No path leads to 50 parents');
});
