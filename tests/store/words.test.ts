import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { migrationsDir } from '../../src/paths.ts';
import { type Forms, nameIn, unpackForms } from '../../src/store/forms.ts';
import { save } from '../../src/store/save.ts';
import { printedIn } from '../../src/store/spans.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { saving } from '../support/found.ts';

const { client, url } = await testDatabase();

const TEXT = 'Chair of the Rail Union Ana Bell, mayor, said “Ostley needs the Rail Union.” “No,” said Cem Dahl of Ostley.';
await save(
  client,
  [
    ...corpus(4),
    saving('https://news.example/words', TEXT, {
      people: [{ name: 'Ana Bell', title: 'Chair of the Rail Union' }, { name: 'Cem Dahl' }],
      organizations: [{ name: 'Rail Union', known: 'Amalgamated Rail Union' }],
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
    select: { id: true, length: true, role: { select: { title: true, body: { select: { name: true } } } } },
  });
  expect(quotes).toMatchObject([
    { length: 28, role: { title: 'Chair of the Rail Union', body: { name: 'Rail Union' } } },
    { length: 3, role: null },
  ]);
  const named = await client.mention.findMany({ where: { quoteIds: { isEmpty: false } }, select: { text: true, quoteIds: true } });
  // Found at its first place, the union is named in the title and not in the words.
  expect(named).toEqual([{ text: 'Ostley', quoteIds: [quotes[0]!.id] }]);
});

/** SQL that brings rows into the form that they had when an array held spans, and nothing that quotes are filtered by. */
const BEFORE = `
  DROP INDEX "Speaker_search_idx", "Organization_search_idx", "Place_search_idx";
  CREATE FUNCTION pg_temp.flat(spans text) RETURNS int[] LANGUAGE sql IMMUTABLE AS
    $$ SELECT coalesce(string_to_array(nullif(translate(spans, '-', ' '), ''), ' ')::int[], '{}') $$;
  ALTER TABLE "Quote" ${['spans', 'cueSpans', 'sourceSpans', 'audienceSpans', 'chainSpans']
    .map((column) => `ALTER "${column}" TYPE int[] USING pg_temp.flat("${column}")`)
    .join(', ')};
  ALTER TABLE "Mention" DROP gazetteer, DROP "quoteIds", ADD aliases text[], ALTER spans TYPE int[] USING pg_temp.flat(spans);
  ${['Speaker', 'Organization', 'Place']
    .map((table) => `ALTER TABLE "${table}" ADD search tsvector, ADD key text, ALTER forms DROP DEFAULT, ALTER forms TYPE jsonb;`)
    .join('\n')}
  UPDATE "Role" SET "organizationId" = NULL;
  UPDATE "Quote" SET "roleId" = NULL;
  UPDATE "Article" SET "quoteCount" = 0;
  CREATE TABLE "QuoteMention" ("quoteId" uuid, "mentionId" uuid)`;

/** A row of a person, organization or place. */
interface Noun {
  readonly id: string;
  readonly name: string;
  readonly mentionCount: number;
  readonly forms: Forms;
}

const migration = (name: string) => readFileSync(join(migrationsDir, name, 'migration.sql'), 'utf8');

test('migrations make of rows that were stored before just what a load gives', async () => {
  const loaded = await dump(client);
  const mentions = await client.mention.findMany();
  expect(mentions.map(({ gazetteer }) => gazetteer)).toContain('Amalgamated Rail Union');
  const fill = migration('20261126190000_roles_and_words')
    .split(/;\n/)
    .filter((statement) => /^\s*(--.*\n)?\s*(UPDATE|INSERT)/.test(statement));
  expect(fill).toHaveLength(4);
  const db = await connect(url);
  try {
    await db.query(BEFORE);
    for (const mention of mentions) {
      const forms = [...new Set([...(mention.gazetteer?.split('\n') ?? []), ...printedIn(mention)])].sort();
      await db.query('UPDATE "Mention" SET aliases = $1, name = $2 WHERE id = $3', [forms, nameIn(mention), mention.id]);
    }
    for (const table of ['Speaker', 'Organization', 'Place']) {
      for (const { id, name, mentionCount, forms } of loaded[table] as unknown as Noun[])
        await db.query(`UPDATE "${table}" SET forms = $1 WHERE id = $2`, [JSON.stringify(unpackForms(forms, name, mentionCount)), id]);
    }
    for (const statement of fill) await db.query(statement);
    await db.query(migration('20261127053000_lean_rows'));
    await db.query(migration('20261127123000_lean_mentions'));
    await db.query(migration('20261127130000_lean_forms'));
  } finally {
    await db.end();
  }
  expect(mentions.some(({ name }) => name === null)).toBe(true);
  expect(await dump(client)).toEqual(loaded);
});
