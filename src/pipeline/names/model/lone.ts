import { CALENDAR } from '../../lexicon/calendar.ts';
import { COUNTRY_OF } from '../../lexicon/countries.ts';
import { GIVEN_NAMES } from '../../lexicon/given-names.ts';
import { CLUBS, COMPANIES } from '../../lexicon/one-word-organizations.ts';
import { HONORIFICS, isTitle } from '../../lexicon/titles.ts';
import { isPossessive } from '../../words/grammar.ts';
import type { Token } from '../../words/tokens.ts';
import { firmsOfOneWord } from './firms.ts';
import type { NameRun } from './labels.ts';
import { isSomebody, PARTICLE, RELATION } from './signs.ts';

// Of words alone that look like somebody's name hardly half are people, in news that reads otherwise than what was learned from.

/** Who belongs to a company alone, behind its name: "Calder executives". */
const STAFF = /^(?:customers|employees|executives|outlets|shareholders|shoppers|stores|subsidiary)$/;
/** Whose firm stands behind them without a word between: "analysts Calder". */
const MANY_AT = /^(?:analysts|bankers|brokers|chains|consultancy|consultants|stockbrokers)$/;
/** What a firm is called before its name: "the chipmaker Calder". */
const BUSINESS =
  /^(?:airline|bookmaker|brewer|builder|conglomerate|firm|insurer|lender|manufacturer|publisher|retailer|startup|start-up|steelmaker|supermarket|utility|(?:air|auto|car|chip|drug|phone|plane|ship|toy|truck)-?maker)$/;
/** Words of which one is in every article about matches, in which Chelsea is no woman. */
const SPORT = /^(?:clubs?|coach|cup|defender|division|football|league|midfielder|premiership|rugby|soccer|squad|striker)$/;
/** What bears a name and is made by nobody who bears it, behind the name: "the Oscar ceremony", "Calder vodka". */
const THING =
  /^(?:awards?|bonds|brandy|ceremony|console|contenders?|drug|factory|field|mine|nominations?|nominee|notes|plant|refinery|rum|software|spacecraft|system|telescope|vaccine|virus|vodka|whiske?y|wine|worm)$/;
/** Words that are names too, however often an article has them. */
const SMALL_WORDS = /^(?:april|august|brown|bush|cook|gore|hill|june|king|mark|may|price|rice|will|young)$/;
/** What somebody does and hardly any word. */
const SAYS = /^(?:added|said|says|told)$/;
/** Times that a word is taken for a name by mistake, at most: who is named more often is somebody. */
const SELDOM = 2;

/** People's names of one word that nothing in the article tells to be somebody's: no fuller name that has it, no "Mr". */
export function loneAmong(tokens: readonly Token[], names: readonly NameRun[]): NameRun[] {
  const people = names.filter(({ type }) => type === 'PERSON');
  const somebody = new Set<string>();
  for (const name of people)
    if (name.to - name.from > 1 || isSomebody(tokens, name)) for (const { lower } of tokens.slice(name.from, name.to)) somebody.add(lower);
  return people.filter(({ from, to }) => to - from === 1 && !somebody.has(tokens[from]!.lower));
}

/** Those of the lone names that are of companies, clubs and papers, in small letters. */
export function loneBodies(tokens: readonly Token[], names: readonly NameRun[], lone: readonly NameRun[]): string[] {
  if (lone.length === 0) return [];
  const people = new Set(names.flatMap(({ type, from, to }) => (type === 'PERSON' && to - from > 1 ? [from] : [])));
  const isOfSport = tokens.some(({ lower }) => SPORT.test(lower));
  const isBody = ({ from, to }: NameRun) =>
    COMPANIES.has(tokens[from]!.text) ||
    (isOfSport && CLUBS.has(tokens[from]!.text)) ||
    STAFF.test(tokens[to]?.text ?? '') ||
    MANY_AT.test(tokens[from - 1]?.lower ?? '') ||
    BUSINESS.test(tokens[from - 1]?.lower ?? '') ||
    // "Calder's Ana Bell".
    (isPossessive(tokens[to]) && people.has(to + 1));
  return [...lone.filter(isBody).map(({ from }) => tokens[from]!.lower), ...firmsOfOneWord(tokens, lone)];
}

/** Those that are words as others, parts of what else has a capital, or names of things, in small letters. */
export function loneThings(tokens: readonly Token[], names: readonly NameRun[], lone: readonly NameRun[]): string[] {
  if (lone.length === 0) return [];
  const small = smallWords(tokens, names, lone);
  const named = new Set<number>();
  for (const { from, to } of names) for (let i = from; i < to; i++) named.add(i);
  const isThing = ({ from, to }: NameRun) =>
    THING.test(tokens[to]?.text ?? '') ||
    (small.has(tokens[from]!.lower) && !SAYS.test(tokens[to]?.lower ?? '')) ||
    (!named.has(from - 1) && isPartOfMore(tokens, from));
  return lone.filter(isThing).map(({ from }) => tokens[from]!.lower);
}

/** Those that the article writes small too, and seldom takes for a name: "the general Government". */
function smallWords(tokens: readonly Token[], names: readonly NameRun[], lone: readonly NameRun[]): Set<string> {
  const times = new Map<string, number>();
  for (const { from } of lone) {
    const { text, lower } = tokens[from]!;
    if (!GIVEN_NAMES.has(text) && !SMALL_WORDS.test(lower)) times.set(lower, (times.get(lower) ?? 0) + 1);
  }
  for (const { from, to } of names) if (to - from > 1) for (let i = from; i < to; i++) times.delete(tokens[i]!.lower);
  return new Set(tokens.flatMap(({ text }) => ((times.get(text) ?? Infinity) <= SELDOM ? [text] : [])));
}

/** "Jude" of "sang Hey Jude"; not behind a title or "the American", nor where people are listed. */
function isPartOfMore(tokens: readonly Token[], from: number): boolean {
  const [before, first] = [tokens[from - 1], tokens[from - 2]];
  if (!before || !first || first.endsSentence || isTitle(first.lower) || !/^(?!and$|or$)\p{L}/u.test(first.text)) return false;
  return (
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    !before.endsSentence &&
    !isTitle(before.lower) &&
    !HONORIFICS.has(before.lower) &&
    !PARTICLE.test(before.lower) &&
    !RELATION.test(before.text) &&
    !GIVEN_NAMES.has(before.text) &&
    !CALENDAR.has(before.lower) &&
    !COUNTRY_OF.has(before.text)
  );
}
