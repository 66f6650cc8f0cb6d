import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectRoot } from '../../src/paths.ts';
import { run } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const { url, client } = await testDatabase();
const folder = temporaryFolder();

test('a file that cannot be written is named in one line, and there is no stack', async () => {
  const output = join(folder, 'no such folder', 'quotes.csv');
  expect(await run(['export', '--what', 'quotes', '--format', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({
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
  expect(await run(['export', '-f', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({ code: 1 });
  expect(readFileSync(output, 'utf8')).toBe('the one before');
  await client.$executeRawUnsafe('ALTER TABLE "Lost" RENAME TO "Quote"');
  expect(await run(['export', '-f', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({ code: 0 });
  expect(readFileSync(output, 'utf8')).toMatch(/^id,text,/);
  expect(readdirSync(exports)).toEqual(['quotes.csv']);
});

// A device that is always full, where there is one.
test.runIf(existsSync('/dev/full'))('where no space is left one line says so, and there is no stack', async () => {
  const told = /^quotewire: There is no space left for what is to be written \(ENOSPC\); .*\n$/;
  const { code, stderr } = await run(['export', '-f', 'csv', '-o', '/dev/full'], { DATABASE_URL: url });
  expect([code, stderr]).toEqual([1, expect.stringMatching(told)]);
  const full = openSync('/dev/full', 'w');
  const { status, stderr: said } = spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts', 'token', 'reader'], {
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
  expect(await run(['export', '-o', output], { DATABASE_URL: url })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('(EISDIR)'),
  });
});
