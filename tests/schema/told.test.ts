import { describe, expect, test } from 'vitest';
import { type Random, random } from '../../bench/random.ts';
import { createApp } from '../../src/server.ts';
import { MOST_TOLD } from '../../src/store/read/told.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { corpus } from '../support/corpus.ts';
import { counting } from '../support/counting.ts';
import { testDatabase, watchedClient } from '../support/database.ts';
import { saving } from '../support/found.ts';

// Who is told by name is looked up before the statement that needs it, which then says ids.

const { client, statements, url } = await testDatabase();
const app = createApp(client);
const count = counting(app);

/** Articles that each name somebody of their own of one surname, and quote them. */
const surnames = (surname: string, articles: number) =>
  Array.from({ length: articles }, (_, i) =>
    saving(`https://news.example/${surname}/${i}`, `${surname} said “Once, ${i}.”`, {
      people: [{ name: surname, isFullName: false }],
      quotes: [{ content: `Once, ${i}.`, speaker: 0 }],
    }),
  );
const nobody = saving('https://news.example/nobody', 'In Ostley the Rail Union heard: “Nothing.”', {
  organizations: [{ name: 'Rail Union' }],
  places: ['Ostley'],
  quotes: [{ content: 'Nothing.' }],
});
await save(client, [...corpus(12), nobody, ...surnames('Marr', 3)], 'test');

interface Row {
  readonly id: string;
  /** What a filter may ask of it: under each field the names that it has. */
  readonly has: Readonly<Record<string, readonly string[]>>;
}

interface Lists {
  readonly quotes: readonly Row[];
  readonly articles: readonly Row[];
  /** Global ids by field and name; several of one name. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

interface Noun {
  readonly id: string;
  readonly name: string;
}

/** Every quote and article, each with the names that lead to it. */
async function everything(): Promise<Lists> {
  const noun = '{ id name }';
  const { data, errors } = await ask(
    app,
    `{ quotes(first: 100) { nodes { id speaker ${noun} organization ${noun} } }
      articles(first: 100) { nodes { id quotes { nodes { speaker ${noun} } } organizations { nodes ${noun} } places { nodes ${noun} } } } }`,
  );
  expect(errors).toBeUndefined();
  const ids = new Map<string, string[]>();
  const namesOf = (field: string, nouns: readonly (Noun | null)[]) =>
    nouns.flatMap((one) => {
      if (!one) return [];
      const key = `${field} ${one.name}`;
      ids.set(key, [...new Set([...(ids.get(key) ?? []), one.id])]);
      return [one.name];
    });
  const quotes = data.quotes.nodes.map(
    ({ id, speaker, organization }: { id: string; speaker: Noun | null; organization: Noun | null }) => ({
      id,
      has: { speaker: namesOf('speaker', [speaker]), organization: namesOf('organization', [organization]) },
    }),
  );
  const articles = data.articles.nodes.map((node: Record<string, { nodes: never[] }> & { id: string }) => ({
    id: node.id,
    has: {
      speaker: namesOf(
        'speaker',
        node.quotes!.nodes.map(({ speaker }) => speaker),
      ),
      organization: namesOf('organization', node.organizations!.nodes),
      place: namesOf('place', node.places!.nodes),
    },
  }));
  return { quotes, articles, ids };
}

const { ids, ...lists } = await everything();
const NAMES: Readonly<Record<string, readonly string[]>> = {
  speaker: ['Ana Bell', 'Cem Dahl', 'Marr', 'Rail Union', 'Nobody There'],
  organization: ['Rail Union', 'Water Trust', 'Ana Bell'],
  place: ['Ostley', 'Varn', 'Nowhere'],
};

interface Filter {
  readonly text: string;
  readonly holds: (row: Row) => boolean;
}

/** Filters in filters, which name some by name and some by id. */
function randomFilter(r: Random, fields: readonly string[], levels: number): Filter {
  if (levels === 0 || r.chance(0.3)) {
    const field = r.one(fields);
    const meant = NAMES[field]!.filter(() => r.chance(0.4));
    const byId = meant.filter((name) => ids.has(`${field} ${name}`) && r.chance(0.4));
    const byName = meant.filter((name) => !byId.includes(name)).map((name) => name.toUpperCase());
    return {
      text: `${field}: { name: ${JSON.stringify(byName)}, id: ${JSON.stringify(byId.flatMap((name) => ids.get(`${field} ${name}`)))} }`,
      holds: ({ has }) => has[field]!.some((name) => meant.includes(name)),
    };
  }
  const inner = Array.from({ length: 1 + r.below(3) }, () => randomFilter(r, fields, levels - 1));
  const texts = inner.map(({ text }) => `{ ${text} }`).join(', ');
  const kind = r.one(['and', 'or', 'not'] as const);
  if (kind === 'not') return { text: `not: { and: [${texts}] }`, holds: (row) => !inner.every(({ holds }) => holds(row)) };
  return {
    text: `${kind}: [${texts}]`,
    holds: (row) => (kind === 'and' ? inner.every(({ holds }) => holds(row)) : inner.some(({ holds }) => holds(row))),
  };
}

describe.each(['quotes', 'articles'] as const)('filters of %s by names and ids', (list) => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed))('hold of just the rows of which each part does: %i', async (seed) => {
    const r = random(seed);
    for (let i = 0; i < 12; i++) {
      const { text, holds } = randomFilter(r, Object.keys(lists[list][0]!.has), 3);
      const { data, errors } = await ask(
        app,
        `{ ${list}(first: 100, filter: { ${text} }) { totalCount nodes { id } timeline(by: YEAR) { count } facets { publishers { count } } } }`,
      );
      expect(errors).toBeUndefined();
      const expected = lists[list].filter(holds).map(({ id }) => id);
      expect(data[list].nodes.map(({ id }: { id: string }) => id)).toEqual(expected);
      expect(data[list].totalCount).toBe(expected.length);
    }
  });
});

