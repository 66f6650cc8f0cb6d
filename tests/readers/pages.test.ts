import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesToRead } from '../support/reading.ts';

const { folder, read } = filesToRead();

const key = (name: string) => `FILE ${folder}/${name}`;

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

  const ld = (facts: object) => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...facts })}</script>`;
  const base = '<base href="https://post.example/2031/">';
  test.each([
    ['a link as seen from the base', page(`${base}<link rel="canonical" href="../rain">`)],
    ['what its article is the main entity of', page(ld({ mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://post.example/rain' } }))],
    ['the page that it is the main entity of', page(ld({ mainEntityOfPage: 'https://post.example/rain' }))],
    ['where the browser saved it from', `<!-- saved from url=(0025)https://post.example/rain -->\n${page('')}`],
    ['a link as seen from there', `<!-- saved from url=(0024)https://post.example/a/b -->\n${page('<link rel="canonical" href="/rain">')}`],
  ])('the address of a page is %s', async (_, html) => {
    expect(await read('address.html', html)).toMatchObject([{ key: 'URL https://post.example/rain', text: PARAGRAPHS.join('\n\n') }]);
  });

  test.each([
    ['a list of names', { author: ['Ann Lee', 'Bo Dahl'] }, ['Ann Lee', 'Bo Dahl']],
    ['one with a list of names', { author: { '@type': 'Person', name: ['Ann Lee', 'Bo Dahl'] } }, ['Ann Lee', 'Bo Dahl']],
    ['several, one with a list', { author: [{ name: ['Ann Lee', 'Bo Dahl'] }, { name: 'Cem Bell' }] }, ['Ann Lee', 'Bo Dahl', 'Cem Bell']],
    ['creators', { creator: ['Ann Lee'] }, ['Ann Lee']],
    ['a list of nothing', { author: [] }, undefined],
  ])('authors in JSON-LD are %s', async (_, facts, authors) => {
    const [found] = await read('authors.html', page(ld(facts)));
    expect((found as { authors?: string[] }).authors).toEqual(authors);
  });

  test.each([
    ['publishers', { publisher: [{ name: 'Post' }, { name: 'Courier' }] }, { publisher: 'Post' }],
    ['publishers by name', { publisher: ['Post', 'Courier'] }, { publisher: 'Post' }],
    ['headlines', { headline: ['Rain', 'Sea'] }, { headline: 'Rain' }],
    ['sections', { articleSection: ['Weather', 'Sea'] }, { section: 'Weather' }],
    ['languages', { inLanguage: ['en-GB', 'fr'] }, { language: 'en-GB' }],
  ])('of a list of %s in JSON-LD the first counts', async (_, facts, found) => {
    expect(await read('lists.html', page(ld(facts)))).toMatchObject([found]);
  });

  test.each([
    ['lang="en-GB"', 'en-GB'],
    ['xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB"', 'en-GB'],
    ['lang="" xml:lang="en-GB"', 'en-GB'],
  ])('the language of a page is read of <html %s>', async (attributes, language) => {
    expect(await read('language.html', page('').replace(/<html[^>]*>/, `<html ${attributes}>`))).toMatchObject([{ language }]);
  });

  test('a language that is a thing in JSON-LD has its tag beside its name', async () => {
    const facts = { inLanguage: { '@type': 'Language', name: 'English', alternateName: 'en-GB' } };
    expect(await read('language.html', page(ld(facts)))).toMatchObject([{ language: 'en-GB' }]);
  });

  const people = [
    { '@type': 'Person', '@id': '#lee', name: 'Ann Lee' },
    { '@type': 'Organization', '@id': 'https://post.example/#us', name: 'Post' },
  ];
  const byReference = {
    '@type': 'NewsArticle',
    author: [{ '@id': '#lee' }, { name: 'Bo Dahl' }],
    publisher: { '@id': 'https://post.example/#us' },
  };
  const inScript = (json: string) => page(`<script type="application/ld+json">${json}</script>`);
  test.each([
    ['in the same graph', inScript(JSON.stringify({ '@graph': [byReference, ...people] }))],
    ['in a script of its own', `${inScript(JSON.stringify(people))}`.replace('</head>', `${ld(byReference)}</head>`)],
  ])('people and organizations %s are followed by their ids', async (_, html) => {
    expect(await read('graph.html', html)).toMatchObject([{ authors: ['Ann Lee', 'Bo Dahl'], publisher: 'Post' }]);
  });

  const RAIN = { headline: 'Rain falls', author: 'Ann Lee', datePublished: '2031-03-04' };
  const SUN = { '@type': 'NewsArticle', headline: 'Sun', url: 'https://post.example/sun', author: 'Bo Dahl', datePublished: '2030-01-01' };
  test.each([
    ['by its address', { url: 'https://post.example/rain' }],
    ['by the page that it is the main entity of', { mainEntityOfPage: { '@id': 'https://post.example/rain' } }],
    ['by its id in the graph', { '@id': 'https://post.example/rain#article' }],
  ])('of several articles in JSON-LD that of the page is told %s', async (_, told) => {
    const canonical = '<link rel="canonical" href="https://post.example/rain">';
    const html = page(canonical + ld(SUN) + ld({ ...RAIN, ...told }));
    expect(await read('several.html', html)).toMatchObject([
      { headline: 'Rain falls', authors: ['Ann Lee'], published: 'DAY 2031-03-04T00:00:00.000Z' },
    ]);
  });

  test('of several articles in JSON-LD none of which is told to be that of the page the first one counts', async () => {
    expect(await read('several.html', page(ld(RAIN) + ld(SUN)))).toMatchObject([{ headline: 'Rain falls', authors: ['Ann Lee'] }]);
  });

  test.each([
    ['<meta itemprop="datePublished" content="2031-03-04T09:12:00Z">'],
    ['<meta name="sailthru.date" content="2031-03-04T09:12:00Z">'],
    ['<meta name="DCTERMS.issued" content="2031-03-04T09:12:00Z">'],
    [
      `<script type="application/ld+json; charset=utf-8">${JSON.stringify({ '@type': 'NewsArticle', datePublished: ['2031-03-04T09:12:00Z', '2031-03-05'] })}</script>`,
    ],
  ])('the day a page came out is read of %s', async (head) => {
    expect(await read('dated.html', page(head))).toMatchObject([{ published: 'SECOND 2031-03-04T09:12:00.000Z' }]);
  });

  test('what refers to nothing names nobody', async () => {
    const facts = await read('dangling.html', page(ld({ author: { '@id': '#nobody' }, publisher: { '@id': '#none' } })));
    expect(facts[0]).not.toHaveProperty('publisher');
    expect(facts[0]).not.toHaveProperty('authors');
  });

  test.each([
    ['a CDATA section', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Rain"}\n//]]>'],
    ['a CDATA section in comments', '/*<![CDATA[*/[{"@type":"NewsArticle","headline":"Rain"}]/*]]>*/'],
    ['a comment', '<!-- {"@type":"NewsArticle","headline":"Rain"} -->'],
    ['line ends in its strings', '{"@type":"NewsArticle","headline":\n"Rain","x":"a\nb"}'],
  ])('JSON-LD in or with %s is read', async (_, json) => {
    expect(await read('wrapped.html', inScript(json))).toMatchObject([{ headline: 'Rain' }]);
  });

  test('a link from nowhere is no address', async () => {
    expect(await read('nowhere.html', page('<link rel="canonical" href="/rain">'))).toMatchObject([{ key: key('nowhere.html') }]);
  });

  test('a headline that was escaped twice is read twice, and one that was not is left alone', async () => {
    expect(await read('twice.html', page(ld({ headline: 'It&#8217;s &amp; was' })))).toMatchObject([{ headline: 'It’s & was' }]);
    expect(await read('once.html', page(ld({ headline: 'AT&T; R&D < all' })))).toMatchObject([{ headline: 'AT&T; R&D < all' }]);
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
    warc('response', 'https://post.example/lf', HTTP, 'HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>It hails\r\n\r\n</p>'),
    warc('response', 'https://post.example/gone', HTTP, answer('Content-Type: text/html', page(''), '404 Not Found')),
    warc('response', 'https://post.example/robots.txt', HTTP, answer('Content-Type: text/plain', 'User-agent: *')),
    warc('resource', '<metadata://gnu.org/software/wget/warc/wget.log>', 'text/plain', 'Saving to: index.html'),
    warc('resource', 'urn:text:https://post.example/one', 'text/plain', 'Home News It snows'),
    warc('response', 'https://post.example/list', HTTP, answer('Content-Type: text/html', '<body><img src="a.png"></body>')),
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
      { at: 'record 5', text: 'It hails', key: 'URL https://post.example/lf' },
      { at: 'record 12', error: expect.stringMatching(/^HTTP_ENCODING/) },
    ]);
  });

  test('of a WARC file that was cut off all before the cut are read', async () => {
    const bytes = Buffer.concat(records);
    expect(await read('cut.warc', bytes.subarray(0, bytes.length - 20))).toMatchObject([
      { at: 'record 3' },
      { at: 'record 4' },
      { at: 'record 5' },
      { error: expect.stringMatching(/^WARC_TRUNCATED/) },
    ]);
  });
});
