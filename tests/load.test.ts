import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../src/paths.ts';
import { ended } from './support/cli.ts';
import { temporaryFolder } from './support/folder.ts';

const project = join(temporaryFolder(), 'project');
const inProject = (path: string) => join(project, path);
const cache = inProject('node_modules/.cache/quotewire');

/** A project whose program prints what a module of it says, where it believes to lie, and whether it runs from a bundle. */
beforeEach(() => {
  rmSync(project, { recursive: true, force: true });
  for (const folder of ['node_modules', 'prisma', 'src/db/generated', 'src/workers', 'src/training'])
    mkdirSync(inProject(folder), { recursive: true });
  for (const name of ['esbuild', 'tsx']) symlinkSync(join(projectRoot, 'node_modules', name), inProject(`node_modules/${name}`));
  writeFileSync(inProject('package.json'), '{"type":"module"}');
  writeFileSync(inProject('prisma/schema.prisma'), '');
  for (const file of ['load.mjs', 'start.mjs']) cpSync(join(projectRoot, 'src', file), inProject(`src/${file}`));
  for (const file of ['db/generated/client.ts', 'workers/task.ts', 'training/learner.ts']) writeFileSync(inProject(`src/${file}`), '');
  says('one');
  writeFileSync(
    inProject('src/main.ts'),
    `import { word } from './said.ts';
     console.log(word as string, import.meta.url.endsWith('/project/src/main.ts'), new Error().stack!.includes('.cache'));`,
  );
});

const says = (word: string) => writeFileSync(inProject('src/said.ts'), `export const word: string = '${word}';`);

async function start(): Promise<string> {
  const { stdout, stderr } = await ended(spawn(process.execPath, ['src/start.mjs'], { cwd: project }));
  return stdout.trim() || stderr;
}

test('what runs is a bundle of the source as it is, whose modules know where they lie', async () => {
  expect(await start()).toBe('one true true');
  expect(await start()).toBe('one true true');
  expect(readdirSync(cache)).toHaveLength(1);
  says('another');
  expect(await start()).toBe('another true true');
});

test('processes that start at once all run, and leave one bundle', async () => {
  expect(await Promise.all([start(), start(), start()])).toEqual(Array(3).fill('one true true'));
  expect(readdirSync(cache)).toHaveLength(1);
});

test('a bundle of another source stays for a week', async () => {
  const now = Date.now() / 1000;
  for (const [name, days] of [
    ['yesterday', 1],
    ['last month', 30],
  ] as const) {
    mkdirSync(join(cache, name), { recursive: true });
    utimesSync(join(cache, name), now, now - days * 24 * 3600);
  }
  await start();
  expect(['yesterday', 'last month'].map((name) => existsSync(join(cache, name)))).toEqual([true, false]);
});

test.each([
  ['no bundle can be kept', () => writeFileSync(inProject('node_modules/.cache'), '')],
  ['none can be made', () => rmSync(inProject('node_modules/esbuild'))],
  ['the database client is older than its schema', () => utimesSync(inProject('src/db/generated/client.ts'), 0, 0)],
  ['there is no database client', () => rmSync(inProject('src/db/generated'), { recursive: true })],
])('the source itself runs where %s', async (_name, prepare) => {
  prepare();
  expect(await start()).toBe('one true false');
});
