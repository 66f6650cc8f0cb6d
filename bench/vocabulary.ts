import { random } from './random.ts';

/** What the generated news is made of: common English words first, then words of no language that get rarer down the list. */
const COMMON =
  'the of to and in a that is for on with it as was by at we will not be this have are from has they would more than their its but new ' +
  'government people year could city minister talks week budget water council plan vote court price police market school bridge harbour ' +
  'train strike union energy border winter report election leader party company bank tax law health worker road river ship storm power ' +
  'peace war trade deal fund growth crisis risk safety climate future village mayor season team match player coach league goal victory ' +
  'decision change reason question answer problem measure agreement proposal demand offer review debate promise warning threat support';

const CONSONANTS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'br', 'dr', 'gr', 'kl', 'st', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ACCENTED = ['á', 'é', 'í', 'ó', 'ú', 'ä', 'ö', 'ü', 'ç', 'ñ'];

/** Words that nobody has used before, `count` of them. */
function invented(seed: number, count: number, syllables: number, accents = 0): string[] {
  const { one, chance, below } = random(seed);
  const words = new Set<string>();
  while (words.size < count) {
    const length = syllables + below(2);
    const parts = Array.from({ length }, () => one(CONSONANTS) + (chance(accents) ? one(ACCENTED) : one(VOWELS)));
    words.add(parts.join('') + one(['', 'n', 'r', 's', 'k']));
  }
  return [...words];
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
const pairs = (seed: number, first: readonly string[], second: readonly string[], count: number, glue: string) => {
  const { one } = random(seed);
  const made = new Set<string>();
  while (made.size < count) made.add(`${one(first)}${glue}${one(second)}`);
  return [...made];
};

/** The words of the text, from the most frequent to the rarest. */
export const WORDS: readonly string[] = [...COMMON.split(' '), ...invented(11, 12_000, 2)];

const GIVEN = invented(12, 240, 1, 0.08).map(capital);
const SURNAMES = invented(13, 1_600, 2, 0.05).map(capital);
/** Full names of people. */
export const PEOPLE: readonly string[] = pairs(14, GIVEN, SURNAMES, 4_000, ' ');

const FIELDS = invented(15, 300, 2).map(capital);
const BODIES = ['Ministry', 'Council', 'Union', 'Bank', 'Institute', 'Authority', 'Group', 'Party', 'University', 'Association'];
/** Names of organizations. */
export const ORGANIZATIONS: readonly string[] = pairs(16, FIELDS, BODIES, 900, ' ');

/** Names of places. */
export const PLACES: readonly string[] = invented(17, 300, 2).map(capital);

export const PUBLISHERS: readonly string[] = pairs(18, PLACES.slice(0, 30), ['Herald', 'Post', 'Courier', 'Observer'], 40, ' ');
export const COLLECTIONS: readonly string[] = ['main', 'archive', 'wires'];
/** Names in bylines, and the tags that publishers give. */
export const AUTHORS: readonly string[] = pairs(19, GIVEN, SURNAMES, 800, ' ');
export const KEYWORDS: readonly string[] = [
  ...COMMON.split(' ').slice(40),
  ...pairs(20, WORDS.slice(40, 400), WORDS.slice(40, 400), 3_000, ' '),
];
export const SECTIONS: readonly string[] = ['World', 'Politics', 'Business', 'Sport', 'Science', 'Local'];
export const TITLES: readonly string[] = ['Minister', 'Mayor', 'Chair', 'Director', 'Spokesperson', 'Professor', 'Coach', 'Judge'];
export const CUES: readonly string[] = ['said', 'told', 'added', 'noted', 'claimed', 'denied', 'warned', 'stressed', 'announced', 'argued'];
export const UNNAMED: readonly string[] = ['an official', 'a source close to the talks', 'witnesses', 'two diplomats', 'a spokesperson'];
