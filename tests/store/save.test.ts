import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { called, type Forms, unpackForms } from '../../src/store/forms.ts';
import { deltasOf, mentionsOf } from '../../src/store/nouns.ts';
import { save } from '../../src/store/save.ts';
import type { Saving } from '../../src/store/saving.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump, empty } from '../support/dump.ts';
import { saving } from '../support/found.ts';
import { runs } from '../support/runs.ts';

const { client } = await testDatabase();
beforeEach(() => empty(client));

const store = (...savings: Saving[]) => save(client, savings, 'test-1');
const url = (name: string) => `https://news.example/${name}`;

const rain = saving(url('rain'), 'Mayor Ana Bell said “It rains.” The UN agreed. “So it does,” Bell told Ostley.', {
  published: '2031-03-01',
  people: [{ name: 'Ana Bell', forms: ['Ana Bell', 'Bell'], title: 'Mayor' }],
  organizations: [{ name: 'UN', acronym: 'UN', known: 'United Nations' }],
  places: ['Ostley'],
  quotes: [
    { content: 'It rains.', speaker: 0 },
    { content: 'So it does,', speaker: 0 },
  ],
});
const sun = saving(url('sun'), 'Minister Ana Bell told the United Nations “It shines.”', {
  published: '2031-05-01',
  people: [{ name: 'Ana Bell', title: 'Minister' }],
  organizations: [{ name: 'United Nations', known: 'United Nations' }],
  quotes: [{ content: 'It shines.', speaker: 0 }],
});
const bell = saving(url('bell'), 'Bell said “No.” The OTC and Ostley were silent.', {
  people: [{ name: 'Bell', isFullName: false }],
  organizations: [{ name: 'OTC', acronym: 'OTC' }],
  places: ['Ostley'],
  quotes: [{ content: 'No.', speaker: 0 }],
});
const otherBell = saving(url('other-bell'), 'Bell said “Yes.” The OTC was loud.', {
  people: [{ name: 'Bell', isFullName: false }],
  organizations: [{ name: 'OTC', acronym: 'OTC' }],
  quotes: [{ content: 'Yes.', speaker: 0 }],
});
const rainElsewhere = {
  ...rain,
  document: { ...rain.document, origin: { kind: 'URL', key: url('copy'), name: 'copy', url: null } },
} as Saving;

describe('what is loaded', () => {
  test('is new the first time and unchanged the second', async () => {
    expect(await store(rain, sun)).toEqual(['new', 'new']);
    const before = await dump(client);
    expect(await store(rain, sun)).toEqual(['unchanged', 'unchanged']);
    expect(await dump(client)).toEqual(before);
  });

  test('raises the corpus version when something changes, and only then', async () => {
    const version = async () => (await client.corpusState.findUniqueOrThrow({ where: { id: 1 } })).version;
    const start = await version();
    await store(rain);
    await store(rain);
    expect(await version()).toBe(start + 1);
    await store(sun);
    expect(await version()).toBe(start + 2);
  });

  test('is one article with two origins where the same text is read in two places', async () => {
    expect(await store(rain)).toEqual(['new']);
    expect(await store(rainElsewhere)).toEqual(['updated']);
    expect(await client.article.count()).toBe(1);
    expect(await client.origin.count()).toBe(2);
    expect(await client.quote.count()).toBe(2);
  });

  test('shows the facts of the origin with the earliest date', async () => {
    const dated = (name: string, at: string, publisher: string) =>
      saving(url(name), 'The same text.', {}, { publisher, published: { at: new Date(at), precision: 'MINUTE' } });
    await store(dated('late', '2031-02-02T10:00Z', 'The Late'), dated('early', '2031-02-01T10:00Z', 'The Early'));
    expect(await client.article.findMany()).toMatchObject([{ publisher: 'The Early', publishedAt: new Date('2031-02-01T10:00Z') }]);
  });

  test.each([
    [
      ['Ana Bell', 'Cem Dahl'],
      ['Ana Bell', 'Cem Dahl'],
      ['ana bell', 'cem dahl'],
    ],
    [
      ['José Núñez', 'JOSE NUNEZ', 'Ana Bell', 'Jose  Nuñez'],
      ['José Núñez', 'Ana Bell'],
      ['jose nunez', 'ana bell'],
    ],
    [
      ['#', '!!', '#'],
      ['#', '!!'],
      ['#', '!!'],
    ],
    [[], [], []],
  ])('shows each of the authors and keywords %j once, as it is spelt first', async (given, shown, keys) => {
    await store(saving(url('labels'), 'Some text.', {}, { authors: given, keywords: given }));
    expect(await client.article.findMany()).toMatchObject([{ authors: shown, authorKeys: keys, keywords: shown, keywordKeys: keys }]);
    expect(await client.origin.findMany()).toMatchObject([{ authors: given, keywords: given }]);
  });

  test('replaces what an older extractor found, and leaves the rest', async () => {
    await store(rain, sun);
    const better = saving(url('rain'), rain.document.text, {
      people: [{ name: 'Ana Bell' }],
      quotes: [{ content: 'It rains.', speaker: 0 }],
    });
    expect(await save(client, [better], 'test-2')).toEqual(['updated']);
    expect(await client.quote.findMany({ where: { articleId: better.found!.article.id } })).toHaveLength(1);
    expect(await client.speaker.findMany()).toMatchObject([{ name: 'Ana Bell', quoteCount: 2, aliases: [] }]);
    expect(await client.place.count()).toBe(0);
  });
});

