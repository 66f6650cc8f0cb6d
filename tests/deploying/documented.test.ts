import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeSettings } from '../../src/config.ts';
import { projectRoot } from '../../src/paths.ts';

const textOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const settings = describeSettings().map(({ name }) => name);
const security = textOf('README.md').split('## Security\n')[1]!.split('\n## ')[0]!;
const rows = security.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| threat') && !line.startsWith('| ---'));

test('the table of threats has tests and settings that there are', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const tests = [...row.matchAll(/\]\((tests\/[^)]+)\)/g)].map((match) => match[1]!);
    expect(tests, row).not.toEqual([]);
    for (const file of tests) expect(existsSync(join(projectRoot, file)), file).toBe(true);
  }
});

test.each(['README.md', 'docs/deploying.md', 'deploy/quotewire.service', 'deploy/nginx.conf'])(
  '%s names settings that there are',
  (file) => {
    const named = [...textOf(file).matchAll(/\b(?:QUOTEWIRE|DATABASE|OTEL)_[A-Z_]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  },
);

test('docs/deploying.md names files and commands that there are', () => {
  const text = textOf('docs/deploying.md');
  for (const [, path] of text.matchAll(/\]\((\.\.\/[^)#]+)/g)) expect(existsSync(join(projectRoot, 'docs', path!)), path).toBe(true);
  const { scripts } = JSON.parse(textOf('package.json'));
  for (const [, script] of text.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(script);
});

test('the Containerfile copies what there is, and what the start needs', () => {
  const copied = [...textOf('deploy/Containerfile').matchAll(/^COPY (.+) \S+$/gm)].flatMap((match) => match[1]!.split(' '));
  for (const path of copied) expect(existsSync(join(projectRoot, path)), path).toBe(true);
  for (const path of ['package.json', 'prisma', 'models', 'seeds', 'src']) expect(copied).toContain(path);
});

test('what the code imports when it runs is installed without development dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json'));
  const imported = spawnSync('grep', ['-rhoE', "(from|import\\() ?'[@a-z][^']+'", 'src', '--include=*.ts', '--exclude-dir=generated'], {
    cwd: projectRoot,
    encoding: 'utf8',
  }).stdout;
  const types = spawnSync('grep', ['-rhoE', "^import type .+ from '[@a-z][^']+'", 'src', '--include=*.ts'], {
    cwd: projectRoot,
    encoding: 'utf8',
  }).stdout;
  const packagesOf = (text: string) =>
    new Set([...text.matchAll(/'((?:@[^/']+\/)?[^/']+)[^']*'/g)].map((match) => match[1]!).filter((name) => !name.startsWith('node:')));
  const only = [...packagesOf(imported)].filter((name) => name in devDependencies && !(name in dependencies));
  // Written for `npm run migration`, which is for developers.
  const forDevelopers = ['@prisma/schema-engine-wasm', '@prisma/driver-adapter-utils'];
  expect(only.filter((name) => !packagesOf(types).has(name) && !forDevelopers.includes(name))).toEqual([]);
});
