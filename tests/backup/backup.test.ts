import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test, vi } from 'vitest';
import { backup } from '../../src/backup/backup.ts';
import { restore } from '../../src/backup/restore.ts';
import { explainFailure } from '../../src/db/away.ts';
import { connect } from '../../src/db/connect.ts';
import { QuotewireError } from '../../src/errors.ts';
import { extractorVersion } from '../../src/pipeline/index.ts';
import { save } from '../../src/store/save.ts';
import { blocked } from '../support/blocked.ts';
import { ended, launch } from '../support/cli.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { folderOfFiles } from '../support/folder.ts';

const { folder } = folderOfFiles();
const original = await testDatabase();
const saved = join(folder, 'saved');

beforeAll(async () => {
  await save(original.client, corpus(5), extractorVersion);
  await save(
    original.client,
    corpus(6)
      .slice(1)
      .map((saving) => ({
        ...saving,
        document: { ...saving.document, metadata: { ...saving.document.metadata, headline: 'Tab\tand \\ back' } },
      })),
    extractorVersion,
  );
  await backup(original.url, saved);
});

test('a backup restored into an empty database is the same, row for row', async () => {
  const { url, client } = await testDatabase();
  const { tables } = await restore(url, saved);
  expect(await dump(client)).toEqual(await dump(original.client));
  expect(tables.find(({ name }) => name === 'Article')?.rows).toBe(6);
  expect(await client.corpusState.findMany()).toEqual(await original.client.corpusState.findMany());
  const again = await backup(url, join(folder, 'again'));
  expect(again.tables).toEqual(tables);
});

test('it can be written to after it was restored', async () => {
  const { url, client } = await testDatabase();
  await restore(url, saved);
  expect(await save(client, corpus(8), extractorVersion)).toContain('new');
});