test('a quote keeps whom else it may be by', async () => {
  const unsure = saving(url('unsure'), 'Ana Bell met Cem Dahl. “No,” he said.', {
    people: [{ name: 'Ana Bell' }, { name: 'Cem Dahl' }],
    quotes: [{ content: 'No,', speaker: 1, alternatives: [0] }],
  });
  await store(unsure);
  const { id } = await client.speaker.findFirstOrThrow({ where: { name: 'Ana Bell' } });
  expect(await client.quote.findMany()).toMatchObject([
    { speakerConfidence: 0.8, alternatives: [{ name: 'Ana Bell', confidence: 0.1, speakerId: id, organizationId: null }] },
  ]);
});

describe('a text that changes where it was read', () => {
  const changed = { ...sun, document: { ...sun.document, origin: rain.document.origin } } as Saving;

  test('is a new article; the old one stays, superseded and out of the counts', async () => {
    await store(rain);
    expect(await store(changed)).toEqual(['new']);
    const { article: old } = rain.found!;
    expect(await client.article.findUnique({ where: { id: old.id } })).toMatchObject({ supersededById: sun.found!.article.id });
    expect(await client.quote.findMany({ where: { articleId: old.id } })).toMatchObject([{ current: false }, { current: false }]);
    expect(await client.speaker.findMany()).toMatchObject([{ name: 'Ana Bell', quoteCount: 1, articleCount: 1 }]);
  });

  test('stays current where another origin still has it', async () => {
    await store(rain, rainElsewhere);
    await store(changed);
    expect(await client.article.findUnique({ where: { id: rain.found!.article.id } })).toMatchObject({ supersededById: null });
  });

  test('is current again when it comes back', async () => {
    await store(rain);
    const { Article: first } = await dump(client);
    await store(changed);
    expect(await store(rain)).toEqual(['updated']);
    const articles = await client.article.findMany({ orderBy: { sortAt: 'asc' } });
    expect(articles.map(({ supersededById }) => supersededById)).toEqual([null, rain.found!.article.id]);
    expect((await dump(client)).Article).toEqual(expect.arrayContaining(first!));
    expect(await client.quote.count({ where: { current: true } })).toBe(2);
  });
});

