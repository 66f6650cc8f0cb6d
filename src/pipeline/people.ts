import type { Span } from '../span.ts';
import { COUNTRY_OF } from './lexicon/countries.ts';
import { BETWEEN, CUES } from './lexicon/cues.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { HONORIFICS, TITLES } from './lexicon/titles.ts';
import type { Organization } from './organizations.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** What a text calls a person. */
export interface Role {
  /** As written: `Russian Foreign Minister`. */
  readonly title: string;
  /** The organization named in the title. */
  readonly organization: string | null;
  /** The country that the title names, by its name: `Russia`. */
  readonly country: string | null;
  readonly span: Span;
}

/** A person whom the text names. */
export interface Person {
  /** The fullest form in this text, without titles. */
  readonly name: string;
  /** False where the text gives a surname alone. */
  readonly isFullName: boolean;
  /** Every place that names this person, titles left out. */
  readonly spans: readonly Span[];
  readonly roles: readonly Role[];
  /** From a given name or an honorific, where either tells. */
  readonly gender: 'F' | 'M' | null;
}

/** One place where a person is named: tokens `from` up to `to`, with a title from `titleFrom`. */
export interface PersonMention extends Run {
  readonly titleFrom: number;
  /** Index into the people. */
  readonly person: number;
}

interface Candidate extends Run {
  readonly titleFrom: number;
  readonly words: readonly string[];
  readonly role: Role | null;
  readonly gender: 'F' | 'M' | null;
  /** Something says that this is a person: a title, a given name, a verb of speaking. */
  readonly evident: boolean;
}

/**
 * Finds people: capitalised words with a title before them or behind, a given name first, or a verb of speaking beside them.
 * A surname alone is the one person of that surname whom the text names in full.
 */
export function findPeople({
  text,
  tokens,
  runs,
  organizations,
  organizationAt,
  placeAt,
}: {
  text: string;
  tokens: readonly Token[];
  runs: readonly Run[];
  organizations: readonly Organization[];
  organizationAt: ReadonlyMap<number, number>;
  placeAt: ReadonlySet<number>;
}): { people: Person[]; personMentions: PersonMention[] } {
  const candidates = runs.flatMap((run) => candidateIn(text, tokens, run, organizations, organizationAt, placeAt) ?? []);
  const surnames = new Map<string, number>();
  const groups: { words: readonly string[]; members: Candidate[] }[] = [];
  const groupOf = new Map<string, number>();
  for (const candidate of candidates.filter(({ words, evident }) => words.length > 1 && evident)) {
    const key = candidate.words.join(' ').toLowerCase();
    const index = groupOf.get(key) ?? groups.push({ words: candidate.words, members: [] }) - 1;
    groupOf.set(key, index);
    const surname = candidate.words.at(-1)!;
    // Two people of one surname: the surname alone tells neither.
    surnames.set(surname, surnames.has(surname) && surnames.get(surname) !== index ? -1 : index);
  }
  const mentions: { candidate: Candidate; index: number }[] = [];
  for (const candidate of candidates) {
    const key = candidate.words.join(' ').toLowerCase();
    let index = groupOf.get(key);
    if (index === undefined && candidate.words.length === 1) index = surnames.get(candidate.words[0]!);
    if (index === undefined && candidate.words.length === 1 && candidate.evident) {
      index = groups.push({ words: candidate.words, members: [] }) - 1;
      groupOf.set(key, index);
    }
    if (index === undefined || index < 0) continue;
    groups[index]!.members.push(candidate);
    mentions.push({ candidate, index });
  }
  return {
    people: groups.map(({ words, members }) => personOf(tokens, words, members)),
    personMentions: mentions.map(({ candidate: { from, to, titleFrom }, index }) => ({ from, to, titleFrom, person: index })),
  };
}

function personOf(tokens: readonly Token[], words: readonly string[], members: readonly Candidate[]): Person {
  const roles = new Map<string, Role>();
  for (const { role } of members) if (role && !roles.has(role.title.toLowerCase())) roles.set(role.title.toLowerCase(), role);
  return {
    name: words.join(' '),
    isFullName: words.length > 1,
    spans: members.map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end })),
    roles: [...roles.values()],
    gender: members.find(({ gender }) => gender)?.gender ?? GIVEN_NAMES.get(words[0]!) ?? null,
  };
}

/** The second half of "President-elect" and "Secretary-General". */
const isElect = (tokens: readonly Token[], i: number) =>
  /^(?:elect|general|designate)$/.test(tokens[i]!.lower) && tokens[i - 1]?.text === '-' && TITLES.has(tokens[i - 2]?.lower ?? '');

