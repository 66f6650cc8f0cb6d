import { describe, expect, test } from 'vitest';
import { filesToRead } from '../support/reading.ts';

const { read } = filesToRead();

const item = (html: string, rest = '') =>
  `<rss version="2.0" xmlns:dc="d"><channel><item>${rest}<description><![CDATA[${html}]]></description></item></channel></rss>`;

describe('what programs put between the words of an article', () => {
  test.each([
    ['buttons of WordPress', '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Post</li></ul></div>'],
    ['a list of WordPress', '<div id="x" class="jp-relatedposts"><h3>Related</h3></div>'],
    ['a button of WordPress', '<div class="wp-block-button"><a>Donate</a></div>'],
    ['what leads on in WordPress', '<p><a class="more-link">Continue reading <span>Rain</span></a></p>'],
    [
      'what stands in AMP until it is loaded',
      '<amp-ad><div placeholder>Ad loading</div></amp-ad><amp-iframe><p placeholder>Wait</p></amp-iframe>',
    ],
    ['a form of Substack', '<div class="subscription-widget show-subscribe"><p>Become a subscriber.</p><form><input></form></div>'],
    ['a button of Substack', '<p class="button-wrapper"><a class="button">Subscribe now</a></p>'],
    ['a card of Ghost', '<figure class="kg-card kg-bookmark-card"><a><div>Another story</div><img src="a"></a></figure>'],
    ['who sent it in to Drupal', '<footer class="node__meta"><div>Submitted by lee</div></footer>'],
    ['words for screen readers', '<span class="screen-reader-text">Opens in a new window</span>'],
  ])('%s: is left out', async (_, html) => {
    expect(await read('wild.xml', item(`<p>It rained.</p>${html}<p>It stopped.</p>`))).toMatchObject([
      { text: 'It rained.\n\nIt stopped.' },
    ]);
  });

  test.each(['Continue reading...', 'Continue reading →', 'Read more', 'Read the full story »'])('a last %s is left out', async (words) => {
    expect(await read('on.xml', item(`<p>It rained.</p> <a href="https://post.example/rain">${words}</a>`))).toMatchObject([
      { text: 'It rained.' },
    ]);
    expect(await read('on.xml', item(`<p>It rained.</p><p><a>${words}</a></p>`))).toMatchObject([{ text: 'It rained.' }]);
  });

  test.each([
    ['<p>Read more of Lee, said Dahl.</p><p>Read on</p><p>It rained.</p>', 'Read more of Lee, said Dahl.\n\nRead on\n\nIt rained.'],
    ['<p>Read more</p>', 'Read more'],
    ['<blockquote><p>It rained.</p><footer>Ann Lee</footer></blockquote>', 'It rained.\n\nAnn Lee'],
    ['<div class="wp-block-quote buttons"><p>It rained.</p></div>', 'It rained.'],
    ['<p>It rained.</p><figure><figcaption>The sea</figcaption></figure>', 'It rained.\n\nThe sea'],
  ])('what is of the article stays: %s', async (html, text) => {
    expect(await read('kept.xml', item(html))).toMatchObject([{ text }]);
  });

  test('marks of advertisements in pages are left out, and advertisements that are told of are not', async () => {
    const long = 'at some length, and with commas, how it rained, how it stopped, and what Ann Lee of the harbor board said of it all.';
    const paragraphs = [`It tells ${long}`, 'Advertisement', 'SKIP ADVERTISEMENT', `An advertisement tells ${long}`, 'Advertisement'];
    const html = `<!DOCTYPE html><html><body><article>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
    expect(await read('marks.html', html)).toMatchObject([{ text: `It tells ${long}\n\nAn advertisement tells ${long}` }]);
  });
});

test.each([
  ['<dc:creator>Ann Lee and Bo Dahl</dc:creator>', ['Ann Lee', 'Bo Dahl']],
  ['<dc:creator>By Ann Lee, Bo Dahl</dc:creator><dc:creator>Cem Bell</dc:creator>', ['Ann Lee', 'Bo Dahl', 'Cem Bell']],
  ['<author>desk@post.example (Ann Lee)</author>', ['Ann Lee']],
  ['<author>desk@post.example (Ann Lee and Bo Dahl)</author>', ['Ann Lee', 'Bo Dahl']],
  ['<dc:creator>Ann Lee (Ostley)</dc:creator>', ['Ann Lee (Ostley)']],
])('the authors in RSS of %s', async (creators, authors) => {
  expect(await read('authors.xml', item('<p>It rained.</p>', creators))).toMatchObject([{ authors }]);
});

describe('an export of WordPress', () => {
  const post = (html: string, status = 'publish', kind = 'post') =>
    item(html, `<wp:status>${status}</wp:status><wp:post_type>${kind}</wp:post_type>`);

  test.each([
    ['It rained.\n\nIt <em>stopped</em>.\r\n\r\n[gallery ids="1,2"]', 'It rained.\n\nIt stopped.'],
    ['It rained.\n\n[caption id="a"]<img src="x"> The sea[/caption]\n\nIt [sic] stopped.', 'It rained.\n\nThe sea\n\nIt [sic] stopped.'],
    ['<!-- wp:paragraph -->\n<p>It rained.</p>\n<!-- /wp:paragraph -->\n\n<p>It stopped.</p>', 'It rained.\n\nIt stopped.'],
  ])('has its posts as they are shown: %j', async (html, text) => {
    expect(await read('posts.xml', post(html))).toMatchObject([{ text }]);
  });

  test.each([
    ['a draft', post('It rains.', 'draft'), 'It is not published (draft).'],
    ['what is private', post('It rains.', 'private'), 'It is not published (private).'],
    ['a page', post('It rains.', 'publish', 'page'), 'It is no post (page).'],
    ['a picture', post('', 'inherit', 'attachment'), 'It is no post (attachment).'],
  ])('also holds %s, which is left out', async (_, xml, reason) => {
    const leftOut: string[] = [];
    expect(await read('other.xml', xml, { onLeftOut: (_, why) => leftOut.push(why) })).toEqual([]);
    expect(leftOut).toEqual([reason]);
  });

  test('any other feed stays as it is', async () => {
    expect(await read('feed.xml', item('It rained.\n\nIt [caption] stopped.'))).toMatchObject([
      { text: 'It rained. It [caption] stopped.' },
    ]);
  });
});

describe('an export of Blogger', () => {
  const kind = (name: string) =>
    `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
  const entry = (rest: string) =>
    `<feed xmlns:app="a" xmlns:blogger="b"><entry>${rest}<content type="html">&lt;p&gt;It rained.&lt;/p&gt;</content></entry></feed>`;

  test.each([
    ['of old', `${kind('post')}<category scheme="http://www.blogger.com/atom/ns#" term="sea"/>`],
    ['of today', '<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><category scheme="tag:x" term="sea"/>'],
  ])('%s has its posts, with their own tags alone', async (_, rest) => {
    expect(await read('posts.atom', entry(rest))).toMatchObject([{ text: 'It rained.', keywords: ['sea'] }]);
  });

  test.each([
    ['its settings', kind('settings'), 'It is no post (settings).'],
    ['its template', kind('template'), 'It is no post (template).'],
    ['comments', kind('comment'), 'It is no post (comment).'],
    ['drafts', `${kind('post')}<app:control><app:draft>yes</app:draft></app:control>`, 'It is not published (draft).'],
    ['comments of today', '<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>', 'It is no post (comment).'],
    ['drafts of today', '<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>', 'It is not published (draft).'],
  ])('also holds %s, which are left out', async (_, rest, reason) => {
    const leftOut: string[] = [];
    expect(await read('other.atom', entry(rest), { onLeftOut: (_, why) => leftOut.push(why) })).toEqual([]);
    expect(leftOut).toEqual([reason]);
  });
});

test('of a page that is written on all updates are read', async () => {
  const update = (hour: string) => `At ${hour} it rained, said Ann Lee of the harbor board, at some length, with commas, and it rained on.`;
  const hours = ['nine', 'eight', 'seven', 'six'];
  const liveBlogUpdate = hours.map((hour) => ({ '@type': 'BlogPosting', headline: `Rain at ${hour}`, articleBody: update(hour) }));
  const html = `<!DOCTYPE html><html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', liveBlogUpdate })}</script></head>
    <body><article><h2>Rain at nine</h2><p>${update('nine')}</p></article></body></html>`;
  expect(await read('live.html', html)).toMatchObject([{ text: hours.flatMap((hour) => [`Rain at ${hour}`, update(hour)]).join('\n\n') }]);
});

test('categories of feeds that were escaped twice are read twice', async () => {
  const category = '<category><![CDATA[Harbour &amp; Sea]]></category><category>R&amp;D</category>';
  expect(await read('categories.xml', item('<p>It rained.</p>', category))).toMatchObject([{ keywords: ['Harbour & Sea', 'R&D'] }]);
});

describe('records as programs give them', () => {
  test('WordPress has what is shown within, and numbers for what stands elsewhere', async () => {
    const post = {
      id: 7,
      date: '2031-03-04T10:12:00',
      date_gmt: '2031-03-04T09:12:00',
      link: 'https://post.example/rain',
      title: { rendered: 'It&#8217;s raining' },
      content: { rendered: '\n<p>It rained.</p>\n\n\n\n<p>It stopped.</p>\n', protected: false },
      author: 3,
      tags: [33, 34],
    };
    const [found] = await read('posts.json', JSON.stringify([post]));
    expect(found).toMatchObject({
      text: 'It rained.\n\nIt stopped.',
      headline: 'It’s raining',
      published: 'SECOND 2031-03-04T09:12:00.000Z',
    });
    expect(found).not.toHaveProperty('authors');
    expect(found).not.toHaveProperty('keywords');
  });

  test.each([
    [[{ first: 'Ann', last: 'Lee' }], ['Ann Lee']],
    [
      [{ last_name: 'Lee', first_name: 'Ann' }, { name: 'Bo Dahl' }],
      ['Ann Lee', 'Bo Dahl'],
    ],
    [{ givenName: 'Ann', familyName: 'Lee' }, ['Ann Lee']],
    [
      ['By Ann Lee', 'Bo, Dahl'],
      ['Ann Lee', 'Bo, Dahl'],
    ],
  ])('authors whose names come in parts: %j', async (authors, names) => {
    expect(await read('parts.json', JSON.stringify({ text: 'It rained.', authors }))).toMatchObject([{ authors: names }]);
  });

  const csv = (...cells: string[]) => `text,title,authors,date\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  test.each([
    [`['Ann Lee', "Bo D'Arcy"]`, ['Ann Lee', "Bo D'Arcy"]],
    [`["Ann Lee", "Bo Dahl"]`, ['Ann Lee', 'Bo Dahl']],
    [`['Bo D\\'Arcy']`, ["Bo D'Arcy"]],
    ['[]', undefined],
    ['nan', undefined],
    ['[Staff] Ann Lee', ['[Staff] Ann Lee']],
    ['[sic]', ['[sic]']],
  ])('authors in a table that Python wrote: %s', async (cell, authors) => {
    const [found] = await read('python.csv', csv('It rained.', 'Rain', cell, 'NaT'));
    expect(found).toMatchObject({ text: 'It rained.', headline: 'Rain' });
    expect(found).not.toHaveProperty('notes');
    expect((found as { authors?: string[] }).authors).toEqual(authors);
  });

  test.each([
    ['By Ann Lee', ['Ann Lee']],
    ['By Ann Lee and Bo Dahl, Staff Writers', ['Ann Lee', 'Bo Dahl']],
    ['Lee, Ann; Dahl, Bo', ['Ann Lee', 'Bo Dahl']],
    ['Lee, Ann M.; Bo Dahl', ['Ann M. Lee', 'Bo Dahl']],
    ['Ann Lee, AP; Bo Dahl, Jr', ['Ann Lee, AP', 'Bo Dahl, Jr']],
    ['Ann Lee in Ostley and Bo Dahl', ['Ann Lee', 'Bo Dahl']],
    ['Bylaw Watch', ['Bylaw Watch']],
    ['Staff Writer', ['Staff Writer']],
  ])('authors as bylines and catalogues print them: %s', async (cell, authors) => {
    expect(await read('bylines.csv', csv('It rained.', 'Rain', cell, ''))).toMatchObject([{ authors }]);
  });

  test.each(['nan', 'NaN', 'None', 'NULL', '\\N'])('a cell that says %s is empty', async (cell) => {
    expect(await read('empty.csv', csv(cell, 'Rain', '', ''))).toMatchObject([
      { error: expect.stringMatching(/^RECORD_TEXT: Its field text is empty/) },
    ]);
  });

  test.each([
    [{ source: 'https://post.example/rain' }, { key: 'URL https://post.example/rain' }, 'publisher'],
    [
      { source: 'https://post.example/rain', 'source-hostname': 'Post' },
      { key: 'URL https://post.example/rain', publisher: 'Post' },
      'notes',
    ],
    [{ sitename: 'Post', source: 'https://post.example/rain' }, { key: 'URL https://post.example/rain', publisher: 'Post' }, 'notes'],
    [{ source: 'Post', url: 'https://post.example/rain' }, { key: 'URL https://post.example/rain', publisher: 'Post' }, 'notes'],
    [{ source: 'https://post.example/', link: 'https://post.example/rain' }, { key: 'URL https://post.example/rain' }, 'publisher'],
  ])('a source is who published it, or where it stands: %j', async (record, expected, without) => {
    const [found] = await read('source.json', JSON.stringify({ text: 'It rained.', ...record }));
    expect(found).toMatchObject(expected);
    expect(found).not.toHaveProperty(without);
  });

  test('names that programs which gather news give their fields', async () => {
    const record = { maintext: 'It rained.', date_publish: '2031-03-04 09:12:00', date_modify: null, date_download: '2031-03-05' };
    expect(await read('gathered.json', JSON.stringify(record))).toMatchObject([{ published: 'SECOND 2031-03-04T09:12:00.000Z' }]);
    expect(await read('gathered.csv', 'title,article_text\nRain,It rained.\n')).toMatchObject([{ text: 'It rained.' }]);
  });

  test('the title of an object that holds an article is not taken for its words', async () => {
    const nested = { meta: { id: 1 }, article: { title: 'Rain', body: { html: '<p>It rained.</p>' } }, story: '' };
    const message =
      'It has no text; its fields are meta.id, article.title, article.body.html, story. Name the one that holds it: --map text=NAME.';
    expect(await read('nested.json', JSON.stringify(nested))).toMatchObject([{ error: `RECORD_TEXT: ${message}` }]);
    expect(await read('nested.json', JSON.stringify(nested), { map: { text: 'article.body.html' } })).toMatchObject([
      { text: 'It rained.' },
    ]);
    expect(await read('nested.json', JSON.stringify({ ...nested, story: 'It snowed.' }))).toMatchObject([{ text: 'It snowed.' }]);
  });
});
