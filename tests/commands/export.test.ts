import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { projectRoot } from '../../src/paths.ts';
import { call } from '../support/called.ts';
import { ended, launch, run } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const { url, client } = await testDatabase();
const folder = temporaryFolder();

test('a file that cannot be written is named in one line, and there is no stack', async () => {
  const output = join(folder, 'no such folder', 'quotes.csv');
  expect(await call(['export', '--what', 'quotes', '--format', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `quotewire: ${output} cannot be written (ENOENT); name another file with -o.\n`,
  });
  expect(existsSync(output)).toBe(false);
});

test('an export that fails leaves the one before, and one that does not takes its place', async () => {
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  const output = join(exports, 'quotes.csv');
  writeFileSync(output, 'the one before');
  await client.$executeRawUnsafe('ALTER TABLE "Quote" RENAME TO "Lost"');
  expect(await call(['export', '-f', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({ code: 1 });
  expect(readFileSync(output, 'utf8')).toBe('the one before');
  await client.$executeRawUnsafe('ALTER TABLE "Lost" RENAME TO "Quote"');
  expect(await call(['export', '-f', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({ code: 0 });
  expect(readFileSync(output, 'utf8')).toMatch(/^id,text,/);
  expect(readdirSync(exports)).toEqual(['quotes.csv']);
});

/** A folder with an export in it, what stands there now, and a lock that lets no other one read on. */
async function held(name: string) {
  const exports = join(folder, name);
  mkdirSync(exports);
  const output = join(exports, 'quotes.csv');
  writeFileSync(output, 'the one before');
  const db = await connect(url);
  await db.query('BEGIN; LOCK TABLE "Quote" IN ACCESS EXCLUSIVE MODE');
  const files = () => readdirSync(exports).sort();
  return { output, files, command: ['export', '-f', 'csv', '-o', output], release: () => db.end() };
}

test('two exports to one file at once are both whole, and leave nothing beside it', async () => {
  const { output, files, command, release } = await held('twice');
  const both = [run(command, { DATABASE_URL: url }), call(command, { DATABASE_URL: url })];
  await vi.waitFor(() => expect(files()).toHaveLength(3), 60_000);
  await release();
  for (const ended of await Promise.all(both)) expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(files()).toEqual(['quotes.csv']);
  expect(readFileSync(output, 'utf8')).toMatch(/^id,text,/);
});

// All of it: that SIGTERM does just so.
test.each((['SIGINT', 'SIGTERM'] as const).slice(0, runs(1, 2)))(
  '%s ends an export, says so, and leaves the one before',
  async (signal) => {
    const { output, files, command, release } = await held(signal);
    const child = launch(command, { DATABASE_URL: url });
    const end = ended(child);
    await vi.waitFor(() => expect(files()).toHaveLength(2), 60_000);
    child.kill(signal);
    await vi.waitFor(() => expect(files()).toEqual(['quotes.csv']), 60_000);
    await release();
    expect(await end).toEqual({ code: 130, stdout: '', stderr: 'Stopping; the export is not whole. Ctrl-C again stops at once.\n' });
    expect(readFileSync(output, 'utf8')).toBe('the one before');
  },
);

// A device that is always full, where there is one.
test.runIf(existsSync('/dev/full'))('where no space is left one line says so, and there is no stack', async () => {
  const told = /^quotewire: There is no space left for what is to be written \(ENOSPC\); .*\n$/;
  const { code, stderr } = await call(['export', '-f', 'csv', '-o', '/dev/full'], { DATABASE_URL: url });
  expect([code, stderr]).toEqual([1, expect.stringMatching(told)]);
  const full = openSync('/dev/full', 'w');
  const { status, stderr: said } = spawnSync(process.execPath, ['src/start.mjs', 'token', 'reader'], {
    cwd: projectRoot,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect([status, said]).toEqual([1, expect.stringMatching(told)]);
});

test('a folder is no file to write to', async () => {
  const output = join(folder, 'folder');
  mkdirSync(output);
  expect(await call(['export', '-o', output], { DATABASE_URL: url })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('(EISDIR)'),
  });
});