describe('nouns of the corpus', () => {
  test('one full name is one speaker, whose roles keep their dates', async () => {
    await store(rain, sun);
    expect(await client.speaker.findMany()).toMatchObject([
      { name: 'Ana Bell', isFullName: true, aliases: ['Bell'], quoteCount: 3, articleCount: 2 },
    ]);
    expect(await client.role.findMany({ orderBy: { sortAt: 'asc' } })).toMatchObject([
      { title: 'Mayor', sortAt: new Date('2031-03-01') },
      { title: 'Minister', sortAt: new Date('2031-05-01') },
    ]);
  });

  test('a bare surname is a speaker for each article', async () => {
    await store(bell, otherBell);
    expect(await client.speaker.findMany()).toMatchObject([{ name: 'Bell' }, { name: 'Bell' }]);
  });

  test('an acronym that is known is one organization with its full name; one that is not is one for each article', async () => {
    await store(rain, sun, bell, otherBell);
    const organizations = await client.organization.findMany({ orderBy: [{ name: 'desc' }] });
    expect(organizations).toMatchObject([
      { name: 'United Nations', acronym: 'UN', aliases: [], articleCount: 2 },
      { name: 'OTC', acronym: 'OTC', articleCount: 1 },
      { name: 'OTC', acronym: 'OTC', articleCount: 1 },
    ]);
  });

  test('an acronym that no article expands keeps it as its name, what is known of it being an alias', async () => {
    await store(rain);
    expect(await client.organization.findMany()).toMatchObject([{ name: 'UN', acronym: 'UN', aliases: ['United Nations'] }]);
  });
});

test('a batch with a row that the database refuses changes nothing', async () => {
  const bad = saving(url('bad'), 'It said so.', { quotes: [{ content: 'It said so.' }] });
  const overconfident = { ...bad, found: { ...bad.found!, quotes: bad.found!.quotes.map((quote) => ({ ...quote, confidence: 2 })) } };
  await expect(store(rain, overconfident)).rejects.toThrow();
  expect(await client.article.count()).toBe(0);
});

test('the same documents give the same rows in any order, in one batch or many', async () => {
  const corpus = [rain, sun, bell, otherBell, rainElsewhere];
  await store(...corpus);
  const expected = await dump(client);
  const splits = fc.tuple(
    fc.shuffledSubarray(corpus, { minLength: corpus.length }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(splits, async ([order, cuts]) => {
      await empty(client);
      let batch: Saving[] = [];
      for (const [i, one] of order.entries()) {
        batch.push(one);
        if (cuts[i] || i === order.length - 1) {
          await store(...batch);
          batch = [];
        }
      }
      expect(await dump(client)).toEqual(expected);
    }),
    { numRuns: runs(15, 500) },
  );
});

test('two texts of one origin in one batch are what they are in two: the later supersedes the earlier', async () => {
  const later = { ...sun, document: { ...sun.document, origin: rain.document.origin } } as Saving;
  await store(rain);
  await store(later);
  const expected = await dump(client);
  await empty(client);
  expect(await store(rain, later)).toEqual(['new', 'new']);
  expect(await dump(client)).toEqual(expected);
});

describe('several writers at once', () => {
  const articles = [...corpus(24), rain, sun, bell, otherBell, rainElsewhere];

  test('end as one does, whatever they write in whatever order, and none meets a deadlock', async () => {
    await store(...articles);
    const expected = await dump(client);
    const piles = fc.array(fc.shuffledSubarray(articles, { minLength: 8 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(piles, async (piles) => {
        await empty(client);
        const halves = piles.flatMap((pile) => [pile.slice(0, pile.length / 2), pile.slice(pile.length / 2)]);
        await Promise.all(halves.map((half) => store(...half)));
        await store(...articles);
        expect(await dump(client)).toEqual(expected);
      }),
      { numRuns: runs(4, 100) },
    );
  });

  test('count for each noun what its mentions say', async () => {
    await store(...articles);
    await store({ ...sun, document: { ...sun.document, origin: bell.document.origin } } as Saving);
    const ids = (await client.article.findMany({ select: { id: true } })).map(({ id }) => id);
    const counted = deltasOf(await mentionsOf(client, ids));
    const nouns = [
      ...(await client.speaker.findMany()),
      ...(await client.organization.findMany()),
      ...(await client.place.findMany()).map((place) => ({ ...place, quoteCount: 0 })),
    ];
    const all = new Map([...counted.Speaker, ...counted.Organization, ...counted.Place]);
    expect(nouns).toHaveLength(all.size);
    for (const { id, name, mentionCount, articleCount, quoteCount, forms } of nouns) {
      const { quoteCount: quotes, ...delta } = all.get(id)!;
      expect({ mentionCount, articleCount, forms: unpackForms(forms as Forms, name, mentionCount), name }).toEqual({
        ...delta,
        name: called(delta.forms).name,
      });
      expect(quoteCount).toBe(counted.Place.has(id) ? 0 : quotes);
    }
  });
});
