import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../src/readers/files.ts';
import { folderOfFiles } from '../support/folder.ts';
import { readAll } from '../support/reading.ts';

const { folder, file } = folderOfFiles();
const read = (...paths: string[]) => readAll(paths);
const namesOf = async (...paths: string[]) => (await read(...paths)).map(({ path }) => relative(folder, path));

describe('a text file', () => {
  test('is a document whose origin is the file, of which only the name is shown', async () => {
    const path = file('one/a.txt', '\uFEFFIt rained.\r\n');
    expect(await read(path)).toMatchObject([
      { document: { text: 'It rained.\n', origin: { kind: 'FILE', key: path, name: 'a.txt', url: null } } },
    ]);
  });

  test.each([
    ['empty', '', 'FILE_EMPTY', /empty/],
    ['of white space', ' \n\t', 'RECORD_TEXT', /white space/],
    ['binary', new Uint8Array([0x89, 0x50, 0, 1]), 'FILE_BINARY', /NUL/],
    ['of 20 MB', 'x'.repeat(20_000_000), 'FILE_TOO_LARGE', /15.\d MB or more/],
    ['of more characters than an article has', 'x'.repeat(5_000_001), 'RECORD_TOO_LARGE', /5 million/],
  ])('that is %s yields an error that says so, and the next is read', async (name, content, code, message) => {
    const bad = file(`bad/${name}.txt`, content);
    const good = file('good/b.txt', 'It snowed.');
    const [first, second] = await read(bad, good);
    expect(first).toMatchObject({ path: bad, error: { code, message: expect.stringMatching(message) } });
    expect(second).toMatchObject({ path: good, document: { text: 'It snowed.' } });
  });
});

describe('a path', () => {
  test('to a folder yields what may hold articles below it in the order of the names, no other files and none that are hidden', async () => {
    for (const name of ['z.txt', 'a/y.TXT', 'a/x.txt', 'a/w.html.gz', 'a/picture.png', 'a/notes.md', '.hidden.txt', '.git/config.txt'])
      file(`tree/${name}`, 'Text.');
    expect(await namesOf(join(folder, 'tree'))).toEqual(['tree/a/w.html.gz', 'tree/a/x.txt', 'tree/a/y.TXT', 'tree/z.txt']);
  });

  test('to a file is read whatever its ending', async () => {
    expect(await namesOf(file('notes.md', 'Text.'))).toEqual(['notes.md']);
  });

  test('with stars is what it matches, in the order of the names, unless a file is called so', async () => {
    for (const name of ['2.txt', '1.txt', '1.md', 'sub/3.txt']) file(`glob/${name}`, 'Text.');
    expect(await namesOf(join(folder, 'glob/*.txt'))).toEqual(['glob/1.txt', 'glob/2.txt']);
    expect(await namesOf(join(folder, 'glob/**/*.txt'))).toEqual(['glob/1.txt', 'glob/2.txt', 'glob/sub/3.txt']);
    expect(await namesOf(file('glob/[x].txt', 'Text.'))).toEqual(['glob/[x].txt']);
    expect((await read(join(folder, 'glob/1*'))).map(({ path }) => path)).toEqual(
      ['1.md', '1.txt'].map((name) => join(folder, 'glob', name)),
    );
    expect((await read('samples/READ*.md')).map(({ path }) => path)).toEqual(['samples/README.md']);
    expect(await read(join(folder, 'glob/*.csv'))).toMatchObject([{ error: { code: 'FILE_MISSING', message: /No file matches/ } }]);
  });

  test('given twice, or inside a folder that is given too, is read once', async () => {
    const path = file('twice/a.txt', 'Text.');
    expect(await namesOf(path, join(folder, 'twice'), path)).toEqual(['twice/a.txt']);
  });

  test('with links in a circle ends', async () => {
    file('circle/a.txt', 'Text.');
    symlinkSync(join(folder, 'circle'), join(folder, 'circle/self'));
    symlinkSync('broken', join(folder, 'circle/broken'));
    expect(await read(join(folder, 'circle'))).toMatchObject([
      { document: { text: 'Text.' } },
      { error: { code: 'FILE_MISSING', message: /a link that leads nowhere/ } },
    ]);
  });

  test('to a folder leaves out, and tells, what does not end as articles do; compressed files may have no other ending', async () => {
    for (const name of ['a.txt', 'b.md', 'c', '.hidden']) file(`endings/${name}`, 'Text.');
    for (const name of ['d.gz', 'e.tar.gz']) file(`endings/${name}`, gzipSync('Text.'));
    const left: string[] = [];
    const taken = [];
    for await (const { path } of findFiles([join(folder, 'endings')], (path) => left.push(basename(path)))) taken.push(basename(path));
    expect(taken).toEqual(['a.txt', 'd.gz']);
    expect(left).toEqual(['b.md', 'c', 'e.tar.gz']);
  });

  test('that does not exist yields an error', async () => {
    expect(await read(join(folder, 'nowhere.txt'))).toMatchObject([{ error: { code: 'FILE_MISSING', message: /no such file/ } }]);
  });

  test('to a pipe in a folder is passed over and does not hang', async () => {
    file('pipe/a.txt', 'Text.');
    execFileSync('mkfifo', [join(folder, 'pipe/b.txt')]);
    expect(await namesOf(join(folder, 'pipe'))).toEqual(['pipe/a.txt']);
  });

  // Root reads everything.
  test.skipIf(process.getuid?.() === 0)('to a folder that may not be read yields an error, and the next is read', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0);
    expect(await read(closed, file('open.txt', 'Text.'))).toMatchObject([{ error: { code: 'FILE_UNREADABLE' } }, { document: {} }]);
    chmodSync(closed, 0o700);
  });
});
