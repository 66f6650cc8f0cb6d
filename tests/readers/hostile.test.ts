import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderOfFiles } from '../support/folder.ts';
import { readAll } from '../support/reading.ts';

const { folder, file } = folderOfFiles();
const GOOD = '{"text": "It rained."}\n';

/** Reads the file and a good one behind it; what the report would say of each. */
async function read(name: string, content: string | Uint8Array) {
  const path = file(name, content);
  const good = file('good.txt', 'It snowed.');
  const readings = await readAll([path, good]);
  return readings.map((reading) =>
    reading.error ? `${reading.path.replace(folder, '')}: ${reading.error.code}: ${reading.error.message}` : reading.document!.text,
  );
}

/** So many million letters, packed. */
const bomb = (letter: string, millions: number) => Buffer.concat(Array(millions).fill(gzipSync(letter.repeat(1_000_000))));

test.each<[string, string, string | Uint8Array, (string | RegExp)[]]>([
  ['truncated gzip', 'a.jsonl.gz', gzipSync(GOOD.repeat(3)).subarray(0, 30), [/GZIP_TRUNCATED: .*ends too early/]],
  ['damaged gzip', 'b.txt.gz', Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from('no deflate at all')]), [/GZIP_BROKEN/]],
  ['a gzip bomb of one text', 'c.txt.gz', bomb('x', 100), [/FILE_TOO_LARGE/]],
  ['a gzip bomb of one line', 'd.jsonl.gz', bomb('{', 200), [/GZIP_BOMB/]],
  [
    'an XML bomb',
    'e.xml',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item><description>&b;</description></item></rss>',
    [/XML_ENTITIES: .*<!ENTITY/],
  ],
  [
    'an external entity',
    'f.xml',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><description>&x;</description></item></rss>',
    [/XML_ENTITIES/],
  ],
  [
    'XML that is cut off',
    'g.xml',
    '<rss><item><guid>1</guid><description>It rained.</description></item><item><description>It sn',
    ['It rained.', /item 2: RECORD_XML: .*never closed/],
  ],
  [
    'XML nested deep',
    'h.xml',
    `<rss><item>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</item><item><description>It rained.</description></item></rss>`,
    [/item 1: RECORD_DEPTH/, 'It rained.'],
  ],
  ['XML nested without end', 'ab.xml', `<rss><item>${'<a>'.repeat(1_000_000)}</item></rss>`, [/RECORD_DEPTH/]],
  ['HTML nested deep', 'i.html', `<html><body>${'<div>'.repeat(100_000)}text`, [/RECORD_DEPTH/]],
  ['HTML without text', 'j.html', '<html><body><img src="x.png"></body></html>', [/RECORD_TEXT: The page holds no article text/]],
  [
    'broken UTF-8 in a line',
    'k.jsonl',
    Buffer.concat([Buffer.from(GOOD.repeat(4000)), Buffer.from('{"text": "\xff"}\n', 'latin1')]),
    [...Array(4000).fill('It rained.'), /line 4001: RECORD_ENCODING/],
  ],
  ['NUL and lone surrogates in JSON', 'l.jsonl', '{"text": "a\\u0000b\\ud800c", "title": "d\\udfffe\\u0000"}', ['a\uFFFDb\uFFFDc']],
  [
    'one line of 100 MB',
    'm.jsonl',
    Buffer.concat([Buffer.from(GOOD), Buffer.alloc(100_000_000, 'x'), Buffer.from(`\n${GOOD}`)]),
    ['It rained.', /line 2: RECORD_TOO_LARGE: It has more than 32 MB/, 'It rained.'],
  ],
  [
    'JSON nested deep',
    'n.jsonl',
    `${GOOD}{"text": ${'['.repeat(200_000)}${']'.repeat(200_000)}}\n${GOOD}`,
    ['It rained.', /line 2: RECORD_/, 'It rained.'],
  ],
  ['an array that is cut off', 'o.json', '[{"text": "It rained."}, {"text": "It sn', ['It rained.', /record 2: RECORD_JSON/]],
  [
    'an empty archive',
    'p.warc',
    'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n',
    [/FILE_EMPTY: The archive holds no page/],
  ],
  ['an empty array', 'q.json', '[ ]', [/FILE_EMPTY/]],
  ['a table of quotation marks', 'r.csv', `text,title\n${'"'.repeat(2001)}\nIt rained.,A\n`, [/line 2: CSV_/, 'It rained.']],
  ['a table with a header alone', 'u.csv', 'text,title\n', [/FILE_EMPTY: It holds no record/]],
  ['lines of nothing', 'v.jsonl', '\n\n', [/FILE_EMPTY: It holds no record/]],
  ['JSON Lines whose first line is none', 'w.jsonl', `null\n${GOOD}"It"\n`, [/line 1: RECORD_SHAPE/, 'It rained.', /line 3: RECORD_SHAPE/]],
  ['JSON with a comment', 'x.json', `// today\n[${GOOD}]`, [/record 1: RECORD_JSON/]],
  [
    'an answer that wraps its articles',
    'y.json',
    `{"status": "ok", "response": {"results": [{"title": "Rain", "text": "It rained."}]}}`,
    [/record 1: RECORD_TEXT: It holds a list of articles in response.results; give that list alone, such as jq '.response.results\[\]'/],
  ],
  ['an answer that is no feed', 'z.rss', 'Service unavailable', [/FORMAT_UNKNOWN: It ends in .rss and is none/]],
  ['XML of another kind without a declaration', 'aa.xml', '<urlset><url/></urlset>', [/FORMAT_UNKNOWN: .*urlset/]],
  ['a picture in XML', 'ab', '<svg xmlns="http://www.w3.org/2000/svg"><text>Hi</text></svg>', [/FORMAT_UNKNOWN: .*svg/]],
  ['a PDF', 'ac.txt', '%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n', [/FORMAT_FOREIGN: It is a PDF, which is not read; save its text/]],
  ['a document of a word processor', 'ad.docx', Buffer.from('PK\x03\x04\x14\0'), [/FORMAT_FOREIGN: It is a ZIP archive, or a document/]],
  ['gzip in gzip', 'ah.txt.gz', gzipSync(gzipSync('It rained.')), [/FORMAT_FOREIGN: It is packed with gzip twice.*unpack it once/]],
  ['a document in RTF', 'ae.rtf', '{\\rtf1\\ansi It rained.\\par}', [/FORMAT_FOREIGN: It is a document in RTF/]],
  ['another way to pack', 'af.jsonl.bz2', Buffer.from('BZh91AY&SY'), [/FORMAT_FOREIGN: It is packed, and not with gzip/]],
  ['a tar archive', 'ag.tar.gz', gzipSync(`${'a.txt'.padEnd(257, '\0')}ustar\0`), [/FORMAT_FOREIGN: It is a tar archive/]],
  [
    'a web page in one file',
    'saved.mhtml',
    'From: <Saved by Blink>\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n',
    [/FORMAT_FOREIGN: It is a web page in one file/],
  ],
  [
    'an e-mail',
    'ah.txt',
    'From: Jo <jo@post.example>\r\nSubject: Rain\r\n of today\r\nMIME-Version: 1.0\r\n\r\nIt rained.',
    [/FORMAT_FOREIGN: It is an e-mail/],
  ],
  [
    'a mailbox',
    'ai.txt',
    'From jo@post.example Tue Mar  4 09:12:00 2031\nFrom: Jo <jo@post.example>\n\nIt rained.\n',
    [/FORMAT_FOREIGN: It is a mailbox/],
  ],
  ['what is text in no encoding', 'aj.txt', Buffer.from(Array.from({ length: 900 }, (_, i) => (i % 255) + 1)), [/FILE_BINARY/]],
  ['a name with line ends', 's\nFailed: t.txt', '', [/^\/s\\nFailed: t\.txt: FILE_EMPTY/]],
  [
    'dates at the ends of time',
    't.jsonl',
    '{"text": "Old.", "date": "1601-01-01T00:00:00Z"}\n{"text": "New.", "date": "9999-12-31T23:59:59Z"}',
    ['Old.', 'New.'],
  ],
])('%s costs a clear line, and the rest is read', async (_, name, content, expected) => {
  const found = await read(name, content);
  expect(found).toHaveLength(expected.length + 1);
  for (const [i, wanted] of expected.entries())
    expect(found[i]).toEqual(typeof wanted === 'string' ? wanted : expect.stringMatching(wanted));
  expect(found.at(-1)).toBe('It snowed.');
});

