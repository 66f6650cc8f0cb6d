import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRejects } from '../../src/commands/rejects.ts';
import type { Failure } from '../../src/ingest.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();
let lists = 0;
const newList = () => join(folder, `rejects-${++lists}.jsonl`);

const failure = (file: string): Failure => ({ path: file, file, format: 'text', at: null, kept: null, error: new Error('No.') });
/** The files that a list names. */
const named = (list: string) =>
  readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).file);

/** What a load that is whole or not leaves of a list, when these failed. */
function load(list: string, whole: boolean, ...failed: string[]): readonly string[] | null {
  const rejects = openRejects(list);
  for (const file of failed) rejects.add(failure(file));
  rejects.close(whole);
  return existsSync(list) ? named(list) : null;
}

test('a list holds what failed of the last load, and goes where nothing did', () => {
  const list = newList();
  expect(load(list, true, '/a', '/b')).toEqual(['/a', '/b']);
  expect(load(list, true, '/b')).toEqual(['/b']);
  expect(load(list, true)).toBeNull();
});

test('of two loads at once the one that ends last leaves its list', () => {
  const list = newList();
  const [one, other] = [openRejects(list), openRejects(list)];
  one.add(failure('/a'));
  other.add(failure('/b'));
  one.close(true);
  expect(named(list)).toEqual(['/a']);
  other.close(true);
  expect(named(list)).toEqual(['/b']);
});

test('a load that ends too early takes nothing off the list', () => {
  const list = newList();
  load(list, true, '/a', '/b');
  expect(load(list, false)).toEqual(['/a', '/b']);
  expect(load(list, false, '/c')).toEqual(['/c', '/a', '/b']);
  expect(load(newList(), false)).toBeNull();
});

test('a list without a name is refused before anything is read', () => {
  expect(() => openRejects('')).toThrow(/^--rejects: it names no file/);
});

test.each([
  ['an archive, named by mistake', (path: string) => writeFileSync(path, '{"text":"It rained."}\n'), /holds something else than a list/],
  ['a folder', (path: string) => mkdirSync(path), /cannot be written \(EISDIR\)/],
])('%s is left as it is', (_, make, message) => {
  const path = newList();
  make(path);
  const before = readdirSync(folder);
  expect(() => openRejects(path)).toThrow(expect.objectContaining({ code: 'OUTPUT_UNWRITABLE', message: expect.stringMatching(message) }));
  expect(readdirSync(folder)).toEqual(before);
});

test('a list in a folder that is none is refused', () => {
  expect(() => openRejects(join(folder, 'none/rejects.jsonl'))).toThrow(
    /none\/rejects.jsonl: it cannot be written \(ENOENT\); name another/,
  );
});
