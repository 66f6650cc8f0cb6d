import { beforeAll, expect, test } from 'vitest';
import { cell, format } from '../../src/export/formats.ts';
import { exportRows } from '../../src/export/kinds.ts';
import { type ExportFormat, KINDS, type Kind } from '../../src/export/options.ts';
import { rowsOf } from '../../src/linking/rows.ts';
import { annotate, extractorVersion } from '../../src/pipeline/index.ts';
import { CsvRecord } from '../../src/readers/formats/csv-record.ts';
import { save } from '../../src/store/save.ts';
import { testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { folderOfFiles } from '../support/folder.ts';
import { saving } from '../support/found.ts';
import { readAll } from '../support/reading.ts';

const { client } = await testDatabase();
const second = await testDatabase();
const { file } = folderOfFiles();

const RECORDS = [
  {
    url: 'https://post.example/1',
    title: '=SUM(1)',
    author: 'Ann Lee',
    keywords: ['Harbor', 'Strikes'],
    publisher: 'Post',
    date: '2031-03-04',
    text: '“We will not wait,” Chair Ana Bell of the Harbor Board said.',
  },
  {
    url: 'https://times.example/1',
    title: 'Rain',
    publisher: 'Times',
    date: '2032',
    text: '“We will not wait,” Chair Ana Bell of the Harbor Board said.',
  },
  { id: 'urn:x:2', text: 'It rained, "again".\n“No,” Mayor Cem Dahl said.' },
];

const textOf = async (kind: Kind, name: ExportFormat, db = client, filter = {}, options = {}) => {
  const parts: string[] = [];
  for await (const part of format(exportRows(db, kind, filter), kind, name, options)) parts.push(part);
  return parts.join('');
};

async function load(path: string, db: typeof client) {
  const readings = await readAll([path]);
  const documents = readings.map(({ document, error }) => {
    if (error) throw error;
    return { document, found: rowsOf(annotate(document)) };
  });
  await save(db, documents, extractorVersion);
}

beforeAll(async () => {
  await load(file('records.jsonl', RECORDS.map((record) => JSON.stringify(record)).join('\n')), client);
});

test('articles as JSONL load again to the same corpus, row for row, and to the same export', async () => {
  const exported = await textOf('articles', 'jsonl');
  expect(exported.trim().split('\n')).toHaveLength(3);
  await load(file('exported.jsonl', exported), second.client);
  expect(await dump(second.client)).toEqual(await dump(client));
  for (const kind of KINDS) expect(await textOf(kind, 'jsonl', second.client)).toBe(await textOf(kind, 'jsonl'));
});

test.each(['jsonl', 'csv'] as const)('quotes as %s are no articles when they are loaded', async (format) => {
  const read = await readAll([file(`quotes.${format}`, await textOf('quotes', format))]);
  expect(read.length).toBeGreaterThan(1);
  for (const { error } of read)
    expect(error?.message).toBe('It is a quote of an export, no article; export the articles: npm run -s export -- --what articles.');
});

test.each([
  [1, [1, 1, 1]],
  [130, [2, 1]],
  [1_000_000, [3]],
])('with %i bytes of text at most, articles come in pages of %j', async (mostBytes, pages) => {
  const found: number[] = [];
  const watched = client.$extends({
    query: {
      origin: {
        async findMany({ args, query }) {
          const rows = await query(args);
          if (args.include) found.push(rows.length);
          return rows;
        },
      },
    },
  }) as unknown as typeof client;
  const ids = async (rows: ReturnType<typeof exportRows>) => {
    const all: string[] = [];
    for await (const { id } of rows) all.push(id);
    return all;
  };
  expect(await ids(exportRows(watched, 'articles', {}, mostBytes))).toEqual(await ids(exportRows(client, 'articles', {})));
  expect(found.filter((rows) => rows > 0)).toEqual(pages);
});

test('every span of a quote is where its article has it', async () => {
  const articles = (await textOf('articles', 'jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const spans = articles.flatMap(({ text, quotes }) =>
    quotes.flatMap((quote: { spans: { start: number; end: number; text: string }[] }) =>
      quote.spans.map((span) => [text.slice(span.start, span.end), span.text]),
    ),
  );
  expect(spans.length).toBeGreaterThan(2);
  for (const [sliced, said] of spans) expect(sliced).toBe(said);
});

test.each([
  ['collection', { collection: 'other' }, 0],
  ['publisher', { publisher: 'Post' }, 2],
  ['author', { author: 'ANN LÉE' }, 2],
  ['another author', { author: 'Ana Bell' }, 0],
  ['keyword', { keyword: 'harbor' }, 2],
  ['author and keyword', { author: 'Ann Lee', keyword: 'rain' }, 0],
  ['from', { from: new Date('2031-03-04') }, 2],
  ['to', { to: new Date('2031-03-04') }, 0],
])('a filter by %s chooses articles as they are shown', async (_, filter, lines) => {
  expect((await textOf('articles', 'jsonl', client, filter)).split('\n').length - 1).toBe(lines);
});

test('by a person or an organization those quotes are chosen that are their words, and else articles that quote or name them', async () => {
  const { client: db } = await testDatabase();
  const talk = saving(
    'https://post.example/talk',
    '“We wait,” Ana Bell said. “No,” Cem Dahl said. “Never,” the Harbor Board said of Eva Strand and the Rail Union.',
    {
      people: [{ name: 'Ana Bell' }, { name: 'Cem Dahl' }, { name: 'Eva Strand' }],
      organizations: [{ name: 'Harbor Board' }, { name: 'Rail Union' }],
      quotes: [
        { content: 'We wait,', speaker: 0 },
        { content: 'No,', speaker: 1 },
        { content: 'Never,', organization: 0 },
      ],
    },
  );
  const rain = saving('https://post.example/rain', '“It rains,” Cem Dahl said.', {
    people: [{ name: 'Cem Dahl' }],
    quotes: [{ content: 'It rains,', speaker: 0 }],
  });
  await save(db, [talk, rain], 'test');
  const exported = async (kind: Kind, filter: object, field: string) =>
    (await textOf(kind, 'jsonl', db, filter))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)[field])
      .sort();
  const said = (filter: object) => exported('quotes', filter, 'text');
  expect(await said({ speaker: 'ANA  BELL' })).toEqual(['We wait,']);
  expect(await said({ speaker: 'Cem Dahl' })).toEqual(['It rains,', 'No,']);
  expect(await said({ organization: 'harbor board' })).toEqual(['Never,']);
  expect(await said({ organization: 'Rail Union' })).toEqual([]);
  expect(await said({ speaker: 'Eva Strand' })).toEqual([]);
  expect(await exported('articles', { speaker: 'Ana Bell' }, 'text')).toEqual([talk.document.text]);
  expect(await exported('articles', { speaker: 'Eva Strand' }, 'text')).toEqual([]);
  expect(await exported('articles', { organization: 'Rail Union', speaker: 'Cem Dahl' }, 'text')).toEqual([talk.document.text]);
  expect(await exported('speakers', { speaker: 'Ana Bell' }, 'name')).toEqual(['Ana Bell', 'Cem Dahl', 'Eva Strand']);
});