test('names, addresses and lists beyond the limits are left out with a note', async () => {
  const record = {
    text: 'It rained.',
    author: 'x'.repeat(4_000),
    publisher: 'y'.repeat(4_000),
    url: `https://post.example/${'z'.repeat(3_000)}`,
    date: 'soon',
    lang: '???',
  };
  const [reading] = await readAll([file('long.jsonl', JSON.stringify(record))]);
  expect(reading?.document).toMatchObject({
    origin: { kind: 'FILE' },
    metadata: { authors: [], publisher: null, language: null, published: null },
  });
  expect(reading?.document?.metadata.notes.map((note) => note.slice(0, 40))).toEqual([
    'The url of 3021 characters was left out;',
    'The publisher of 4000 characters was lef',
    'The authors of 4000 characters was left ',
    'The language ??? is no language tag such',
    'The date soon is not understood; write 2',
  ]);
});

test('links in a circle between folders end', async () => {
  file('loop/a/one.txt', 'One.');
  symlinkSync(join(folder, 'loop'), join(folder, 'loop/a/up'));
  expect(await readAll([join(folder, 'loop')])).toMatchObject([{ document: { text: 'One.' } }]);
});

test('a stream of records stays in memory one at a time', async () => {
  const many = gzipSync(
    Buffer.from(
      JSON.stringify({ text: 'It rained. '.repeat(200) })
        .concat('\n')
        .repeat(20_000),
    ),
  );
  const path = file('many.jsonl.gz', many);
  let most = 0;
  const { readPaths } = await import('../../src/readers/index.ts');
  let count = 0;
  const before = process.memoryUsage().external + process.memoryUsage().arrayBuffers;
  for await (const reading of readPaths([path])) {
    if (reading.document && ++count % 1000 === 0)
      most = Math.max(most, process.memoryUsage().external + process.memoryUsage().arrayBuffers - before);
  }
  expect(count).toBe(20_000);
  expect(most).toBeLessThan(30_000_000);
});
