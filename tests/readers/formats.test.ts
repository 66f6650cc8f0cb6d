import { describe, expect, test } from 'vitest';
import { filesToRead } from '../support/reading.ts';

const { folder, read } = filesToRead();

const key = (name: string) => `FILE ${folder}/${name}`;
const ofFile = (name: string) => expect.stringMatching(new RegExp(`^FILE .*${name}#[0-9a-f-]{36}$`));

describe('text', () => {
  test.each([
    ['as it is', 'a.txt', ' date 2020-12-30 MOSCOW, December 30. /TASS/. It rained.'],
    ['that begins with a bracket', 'b.txt', '[Corrects paragraph two]\nIt rained.'],
    ['that begins with a tag of its own', 'c.txt', '<MSFT.O> rose 3 percent, it said.'],
    ['with commas in its first line', 'd.txt', 'In the text, the title was wrong\nIt rained.'],
    ['without an ending', 'article_001', 'It rained.'],
    ['that begins like a letter', 'e.txt', 'Subject: rain\n\nFrom the sea it came, he said.'],
    ['that begins with a label', 'f.txt', 'From Ostley in 2031\nCORRECTION: It rained.'],
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
    ['lines that end as on old Macs', '{"text": "One [\\"]} 1."}\r{"text": "Two."}\r'],
    ['lines under another ending', '{"text": "One [\\"]} 1."}\n{"text": "Two."}'],
  ])('%s: told by its content', async (_, json) => {
    expect((await read('data.dat', json)).map((item) => 'text' in item && item.text)).toEqual(['One ["]} 1.', 'Two.']);
  });

  test.each([
    ['paragraphs', '<p>It rained.</p>\n<p>It snowed.</p>\n', 'It rained.\n\nIt snowed.'],
    ['paragraphs behind a dateline', 'OSTLEY, March 4 — <p>It&rsquo;s raining.</p><!-- end -->', 'OSTLEY, March 4 —\n\nIt’s raining.'],
    ['paragraphs with empty lines between', '<p>It rained.</p>\n\n<p>It snowed.</p>\n\n<!-- end -->', 'It rained.\n\nIt snowed.'],
    ['lines', 'It rained.<br>It snowed.', 'It rained.\nIt snowed.'],
  ])('text that is HTML, in %s, loses its tags with a note', async (_, text, plain) => {
    expect(await read('html.jsonl', JSON.stringify({ text, title: 'It&#8217;s raining' }))).toMatchObject([
      { text: plain, headline: 'It’s raining', notes: ['The text was HTML; its tags were removed.'] },
    ]);
  });

  test.each(['He wrote <b> and &amp; on the board, 1 < 2 and 3 > 2.', 'A page has <br> and </p>.\n\nThis text has empty lines.'])(
    'text with signs of its own is left alone: %j',
    async (text) => {
      expect(await read('signs.jsonl', JSON.stringify({ text, title: 'Q&A: 1 < 2' }))).toMatchObject([{ text, headline: 'Q&A: 1 < 2' }]);
    },
  );

  test('dots lead into each object of a list', async () => {
    const record = {
      parts: [{ words: 'It rained.' }, { picture: 'a.jpg' }, { words: 'It stopped.' }],
      people: [{ named: { full: 'Ann Lee' } }, { named: { full: 'Bo Dahl' } }],
    };
    const map = { text: 'parts.words', authors: 'people.named.full' };
    expect(await read('listed.jsonl', JSON.stringify(record), { map })).toMatchObject([
      { text: 'It rained.\n\nIt stopped.', authors: ['Ann Lee', 'Bo Dahl'] },
    ]);
    expect(await read('listed.jsonl', JSON.stringify({ parts: [{ word: 'It rained.' }] }), { map })).toMatchObject([
      { error: 'RECORD_TEXT: It has no text in parts.words; its fields are parts.word. Name the one that holds it: --map text=NAME.' },
    ]);
  });

  test('fields of other names are mapped by a flag, dots lead inside', async () => {
    const json = JSON.stringify({ hed: 'Rain', title: 'No', story: { body: 'It rained.' }, text: 'No' });
    expect(await read('mapped.jsonl', json, { map: { headline: 'hed', text: 'story.body' } })).toMatchObject([
      { headline: 'Rain', text: 'It rained.' },
    ]);
  });

  test.each([
    ['an object', { date: { $date: '2031-03-04T09:12:00Z' } }, undefined, ['The date {"$date":"2031-03-04T09:12:00Z"} is not understood']],
    [
      'an object, and another field that is a date',
      { date: { $date: 'x' }, created: '2031-03-04' },
      'DAY 2031-03-04T00:00:00.000Z',
      undefined,
    ],
    ['nothing', { date: {}, created: [] }, undefined, undefined],
  ])('a date that is %s is noted where no other field has one', async (_, dates, published, notes) => {
    const [item] = await read('shapes.jsonl', JSON.stringify({ text: 'It rained.', ...dates }));
    expect(item).toMatchObject({
      ...(published && { published }),
      ...(notes && { notes: notes.map((note) => expect.stringContaining(note)) }),
    });
    expect('notes' in item!).toBe(notes !== undefined);
    expect('published' in item!).toBe(published !== undefined);
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
      { at: 'line 6', error: 'RECORD_TEXT: Its field text is empty; write the article into it or remove the record.' },
      { text: 'Six.' },
    ]);
  });

  test.each([
    ['1790000000000000001', '1790000000000000002'],
    ['12345678901234567890', '12345678901234567891'],
    ['-9007199254740993', '-9007199254740992'],
  ])('ids of more digits than JavaScript keeps stay apart: %s', async (...ids) => {
    const lines = ids.map((id) => `{"text": "A number: \\"1234567890123456789\\", 1234567890123456789", "id": ${id}}`);
    expect(await read('numbers.jsonl', lines.join('\n'))).toMatchObject(
      ids.map((id) => ({ text: 'A number: "1234567890123456789", 1234567890123456789', key: `ID ${folder}/numbers.jsonl#${id}` })),
    );
  });

  test('an id like 1 counts within its publisher, else within its file: two archives that both count from 1 do not replace each other', async () => {
    const keys = async (name: string, fields: object) =>
      (await read(name, JSON.stringify({ id: 1, text: 'It rained.', ...fields }))).map((item) => 'key' in item && item.key);
    expect(await keys('one.jsonl', {})).toEqual([`ID ${folder}/one.jsonl#1`]);
    expect(await keys('two.jsonl', { publisher: 'Post' })).toEqual(['ID Post/1']);
  });
});

