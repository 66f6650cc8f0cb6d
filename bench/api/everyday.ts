import { TABS } from '../../src/schema/tabs.ts';
import { AUTHORS, KEYWORDS, ORGANIZATIONS, PEOPLE, PLACES, PUBLISHERS, WORDS } from '../vocabulary.ts';

/** What frontends and analysts ask, whatever the size of the corpus: a sort of question, and one of it. */
export interface Everyday {
  readonly sort: string;
  readonly name: string;
  readonly query: string;
}

const ORDERS = {
  articles: ['NEWEST', 'OLDEST', 'LONGEST', 'SHORTEST', 'MOST_QUOTES'],
  quotes: ['NEWEST', 'OLDEST', 'LONGEST', 'SHORTEST', 'CONFIDENCE'],
  speakers: ['NAME', 'MOST_QUOTED', 'LAST_QUOTED'],
  organizations: ['NAME', 'MOST_MENTIONED'],
  places: ['NAME', 'MOST_MENTIONED'],
} as const;

const FACETS = {
  articles: [
    'publishers',
    'agencies',
    'collections',
    'sections',
    'languages',
    'authors',
    'keywords',
    'places',
    'organizations',
    'speakers',
  ],
  quotes: [
    'speakers',
    'organizations',
    'publishers',
    'collections',
    'places',
    'authors',
    'keywords',
    'roles',
    'kinds',
    'attributions',
    'cues',
    'named',
  ],
} as const;

const SPLITS = { articles: ['PUBLISHER', 'COLLECTION'], quotes: ['SPEAKER', 'KIND', 'PUBLISHER', 'NAMED'] } as const;

const text = (value: string) => JSON.stringify(value);
const named = (names: readonly string[], rank: number) => `{ name: ${text(names.at(rank)!)} }`;
const [year, month] = ['{ from: "2028-01-01", to: "2029-01-01" }', '{ from: "2028-03-01", to: "2028-04-01" }'];

/** Filters that many articles or quotes meet, that few do, and that none does. */
const FILTERS = {
  articles: {
    'of a year': `publishedAt: ${year}`,
    'of a month': `publishedAt: ${month}`,
    'of the largest publisher': `publisher: { is: ${text(PUBLISHERS[0]!)} }`,
    'of no publisher there is': 'publisher: { is: "Nobody" }',
    'of publishers named like': 'publisher: { contains: "herald" }',
    'of a section': 'section: { is: "Sport" }',
    'of no section there is': 'section: { is: "Gardening" }',
    'by the most frequent author': `author: ${named(AUTHORS, 0)}`,
    'by one of the rarest authors': `author: ${named(AUTHORS, -1)}`,
    'by no author there is': 'author: { name: "Nobody" }',
    'of the most frequent keyword': `keyword: ${named(KEYWORDS, 0)}`,
    'of one of the rarest keywords': `keyword: ${named(KEYWORDS, -1)}`,
    'quoting the most quoted': `speaker: ${named(PEOPLE, 0)}`,
    'quoting one of the rarest': `speaker: ${named(PEOPLE, -100)}`,
    'naming the rarest place': `place: ${named(PLACES, -1)}`,
    'naming no organization': 'organization: { isSet: false }',
    'with a quote that denies': 'quotes: { cue: { is: "denied" } }',
    'without a date': 'isDated: false',
    'by one or the other': `or: [{ publisher: { is: ${text(PUBLISHERS[30]!)} } }, { speaker: ${named(PEOPLE, 3_000)} }]`,
    'but those of one publisher': `not: { publisher: { is: ${text(PUBLISHERS[0]!)} } }`,
  },
  quotes: {
    'of a year': `publishedAt: ${year}`,
    'of a month': `publishedAt: ${month}`,
    'of a kind': 'kind: [DIRECT]',
    'of a kind and a year': `kind: [DIRECT], publishedAt: ${year}`,
    'by nobody named': 'isNamed: false',
    'of the most quoted': `speaker: ${named(PEOPLE, 0)}`,
    'of one of the rarest': `speaker: ${named(PEOPLE, -100)}`,
    'of an organization': `organization: ${named(ORGANIZATIONS, 3)}`,
    'by ministers': 'role: { contains: "minister" }',
    'with a cue': 'cue: { is: "denied" }',
    'with no cue there is': 'cue: { is: "mumbled" }',
    'the surest': 'confidence: { min: 0.99 }',
    'the shortest': 'length: { max: 30 }',
    'of the largest publisher': `article: { publisher: { is: ${text(PUBLISHERS[0]!)} } }`,
    'where the rarest place is named': `article: { place: ${named(PLACES, -1)} }`,
    'of articles by the most frequent author': `article: { author: ${named(AUTHORS, 0)} }`,
    'of articles of a rare keyword': `article: { keyword: ${named(KEYWORDS, -1)} }`,
    'in no headline': 'region: [HEADLINE]',
  },
} as const;

