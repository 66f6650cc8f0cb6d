import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesIn, plainly, readAll } from '../support/reading.ts';

const { folder, file } = filesIn('formats');

/** What is read from a file of that content, each document or error written down plainly. */
async function read(name: string, content: string | Uint8Array, options = {}) {
  const path = file(name, content);
  const readings = await readAll([path], options);
  return readings.map(({ document, error, at, format }) =>
    error ? { at, error: `${error.code}: ${error.message}` } : { format, ...plainly(document), ...(at && { at }) },
  );
}

const key = (name: string) => `FILE ${folder}/${name}`;
const ofFile = (name: string) => expect.stringMatching(new RegExp(`^FILE .*${name}#[0-9a-f-]{36}$`));

describe('text', () => {
  test.each([
    ['as it is', 'a.txt', ' date 2020-12-30 MOSCOW, December 30. /TASS/. It rained.'],
    ['that begins with a bracket', 'b.txt', '[Corrects paragraph two]\nIt rained.'],
    ['that begins with a tag of its own', 'c.txt', '<MSFT.O> rose 3 percent, it said.'],
    ['with commas in its first line', 'd.txt', 'In the text, the title was wrong\nIt rained.'],
    ['without an ending', 'article_001', 'It rained.'],
  ])('%s is one article whose place is the file', async (_, name, text) => {
    expect(await read(name, text)).toEqual([{ format: 'text', text, key: key(name) }]);
  });
});