describe('CSV', () => {
  test('a column without a name, as data frames write their row numbers, is nothing of the article', async () => {
    expect(await read('frame.csv', ',headline,text\n0,Rain,It rained.\n1,Snow,It snowed.\n')).toEqual([
      { format: 'csv', at: 'line 2', text: 'It rained.', headline: 'Rain', key: ofFile('frame.csv') },
      { format: 'csv', at: 'line 3', text: 'It snowed.', headline: 'Snow', key: ofFile('frame.csv') },
    ]);
  });

  test.each([
    ['commas', 'text,title,date\n"One, ""two""\nand three.",A,2031\nFour.,B,\n'],
    ['semicolons', 'text;title;date\r\n"One, ""two""\nand three.";A;2031\r\nFour.;B;\r\n'],
    ['line ends of old Macs', 'text,title,date\r"One, ""two""\rand three.",A,2031\rFour.,B,\r'],
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

  test('may end its records with delimiters', async () => {
    expect(await read('ends.csv', 'title,text\nRain,It rained.,,\nSnow,It snowed.,x\nHail,,,\n')).toMatchObject([
      { headline: 'Rain', text: 'It rained.' },
      { at: 'line 3', error: expect.stringMatching(/^CSV_FIELDS: It has 3 fields/) },
      { at: 'line 4', error: expect.stringMatching(/^RECORD_TEXT/) },
    ]);
  });

  test.each([
    ['commas', 'title,text\n,\nRain,It rained.\n,\n , ,,\n'],
    ['semicolons', 'title;text\r\n;\r\nRain;It rained.\r\n;\r\n;;;\r\n'],
    ['tabs', 'title\ttext\n\t\nRain\tIt rained.\n\t\n\n'],
    ['quotation marks', '"title","text"\n"",""\n"Rain","It rained."\n"",\n" ","",""\n'],
  ])('passes over rows without anything but %s', async (_, csv) => {
    expect(await read('blank.csv', csv)).toMatchObject([{ at: 'line 3', text: 'It rained.' }]);
  });

  test('of blank rows alone holds no record', async () => {
    expect(await read('blanks.csv', 'title,text\n,\n,\n')).toMatchObject([{ error: expect.stringMatching(/^FILE_EMPTY/) }]);
  });

  test('with tabs may have quotation marks that are its own', async () => {
    const lines = ['title\ttext', 'A\t"It rained," he said.', '"B\tIt "snowed".', '"C"\t"It\nhailed."', 'D\t"Open', 'E\tLast.'];
    expect(await read('own.tsv', lines.join('\n'))).toMatchObject([
      { at: 'line 2', headline: 'A', text: '"It rained," he said.' },
      { at: 'line 3', headline: '"B', text: 'It "snowed".' },
      { at: 'line 4', headline: 'C', text: 'It\nhailed.' },
      { at: 'line 6', headline: 'D', text: '"Open' },
      { at: 'line 7', headline: 'E', text: 'Last.' },
    ]);
  });

  test('begins with its header behind the line that says what parts fields', async () => {
    expect(await read('sep', 'sep=;\r\ntext;title\r\nIt rained.;Rain\r\n')).toMatchObject([
      { format: 'csv', at: 'line 3', text: 'It rained.', headline: 'Rain' },
    ]);
  });

  test.each([
    ['empty lines', '\n \r\n\ntext,id\nIt rained.,urn:x:1\n', [{ text: 'It rained.', key: 'ID urn:x:1' }]],
    ['nothing but empty lines', '\n\n', [{ error: expect.stringMatching(/^FILE_EMPTY: It holds no record/) }]],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from('text,Caf'), Buffer.from([0xe9]), Buffer.from('\nCafé,Thé\n')]),
      [{ error: expect.stringMatching(/^RECORD_UNREADABLE: The line is too long or not in UTF-8/) }],
    ],
  ])('a table may begin with %s', async (_, csv, found) => {
    expect(await read('begins.csv', csv)).toMatchObject(found);
  });

  test('without a column that a flag names is not read', async () => {
    expect(await read('map.csv', 'title,text\nRain,It rained.\n', { map: { headline: 'titel' } })).toEqual([
      { at: null, error: expect.stringMatching(/^CSV_HEADER: Its first line names no column titel \(title, text\), as --map does/) },
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
