import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/paths.ts';

/** The parts of src/, from those that use to those that are used. A part imports from itself and from the layers below its own. */
const LAYERS = [
  ['main.ts'],
  ['program.ts'],
  ['commands'],
  ['doctor'],
  ['ingest.ts', 'reextract.ts', 'server.ts', 'evaluation'],
  ['loading'],
  ['server', 'workers'],
  ['extraction'],
  ['schema', 'readers', 'linking', 'export', 'backup', 'training', 'models.ts'],
  ['presentation'],
  ['pipeline', 'store', 'gold'],
  ['db'],
  ['config.ts', 'document.ts', 'node-version.ts'],
  ['settings.ts'],
  ['folders.ts', 'ids.ts', 'normalize.ts', 'paths.ts', 'shingles.ts', 'span.ts', 'turns.ts', 'url.ts', 'model'],
  ['counted.ts', 'errors.ts', 'grouped.ts', 'sorted.ts'],
];
/** The folders of src/pipeline/ in the same order: who was meant, who said it, what was said, who is named, words, how the text is laid out. */
const PIPELINE = ['resolution', 'sources', 'quotes', 'names', 'words', 'layout', 'lexicon'];
/** Of the layers below it the pipeline, which does no I/O, may use this alone. */
const PIPELINE_USES = ['grouped.ts', 'sorted.ts', 'span.ts', 'model'];

const src = join(projectRoot, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('db/generated/'));
const partOf = (file: string) => file.split('/')[0]!;
const layerOf = (part: string) => LAYERS.findIndex((parts) => parts.includes(part));

const folderOf = (file: string) => PIPELINE.indexOf(file.split('/')[1]!);

/** What a file imports from this project, relative to src/. */
const importsOf = (file: string) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)].map((match) =>
    relative(src, join(src, dirname(file), match[1]!)).replaceAll('\\', '/'),
  );

test('every part of src/ has its layer', () => {
  expect(files.map(partOf).filter((part) => layerOf(part) < 0)).toEqual([]);
});

test('the README says what each folder of src/ is for', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const folders = new Set(files.filter((file) => file.includes('/')).map(partOf));
  expect([...folders].filter((folder) => !readme.includes(`\`src/${folder}/\``))).toEqual([]);
});

test('there are imports to look at', () => {
  expect(files.flatMap(importsOf).length).toBeGreaterThan(50);
});

test.each(files)('%s imports from its own part and from the layers below', (file) => {
  const part = partOf(file);
  const allowed = (target: string) =>
    partOf(target) === part || (part === 'pipeline' ? PIPELINE_USES.includes(partOf(target)) : layerOf(partOf(target)) > layerOf(part));
  expect(importsOf(file).filter((target) => !allowed(target))).toEqual([]);
});

test.each(files.filter((file) => partOf(file) === 'pipeline' && folderOf(file) >= 0))(
  '%s imports from its own folder and from those below',
  (file) => {
    expect(importsOf(file).filter((target) => partOf(target) === 'pipeline' && folderOf(target) < folderOf(file))).toEqual([]);
  },
);

test('every folder of the pipeline has its layer', () => {
  const folders = new Set(files.filter((file) => /^pipeline\/.*\//.test(file)).map((file) => file.split('/')[1]!));
  expect([...folders].sort()).toEqual([...PIPELINE].sort());
});
