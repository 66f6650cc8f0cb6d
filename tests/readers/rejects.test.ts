import { describe, expect, test } from 'vitest';
import { rejectLine } from '../../src/readers/rejects.ts';
import { folderOfFiles } from '../support/folder.ts';
import { readAll } from '../support/reading.ts';

const { file, folder } = folderOfFiles();
const line = (text: unknown) => `${JSON.stringify(text)}\n`;

/** What reading yields, in short: the place, and the text or the error's code. */
const read = async (path: string) =>
  (await readAll([path])).map(({ at, document, error }) => [at, document?.text ?? (error && 'code' in error ? error.code : null)]);

describe('a list of rejects', () => {
  test('is read as the documents that it names, and no others', async () => {
    const archive = file('archive.jsonl', `${line({ text: 'One.' })}{\n${line({ text: 'Three.' })}{\n`);
    const page = file('page.txt', new Uint8Array([0x89, 0x50, 0, 0]));
    const failed = (await readAll([archive, page])).filter(({ error }) => error);
    expect(failed.map(({ at }) => at)).toEqual(['line 2', 'line 4', null]);
    const rejects = file('rejects.jsonl', failed.map((failure) => rejectLine(failure, 'no')).join(''));
    expect(await read(rejects)).toEqual([
      ['line 2', 'RECORD_JSON'],
      ['line 4', 'RECORD_JSON'],
      [null, 'FILE_BINARY'],
    ]);
    file('archive.jsonl', line({ text: 'One.' }) + line({ text: 'Two.' }) + line({ text: 'Three.' }) + line({ text: 'Four.' }));
    file('page.txt', 'A page.');
    expect(await read(rejects)).toEqual([
      ['line 2', 'Two.'],
      ['line 4', 'Four.'],
      [null, 'A page.'],
    ]);
  });

  test('finds what became of a path that failed as a whole: a folder, a pattern, a file of another format', async () => {
    const zeros = file('zeros.json', new Uint8Array(300));
    const failed = (await readAll([`${folder}/late`, `${folder}/late/*.txt`, zeros])).filter(({ error }) => error);
    const rejects = file('whole.jsonl', failed.map((failure) => rejectLine(failure, 'no')).join(''));
    expect(await read(rejects)).toEqual([
      [null, 'FILE_MISSING'],
      [null, 'FILE_MISSING'],
      [null, 'FILE_BINARY'],
    ]);
    file('late/page.txt', 'A page.');
    file('zeros.json', line({ text: 'One.' }));
    expect(await read(rejects)).toEqual([
      [null, 'A page.'],
      [null, 'A page.'],
      ['line 1', 'One.'],
    ]);
  });

  test('says of a place that is gone that it is, and of standard input that it is kept nowhere', async () => {
    const archive = file('short.jsonl', line({ text: 'One.' }));
    const place = { format: 'jsonl', at: 'line 7', kept: null } as const;
    const rejects = file(
      'gone.jsonl',
      rejectLine({ ...place, file: archive }, 'no') +
        rejectLine({ ...place, file: `${folder}/none` }, 'no') +
        rejectLine({ ...place, file: '-' }, 'no'),
    );
    expect(await read(rejects)).toEqual([
      ['line 7', 'REJECTS_GONE'],
      [null, 'FILE_MISSING'],
      ['line 7', 'REJECTS_GONE'],
      [null, 'REJECTS_STDIN'],
    ]);
  });

  test.each([
    ['a line of something else', '{"text":"no"}\n'],
    ['half a line', '{"quotewire":"rejec'],
  ])('that is broken is refused: %s', async (_, rest) => {
    const rejects = file('broken.jsonl', rejectLine({ file: '-', format: null, at: null, kept: null }, 'no') + rest);
    expect(await read(rejects)).toEqual([[null, 'REJECTS_BROKEN']]);
  });
});