test('there are rows that filters tell apart', () => {
  expect(lists.quotes).toHaveLength(52);
  expect(lists.quotes.filter(({ has }) => has.speaker!.includes('Marr'))).toHaveLength(3);
  expect(lists.articles.filter(({ has }) => has.organization!.length === 0)).toHaveLength(3);
});

describe('the statement', () => {
  const ran = async (query: string) => {
    const all = await statements(async () => expect((await ask(app, query)).errors).toBeUndefined());
    return { lookups: all.filter((text) => text.includes('normalized &&')), others: all.filter((text) => !text.includes('normalized &&')) };
  };

  test.each([
    ['{ quotes(filter: { speaker: { name: "Ana Bell" } }) { nodes { id } } }', /"speakerId" = \$\d+::uuid/],
    ['{ quotes(filter: { speaker: { name: ["Ana Bell", "Cem Dahl"] } }) { nodes { id } } }', /"speakerId" = ANY/],
    ['{ quotes(filter: { affiliation: { name: "Rail Union" } }) { totalCount } }', /"organizationId" = \$\d+::uuid/],
    ['{ quotes(filter: { mentions: { name: "Ostley" } }) { nodes { id } } }', /"placeId" = \$\d+::uuid/],
    ['{ articles(filter: { organization: { name: "Rail Union" } }) { network { nodes { count } } } }', /"organizationId" = \$\d+::uuid/],
    ['{ articles(search: "rail", filter: { speaker: { name: "Ana Bell" } }) { nodes { id } } }', /"speakerId" = \$\d+::uuid/],
    ['{ quotes(filter: { speaker: { name: "Nobody There" } }) { nodes { id } } }', /FALSE/],
    [
      '{ articles(first: 3) { nodes { quotes(filter: { speaker: { name: "Ana Bell" } }) { nodes { id } } } } }',
      /"speakerId" = \$\d+::uuid/,
    ],
  ])('of %s says ids', async (query, expected) => {
    const { lookups, others } = await ran(query);
    expect(lookups).toHaveLength(1);
    expect(others[0]).toMatch(expected);
  });

  test('looks names up once for all that a list is asked for, and for lists under any number of parents', async () => {
    const filter = '(filter: { speaker: { name: "Ana Bell" } })';
    expect(
      (await ran(`{ quotes${filter} { totalCount nodes { id } facets { kinds { count } } timeline { count } } }`)).lookups,
    ).toHaveLength(1);
    for (const first of [1, 50]) {
      const under = `{ articles(first: ${first}) { nodes { quotes${filter} { nodes { id } } } } }`;
      expect((await ran(under)).lookups).toHaveLength(1);
      const searched = `{ organizations(first: ${first}) { nodes { quotesAbout${filter} { nodes { id } } } } }`;
      expect((await ran(searched)).lookups).toHaveLength(1);
    }
  });

  test('looks nobody up where none is told by name', async () => {
    const [id] = ids.get('speaker Ana Bell')!;
    const { lookups } = await ran(`{ quotes(filter: { speaker: { id: "${id}" } }) { nodes { id } } articles { nodes { id } } }`);
    expect(lookups).toHaveLength(0);
  });

  test('is planned each time for those it says, which may have many rows or few, unlike others', async () => {
    const watched = watchedClient(url);
    const [id] = ids.get('speaker Ana Bell')!;
    const planned = async (filter: string, asked = 'nodes { id }') => {
      for (let i = 0; i < 3; i++) {
        watched.ran.length = 0;
        await ask(createApp(watched.client), `{ articles(filter: { ${filter} }) { ${asked} } }`);
      }
      return watched.ran.at(-1)!.name === '';
    };
    expect(await planned('speaker: { name: "Ana Bell" }')).toBe(true);
    expect(await planned(`organization: { name: ["Rail Union", "Water Trust"] } speaker: { id: "${id}" }`)).toBe(true);
    expect(await planned('publisher: { is: "The Even" }')).toBe(false);
    // All that one has is counted by the same plan, few or many.
    expect(await planned('speaker: { name: "Ana Bell" }', 'facets { publishers { value } }')).toBe(false);
    expect(await planned('organization: { name: ["Rail Union", "Water Trust"] }', 'facets { publishers { value } }')).toBe(true);
    await watched.client.$disconnect();
  });

  test('leaves it to the database where a name is that of too many, and means the same', async () => {
    await save(client, surnames('Grey', MOST_TOLD + 1), 'test');
    const { lookups, others } = await ran('{ quotes(filter: { speaker: { name: "grey" } }) { nodes { id } } }');
    expect([lookups.length, others.length]).toEqual([2, 0]);
    const [ana] = ids.get('speaker Ana Bell')!;
    const all = MOST_TOLD + 1 + lists.quotes.length;
    const own = lists.quotes.filter(({ has }) => has.speaker!.includes('Ana Bell')).length;
    expect(await count('quotes', 'speaker: { name: "grey" }')).toBe(MOST_TOLD + 1);
    expect(await count('quotes', `speaker: { name: "grey", id: "${ana}" }`)).toBe(MOST_TOLD + 1 + own);
    expect(await count('quotes', `not: { speaker: { name: "grey", id: "${ana}" } }`)).toBe(all - MOST_TOLD - 1 - own);
    expect(await count('articles', 'speaker: { name: "grey" }')).toBe(MOST_TOLD + 1);
    expect(await count('articles', 'not: { speaker: { name: "grey" } }')).toBe(lists.articles.length);
    expect(await count('quotes', 'mentions: { name: "grey" }')).toBe(0);
  });
});
