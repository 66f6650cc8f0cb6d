import type { NameType } from '../pipeline/names/model/labels.ts';
import type { WordLists } from './name-lists.ts';
import type { MarkedName, NamedArticle } from './named-article.ts';
import { pick, type Random, seeded } from './random.ts';
import { CLUB_LINES, CLUB_TABLES, NATION_LINES, NATION_TABLES } from './sport-lines.ts';

/** Articles that are made, and how much each counts: their sentences are few and their names many. */
const ARTICLES = 240;
const WEIGHT = 0.5;

/**
 * Sport results and reports put together from sentences with gaps and lists of names. In the articles that are marked by hand there is
 * hardly any sport; there a town is a club, and a table has no sentences.
 */
export function invented(lists: WordLists, seed: number): NamedArticle[] {
  const random = seeded(seed);
  const names = namesFrom(lists);
  return Array.from({ length: ARTICLES }, (_, i) => inventedArticle(`invented-${i + 1}`, names, random));
}

interface Names {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly towns: readonly string[];
  readonly countries: readonly string[];
  readonly teams: readonly string[];
}

/** Lists in capitals as articles print them; those of packages are in small letters. */
function namesFrom({ given, surname, city, country, team }: WordLists): Names {
  const capital = (word: string) => (/\p{Lu}/u.test(word) ? word : word.replace(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase()));
  const plain = (words: readonly string[]) => words.map(capital).filter((word) => /^[\p{L} '’-]+$/u.test(word));
  return {
    given: plain(given),
    surnames: plain(surname),
    towns: plain(city).filter((town) => town.split(' ').length < 3),
    countries: plain(country).filter((name) => name.length > 3),
    teams: plain(team),
  };
}

/** How clubs are called in an article: by their town, by town and a word, by town and a plural, or as some real ones. */
type Calling = 'TOWN' | 'WORD' | 'PLURAL' | 'REAL';
const CALLINGS: readonly Calling[] = ['TOWN', 'TOWN', 'TOWN', 'WORD', 'PLURAL', 'REAL'];
const CLUB_WORDS = 'United City Town Rovers Rangers Athletic Wanderers County FC Albion Sporting Real Dynamo Villa'.split(' ');
const PLURALS = 'Hawks Bears Lions Pirates Kings Rockets Giants Comets Saints Wolves Miners Sailors Eagles Blazers Foxes Colts'.split(' ');

/** The larger a town, the more often it is taken: small ones are in no vectors. */
const pickTown = (towns: readonly string[], random: Random): string => towns[Math.floor(random() ** 3 * towns.length)]!;

function inventedArticle(id: string, names: Names, random: Random): NamedArticle {
  const clubs = random() < 0.6;
  const calling = pick(CALLINGS, random);
  const shouted = random() < 0.8;
  // An article comes back to the same few.
  const cast = {
    C: Array.from({ length: 8 }, () => club(names, calling, random)),
    N: Array.from({ length: 6 }, () => pick(names.countries, random)),
    P: Array.from({ length: 8 }, () => person(names, random)),
    L: Array.from({ length: 3 }, () => pickTown(names.towns, random)),
  };
  const [lines, tables] = clubs ? [CLUB_LINES, CLUB_TABLES] : [NATION_LINES, NATION_TABLES];
  const table = random() < 0.5;
  const written = new Written(cast, random);
  written.line(pick(lines.headlines, random), shouted);
  written.line(pick(lines.datelines, random), false);
  const body = table ? tables : lines.sentences;
  const length = 5 + Math.floor(random() * 8);
  const gap = random() < 0.5 ? '\n' : ' ';
  const only = pick(tables, random);
  for (let i = 0; i < length; i++) written.line(table && random() < 0.7 ? only : pick(body, random), false, i + 1 < length ? gap : '');
  return { id, text: written.text, names: written.names, weight: WEIGHT };
}

const person = (names: Names, random: Random) => [pick(names.given, random), pick(names.surnames, random)] as const;

function club(names: Names, calling: Calling, random: Random): string {
  const town = pickTown(names.towns, random);
  if (calling === 'REAL' && random() < 0.7) return pick(names.teams, random);
  if (calling === 'WORD' && random() < 0.7) return `${town} ${pick(CLUB_WORDS, random)}`;
  if (calling === 'PLURAL' && random() < 0.7) return random() < 0.5 ? pick(PLURALS, random) : `${town} ${pick(PLURALS, random)}`;
  return town;
}

interface Cast {
  readonly C: readonly string[];
  readonly N: readonly string[];
  readonly P: readonly (readonly [given: string, surname: string])[];
  readonly L: readonly string[];
}

const TYPES: Readonly<Record<string, NameType>> = { C: 'ORGANIZATION', N: 'PLACE', L: 'PLACE', P: 'PERSON', S: 'PERSON', I: 'PERSON' };
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** What stands in a gap: `{C}` a club, `{N}` a country, `{L}` a town, `{P}` a person, `{S}` a surname, `{I}` an initial and surname; the rest see sport-lines.ts. */
const FILLERS: Readonly<Record<string, (cast: Cast, random: Random) => string>> = {
  C: ({ C }, random) => pick(C, random),
  N: ({ N }, random) => pick(N, random),
  L: ({ L }, random) => pick(L, random),
  P: ({ P }, random) => pick(P, random).join(' '),
  S: ({ P }, random) => pick(P, random)[1],
  I: ({ P }, random) => {
    const [given, surname] = pick(P, random);
    return `${given[0]}. ${surname}`;
  },
  D: (_, random) => pick(DAYS, random),
  1: (_, random) => String(Math.floor(random() * 7)),
  4: (_, random) => String(1000 + Math.floor(random() * 60000)),
  9: (_, random) => String(10 + Math.floor(random() * 90)),
};

/** A text that grows, and the names in it. */
class Written {
  text = '';
  readonly names: MarkedName[] = [];
  readonly #cast: Cast;
  readonly #random: Random;

  constructor(cast: Cast, random: Random) {
    this.#cast = cast;
    this.#random = random;
  }

  /** Writes a line with its gaps filled. */
  line(pattern: string, shouted: boolean, gap = '\n'): void {
    for (const [, plain, slot] of pattern.matchAll(/([^{]+)|\{(.)\}/g)) {
      const words = plain ?? this.#fill(slot!);
      const shown = shouted ? words.toUpperCase() : words;
      const type = TYPES[slot ?? ''];
      if (type) this.names.push({ start: this.text.length, end: this.text.length + shown.length, type });
      this.text += shown;
    }
    this.text += gap;
  }

  #fill(slot: string): string {
    return FILLERS[slot]!(this.#cast, this.#random);
  }
}