describe('JSON', () => {
  test('lines are articles, by the names that fields commonly have', async () => {
    const lines = [
      {
        id: 'urn:news:1',
        title: 'Rain',
        body: 'It rained.',
        author: ['Ann Lee', { name: 'Bo Dahl' }],
        source: 'Post',
        category: 'Weather',
        tags: 'rain, sea',
        lang: 'en_GB',
        date: '2031-03-04',
      },
      { link: 'https://post.example/snow?utm_source=x#top', text: 'It snowed.', byline: 'Ann Lee and Bo Dahl', pubDate: 1930381920 },
      { text: 'It hailed.' },
    ];
    expect(await read('plain.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))).toEqual([
      {
        format: 'jsonl',
        at: 'line 1',
        text: 'It rained.',
        key: 'ID urn:news:1',
        headline: 'Rain',
        authors: ['Ann Lee', 'Bo Dahl'],
        publisher: 'Post',
        section: 'Weather',
        keywords: ['rain', 'sea'],
        language: 'en-GB',
        published: 'DAY 2031-03-04T00:00:00.000Z',
      },
      {
        format: 'jsonl',
        at: 'line 2',
        text: 'It snowed.',
        key: 'URL https://post.example/snow',
        authors: ['Ann Lee', 'Bo Dahl'],
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
      { format: 'jsonl', at: 'line 3', text: 'It hailed.', key: ofFile('plain.jsonl') },
    ]);
  });

  test.each([
    ['an array', '[{"text": "One [\\"]} 1."},\n {"text": "Two."}]'],
    ['objects over several lines', '{\n "text": "One [\\"]} 1."\n}\n{\n "text": "Two."\n}'],
    ['lines under another ending', '{"text": "One [\\"]} 1."}\n{"text": "Two."}'],
  ])('%s: told by its content', async (_, json) => {
    expect((await read('data.dat', json)).map((item) => 'text' in item && item.text)).toEqual(['One ["]} 1.', 'Two.']);
  });

  test('fields of other names are mapped by a flag, dots lead inside', async () => {
    const json = JSON.stringify({ hed: 'Rain', title: 'No', story: { body: 'It rained.' }, text: 'No' });
    expect(await read('mapped.jsonl', json, { map: { headline: 'hed', text: 'story.body' } })).toMatchObject([
      { headline: 'Rain', text: 'It rained.' },
    ]);
  });

  test('a bad line costs itself alone and says what is wrong', async () => {
    const lines = [
      '{"text": "One."}',
      '{"text": "Two."',
      '',
      '[1]',
      '{"title": "No text", "words": 3}',
      '{"text": " "}',
      '{"text": "Six."}',
    ];
    expect(await read('bad.jsonl', lines.join('\n'))).toMatchObject([
      { text: 'One.' },
      { at: 'line 2', error: expect.stringMatching(/^RECORD_JSON: It is no JSON/) },
      { at: 'line 4', error: expect.stringMatching(/^RECORD_SHAPE/) },
      { at: 'line 5', error: 'RECORD_TEXT: It has no text; its fields are title, words. Name the one that holds it: --map text=NAME.' },
      { at: 'line 6', error: expect.stringMatching(/^RECORD_TEXT/) },
      { text: 'Six.' },
    ]);
  });

  test('an id like 1 counts within its publisher, else within its file: two archives that both count from 1 do not replace each other', async () => {
    const keys = async (name: string, fields: object) =>
      (await read(name, JSON.stringify({ id: 1, text: 'It rained.', ...fields }))).map((item) => 'key' in item && item.key);
    expect(await keys('one.jsonl', {})).toEqual([`ID ${folder}/one.jsonl#1`]);
    expect(await keys('two.jsonl', { publisher: 'Post' })).toEqual(['ID Post/1']);
  });
});

describe('CSV', () => {
  test.each([
    ['commas', 'text,title,date\n"One, ""two""\nand three.",A,2031\nFour.,B,\n'],
    ['semicolons', 'text;title;date\r\n"One, ""two""\nand three.";A;2031\r\nFour.;B;\r\n'],
    ['tabs', 'text\ttitle\tdate\n"One, ""two""\nand three."\tA\t2031\nFour.\tB\n'],
  ])('with %s has an article a record, quoted fields over several lines', async (_, csv) => {
    expect(await read('table', csv)).toEqual([
      {
        format: 'csv',
        at: 'line 2',
        text: 'One, "two"\nand three.',
        key: ofFile('table'),
        headline: 'A',
        published: 'YEAR 2031-01-01T00:00:00.000Z',
      },
      { format: 'csv', at: 'line 4', text: 'Four.', key: ofFile('table'), headline: 'B' },
    ]);
  });

  test('with stray quotation marks loses only the record where they cannot be understood', async () => {
    const csv = ['title,text', 'A,He said "yes".', 'B,"open', 'C,"Closed ""here"" again."', 'D,x,y', 'E,Last.'].join('\n');
    expect(await read('stray.csv', csv)).toMatchObject([
      { at: 'line 2', text: 'He said "yes".' },
      { at: 'line 3', error: expect.stringMatching(/^CSV_/) },
      { at: 'line 4', text: 'Closed "here" again.' },
      { at: 'line 5', error: expect.stringMatching(/^CSV_FIELDS: It has 3 fields, the header names 2/) },
      { at: 'line 6', text: 'Last.' },
    ]);
  });

  test('without a column of text says so once, and takes the one that a flag names', async () => {
    const csv = 'nr,words\n1,It rained.\n2,It snowed.\n';
    expect(await read('unnamed.csv', csv)).toMatchObject([
      { error: expect.stringMatching(/^CSV_HEADER: .*\(nr, words\).*--map text=NAME/) },
    ]);
    expect(await read('unnamed.csv', csv, { map: { text: 'words' } })).toMatchObject([{ text: 'It rained.' }, { text: 'It snowed.' }]);
  });
});

describe('feeds', () => {
  test('RSS gives the whole content where it has it, else the summary and says so', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>News</title><language>en-us</language>
      <item><title>Rain &amp; sea</title><link>https://post.example/rain</link><description>Short.</description>
        <content:encoded><![CDATA[<p>It <b>rained</b>.</p><p>“Much,” said Ann&nbsp;Lee.</p><script>no()</script>]]></content:encoded>
        <dc:creator>Bo Dahl</dc:creator><category>Weather</category><pubDate>Tue, 04 Mar 2031 10:12:00 +0100</pubDate></item>
      <item><guid isPermaLink="false">tag:post.example,2031:2</guid><description>It &lt;i&gt;snowed&lt;/i&gt;.</description><author>ann@post.example (Ann Lee)</author></item>
      <item><title>Nothing</title></item></channel></rss>`;
    expect(await read('feed.txt', rss)).toEqual([
      {
        format: 'rss',
        at: 'item 1',
        text: 'It rained.\n\n“Much,” said Ann\u00A0Lee.',
        key: 'URL https://post.example/rain',
        headline: 'Rain & sea',
        authors: ['Bo Dahl'],
        keywords: ['Weather'],
        language: 'en-US',
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
      {
        format: 'rss',
        at: 'item 2',
        text: 'It snowed.',
        key: 'ID tag:post.example,2031:2',
        authors: ['Ann Lee'],
        language: 'en-US',
        notes: ['The feed gives a summary only, not the whole article.'],
      },
      { at: 'item 3', error: expect.stringMatching(/^RECORD_TEXT: .*Nothing/) },
    ]);
  });

  test('Atom knows text, HTML and XHTML', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>F</title>
      <entry><title type="html">A &amp;amp; B</title><link href="https://post.example/a"/><id>x</id><published>2031-03-04T09:12Z</published>
        <author><name>Ann Lee</name></author><category term="sea"/><content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry>
      <entry><id>urn:x:2</id><content type="xhtml"><div><p>Three.</p><p>Four <em>f</em>ive.</p></div></content></entry>
      <entry><id>urn:x:3</id><summary>Six.</summary></entry></feed>`;
    expect(await read('atom.xml', atom)).toMatchObject([
      {
        text: 'One.\n\nTwo.',
        headline: 'A & B',
        key: 'URL https://post.example/a',
        authors: ['Ann Lee'],
        keywords: ['sea'],
        language: 'en',
        published: 'MINUTE 2031-03-04T09:12:00.000Z',
      },
      { text: 'Three.\n\nFour five.', key: 'ID urn:x:2' },
      { text: 'Six.', key: 'ID urn:x:3', notes: [expect.stringMatching(/summary only/)] },
    ]);
  });

  test('JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F',
      language: 'en',
      items: [
        {
          id: '1',
          url: 'https://post.example/1',
          title: 'One',
          content_html: '<p>It rained.</p>',
          authors: [{ name: 'Ann Lee' }],
          tags: ['sea'],
          date_published: '2031-03-04T09:12:00Z',
        },
        { id: 'urn:x:2', summary: 'It snowed.' },
        { id: 'urn:x:3' },
      ],
    };
    expect(await read('feed.json', JSON.stringify(feed, null, 1))).toMatchObject([
      {
        text: 'It rained.',
        key: 'URL https://post.example/1',
        headline: 'One',
        authors: ['Ann Lee'],
        keywords: ['sea'],
        language: 'en',
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
      { text: 'It snowed.', key: 'ID urn:x:2', notes: [expect.stringMatching(/summary only/)] },
      { error: expect.stringMatching(/^RECORD_TEXT/) },
    ]);
  });
});

