import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { remove } from '../../src/store/removals.ts';
import { save } from '../../src/store/save.ts';
import { talliesIn } from '../../src/store/tally.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

// What is counted of a whole corpus is kept by those who write to it, and must be what counting row by row comes to.

const { client, statements } = await testDatabase();
const app = createApp(client);

const url = (name: string) => `https://news.example/whole/${name}`;
const story = (name: string, text: string, published: string | null, { cue = 'said', keywords = ['Rain', 'Port City'] } = {}) =>
  saving(
    url(name),
    text,
    { people: [{ name: 'Ana Bell' }], organizations: [{ name: 'Port Council' }], quotes: [{ content: 'It rains,', cue, speaker: 0 }] },
    {
      publisher: `The ${name}`,
      authors: name === 'late' ? ['José Núñez', 'Ana Bell'] : ['JOSE NUNEZ'],
      keywords,
      section: 'Weather',
      published: published === null ? null : { at: new Date(published), precision: 'MINUTE' },
    },
  );
const TEXT = '“It rains,” said Ana Bell of the Port Council.';
const silent = saving(url('silent'), 'Nobody spoke.', {}, { keywords: ['rain', 'Rain', 'Silence'] });
await save(
  client,
  [...corpus(12), story('undated', TEXT, null), story('late', `Ostley. ${TEXT}`, '2031-03-31T23:59:59.999Z'), silent],
  'test',
);

/** Everything that may be kept, counted about all that a list shows. */
const counted = (args: string) => `{
  quotes${args} {
    totalCount
    facets {
      kinds { value count share } attributions { value count } cues(first: 3) { value count } named { value count } publishers { value count share }
      collections { value count } places { place { name } count } speakers(first: 4) { speaker { name } count share } organizations { organization { name } count share }
      authors { value count share } keywords(first: 2) { value count share }
    }
    day: timeline(by: DAY) { from to count } week: timeline(by: WEEK) { from count } month: timeline { from count } year: timeline(by: YEAR) { from to count }
  }
  articles${args} {
    totalCount
    facets {
      publishers { value count share } agencies { value count } collections { value count } sections { value count } languages { value count share }
      places(first: 5) { named { id } count share } organizations { named { id } count } speakers { named { id } count }
      authors { value count share } keywords(first: 2) { value count share }
    }
    day: timeline(by: DAY) { from to count } month: timeline { from to count }
    network(first: 6) { nodes { count named { id } } links { count one { id } other { id } } }
    people: network(first: 3, kinds: [SPEAKER]) { nodes { count named { id } } links { count one { id } other { id } } }
    nobody: network(kinds: []) { nodes { count } links { count } }
  }
}`;

/** The same twice: as it is kept, and with a condition that holds for every row, so that rows are counted. */
async function both(filter = '') {
  const answers = [];
  for (const more of ['', 'or: [{}]']) {
    const { data, errors } = await ask(app, counted(filter || more ? `(filter: { ${filter} ${more} })` : ''));
    expect(errors).toBeUndefined();
    answers.push(data);
  }
  return answers;
}

test.each([
  ['everything', ''],
  ['days', 'publishedAt: { from: "2031-01-03", to: "2031-02-01" }'],
  ['a period that has begun within a day', 'publishedAt: { from: "2031-01-03T11:00:00Z" }'],
  ['a last day', 'publishedAt: { from: "2031-03-31", to: "2031-04-01" }'],
  ['no time at all', 'publishedAt: { from: "1999-01-01", to: "1999-02-01" }'],
  ['a period without ends', 'publishedAt: {}'],
])('%s: what is kept is what is there', async (_, filter) => {
  const [kept, rows] = await both(filter);
  expect(kept).toEqual(rows);
});

test.each([
  'kind: [DIRECT, MIXED, DIRECT]',
  'kind: []',
  'attribution: [PRONOUN, NAME]',
  'isNamed: true',
  'isNamed: false',
  'kind: [DIRECT] act: [SPEECH]',
  'speaker: { name: "ana bell" }',
  'speaker: { name: ["Ana Bell", "Cem Dahl", "Ana Bell", "Nobody There"] }',
  'speaker: { name: "Nobody There" }',
  'speaker: { name: [] }',
  'speaker: { isSet: true }',
  'speaker: { isSet: true, name: "Eva Fink" }',
  'speaker: { isSet: false }',
  'speaker: { isSet: false, name: "Eva Fink" }',
  'speaker: {}',
  'speaker: { name: null }',
  'organization: { name: ["rail union", "Port Council"] }',
  'organization: { isSet: true }',
  'organization: { name: "Rail Union" } speaker: { isSet: false }',
  'speaker: { name: "Ana Bell" } publishedAt: { to: "2031-01-05" }',
  'speaker: { name: "Ana Bell" } act: [SPEECH, ATTITUDE] region: [BODY, NESTED]',
  'speaker: { name: "Ana Bell" } article: { includeSuperseded: true }',
])('quotes with { %s } are as many as rows are', async (filter) => {
  const { data } = await ask(
    app,
    `{ kept: quotes(filter: { ${filter} }) { totalCount } rows: quotes(filter: { ${filter} or: [{}] }) { totalCount } }`,
  );
  expect(data.kept).toEqual(data.rows);
});