test.each([
  ['en', ['a', 'b']],
  ['en-GB', ['b']],
  ['e', []],
])('articles in %s are chosen with its varieties', async (language, names) => {
  const { client: db } = await testDatabase();
  const languages = { a: 'en', b: 'en-GB', c: 'eno', d: null };
  const savings = Object.entries(languages).map(([name, language]) =>
    saving(`https://post.example/${name}`, `It rained, ${name}.`, {}, { language }),
  );
  await save(db, savings, 'test');
  const lines = (await textOf('articles', 'jsonl', db, { language })).split('\n').filter((line) => line !== '');
  expect(lines.map((line) => JSON.parse(line).origin.name.at(-1)).sort()).toEqual(names);
});

test('CSV has a header, quoted cells, no formulas, and a byte order mark when asked', async () => {
  const csv = await textOf('articles', 'csv', client, {}, { bom: true });
  expect(csv).toMatch(/^\uFEFFarticle,headline,published_at,/);
  expect(csv).toContain(",'=SUM(1),");
  expect(csv).toContain('"It rained, ""again"".\n“No,” Mayor Cem Dahl said."');
});

test('quotes as CSV tell speech from thoughts and the body from quotes in quotes, and say in words who it was', async () => {
  const { client: db } = await testDatabase();
  const boat = saving('https://news.example/boat', '“My father said, ‘Never love a boat,’” said a pilot. She would win, a man hoped.', {
    quotes: [
      { content: 'My father said, ‘Never love a boat,’', source: 'a pilot', cue: 'said' },
      { content: 'Never love a boat,', within: 0 },
      { content: 'She would win', kind: 'INDIRECT', act: 'ATTITUDE', source: 'a man', cue: 'hoped' },
    ],
  });
  await save(db, [boat], 'test');
  const [columns, ...rows] = (await textOf('quotes', 'csv', db)).trim().split('\r\n').map(cellsOf);
  const quotes = rows.map((cells) => Object.fromEntries(columns!.map((column, i) => [column, cells[i]])));
  const outer = quotes.find(({ text }) => text!.startsWith('My father'))!;
  expect(outer).toMatchObject({ act: 'SPEECH', region: 'BODY', within: '', source_text: 'a pilot', cue_text: 'said' });
  expect(quotes.find(({ text }) => text === 'Never love a boat,')).toMatchObject({ region: 'NESTED', within: outer.id, source_text: '' });
  expect(quotes.find(({ text }) => text === 'She would win')).toMatchObject({ act: 'ATTITUDE', source_text: 'a man', cue_text: 'hoped' });
});