const SEARCHED = {
  'a rare word': WORDS.at(-1_000)!,
  'a word': 'measure',
  'a frequent word': 'the',
  words: 'water plan',
  'a phrase': '"the government"',
  either: 'water OR bridge -plan',
};

const tabs = TABS.map((query): Everyday => ({ sort: 'tabs of GraphiQL', name: /query (\w+)/.exec(query)![1]!, query }));

const lists = Object.entries(ORDERS).flatMap(([list, orders]) =>
  orders.flatMap((order) =>
    ['first', 'last'].map(
      (end): Everyday => ({
        sort: 'lists',
        name: `${list}, ${order}, ${end} page`,
        query: `{ ${list}(orderBy: ${order}, ${end}: 20) { nodes { id } pageInfo { endCursor } } }`,
      }),
    ),
  ),
);

const totals = Object.keys(ORDERS).map((list): Everyday => ({ sort: 'totals', name: list, query: `{ ${list} { totalCount } }` }));

const filtered = Object.entries(FILTERS).flatMap(([list, filters]) =>
  Object.entries(filters).flatMap(([name, filter]): Everyday[] => [
    { sort: 'pages of a filter', name: `${list} ${name}`, query: `{ ${list}(filter: { ${filter} }) { nodes { id } } }` },
    { sort: 'totals of a filter', name: `${list} ${name}`, query: `{ ${list}(filter: { ${filter} }) { totalCount } }` },
    {
      sort: 'facets and timelines of a filter',
      name: `${list} ${name}`,
      query: `{ ${list}(filter: { ${filter} }) { facets { speakers { count } } timeline { count } } }`,
    },
  ]),
);

const whole = (['articles', 'quotes'] as const).flatMap((list): Everyday[] => [
  ...FACETS[list].map((facet) => ({
    sort: 'facets of everything',
    name: `${list}, ${facet}`,
    query: `{ ${list} { facets { ${facet} { count share } } } }`,
  })),
  ...['DAY', 'MONTH', 'YEAR'].map((by) => ({
    sort: 'timelines of everything',
    name: `${list}, ${by}`,
    query: `{ ${list} { timeline(by: ${by}) { count } } }`,
  })),
  {
    sort: 'timelines of everything',
    name: `${list}, in another time zone`,
    query: `{ ${list} { timeline(timeZone: "Europe/Berlin") { count } } }`,
  },
  ...SPLITS[list].map((split) => ({
    sort: 'timelines of everything',
    name: `${list}, split by ${split}`,
    query: `{ ${list} { timeline(split: ${split}) { group count } } }`,
  })),
]);

const networks = Object.entries({
  everything: '',
  'a year': `(filter: { publishedAt: ${year} })`,
  'a month': `(filter: { publishedAt: ${month} })`,
}).map(
  ([name, args]): Everyday => ({
    sort: 'networks',
    name,
    query: `{ articles${args} { network(first: 15) { nodes { count } links { count } } } }`,
  }),
);

const profiles = Object.entries({ 'the most quoted': 0, 'one quoted often': 60, 'one of the rarest': -100 }).flatMap(([name, rank]) =>
  Object.entries({
    profile: 'firstQuotedAt lastQuotedAt roles { title } quotes(first: 5) { totalCount nodes { text } }',
    'named with': 'namedWith(first: 10) { count }',
    'longest quotes': 'quotes(first: 5, orderBy: LONGEST) { nodes { id } }',
    'facets and a timeline': 'quotes { facets { cues { count } } timeline { count } }',
  }).map(
    ([what, fields]): Everyday => ({
      sort: 'people',
      name: `${name}: ${what}`,
      query: `{ speakers(filter: { named: ${named(PEOPLE, rank)} }) { nodes { ${fields} } } }`,
    }),
  ),
);

const searches = Object.entries(SEARCHED).flatMap(([name, search]) =>
  ['articles', 'quotes'].flatMap((list): Everyday[] => [
    {
      sort: 'pages of a search',
      name: `${list}, ${name}, best first`,
      query: `{ ${list}(search: ${text(search)}, orderBy: RELEVANCE) { edges { highlights { text } } } }`,
    },
    { sort: 'pages of a search', name: `${list}, ${name}, newest first`, query: `{ ${list}(search: ${text(search)}) { nodes { id } } }` },
    { sort: 'totals of a search', name: `${list}, ${name}`, query: `{ ${list}(search: ${text(search)}) { totalCount } }` },
  ]),
);

const typed = [
  'K',
  'Bre',
  PEOPLE[60]!.slice(0, 6),
  `${PEOPLE[900]!.slice(0, 3)}${PEOPLE[900]!.slice(4)}`,
  'gov',
  'water budg',
  'herald',
].map((typed): Everyday => ({ sort: 'suggestions', name: `\`${typed}\``, query: `{ suggest(text: ${text(typed)}) { kind text count } }` }));

/** All of them. */
export const EVERYDAY: readonly Everyday[] = [
  ...tabs,
  ...lists,
  ...totals,
  ...filtered,
  ...whole,
  ...networks,
  ...profiles,
  ...searches,
  ...typed,
];