describe('the formats of the news industry', () => {
  const NITF = `<nitf><head><title>T</title><docdata><doc-id id-string="urn:n:1"/><date.issue norm="20310304T091200Z"/><key-list><keyword key="rain"/></key-list></docdata>
    <pubdata name="Post" position.section="Weather"/></head><body><body.head><hedline><hl1>Rain</hl1></hedline><byline>By <person>Ann Lee</person></byline>
    <dateline><location>OSTLEY</location> (AP)</dateline></body.head><body.content><block><p>It rained.</p><p>It stopped.</p></block></body.content></body></nitf>`;

  test('NITF', async () => {
    expect(await read('nitf.xml', `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">${NITF}`)).toEqual([
      {
        format: 'nitf',
        text: 'OSTLEY (AP) — It rained.\n\nIt stopped.',
        key: 'ID urn:n:1',
        headline: 'Rain',
        authors: ['Ann Lee'],
        publisher: 'Post',
        section: 'Weather',
        keywords: ['rain'],
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
    ]);
  });

  test('NewsML-G2 with XHTML, NITF, text and a picture', async () => {
    const item = (guid: string, set: string) =>
      `<newsItem guid="${guid}" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Post"/><versionCreated>2031-03-05T00:00:00Z</versionCreated></itemMeta>
       <contentMeta><contentCreated>2031-03-04T09:12:00Z</contentCreated><headline>Rain</headline><by>By Ann Lee</by><subject qcode="x"><name>sea</name></subject></contentMeta>
       <contentSet>${set}</contentSet></newsItem>`;
    const xml = `<newsMessage xmlns="n"><itemSet>${item('urn:g:1', '<inlineXML contenttype="application/xhtml+xml"><html xmlns="h"><head><title>x</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML>')}
      ${item('urn:g:2', `<inlineXML>${NITF}</inlineXML>`)}${item('urn:g:3', '<inlineData contenttype="text/plain">Three.</inlineData>')}${item('urn:g:4', '<remoteContent href="a.jpg"/>')}</itemSet></newsMessage>`;
    expect(await read('g2.xml', xml)).toMatchObject([
      {
        format: 'newsml-g2',
        text: 'One.\n\nTwo.',
        key: 'ID urn:g:1',
        headline: 'Rain',
        authors: ['Ann Lee'],
        publisher: 'Post',
        keywords: ['sea'],
        language: 'en',
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
      { text: 'OSTLEY (AP) — It rained.\n\nIt stopped.', key: 'ID urn:g:2' },
      { text: 'Three.', key: 'ID urn:g:3' },
      { at: 'newsItem 4', error: expect.stringMatching(/^RECORD_TEXT: It holds no text/) },
    ]);
  });

  test.each([
    [
      '1',
      {
        uri: 'urn:j:1',
        headline: 'Rain',
        byline: 'By Ann Lee',
        body_xhtml: '<p>It rained.</p><p>It stopped.</p>',
        versioncreated: '2031-03-04T09:12:00Z',
        language: 'en',
        subject: [{ name: 'sea' }],
        copyrightholder: 'Post',
      },
    ],
    [
      '3',
      {
        uri: 'urn:j:1',
        headlines: [{ value: 'Rain' }],
        by: 'Ann Lee',
        bodies: [{ contentType: 'text/html', value: '<p>It rained.</p><p>It stopped.</p>' }],
        firstCreated: '2031-03-04T09:12:00Z',
        language: 'en',
        subjects: [{ name: 'sea' }],
        copyrightHolder: 'Post',
      },
    ],
  ])('ninjs %s', async (_, ninjs) => {
    expect(await read('n.json', JSON.stringify(ninjs))).toMatchObject([
      {
        text: 'It rained.\n\nIt stopped.',
        key: 'ID urn:j:1',
        headline: 'Rain',
        authors: ['Ann Lee'],
        publisher: 'Post',
        language: 'en',
        keywords: ['sea'],
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
    ]);
  });
});

/** Long enough for Readability to know an article by. */
const PARAGRAPHS = ['one', 'two', 'three'].map(
  (word) =>
    `Paragraph ${word} of the article tells at some length, and with commas, how it rained, how it stopped, and what Ann Lee of the harbor board said of it.`,
);
const page = (
  head: string,
) => `<!DOCTYPE html><html lang="en"><head><title>Rain - Post</title>${head}</head><body><nav><a href="/">Home</a> <a href="/w">Weather</a></nav>
  <article><h1>Rain</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article><footer>All rights reserved</footer></body></html>`;
const LD = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Rain falls","author":[{"@type":"Person","name":"Ann Lee"}],
  "publisher":{"@type":"Organization","name":"Post"},"datePublished":"2031-03-04T09:12:00+01:00","articleSection":"Weather","keywords":["sea"],"url":"https://post.example/rain"}]}</script>`;
const OG =
  '<meta property="og:title" content="Rain by OG"><meta property="og:site_name" content="OG Post"><meta property="article:published_time" content="2031-03-05">';

describe('web pages', () => {
  test('JSON-LD comes before Open Graph, and the text is the article without what stands around it', async () => {
    expect(await read('rain.html', page(LD + OG))).toEqual([
      {
        format: 'html',
        text: PARAGRAPHS.join('\n\n'),
        key: 'URL https://post.example/rain',
        headline: 'Rain falls',
        authors: ['Ann Lee'],
        publisher: 'Post',
        section: 'Weather',
        keywords: ['sea'],
        language: 'en',
        published: 'SECOND 2031-03-04T08:12:00.000Z',
      },
    ]);
  });

  test('without JSON-LD Open Graph is asked, and the place is the file', async () => {
    expect(await read('saved', page(OG))).toMatchObject([
      { format: 'html', key: key('saved'), headline: 'Rain by OG', publisher: 'OG Post', published: 'DAY 2031-03-05T00:00:00.000Z' },
    ]);
  });

  test('a page without text says so', async () => {
    expect(await read('empty.html', '<html><body><script>render()</script><div id="app"></div></body></html>')).toMatchObject([
      { error: expect.stringMatching(/^RECORD_TEXT: The page holds no article text/) },
    ]);
  });

  const warc = (kind: string, url: string, type: string, content: string | Buffer) => {
    const body = Buffer.from(content);
    return Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ]);
  };
  const answer = (headers: string, body: string | Buffer, status = '200 OK') =>
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
  const HTTP = 'application/http; msgtype=response';
  const records = [
    warc('warcinfo', '', 'application/warc-fields', 'software: x\r\n'),
    warc('request', 'https://post.example/rain', 'application/http; msgtype=request', 'GET / HTTP/1.1\r\n\r\n'),
    warc(
      'response',
      'https://post.example/one',
      HTTP,
      answer('Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip', gzipSync(page(''))),
    ),
    warc(
      'response',
      'https://post.example/two',
      HTTP,
      answer('Content-Type: text/html\r\nTransfer-Encoding: chunked', `5\r\n<p>It\r\n6\r\n snows\r\n0\r\n\r\n`),
    ),
    warc('response', 'https://post.example/gone', HTTP, answer('Content-Type: text/html', page(''), '404 Not Found')),
    warc('response', 'https://post.example/a.png', HTTP, answer('Content-Type: image/png', 'x')),
    warc('response', 'https://post.example/broken', HTTP, answer('Content-Type: text/html\r\nContent-Encoding: gzip', 'no gzip')),
  ];

  test.each([
    ['plain', Buffer.concat(records)],
    ['compressed record by record', Buffer.concat(records.map((record) => gzipSync(record)))],
  ])('of a WARC file, %s, each is an article; what else a crawl leaves is passed over', async (_, bytes) => {
    expect(await read('crawl', bytes)).toMatchObject([
      { format: 'warc', at: 'record 3', text: PARAGRAPHS.join('\n\n'), key: 'URL https://post.example/one', language: 'en' },
      { at: 'record 4', text: 'It snows', key: 'URL https://post.example/two' },
      { at: 'record 7', error: expect.stringMatching(/^HTTP_ENCODING/) },
    ]);
  });

  test('of a WARC file that was cut off all before the cut are read', async () => {
    const bytes = Buffer.concat(records);
    expect(await read('cut.warc', bytes.subarray(0, bytes.length - 20))).toMatchObject([
      { at: 'record 3' },
      { at: 'record 4' },
      { error: expect.stringMatching(/^WARC_TRUNCATED/) },
    ]);
  });
});

test('a sample gives its text without marks, says that it is fictional, and goes to the collection samples', async () => {
  const gold =
    'id: s-1\npublished: 2031-05-02\npublisher: Courier\nstyle: local\n@venn = person Mara Venn\n\n---\n<s1>{venn|Mara Venn}</s> <v1>said</v> <c1>it rained</c>.';
  expect(await read('s.gold', gold)).toMatchObject([
    {
      format: 'gold',
      text: 'Mara Venn said it rained.',
      key: 'ID quotewire:sample:s-1',
      collection: 'samples',
      publisher: 'Courier',
      notes: [expect.stringMatching(/^Fictional/)],
    },
  ]);
});

test.each([
  ['an unknown kind of XML', '<?xml version="1.0"?><svg/>', /^FORMAT_UNKNOWN: .*svg/],
  ['a feed without entries', '<rss><channel/></rss>', /^FILE_EMPTY/],
])('%s yields an error that says so', async (_, content, message) => {
  expect(await read('odd.xml', content)).toMatchObject([{ error: expect.stringMatching(message) }]);
});

describe('flags', () => {
  const lines = ['2030-01-01', '2031-01-01', '', '2032-01-01']
    .map((date, i) => JSON.stringify({ text: `Text ${i}.`, date, publisher: 'Post', language: 'en' }))
    .join('\n');

  test('win over what the documents say', async () => {
    expect(await read('flags.jsonl', lines, { publisher: 'Times', language: 'de', collection: 'mine', limit: 1 })).toMatchObject([
      { publisher: 'Times', language: 'de', collection: 'mine' },
    ]);
  });

  test.each([
    ['--since leaves out what is dated before, and nothing undated', { since: new Date('2031-01-01') }, ['Text 1.', 'Text 2.', 'Text 3.']],
    ['--limit counts articles', { limit: 2 }, ['Text 0.', 'Text 1.']],
    ['--limit counts those that --since lets through', { since: new Date('2031-01-01'), limit: 2 }, ['Text 1.', 'Text 2.']],
    ['--limit 0 reads nothing', { limit: 0 }, []],
  ])('%s', async (_, options, texts) => {
    expect((await read('flags.jsonl', lines, options)).map((item) => 'text' in item && item.text)).toEqual(texts);
  });

  test('--since knows the date that a text begins with', async () => {
    expect(await read('dated.txt', ' date 2020-12-30 MOSCOW', { since: new Date('2021-01-01') })).toEqual([]);
  });

  test('--format reads a file as what it does not look like', async () => {
    expect(await read('forced.jsonl', '{"text": "It rained."}', { format: 'text' })).toMatchObject([{ text: '{"text": "It rained."}' }]);
  });
});
