import { describe, expect, test } from 'vitest';
import { filesToRead } from '../support/reading.ts';

const { read } = filesToRead();

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

  const rss = (channel: string, item: string) =>
    `<rss xmlns:media="m" xmlns:atom="a"><channel>${channel}<item>${item}<description>It rained.</description></item></channel></rss>`;
  const atom = (feed: string, entry: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="m" ${feed}><entry ${entry}<summary>It rained.</summary></entry></feed>`;
  const jsonFeed = (feed: object, item: object) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1', ...feed, items: [{ ...item, summary: 'It rained.' }] });

  test.each([
    ['of the channel', rss('<link>https://post.example/</link>', '<link>/a</link>'), 'URL https://post.example/a'],
    ['without a scheme', rss('<link>https://post.example/</link>', '<link>//b.example/a</link>'), 'URL https://b.example/a'],
    ['of xml:base', atom('xml:base="https://post.example/n/"', '><link href="a"/><id>urn:x:1</id>'), 'URL https://post.example/n/a'],
    ['of its own xml:base', atom('', 'xml:base="https://post.example/n/"><link href="../a"/>'), 'URL https://post.example/a'],
    ['of the home page', jsonFeed({ home_page_url: 'https://post.example/' }, { id: '1', url: 'a' }), 'URL https://post.example/a'],
    ['from nowhere: then by guid', rss('', '<link>/a</link><guid isPermaLink="false">urn:x:1</guid>'), 'ID urn:x:1'],
    ['from nowhere: then by id', atom('', '><link href="a"/><id>urn:x:1</id>'), 'ID urn:x:1'],
    ['from nowhere: then by the id of JSON', jsonFeed({}, { id: 'urn:x:1', url: 'a' }), 'ID urn:x:1'],
    [
      'of the channel, not of its picture',
      rss('<image><link>https://a.example/</link></image><link>https://post.example/</link>', '<link>/a</link>'),
      'URL https://post.example/a',
    ],
    ['beside one of another vocabulary', rss('', '<atom:link href="x"/><link>https://post.example/a</link>'), 'URL https://post.example/a'],
  ])('a link is read as seen from the page %s', async (_, feed, key) => {
    expect(await read('links.xml', feed)).toMatchObject([{ text: 'It rained.', key }]);
  });

  test.each([
    ['<p>It rained.</p><p>The post <a href="r">Rain</a> appeared first on <a href="p">Post</a>.</p>', 'It rained.'],
    ['<p>It rained.</p>\n<p>The post Rain first appeared on Post.</p>', 'It rained.'],
    ['<p>The post of Lee appeared first on Monday.</p>', 'The post of Lee appeared first on Monday.'],
    [
      '<p>Rain.</p><p>The post Sun appeared first on Post.</p><p>It shone.</p>',
      'Rain.\n\nThe post Sun appeared first on Post.\n\nIt shone.',
    ],
  ])('where a feed says that a post appeared first: %s', async (html, text) => {
    const item = `<item><guid>g</guid><description>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</description></item>`;
    expect(await read('wp.rss', `<rss version="2.0"><channel>${item}</channel></rss>`)).toMatchObject([{ text }]);
  });

  test('titles and words of pictures are none of the article', async () => {
    const picture = '<media:title>Picture</media:title><media:description>A picture.</media:description><media:content url="x.png"/>';
    expect(await read('pictures.xml', rss('', `${picture}<title>Rain</title>`))).toMatchObject([{ text: 'It rained.', headline: 'Rain' }]);
    const entry = `><title>Rain</title>${picture}<content>It rained all day.</content>`;
    expect(await read('pictures.xml', atom('', entry))).toMatchObject([{ text: 'It rained all day.', headline: 'Rain' }]);
    const prefixed =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Rain</a:title><a:content>It rained.</a:content></a:entry></a:feed>';
    expect(await read('prefixed.xml', prefixed)).toMatchObject([{ text: 'It rained.', headline: 'Rain' }]);
  });

  const byLee = '<author><name>Ann Lee</name><email>a@post.example</email></author>';
  const inFeed = (feed: string, entry: string) => `<feed>${feed}<entry>${entry}<summary>It rained.</summary></entry></feed>`;
  const byDahl = '<author>\n<name>Bo &amp; Dahl</name></author>';
  test.each([
    ['its own', inFeed(`${byLee}<contributor><name>Cem Bell</name></contributor>`, byDahl), ['Bo & Dahl']],
    ['of the feed', inFeed(`<contributor><name>Cem Bell</name></contributor>${byLee}${byDahl}`, ''), ['Ann Lee', 'Bo & Dahl']],
    ['of the feed that it was taken from', inFeed(byLee, `<source>${byDahl}</source>`), ['Bo & Dahl']],
    ['of nobody', inFeed('<contributor><name>Cem Bell</name></contributor>', ''), undefined],
    ['of the feed in JSON', jsonFeed({ authors: [{ name: 'Ann Lee' }] }, {}), ['Ann Lee']],
    ['of the feed in JSON Feed 1.0', jsonFeed({ author: { name: 'Ann Lee' } }, {}), ['Ann Lee']],
    ['its own in JSON', jsonFeed({ authors: [{ name: 'Ann Lee' }] }, { authors: [{ name: 'Bo Dahl' }] }), ['Bo Dahl']],
    ['of the feed in JSON, where its own list is empty', jsonFeed({ authors: [{ name: 'Ann Lee' }] }, { authors: [] }), ['Ann Lee']],
    ['its own in JSON, as both versions have it', jsonFeed({}, { authors: [{ url: 'u' }], author: { name: 'Ann Lee' } }), ['Ann Lee']],
    // Who answers for a channel has not written what stands in it.
    ['of nobody in RSS', rss('<managingEditor>a@post.example (Ann Lee)</managingEditor>', ''), undefined],
  ])('the authors of an entry are %s', async (_, feed, authors) => {
    const [found] = await read('authors.xml', feed);
    expect(found).toMatchObject({ text: 'It rained.' });
    expect((found as { authors?: string[] }).authors).toEqual(authors);
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
    ]);
  });
});

test.each([
  ['<p><q>We will not wait</q>, she said.</p>', '“We will not wait”, she said.'],
  ['<p>She said <q> we <q>will not</q> wait. </q> It rained.</p>', 'She said “we ‘will not’ wait.” It rained.'],
  ['<p>She said: <q><q>No</q> is no answer.</q></p>', 'She said: “‘No’ is no answer.”'],
  ['<p>“<q>We will not wait</q>,” she said. <q>"No."</q></p>', '“We will not wait,” she said. "No."'],
  ['<p>It rained.<q></q><q><img src="a.jpg"></q></p>', 'It rained.'],
  ['<blockquote><q>We will not wait.</q></blockquote><p><q>No.</q></p>', '“We will not wait.”\n\n“No.”'],
])('what HTML says is quoted stands in quotation marks, once: %s', async (html, text) => {
  const feed = { version: 'https://jsonfeed.org/version/1', items: [{ id: 'a', content_html: html }] };
  expect(await read('quoted.json', JSON.stringify(feed))).toMatchObject([{ text }]);
});

test('headlines and tags of JSON Feed and headlines of ninjs that were written for HTML lose its entities', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1',
    items: [{ title: 'It&#8217;s rain', tags: ['R&amp;D'], content_text: 'It rained.' }],
  };
  expect(await read('entities.json', JSON.stringify(feed))).toMatchObject([{ headline: 'It’s rain', keywords: ['R&D'] }]);
  const ninjs = { uri: 'urn:j:1', headlines: [{ value: 'Rain &amp; sea' }], bodies: [{ value: 'It rained.' }] };
  expect(await read('entities.json', JSON.stringify(ninjs))).toMatchObject([{ headline: 'Rain & sea' }]);
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

  test.each([
    ['<location>OSTLEY</location><story.date>March 4</story.date>', 'OSTLEY, March 4 — It rained.'],
    ['\n <location>\n  <city>OSTLEY</city>\n  <region>Sund</region>\n </location>\n <story.date/>\n', 'OSTLEY, Sund — It rained.'],
    ['<location>OSTLEY</location>, March 4 (AP) —', 'OSTLEY, March 4 (AP) — It rained.'],
    ['OSTLEY &amp; <location>SUND</location>', 'OSTLEY & SUND — It rained.'],
    [' ', 'It rained.'],
  ])('NITF with the dateline %j', async (dateline, text) => {
    const body = `<body><body.head><dateline>${dateline}</dateline></body.head><body.content><p>It rained.</p></body.content></body>`;
    expect(await read('dateline.xml', `<nitf>${body}</nitf>`)).toMatchObject([{ text }]);
  });

  test('NITF that gives lead and byline twice, as the New York Times does, is read once', async () => {
    const top = '<byline class="print_byline">By ANN LEE</byline><byline class="normalized_byline">Lee, Ann</byline>';
    const lead = '<block class="lead_paragraph"><p>It rained.</p></block>';
    const content = `${lead}<block class="full_text"><p>It rained.</p><p>It stopped.</p></block>`;
    const nitf = (content: string) => `<nitf><body><body.head>${top}</body.head><body.content>${content}</body.content></body></nitf>`;
    expect(await read('twice.xml', nitf(content))).toMatchObject([{ text: 'It rained.\n\nIt stopped.', authors: ['ANN LEE'] }]);
    expect(await read('lead.xml', nitf(lead))).toMatchObject([{ text: 'It rained.' }]);
  });

  test('what NITF says is quoted stands in quotation marks', async () => {
    const body = '<body.content><p><q quote-source="Ann Lee">No</q>, she said.</p></body.content>';
    expect(await read('quoted.xml', `<nitf><body>${body}</body></nitf>`)).toMatchObject([{ text: '“No”, she said.' }]);
  });

  test('words below a picture in NITF stand in paragraphs of their own, and the picture itself nowhere', async () => {
    const media =
      '<media><media-object encoding="base64">QUJD</media-object><media-caption>The sea.</media-caption><media-producer>Bo Dahl</media-producer></media>';
    expect(await read('media.xml', `<nitf><body><body.content><p>It rained.</p>${media}</body.content></body></nitf>`)).toMatchObject([
      { text: 'It rained.\n\nThe sea.\n\nBo Dahl' },
    ]);
  });

  test.each([
    ['<creator><name>Ann Lee</name></creator><creator literal="Bo Dahl"/><by>By Cem Bell</by>', ['Ann Lee']],
    ['<creator literal="staff-17"/><by>By Cem Bell</by>', ['Cem Bell']],
    ['<creator literal="Bo Dahl"/><creator literal="Ann Lee"/>', ['Bo Dahl', 'Ann Lee']],
    ['<creator qcode="staff:17"/><by>By Cem Bell</by>', ['Cem Bell']],
  ])('the authors in NewsML-G2 of %s', async (about, authors) => {
    const g2 = `<newsItem guid="urn:g:8"><contentMeta>${about}</contentMeta><contentSet><inlineData>It rained.</inlineData></contentSet></newsItem>`;
    expect(await read('authors.xml', g2)).toMatchObject([{ authors }]);
  });

  test('NewsML-G2 with XHTML, NITF, text and a picture', async () => {
    const item = (guid: string, set: string) =>
      `<newsItem guid="${guid}" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Post"/><versionCreated>2031-03-05T00:00:00Z</versionCreated></itemMeta>
       <contentMeta><contentCreated>2031-03-04T09:12:00Z</contentCreated><headline>Rain</headline><by>By Ann Lee</by><subject qcode="x"><name xml:lang="de">Meer</name><name xml:lang="en-GB">sea</name></subject><subject qcode="y"><name xml:lang="de">Wind</name></subject></contentMeta>
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
        keywords: ['sea', 'Wind'],
        language: 'en',
        published: 'SECOND 2031-03-04T09:12:00.000Z',
      },
      { text: 'OSTLEY (AP) — It rained.\n\nIt stopped.', key: 'ID urn:g:2' },
      { text: 'Three.', key: 'ID urn:g:3' },
      { at: 'newsItem 4', error: expect.stringMatching(/^RECORD_TEXT: It holds no text/) },
    ]);
  });

  const g2 = (status: string) =>
    `<newsItem guid="urn:g:9"><itemMeta><pubStatus ${status}/></itemMeta><contentSet><inlineData>It rained.</inlineData></contentSet></newsItem>`;
  const ninjs = (status: object) => JSON.stringify({ uri: 'urn:g:9', body_text: 'It rained.', ...status });
  test.each([
    ['cancelled in NewsML-G2', 'a.xml', g2('qcode="stat:canceled"')],
    ['held back in NewsML-G2, by address', 'b.xml', g2('uri="http://codes.example/pubstatus/withheld"')],
    ['cancelled in ninjs', 'c.json', ninjs({ pubstatus: 'canceled' })],
    ['cancelled in ninjs 3', 'd.json', ninjs({ pubStatus: 'cancelled' })],
  ])('what is %s is not loaded, and says how to take down what was', async (_, name, item) => {
    expect(await read(name, item)).toMatchObject([{ error: expect.stringMatching(/^RECORD_WITHDRAWN: .*remove -- --origin urn:g:9$/) }]);
  });

  test.each([
    ['NewsML-G2', 'e.xml', g2('qcode="stat:usable"')],
    ['ninjs', 'f.json', ninjs({ pubstatus: 'usable' })],
  ])('what is usable in %s is loaded', async (_, name, item) => {
    expect(await read(name, item)).toMatchObject([{ text: 'It rained.' }]);
  });

  const inNitf = {
    contentType: 'application/nitf+xml',
    value: '<nitf><body><body.content><p>It rained.</p><p>It stopped.</p></body.content></body></nitf>',
  };
  const inHtml = { contentType: 'text/html', value: '<p>It snowed.</p>' };
  test.each([
    [[inNitf], 'It rained.\n\nIt stopped.'],
    [[inNitf, inHtml], 'It snowed.'],
  ])('NITF in a body of ninjs is read as its paragraphs where none is HTML: %#', async (bodies, text) => {
    expect(await read('nitf.json', JSON.stringify({ uri: 'urn:j:1', bodies }))).toMatchObject([{ text }]);
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
        infosource: [{ name: 'Post' }],
        copyrightholder: 'Post Media',
      },
    ],
    [
      '3',
      {
        uri: 'urn:j:1',
        headlines: [
          { role: 'sub', value: 'Umbrellas sell' },
          { role: 'main', value: 'Rain' },
        ],
        by: 'Ann Lee',
        bodies: [
          { role: 'caption', contentType: 'text/html', value: '<p>A cloud.</p>' },
          { role: 'main', contentType: 'text/html', value: '<p>It rained.</p><p>It stopped.</p>' },
        ],
        firstCreated: '2031-03-04T09:12:00Z',
        language: 'en',
        subjects: [{ name: 'sea' }],
        copyrightHolder: 'Post',
      },
    ],
    [
      'of Superdesk',
      {
        uri: 'urn:j:1',
        headline: 'Rain',
        byline: 'Ann Lee',
        body_html: '<p>It rained.</p><p>It stopped.</p>',
        firstcreated: '2031-03-04T09:12:00Z',
        language: 'en',
        subject: [{ name: 'sea' }],
        copyrightholder: 'Post',
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