function cellsOf(line: string): readonly string[] {
  const record = new CsvRecord(',');
  record.add(line);
  return record.fields;
}

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['＝1+1', "'＝1+1"],
  ['\n=1+1', '"\'\n=1+1"'],
  ['\tx', '"\'\tx"'],
  [-1, '-1'],
  ['a,b', '"a,b"'],
  [null, ''],
  [['a', 'b'], '"a; b"'],
  [[{ start: 1, end: 2, text: 'x' }], '1-2'],
])('the cell of %j is %s', (value, written) => {
  expect(cell(value)).toBe(written);
});

test.each(KINDS)('%s as JSON-LD are one graph in the terms of schema.org', async (kind) => {
  const { '@context': context, '@graph': graph } = JSON.parse(await textOf(kind, 'jsonld'));
  expect(context).toBe('https://schema.org');
  expect(graph.length).toBeGreaterThan(0);
  for (const node of graph)
    expect(node).toMatchObject({
      '@type': expect.stringMatching(/^(NewsArticle|Quotation|Person|Organization)$/),
      '@id': expect.stringMatching(/^urn:uuid:/),
    });
});

test('a date is told as precisely as it is known', async () => {
  const { client: db } = await testDatabase();
  const dates = ['2031', '2031-03', '2031-03-04', '2031-03-04T09:12Z', '2031-03-04T09:12:33Z', null];
  const records = dates.map((date, i) => ({
    url: `https://post.example/${i}`,
    date,
    text: `“We will not wait,” Mayor Cem Dahl said, ${i}.`,
  }));
  await load(file('dated.jsonl', records.map((record) => JSON.stringify(record)).join('\n')), db);
  const known = ['2031', '2031-03', '2031-03-04', '2031-03-04T09:12:00.000Z', '2031-03-04T09:12:33.000Z', undefined];
  const byUrl = (nodes: { url: string; datePublished?: string }[]) =>
    nodes.sort((a, b) => (a.url < b.url ? -1 : 1)).map((node) => node.datePublished);
  const graphOf = async (kind: Kind) => JSON.parse(await textOf(kind, 'jsonld', db))['@graph'];
  expect(byUrl(await graphOf('articles'))).toEqual(known);
  expect(byUrl((await graphOf('quotes')).map((quote: { isPartOf: object }) => quote.isPartOf))).toEqual(known);
  const precisions = async (kind: Kind, column: string) => {
    const [columns, ...rows] = (await textOf(kind, 'csv', db)).trim().split('\r\n').map(cellsOf);
    return rows.map((cells) => cells[columns!.indexOf(column)]).sort();
  };
  const told = ['', 'DAY', 'MINUTE', 'MONTH', 'SECOND', 'YEAR'];
  expect(await precisions('articles', 'published_precision')).toEqual(told);
  expect(await precisions('quotes', 'article_publishedPrecision')).toEqual(told);
});

test('nothing is nothing in every format', async () => {
  const empty = await testDatabase();
  expect(await textOf('quotes', 'jsonl', empty.client)).toBe('');
  expect((await textOf('quotes', 'csv', empty.client)).split('\r\n')).toHaveLength(2);
  expect(JSON.parse(await textOf('quotes', 'jsonld', empty.client))['@graph']).toEqual([]);
});
