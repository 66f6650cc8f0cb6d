import { expect, test } from 'vitest';
import { filesToRead } from '../support/reading.ts';

const { folder, read } = filesToRead();

/** What is read of a file, and what is left out of it. */
async function sorted(name: string, content: string) {
  const leftOut: string[] = [];
  const onLeftOut = (path: string, reason: string) => leftOut.push(`${path.slice(folder.length + 1)}: ${reason}`);
  return { read: await read(name, content, { onLeftOut }), leftOut };
}

const rss = (...items: string[]) => `<rss version="2.0"><channel>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
const atom = (...entries: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${entries.map((entry) => `<entry>${entry}</entry>`).join('')}</feed>`;
const jsonFeed = (...items: object[]) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });
const g2 = (...items: [itemClass: string, set: string][]) =>
  `<newsMessage><itemSet>${items
    .map(
      ([itemClass, set]) =>
        `<newsItem guid="urn:g:1"><itemMeta>${itemClass}</itemMeta><contentMeta/><contentSet>${set}</contentSet></newsItem>`,
    )
    .join('')}</itemSet></newsMessage>`;
const TEXT: [string, string] = ['<itemClass qcode="ninat:text"/>', '<inlineData>It rained.</inlineData>'];
const PICTURE = '<remoteContent href="a.jpg"/>';

test.each([
  [
    'entries of RSS',
    'a.xml',
    rss('<title>Fog</title><link>https://post.example/fog</link>', '<description>It rained.</description>'),
    'a.xml: item 1: It has neither content nor summary (Fog).',
  ],
  [
    'entries of Atom',
    'b.xml',
    atom('<id>urn:x:1</id><content type="image/png" src="a.png"/>', '<summary>It rained.</summary>'),
    'b.xml: entry 1: It has neither content nor summary (no title).',
  ],
  [
    'items of JSON Feed',
    'c.json',
    jsonFeed({ id: '1', title: 'Fog', content_html: '<img src="a.png">' }, { id: '2', content_text: 'It rained.' }),
    'c.json: item 1: It has neither content nor summary (Fog).',
  ],
  [
    'pictures in NewsML-G2',
    'd.xml',
    g2(['<itemClass qcode="ninat:picture"/>', PICTURE], TEXT),
    'd.xml: newsItem 1: It is no text (ninat:picture).',
  ],
  [
    'videos in NewsML-G2, by address',
    'e.xml',
    g2(['<itemClass uri="http://cv.iptc.org/newscodes/ninature/video"/>', PICTURE], TEXT),
    'e.xml: newsItem 1: It is no text (http://cv.iptc.org/newscodes/ninature/video).',
  ],
  ['alerts in NewsML-G2', 'l.xml', g2(['<itemClass qcode="ninat:text"/>', ''], TEXT), 'l.xml: newsItem 1: It is a headline alone.'],
  [
    'graphics in ninjs',
    'f.jsonl',
    '{"uri":"urn:j:1","type":"graphic","versioncreated":"2031-03-04"}\n{"uri":"urn:j:2","type":"text","body_text":"It rained."}\n',
    'f.jsonl: line 1: It is no text (graphic).',
  ],
])('%s without words are left out, what is beside them is read', async (_, name, content, reason) => {
  expect(await sorted(name, content)).toMatchObject({ read: [{ text: 'It rained.' }], leftOut: [reason] });
});

test.each([
  ['a text in NewsML-G2 that lies elsewhere', 'g.xml', g2(['<itemClass qcode="ninat:text"/>', '<remoteContent href="a.html"/>'])],
  ['an item of NewsML-G2 of unknown class', 'h.xml', g2(['', PICTURE])],
  ['a text in ninjs without a body', 'i.json', '{"uri":"urn:j:1","type":"text","versioncreated":"2031-03-04"}'],
  ['a record whose field is empty', 'j.json', '{"title":"Fog","text":""}'],
])('%s fails', async (_, name, content) => {
  expect(await sorted(name, content)).toMatchObject({ read: [{ error: expect.stringMatching(/^RECORD_TEXT/) }], leftOut: [] });
});

test('a picture with words of its own is read', async () => {
  expect(await sorted('k.xml', g2(['<itemClass qcode="ninat:picture"/>', TEXT[1]]))).toMatchObject({ read: [{ text: 'It rained.' }] });
});
