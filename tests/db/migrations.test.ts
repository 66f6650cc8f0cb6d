import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { connect, connectionError } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { diffSchema } from '../../src/db/schema-diff.ts';
import { migrationsDir, projectRoot } from '../../src/paths.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { urlOf } from '../support/urls.ts';

const { url } = await testDatabase();
const folder = temporaryFolder();

async function query(sql: string, at = url) {
  const db = await connect(at);
  try {
    return (await db.query(sql)).rows;
  } finally {
    await db.end();
  }
}

test('the migrations make exactly the database that schema.prisma describes', async () => {
  expect(await diffSchema(url)).toBeNull();
});

test('a database that differs from schema.prisma is told apart, with the SQL that mends it', async () => {
  await query('ALTER TABLE "Quote" DROP COLUMN "cueText"');
  expect(await diffSchema(url)).toMatch(/ALTER TABLE "Quote" ADD COLUMN\s+"cueText"/);
});

test('docs/scale.md names every index, but for those of primary keys, and no other', async () => {
  const indexes = await query(`
    SELECT index.relname AS name FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
    WHERE NOT indisprimary AND index.relnamespace = 'public'::regnamespace ORDER BY 1`);
  const named = [...readFileSync(join(projectRoot, 'docs', 'scale.md'), 'utf8').matchAll(/^\| `(\w+_idx)` \|/gm)].map((match) => match[1]);
  expect(named.sort()).toEqual(indexes.map(({ name }) => name).sort());
});

test('what is applied once is not applied again', async () => {
  expect(await migrate(url)).toEqual([]);
});

test('several processes may apply them to an empty database at once', async () => {
  const name = `test_migrate_${process.pid}`;
  await query(`CREATE DATABASE ${name}`, inject('serverUrl'));
  const empty = urlOf(inject('serverUrl'), name);
  try {
    const applied = await Promise.all([migrate(empty), migrate(empty), migrate(empty)]);
    expect(applied.flat()).toEqual([...new Set(applied.flat())]);
    expect(await query('SELECT count(*)::int AS count FROM "CorpusState"', empty)).toEqual([{ count: 1 }]);
  } finally {
    await query(`DROP DATABASE ${name} WITH (FORCE)`, inject('serverUrl'));
  }
});

test("Prisma's own record of them has the checksums of their files", async () => {
  const rows = await query(
    'SELECT migration_name, length(checksum) AS length, applied_steps_count AS steps, finished_at IS NOT NULL AS done FROM _prisma_migrations',
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatchObject({ length: 64, steps: 1, done: true });
});

test('one that fails half-way is undone, and said; with what was wrong put right the next start goes on', async () => {
  cpSync(migrationsDir, folder, { recursive: true });
  const later = join(folder, '99990101000000_later');
  mkdirSync(later);
  writeFileSync(join(later, 'migration.sql'), 'CREATE TABLE later (id int); INSERT INTO later VALUES (1); SELECT 1 / 0;');
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringMatching(/99990101000000_later failed and was undone: division by zero/),
  });
  expect(await query(`SELECT to_regclass('later') AS found`)).toEqual([{ found: null }]);
  expect(await migrate(url)).toEqual([]);
  writeFileSync(join(later, 'migration.sql'), 'CREATE TABLE later (id int)');
  expect(await migrate(url, folder)).toEqual(['99990101000000_later']);
  await query(`DROP TABLE later; DELETE FROM _prisma_migrations WHERE migration_name = '99990101000000_later'`);
});

test.each([
  ['that this version does not know', 'now()', 'DATABASE_NEWER', /99990101000000_later/],
  ['that has failed', 'NULL', 'MIGRATION_FAILED', /99990101000000_later has failed/],
])('a database with a migration %s is refused', async (_, finished, code, message) => {
  await query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('later', '', '99990101000000_later', ${finished})`,
  );
  await expect(migrate(url)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  await query(`DELETE FROM _prisma_migrations WHERE id = 'later'`);
});

test.each([
  ['nothing listens', (serverUrl: string) => serverUrl.replace(/:\d+\//, ':1/'), /127.0.0.1:1 .*nothing listens/],
  ['the password is wrong', (serverUrl: string) => serverUrl.replace(/:[^:@/]+@/, ':wrong-secret@'), /user .* was refused/],
  ['it has no such database', (serverUrl: string) => urlOf(serverUrl, 'nowhere'), /no database nowhere/],
  ['it knows no TLS', (serverUrl: string) => `${serverUrl}?sslmode=verify-full`, /knows no TLS.*leave sslmode out/],
])('connecting where %s says so, with what to do, and never the password', async (_, broken, message) => {
  const error = await connect(broken(inject('serverUrl'))).catch((error: unknown) => error);
  expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringMatching(message) });
  expect(String(error)).toContain('What to do:');
  expect(String(error)).not.toContain('secret');
});

// As PostgreSQL 15 and Node say it, where a server of one's own asks for TLS.
test.each([
  [
    'TLS is asked for',
    { code: '28000', message: 'no pg_hba.conf entry for host "127.0.0.1", user "bell", database "news", no encryption' },
    /lets nobody in without TLS.*add sslmode=verify-full/,
  ],
  ['a certificate is its own', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' }, /sslrootcert=FILE/],
  [
    'a certificate is for another name',
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: "Hostname/IP does not match certificate's altnames" },
    /certificate is for another name/,
  ],
])('where %s it says what DATABASE_URL needs', (_, { code, message }, expected) => {
  const error = connectionError('postgresql://bell:secret@db.example/news', Object.assign(new Error(message), { code }));
  expect(error.message).toMatch(expected);
});
