import { beforeEach, describe, expect, test } from 'vitest';
import { remove, restore, type Target } from '../../src/store/removals.ts';
import { save } from '../../src/store/save.ts';
import type { Saving } from '../../src/store/saving.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { dump, empty } from '../support/dump.ts';
import { saving } from '../support/found.ts';

const { client } = await testDatabase();
beforeEach(() => empty(client));

const store = (...savings: Saving[]) => save(client, savings, 'test-1');
const take = (...targets: Target[]) => remove(client, targets, 'court order');
const at = (url: string): Target => ({ by: 'url', url, typed: url });
const named = ({ found }: Saving): Target => ({ by: 'id', id: found!.article.id });

const articles = corpus(12);
const weir = saving(
  'https://news.example/weir',
  'Keeper Zoe Wirth of the Weir Trust said “It broke.” The OTC left Weirham.',
  {
    people: [{ name: 'Zoe Wirth', title: 'Keeper' }],
    organizations: [{ name: 'Weir Trust' }, { name: 'OTC', acronym: 'OTC' }],
    places: ['Weirham'],
    quotes: [{ content: 'It broke.', speaker: 0 }],
  },
  { headline: 'Weir broke' },
);
const elsewhere = moved(weir, 'https://copy.example/weir');
const edited = moved(saving('https://news.example/weir', 'Zoe Wirth said “It broke again.”', { people: [{ name: 'Zoe Wirth' }] }));

/** The same text at another address, or the address it has. */
function moved(one: Saving, url = one.document.origin.key): Saving {
  return { ...one, document: { ...one.document, origin: { kind: 'URL', key: url, name: url, url } } };
}

describe('an article that is taken down', () => {
  test('goes with all that was found in it and what nothing else names: the corpus is as if it had never come', async () => {
    await store(...articles);
    const expected = await dump(client);
    await store(weir);
    expect(await take(named(weir))).toMatchObject([{ headline: 'Weir broke', quotes: 1 }]);
    const { Removal: _, RemovedOrigin: __, ...left } = await dump(client);
    expect({ ...left, Removal: [], RemovedOrigin: [] }).toEqual(expected);
  });

  test('leaves its hash, origins, date and reason, and no text', async () => {
    await store(weir, elsewhere);
    await take(at('https://copy.example/weir'));
    const { id, contentHash } = weir.found!.article;
    expect(await client.removal.findMany({ include: { origins: { orderBy: { key: 'asc' } } } })).toEqual([
      {
        id,
        contentHash,
        withId: id,
        at: expect.any(Date),
        reason: 'court order',
        origins: ['https://copy.example/weir', 'https://news.example/weir'].map((key) => ({
          id: expect.any(String),
          kind: 'URL',
          key,
          url: key,
          removalId: id,
        })),
      },
    ]);
  });

  test.each([
    ['at its origin', weir],
    ['anywhere else', elsewhere],
    ['in an edited form where it was', edited],
  ])('is kept out when it comes again %s', async (_, again) => {
    await store(weir);
    await take(named(weir));
    const before = await dump(client);
    expect(await store(again)).toEqual(['removed']);
    expect(await store(again, articles[0]!)).toEqual(['removed', 'new']);
    expect(await store(articles[0]!, again)).toEqual(['unchanged', 'removed']);
    expect((await dump(client)).Removal).toEqual(before.Removal);
    expect(await client.article.count()).toBe(1);
  });

  test('takes its earlier versions with it, which would else be current again', async () => {
    await store(weir);
    await store(edited);
    expect(await take(named(edited))).toHaveLength(2);
    expect(await client.article.count()).toBe(0);
    expect(await client.speaker.count()).toBe(0);
    expect(await store(elsewhere)).toEqual(['removed']);
  });

  test('leaves the version that took its place', async () => {
    await store(weir);
    await store(edited);
    expect(await take(named(weir))).toHaveLength(1);
    expect(await client.article.findMany()).toMatchObject([{ id: edited.found!.article.id, supersededById: null }]);
    expect(await store(edited)).toEqual(['unchanged']);
  });

  test('comes again with the next load once it is restored, and all is as before', async () => {
    await store(...articles, weir);
    await store(edited);
    const expected = await dump(client);
    await take(at('https://news.example/weir'));
    expect(await restore(client, [at('https://news.example/weir')])).toBe(2);
    expect(await store(weir)).toEqual(['new']);
    expect(await store(edited)).toEqual(['new']);
    expect(await dump(client)).toEqual(expected);
  });

  test('is found by an address that is its identifier', async () => {
    const key = 'https://NEWS.example/guid/1';
    await store({ ...weir, document: { ...weir.document, origin: { kind: 'ID', key, name: key, url: null } } });
    const target: Target = { by: 'url', url: 'https://news.example/guid/1', typed: key };
    expect(await take(target)).toHaveLength(1);
    expect(await restore(client, [target])).toBe(1);
  });

  test('is found by the file it was read from, with all others in that file', async () => {
    const inFile = (name: string, key: string) => {
      const one = saving(`https://news.example/${name}`, `It is ${name}.`, {});
      return { ...one, document: { ...one.document, origin: { kind: 'FILE' as const, key, name, url: null } } };
    };
    await store(
      inFile('a', '/in/a_b.jsonl#1'),
      inFile('b', '/in/a_b.jsonl#2'),
      inFile('c', '/in/axb.jsonl#1'),
      inFile('d', '/in/a_b.jsonl2'),
    );
    expect(await take({ by: 'origin', keys: ['/in/a_b.jsonl'] })).toHaveLength(2);
    expect(await restore(client, [{ by: 'origin', keys: ['/in/a_b.jsonl'] }])).toBe(2);
  });
});

test('what names nothing removes nothing and raises no version', async () => {
  await store(weir);
  const version = () => client.corpusState.findUnique({ where: { id: 1 } });
  const before = await version();
  expect(await take(at('https://news.example/other'), { by: 'id', id: articles[0]!.found!.article.id })).toEqual([]);
  expect(await restore(client, [at('https://news.example/weir')])).toBe(0);
  expect(await version()).toEqual(before);
});

test('a load beside a take-down ends with the article out, whichever comes first', async () => {
  for (let round = 0; round < 4; round++) {
    await empty(client);
    await store(weir);
    await Promise.all([take(named(weir)), store(elsewhere), store(...articles.slice(0, 3)), store(edited)]);
    await store(elsewhere, ...articles.slice(0, 3));
    expect(await client.article.findUnique({ where: { id: weir.found!.article.id } })).toBeNull();
    expect(await client.article.count({ where: { supersededById: null, id: { not: edited.found!.article.id } } })).toBe(3);
  }
});
