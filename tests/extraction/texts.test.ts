import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { isOneText, textsAt } from '../../src/extraction/texts.ts';
import { folderOfFiles } from '../support/folder.ts';

const { folder, file } = folderOfFiles();
const read = async (paths: string[]) => {
  const readings = [];
  for await (const { id, text, error } of textsAt(paths)) readings.push([id.replace(`${folder}/`, ''), text ?? error!.code]);
  return readings;
};

const lines = '{"id":"a","text":"One."}\n\n{"id":2,"text":"Two\u2028three.\\r\\n"}\r\n{"id":"c"}\nno JSON\n{"id":"d","text":"Five."}';
const expected = (place: string) => [
  ['a', 'One.'],
  ['2', 'Two\u2028three.\r\n'],
  [`${place}, line 4`, 'RECORD_FIELDS'],
  [`${place}, line 5`, 'RECORD_JSON'],
  ['d', 'Five.'],
];

test('a file is one text, a file of JSON lines one a line; what is wrong costs itself alone', async () => {
  expect(await read([file('b.txt', 'It rains.\r\n'), file('a.jsonl', lines)])).toEqual([
    ['b.txt', 'It rains.\r\n'],
    ...expected('a.jsonl'),
  ]);
  expect(await read([file('a.jsonl.gz', gzipSync(lines))])).toEqual(expected('a.jsonl.gz'));
});

test.each([
  [['article.txt'], true],
  [['a.txt', 'b.txt'], false],
  [['articles.jsonl'], false],
  [['articles.ndjson.gz'], false],
  [['-'], false],
  [[], false],
])('%j is one text: %s', (paths, isOne) => {
  expect(isOneText(paths)).toBe(isOne);
});

test.each([
  ['{"text":"One."}', 'id: a string or a number is wanted.'],
  ['{"id":1,"text":2}', 'text: a string is wanted.'],
])('a line %s is told which field is wrong', async (line, message) => {
  for await (const { error } of textsAt([file('wrong.jsonl', line)])) expect(error?.message).toBe(message);
  expect.assertions(1);
});

test('what cannot be read says so and stops nothing', async () => {
  const paths = ['missing.txt', 'missing.jsonl'].map((name) => join(folder, name));
  expect(await read([...paths, folder, file('empty.txt', ''), file('c.txt', 'It rains.')])).toEqual([
    ['missing.txt', 'FILE_MISSING'],
    ['missing.jsonl', 'FILE_MISSING'],
    [folder, 'FILE_UNREADABLE'],
    ['empty.txt', 'FILE_EMPTY'],
    ['c.txt', 'It rains.'],
  ]);
});

test('a standard input on which nothing comes is no file to remove', async () => {
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([]) as never);
  const readings = [];
  for await (const reading of textsAt(['-'])) readings.push(reading);
  stdin.mockRestore();
  expect(readings).toMatchObject([
    { error: { code: 'FILE_EMPTY', message: expect.stringMatching(/^Nothing came on the standard input/) } },
  ]);
});