test.each([
  'article: { publisher: { is: "The Even" } }',
  'article: { publisher: { is: "The Even" }, publishedAt: { from: "2031-01-02" } } publishedAt: { to: "2031-01-20T05:00:00Z" }',
  'article: { isDated: false }',
  'article: { includeSuperseded: true }',
  'article: { quotes: { kind: [DIRECT] } }',
  'article: { publisher: { is: "Nobody" } }',
])('quotes with { %s }, and their timeline, are what rows come to', async (filter) => {
  const counted = (more: string) =>
    `quotes(filter: { ${filter} ${more} }) { totalCount timeline(by: DAY, timeZone: "Europe/Berlin") { from to count } }`;
  const { data, errors } = await ask(app, `{ kept: ${counted('')} rows: ${counted('or: [{}]')} }`);
  expect(errors).toBeUndefined();
  expect(data.kept).toEqual(data.rows);
});

test('what belongs to a noun is as many as rows are', async () => {
  const OPEN = ['', '(filter: {})', '(filter: { or: [{}] })'];
  const counts = (list: string) => OPEN.map((args, i) => `${list}${i}: ${list}${args} { totalCount }`).join(' ');
  const { data } = await ask(
    app,
    `{ speakers(filter: { includeUnquoted: true }) { nodes { ${counts('quotes')} ${counts('articles')} } } organizations { nodes { ${counts('quotes')} ${counts('articles')} } } places { nodes { ${counts('articles')} } } }`,
  );
  for (const noun of [...data.speakers.nodes, ...data.organizations.nodes, ...data.places.nodes]) {
    expect([noun.quotes0, noun.quotes1]).toEqual([noun.quotes2, noun.quotes2]);
    expect([noun.articles0, noun.articles1]).toEqual([noun.articles2, noun.articles2]);
  }
});

test.each([
  ['counts, facets and timelines of everything', '', true],
  ['a timeline of days', '(filter: { publishedAt: { from: "2031-01-03", to: "2031-02-01" } })', true],
  ['a timeline of hours', '(filter: { publishedAt: { from: "2031-01-03T11:00:00Z" } })', true],
  ['a timeline of what is searched for', '(search: "rains")', false],
  ['a timeline of one publisher', '(filter: { article: { publisher: { is: "The late" } } })', true],
  ['a timeline of one cue', '(filter: { cue: { is: "said" } })', false],
])('%s: rows are read only where nothing is kept', async (_, args, isKept) => {
  const facets =
    args === ''
      ? 'facets { kinds { count } cues { count } named { count } speakers { count } organizations { count } authors { count } keywords { count } }'
      : '';
  const ran = await statements(() => ask(app, `{ quotes${args} { totalCount ${facets} timeline { count } } }`));
  expect(ran).toHaveLength(1);
  expect(/"Quote" AS/.test(ran[0]!)).toBe(!isKept);
});

test('how many quotes somebody has is known without reading one, whether told by name or by id', async () => {
  const { data } = await ask(app, '{ speakers(filter: { named: { name: "Ana Bell" } }) { nodes { id quotes { totalCount } } } }');
  const [{ id, quotes }] = data.speakers.nodes;
  for (const named of ['name: "Ana Bell"', `id: "${id}"`]) {
    const ran = await statements(async () => {
      const counted = await ask(app, `{ quotes(filter: { speaker: { ${named} } }) { totalCount } }`);
      expect(counted.data.quotes).toEqual(quotes);
    });
    expect(ran).toHaveLength(1);
    expect(ran[0]).not.toMatch(/"Quote"/);
  }
});

test('what is kept follows each change, and is gone with the last article', async () => {
  const holds = async () => {
    const articles = (await client.article.findMany({ select: { id: true } })).map(({ id }) => id);
    const [kept, there] = [await client.tally.findMany({ orderBy: { id: 'asc' } }), await talliesIn(client, articles)];
    expect(kept).toEqual(there.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    return kept;
  };
  const before = await holds();
  // The same origin says something else; the same text is found elsewhere, earlier, with keywords of its own; an extractor finds another cue.
  await save(
    client,
    [
      story('late', `Port Ellery. ${TEXT}`, '2031-04-02T10:00Z'),
      story('early', TEXT, '2030-01-01T10:00Z', { keywords: ['rain', 'Drought'] }),
    ],
    'test',
  );
  const after = await holds();
  expect(after).not.toEqual(before);
  const spelt = (kept: typeof after, key: string) =>
    kept.filter(({ what, ...one }) => what === 'Quote.keywords' && one.key === key).map(({ value, count }) => ({ [value]: count }));
  expect([spelt(before, 'rain'), spelt(before, 'drought')]).toEqual([[{ Rain: 2 }], []]);
  expect(spelt(after, 'rain')).toHaveLength(2);
  expect(spelt(after, 'rain')).toEqual(expect.arrayContaining([{ Rain: 1 }, { rain: 1 }]));
  expect(spelt(after, 'drought')).toEqual([{ Drought: 1 }]);
  await save(client, [story('early', TEXT, '2030-01-01T10:00Z', { cue: 'of' })], 'test-2');
  expect((await holds()).filter(({ what, value }) => what === 'Quote.cues' && value === 'of')).toMatchObject([{ count: 1 }]);
  const ids = (await client.article.findMany({ select: { id: true } })).map(({ id }) => id);
  await remove(client, [{ by: 'id', id: ids[0]! }], null);
  await holds();
  await remove(
    client,
    ids.slice(1).map((id) => ({ by: 'id' as const, id })),
    null,
  );
  expect(await holds()).toEqual([]);
});
