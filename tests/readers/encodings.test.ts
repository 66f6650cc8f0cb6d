import { describe, expect, test } from 'vitest';
import { folderOfFiles } from '../support/folder.ts';
import { readAll } from '../support/reading.ts';

const { file } = folderOfFiles();

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Enough of a language to tell its code page by. */
const RUSSIAN =
  'Министр иностранных дел сообщил журналистам, что переговоры продолжатся на следующей неделе в столице, и поблагодарил всех участников встречи.';
const cyrillic = (text: string) =>
  Buffer.from([...text].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x0410 + 0xc0 : c.charCodeAt(0))));
const POLISH_8859_2 = Buffer.from(
  'Premier powiedzia\xb3, \xbfe rz\xb1d przyj\xb1\xb3 ustaw\xea, kt\xf3ra wejdzie w \xbfycie w przysz\xb3ym roku, a pos\xb3owie zag\xb3osuj\xb1 nad ni\xb1 w pi\xb1tek.',
  'latin1',
);

test.each([
  ['UTF-8', Buffer.from('“Café,” she said.'), '“Café,” she said.', []],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFCafé'), 'Café', []],
  ['UTF-16 little endian with a mark', Buffer.from('\uFEFFCafé “so”', 'utf16le'), 'Café “so”', []],
  ['UTF-16 big endian with a mark', utf16be('\uFEFFCafé “so”'), 'Café “so”', []],
  ['UTF-32', Buffer.from([...'\uFEFFCafé “so”'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0])), 'Café “so”', []],
  ['UTF-16 without a mark', Buffer.from('Cafe “so”', 'utf16le'), 'Cafe “so”', [/utf-16le, which was guessed/]],
  [
    'windows-1252',
    Buffer.from('\x93Caf\xe9,\x94 she said \x97 twice.', 'latin1'),
    '“Café,” she said — twice.',
    [/windows-1252, which was guessed/],
  ],
  ['ISO-8859-1', Buffer.from('Un caf\xe9 \xe0 la cr\xe8me', 'latin1'), 'Un café à la crème', [/guessed/]],
  ['ISO-8859-2', POLISH_8859_2, /^Premier powiedział, że rząd przyjął ustawę/, [/iso-8859-2, which was guessed/]],
  ['windows-1251', cyrillic(RUSSIAN), RUSSIAN, [/windows-1251, which was guessed/]],
])('%s', async (name, bytes, text, notes) => {
  const [reading] = await readAll([file(`${name}.txt`, bytes)]);
  expect(reading?.document?.text).toEqual(typeof text === 'string' ? text : expect.stringMatching(text));
  expect(reading?.document?.metadata.notes).toEqual(notes.map((note) => expect.stringMatching(note)));
});

test.each([
  ['lines of JSON in UTF-16', 'a.jsonl', Buffer.from('\uFEFF{"text": "Café."}\n{"text": "Thé."}', 'utf16le')],
  ['lines of JSON in windows-1252', 'b.jsonl', Buffer.from('{"text": "Caf\xe9."}\n{"text": "Th\xe9."}', 'latin1')],
  ['a table with a byte order mark', 'c.csv', Buffer.from('\uFEFFtext\nCafé.\nThé.')],
  [
    'XML that says what it is in',
    'd.xml',
    Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss><item><guid>1</guid><description>Caf\xe9.</description></item><item><guid>2</guid><description>Th\xe9.</description></item></rss>',
      'latin1',
    ),
  ],
])('%s', async (_, name, bytes) => {
  expect((await readAll([file(name, bytes)])).map(({ document }) => document?.text)).toEqual(['Café.', 'Thé.']);
});

test.each([
  [
    'broken UTF-8',
    Buffer.concat([Buffer.from('“Café,” said Zoë. '), Buffer.from([0xe2, 0x80]), Buffer.from(' The end.')]),
    /^It is UTF-8 with broken characters, the first at byte 24/,
  ],
  ['NUL bytes', Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0, 9]), /^It is no text \(it holds NUL bytes\)/],
])('%s is refused and not guessed at', async (name, bytes, message) => {
  expect(await readAll([file(`${name}.txt`, bytes)])).toMatchObject([{ error: { message: expect.stringMatching(message) } }]);
});

describe('of a file of many records', () => {
  /** More than is looked at to tell the encoding, all in ASCII. */
  const PLAIN = Array.from({ length: 100 }, (_, i) => `${'It rained. '.repeat(100)}${i}`);
  const xml = (prolog: string, texts: readonly string[]) =>
    `<?xml version="1.0"${prolog}?><rss><channel>${texts.map((text) => `<item><description>${text}</description></item>`).join('')}</channel></rss>`;
  const textsOf = async (name: string, bytes: Uint8Array) =>
    (await readAll([file(name, bytes)])).map(({ document, error }) => document?.text ?? `${error?.code}`);

  test.each([
    ['what it declares', Buffer.from(xml(' encoding="windows-1252"', [...PLAIN, '\x93Caf\xe9\x94']), 'latin1')],
    ['UTF-8, though it declares another', Buffer.from(xml(' encoding="windows-1252"', [...PLAIN, '“Café”']))],
    ['UTF-8, as it declares', Buffer.from(xml(' encoding="UTF-8"', [...PLAIN, '“Café”']))],
  ])('the first characters beyond ASCII may stand late, and are read as %s', async (_, bytes) => {
    expect(await textsOf('late.xml', bytes)).toEqual([...PLAIN, '“Café”']);
  });

  test.each([
    ['lines of JSON', 'a.jsonl', (texts: readonly string[]) => texts.map((text) => JSON.stringify({ text })).join('\n')],
    ['an array', 'a.json', (texts: readonly string[]) => JSON.stringify(texts.map((text) => ({ text })))],
    ['a table', 'a.csv', (texts: readonly string[]) => `text,id\n${texts.map((text, i) => `${text},urn:x:${i}`).join('\n')}`],
    ['a feed', 'a.rss', (texts: readonly string[]) => xml('', texts)],
  ])('broken UTF-8 in %s costs the record that holds it alone, early and late', async (_, name, written) => {
    const bytesOf = (texts: readonly string[]) => {
      const [before = '', behind = ''] = written(texts).split('~');
      return Buffer.concat([Buffer.from(before), Buffer.from([0xe2, 0x80]), Buffer.from(behind)]);
    };
    const refused = /^RECORD_(?:ENCODING|UNREADABLE)$/;
    expect(await textsOf(name, bytesOf(['Café.', 'Th~.', 'Crème.']))).toEqual(['Café.', expect.stringMatching(refused), 'Crème.']);
    const late = await textsOf(name, bytesOf(['Café.', ...PLAIN, 'Th~.', 'Crème.']));
    expect(late).toEqual(['Café.', ...PLAIN, expect.stringMatching(refused), 'Crème.']);
  });
});