/** The person's name in a run of capitalised words, its title cut off. */
function candidateIn(
  text: string,
  tokens: readonly Token[],
  run: Run,
  organizations: readonly Organization[],
  organizationAt: ReadonlyMap<number, number>,
  placeAt: ReadonlySet<number>,
): Candidate | null {
  let from = run.from;
  for (let i = run.from; i < run.to; i++) {
    const hyphenated = tokens[i + 1]?.text === '-' && i + 2 < run.to;
    const title = TITLES.has(tokens[i]!.lower) || HONORIFICS.has(tokens[i]!.lower) || isElect(tokens, i);
    if ((title && !hyphenated) || organizationAt.has(i) || (placeAt.has(i) && i === from)) from = i + 1;
  }
  // "Ambassador to Ostley Ana Bell": the first word is where she is posted.
  if (from === run.from && run.to - from > 2 && tokens[from - 1]?.lower === 'to' && TITLES.has(tokens[from - 2]?.lower ?? '')) from++;
  while (from < run.to && (COUNTRY_OF.has(tokens[from]!.text) || tokens[from]!.text === '-')) from++;
  if (from >= run.to || tokens[from]!.text.length < 2 || /^\p{Lu}{4,}$/u.test(tokens[from]!.text)) return null;
  const to = run.to;
  const words = text.slice(tokens[from]!.start, tokens[to - 1]!.end).split(/\s+/);
  const honorific = HONORIFICS.get(tokens[from - 1]?.lower ?? '');
  const titleFrom = titleBefore(tokens, from, run.from);
  const role =
    roleBetween(text, tokens, titleFrom, from, organizations, organizationAt) ??
    roleBehind(text, tokens, to, organizations, organizationAt);
  const evident =
    role !== null || honorific !== undefined || (GIVEN_NAMES.has(words[0]!) && words.length > 1) || speaks(tokens, titleFrom, to);
  return { from, to, titleFrom, words, role, gender: honorific ?? null, evident };
}

/** The longest title, in tokens. */
const LONGEST_TITLE = 9;

/** Where the title before a name begins; the name's own start where there is none. */
function titleBefore(tokens: readonly Token[], from: number, runFrom: number): number {
  const last = tokens[from - 1];
  if (!last) return from;
  const posting = postingBefore(tokens, from);
  const titled = from > runFrom || TITLES.has(last.lower) || HONORIFICS.has(last.lower) || posting < from;
  if (!titled) return from;
  let at = posting;
  while (at > 0 && from - at < LONGEST_TITLE && (at > runFrom || isTitleWord(tokens[at - 1]!))) at--;
  while (at < from && /^['’]s$|^-$/.test(tokens[at]!.text)) at++;
  return at;
}

const isTitleWord = ({ text, lower, pos, endsSentence }: Token) =>
  !endsSentence &&
  (text === '-' ||
    /^['’]s$/.test(text) ||
    TITLES.has(lower) ||
    (['NOUN', 'ADJ', 'PROPN'].includes(pos) && /^[\p{L}.’']+$/u.test(text) && !CUES.has(lower)));

/** Where "Ambassador to Hanoi" before a name has its small word; the name's own start where nothing of the sort stands there. */
function postingBefore(tokens: readonly Token[], from: number): number {
  for (let at = from - 2; at >= Math.max(1, from - 4); at--) {
    if (tokens[at]!.lower === 'to' && TITLES.has(tokens[at - 1]!.lower)) return at;
  }
  return from;
}

function roleBetween(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  organizations: readonly Organization[],
  organizationAt: ReadonlyMap<number, number>,
): Role | null {
  if (from >= to) return null;
  const words = tokens.slice(from, to);
  if (!words.some(({ lower }) => TITLES.has(lower)) || words.some(({ lower }) => CUES.has(lower))) return null;
  const span = { start: words[0]!.start, end: words.at(-1)!.end };
  const index = organizationAt.get(from) ?? organizationAt.get(from + 1);
  const country = words.map((word) => COUNTRY_OF.get(word.text)).find(Boolean) ?? null;
  return {
    title: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    organization: index === undefined ? null : organizations[index]!.name,
    country,
    span,
  };
}

/** A title set off behind a name: ", a doctor," or ", the mayor of Ostley,". */
function roleBehind(
  text: string,
  tokens: readonly Token[],
  to: number,
  organizations: readonly Organization[],
  organizationAt: ReadonlyMap<number, number>,
): Role | null {
  if (tokens[to]?.text !== ',') return null;
  let end = to + 1;
  while (end < tokens.length && end - to < 14 && !/^[,.;:"“”!?]$/.test(tokens[end]!.text)) end++;
  const from = /^(?:a|an|the)$/.test(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  let head = from;
  while (head < end && !/^(?:of|for|at|in|to|from|on|with|who)$/.test(tokens[head]!.lower)) head++;
  if (!/^[,.;]$/.test(tokens[end]?.text ?? '') || head <= from || head - from > 6 || !TITLES.has(tokens[head - 1]!.lower)) return null;
  if (tokens.slice(from, head).some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'PRON')) return null;
  return roleBetween(text, tokens, from, tokens[head]!.lower === 'who' ? head : end, organizations, organizationAt);
}

/** Whether a verb of speaking stands beside a name: "Bell said", "said Ana Bell". */
function speaks(tokens: readonly Token[], from: number, to: number): boolean {
  let at = to;
  while (BETWEEN.has(tokens[at]?.lower ?? '')) at++;
  return (
    CUES.has(tokens[at]?.lower ?? '') ||
    (/^(?:said|says|added|told|asked)$/.test(tokens[from - 1]?.lower ?? '') && /^[,"”’'?!]+$/.test(tokens[from - 2]?.text ?? ''))
  );
}
