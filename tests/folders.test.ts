import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolders } from '../src/folders.ts';
import { temporaryFolder } from './support/folder.ts';

const folder = temporaryFolder();

test('a folder is made with those above it that are missing, and once', async () => {
  const path = join(folder, 'a', 'b', 'c');
  expect(await makeFolders(path)).toEqual([join(folder, 'a'), join(folder, 'a', 'b'), path]);
  expect(await makeFolders(path)).toEqual([]);
});

test('several at once make it together', async () => {
  const path = join(folder, 'several', 'at', 'once');
  const made = await Promise.all(Array.from({ length: 5 }, () => makeFolders(path)));
  expect(made.flat().sort()).toEqual([join(folder, 'several'), join(folder, 'several', 'at'), path]);
});

test('where a file is in the way nothing is made', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolders(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolders(join(folder, 'file', 'in', 'it'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readdirSync(folder)).toContain('file');
});

test.runIf(existsSync('/proc/self'))('where the system lets nobody make one, that is an error and no endless trying', async () => {
  await expect(makeFolders('/proc/quotewire')).rejects.toThrow(/^E(?:NOENT|ACCES|PERM)/);
});