test('a database with articles is left alone', async () => {
  const before = await dump(original.client);
  await expect(restore(original.url, saved)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' });
  expect(await dump(original.client)).toEqual(before);
});

test('so is one to which articles are being added', async () => {
  const { url, client } = await testDatabase();
  const db = await connect(url);
  await db.query(`
    BEGIN;
    INSERT INTO "Article" (id, text, "contentHash", collection, "sortAt", "wordCount", "bodyStart", "bodyEnd", bands, authors, keywords)
    VALUES (gen_random_uuid(), 'It rains.', '', 'main', now(), 2, 0, 9, '{}', '{}', '{}')`);
  const restored = restore(url, saved).catch((error: unknown) => error);
  await vi.waitUntil(async () => {
    const { rows } = await db.query(`SELECT FROM pg_locks WHERE NOT granted AND relation = '"Article"'::regclass`);
    return rows.length > 0;
  });
  await db.query('COMMIT');
  await db.end();
  expect(await restored).toMatchObject({ code: 'RESTORE_NOT_EMPTY' });
  expect(await client.article.count()).toBe(1);
});

/** A copy of the backup with one file altered. */
async function altered(name: string, file: string, alter: (bytes: Buffer) => Buffer) {
  const copy = join(folder, name);
  await backup(original.url, copy);
  writeFileSync(join(copy, file), alter(readFileSync(join(copy, file))));
  return copy;
}

test.each([
  [
    'another text in a table',
    'Article.copy.gz',
    (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('Number', 'Figure')),
    'BACKUP_DAMAGED',
  ],
  ['a table that is cut off', 'Quote.copy.gz', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'BACKUP_DAMAGED'],
  [
    'another version',
    'manifest.json',
    (bytes: Buffer) => Buffer.from(bytes.toString().replace('20261124000000_nouns', '20991124000000_verbs')),
    'RESTORE_SCHEMA',
  ],
  ['no manifest to speak of', 'manifest.json', () => Buffer.from('{}'), 'BACKUP_INVALID'],
])('with %s nothing is restored', async (name, file, alter, code) => {
  const { url, client } = await testDatabase();
  const before = await dump(client);
  await expect(restore(url, await altered(name.replaceAll(' ', '-'), file, alter))).rejects.toMatchObject({ code });
  expect(await dump(client)).toEqual(before);
});

test('a table that is missing is told to be that', async () => {
  const copy = await altered('missing', 'Quote.copy.gz', (bytes) => bytes);
  rmSync(join(copy, 'Quote.copy.gz'));
  const { url } = await testDatabase();
  await expect(restore(url, copy)).rejects.toThrow(/^Quote\.copy\.gz is missing; nothing was restored/);
});

test('a database that goes away while it is filled is not taken for a damaged backup', async () => {
  const { url, client } = await testDatabase();
  const db = await connect(url);
  await db.query('ALTER TABLE "Quote" ADD CHECK (pg_terminate_backend(pg_backend_pid()))');
  await db.end();
  const failed = await restore(url, saved).catch((error: unknown) => error);
  expect(failed).not.toBeInstanceOf(QuotewireError);
  expect(explainFailure(failed)).toMatch(/^The database is gone/);
  expect(await client.article.count()).toBe(0);
});

test('a folder that holds something is not written over', async () => {
  for (const taken of [saved, join(saved, 'manifest.json'), join(saved, 'manifest.json', 'in')]) {
    await expect(backup(original.url, taken)).rejects.toMatchObject({ code: 'BACKUP_FOLDER' });
  }
});

test('of two at once into one folder one is refused, and the other is whole', async () => {
  const both = join(folder, 'both');
  const ended = await Promise.allSettled([backup(original.url, both), backup(original.url, both)]);
  expect(ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([
    expect.objectContaining({ code: 'BACKUP_FOLDER', message: expect.stringContaining('is not empty') }),
  ]);
  const { url } = await testDatabase();
  expect((await restore(url, both)).tables.length).toBeGreaterThan(10);
});

test('one that fails on its way leaves its folder empty, to be tried again', async () => {
  const tried = join(folder, 'tried');
  const db = await connect(original.url);
  await db.query('BEGIN; LOCK TABLE "Quote" IN ACCESS EXCLUSIVE MODE');
  const failed = backup(original.url, tried).catch((error: unknown) => error);
  await vi.waitUntil(async () => {
    const { rows } = await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = '"Quote"'::regclass
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows.length > 0;
  });
  await db.end();
  expect(await failed).toBeInstanceOf(Error);
  expect(readdirSync(tried)).toEqual([]);
  expect(await backup(original.url, tried)).toMatchObject({ quotewire: 'backup' });
});

test('one that is stopped leaves its folder empty, too', async () => {
  const stopped = join(folder, 'stopped');
  const stop = new AbortController();
  const lock = await blocked(original.url);
  const failed = backup(original.url, stopped, stop.signal).catch((error: unknown) => error);
  await lock.waiting(1);
  stop.abort();
  expect(await failed).toBeInstanceOf(Error);
  expect(readdirSync(stopped)).toEqual([]);
});

test('Ctrl-C ends a backup, and a restore, of which nothing is kept', async () => {
  const { url, client } = await testDatabase();
  const before = await dump(client);
  const interrupted = join(folder, 'interrupted');
  for (const [database, ...command] of [
    [original.url, 'backup', interrupted],
    [url, 'restore', saved],
  ] as const) {
    const lock = await blocked(database);
    const child = launch(command, { DATABASE_URL: database });
    const end = ended(child);
    await lock.waiting(1);
    child.kill('SIGINT');
    const said = 'Stopping; nothing is kept of what was begun. Ctrl-C again stops at once.\n';
    expect([command[0], await end]).toEqual([command[0], { code: 130, stdout: '', stderr: said }]);
    await lock.release();
  }
  expect(readdirSync(interrupted)).toEqual([]);
  expect(await dump(client)).toEqual(before);
}, 60_000);
