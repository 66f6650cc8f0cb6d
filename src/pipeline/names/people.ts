import { addTo, grouped } from '../../grouped.ts';
import { lastAt } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { GIVEN_NAMES, genderOfName, isShortFor } from '../lexicon/given-names.ts';
import { NAME_SUFFIXES } from '../lexicon/groups.ts';
import { spanOf, textOf } from '../words/positions.ts';
import { isInitial, type Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import { isAlias } from './alias.ts';
import { type Candidate, type CandidateGround, candidatesIn } from './candidates.ts';
import type { Role } from './roles/role.ts';

/** A person whom the text names. */
export interface Person {
  /** The fullest form in this text, without titles. */
  readonly name: string;
  /** False where the text gives a surname alone. */
  readonly isFullName: boolean;
  /** Every place that names this person, titles left out. */
  readonly spans: readonly Span[];
  readonly roles: readonly Role[];
  /** From a given name, an honorific or a title, else from the pronouns behind the name, where one tells. */
  readonly gender: 'F' | 'M' | null;
}

/** One place where a person is named: tokens `from` up to `to`, with a title from `titleFrom`. */
export interface PersonMention extends Run {
  readonly titleFrom: number;
  /** Index into the people. */
  readonly person: number;
}

/** The mention that ends before a token. */
export function personEnding(mentions: readonly PersonMention[], to: number): PersonMention | undefined {
  const mention = mentions[lastAt(mentions, to - 1, ({ from }) => from)];
  return mention?.to === to ? mention : undefined;
}

/** All places that name one person. */
interface Group {
  words: readonly string[];
  /** Other full names of the same person: "Ken Bell" of Kenneth Bell. */
  readonly also?: (readonly string[])[];
  readonly members: Candidate[];
}

/**
 * Finds people: capitalised words with a title before them or behind, a given name first, or a verb of speaking beside them.
 * A surname alone is the one person of that surname whom the text names in full.
 */
export function findPeople(ground: CandidateGround): {
  people: Person[];
  personMentions: PersonMention[];
  /** Names of one of several people, nobody knows whose: a surname that two bear. */
  unclearNames: Span[];
} {
  const { tokens } = ground;
  // "Q." and "A." begin question and answer.
  const certain = candidatesIn(ground).filter(({ words }) => words.length > 1 || !/^[QA]\.?$/.test(words[0]!));
  const candidates = withoutWordsAhead(ground.text, tokens, certain);
  const groups = fullNames(tokens, candidates);
  const royal = new Set(candidates.filter((candidate) => candidate.words.length === 1 && isRoyal(candidate)).map(({ words }) => words[0]!));
  const known = shortForms(groups, royal);
  const alone = new Map<string, number>();
  const addAlone = (form: string, { words }: Candidate) => {
    const index = groups.push({ words, members: [] }) - 1;
    alone.set(form, index);
    return index;
  };
  const mentions: { candidate: Candidate; index: number }[] = [];
  const unclear: Candidate[] = [];
  /** Who has been called by a surname alone so far. */
  const usual = new Map<string, number>();
  for (const candidate of candidates) {
    const form = formOf(known, candidate);
    const last = mentions.at(-1);
    if (last && candidate.words.length === 1 && isAlias(tokens, last.candidate, candidate) && given(groups, form).length === 0) {
      alone.set(form, last.index);
      groups[last.index]!.members.push(candidate);
      mentions.push({ candidate, index: last.index });
      continue;
    }
    let index = oneOf(groups, known.get(form) ?? [], candidate) ?? alone.get(form) ?? null;
    if (index === null && candidate.words.length === 1 && candidate.evident && !known.has(form)) {
      index = misspelt(groups, form) ?? oneOf(groups, royal.has(form) ? [] : given(groups, form), candidate);
      if (index === null) index = addAlone(form, candidate);
    }
    index ??= calledSo(groups, usual.get(form), candidate);
    // "Lady Bell" is not whom the article calls Bell.
    if (index !== null && candidate.words.length === 1 && (candidate.gender === null || !usual.has(form))) usual.set(form, index);
    if (index === null && candidate.learned) {
      if (known.has(form)) unclear.push(candidate);
      else index = addAlone(form, candidate);
    }
    if (index === null) continue;
    groups[index]!.members.push(candidate);
    mentions.push({ candidate, index });
  }
  return {
    people: groups.map((group) => personOf(tokens, group)),
    personMentions: mentions.map(({ candidate: { from, to, titleFrom }, index }) => ({ from, to, titleFrom, person: index })),
    unclearNames: unclear.map((candidate) => spanOf(tokens, candidate)),
  };
}

/** A candidate's words; of "Von der Heide" at the head of a sentence "von der Heide", where the article names somebody so. */
function formOf(known: ReadonlyMap<string, readonly number[]>, { words }: Candidate): string {
  const form = words.join(' ');
  if (words.length < 2 || !PARTICLE.test(words[0]!)) return form;
  const small = form[0]!.toLowerCase() + form.slice(1);
  return known.has(small) ? small : form;
}

const PARTICLE = /^(?:Da|De|Del|Della|Den|Der|Di|Dos|Du|La|Le|Ten|Ter|Van|Von|Zu|Al)(?:-|$)/;

/** "Rival Ana Bell" where the text also has "Ana Bell": what stands ahead of a first name is cut off. */
function withoutWordsAhead(text: string, tokens: readonly Token[], candidates: readonly Candidate[]): Candidate[] {
  const names = new Set(
    candidates.flatMap(({ words, evident }) => (evident && words.length > 1 && GIVEN_NAMES.has(words[0]!) ? [words.join(' ')] : [])),
  );
  return candidates.map((candidate) => {
    for (let from = candidate.from + 1; from < candidate.to - 1; from++) {
      const words = textOf({ text, tokens }, { from, to: candidate.to }).split(/\s+/);
      if (names.has(words.join(' '))) return { ...candidate, from, titleFrom: Math.min(candidate.titleFrom, from), words, evident: true };
    }
    return candidate;
  });
}

/** One group for each full name; "Ana Bell" and "Ana M. Bell" are one. */
function fullNames(tokens: readonly Token[], candidates: readonly Candidate[]): Group[] {
  const groups: Group[] = [];
  const bySurname = new Map<string, Group[]>();
  const surnames = new Set(candidates.filter(({ words, evident }) => evident && words.length === 1).map(({ words }) => words[0]!));
  // In "with Bell Dahl said" two people stand side by side.
  const borne = new Set([...surnames, ...candidates.filter(({ evident }) => evident).map(({ words }) => surnameOf(words))]);
  for (const { words, evident, from } of candidates) {
    const surname = surnameOf(words);
    if (words.length === 1 || !(evident || (surnames.has(surname) && !isInitial(tokens, from) && !borne.has(words[0]!)))) continue;
    const namesakes = bySurname.get(surname) ?? [];
    const same =
      namesakes.find((group) => agree(group.words, words)) ?? onlyOf(namesakes.filter((group) => isInitialOf(group.words, words)));
    if (same) {
      same.also!.push(words);
      if (
        words.length > same.words.length ||
        (INITIAL.test(same.words[0]!) && !INITIAL.test(words[0]!)) ||
        (words.length === same.words.length && isShortFor(same.words[0]!, words[0]!) && words[0]!.length > same.words[0]!.length)
      )
        same.words = words;
      continue;
    }
    const group = { words, also: [words], members: [] };
    groups.push(group);
    addTo(bySurname, surname, group);
  }
  // "Peña Nieto" is no one else than Enrique Peña Nieto.
  return groups.filter(({ words }) => !bySurname.get(surnameOf(words))!.some((other) => endsIn(other.words, words)));
}

/** Whether a name ends in another, shorter one: "Ursula von der Heide" in "Von der Heide" too. */
const endsIn = (long: readonly string[], short: readonly string[]) =>
  long.length > short.length &&
  short.every((word, i) => {
    const other = long[long.length - short.length + i]!;
    return word === other || (i === 0 && PARTICLE.test(word) && word.toLowerCase() === other);
  });

/** The last word of a name, "Jr." aside. */
const surnameOf = (words: readonly string[]) => (NAME_SUFFIXES.has(words.at(-1)!) && words.length > 1 ? words.at(-2)! : words.at(-1)!);

/** Whether two full names with one surname are the same but for a middle name that one of them leaves out, or a misprint. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  // "Carl Dahl" is the father of "Carl Dahl Jr.".
  if (suffixOf(a)?.replace('.', '') !== suffixOf(b)?.replace('.', '')) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short[0] !== long[0] && !isMisprint(short[0]!, long[0]!) && !isShortFor(short[0]!, long[0]!)) return false;
  const rest = short.slice(1).filter((word) => !NAME_SUFFIXES.has(word));
  // "Arno De Wick" is Arno de Wick.
  return rest.every((word) => long.some((other, i) => i > 0 && other.toLowerCase() === word.toLowerCase()));
}

const INITIAL = /^\p{Lu}\.?$/u;

/** Whether one name is the other with a letter for its first name: "K Bell" of Karl Bell. */
function isInitialOf(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = INITIAL.test(a[0]!) ? [a, b] : [b, a];
  return (
    INITIAL.test(short[0]!) && !INITIAL.test(long[0]!) && long[0]!.startsWith(short[0]![0]!) && agree([long[0]!, ...short.slice(1)], long)
  );
}

const onlyOf = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);

const suffixOf = (words: readonly string[]): string | undefined => words.find((word) => NAME_SUFFIXES.has(word));

/**
 * For each form that may stand for a full name, the names it may stand for: the name, without middle names, its last words. Not the first
 * names of princes.
 */
function shortForms(groups: readonly Group[], royal: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const forms = new Map<string, number[]>();
  const surnames = new Set(groups.map(({ words }) => surnameOf(words)));
  const elders = grouped(
    groups.filter(({ words }) => !suffixOf(words)),
    ({ words }) => surnameOf(words),
  );
  for (const [index, { words, also = [] }] of groups.entries()) {
    const called = words.flatMap((word) => /^["“'‘](.+)["”'’]$/.exec(word)?.[1] ?? []);
    const core = words.filter((word) => !NAME_SUFFIXES.has(word) && !/^["“'‘]/.test(word));
    const own = new Set([words.join(' '), core.join(' ')]);
    for (const other of also) own.add(other.join(' '));
    // William "Bill" Bell.
    for (const name of called) own.add(name).add(`${name} ${core.at(-1)}`);
    // What a son would share with his father is his father's.
    const hasElder = suffixOf(words) !== undefined && (elders.get(surnameOf(words)) ?? []).some((other) => agree(other.words, core));
    if (hasElder) own.add([core.at(-1), suffixOf(words)].join(' '));
    else own.add(`${core[0]} ${core.at(-1)}`);
    for (let i = 0; i < words.length && !hasElder; i++) own.add([core[0], ...core.slice(i + 1)].join(' '));
    for (let i = 1; i < core.length && !hasElder; i++) {
      own.add(core.slice(i).join(' '));
      own.add(words.slice(i).join(' '));
    }
    for (const surname of otherSurnames(core)) if (!hasElder && !surnames.has(surname)) own.add(surname);
    for (const form of own) if (!royal.has(form)) addTo(forms, form, index);
  }
  return forms;
}

/** Words of a long name by which its bearer may be called besides the last: "Montes" of Gabriel Montes Aguilar, "Stokes" of Bellweather-Stokes. */
const otherSurnames = (name: readonly string[]): string[] =>
  [...name.slice(1, -1), ...(name.length > 1 && name.at(-1)!.includes('-') ? name.at(-1)!.split('-') : [])].filter(
    (word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !GIVEN_NAMES.has(word),
  );

const OTHER = { F: 'M', M: 'F' } as const;

/** The only one of some groups whom a mention can name: of two with one surname the one named before, or whom "Mr" or "Mrs" tells. */
function oneOf(groups: readonly Group[], indices: readonly number[], { words, gender }: Candidate): number | null {
  const exact = indices.find((index) => words.length > 1 && groups[index]!.words.join(' ') === words.join(' '));
  if (exact !== undefined) return exact;
  const told = (index: number) => genderOfName(groups[index]!.words[0]!);
  // "Mrs Bell" is not Karl Bell.
  if (indices.length === 1) return gender !== null && words.length === 1 && told(indices[0]!) === OTHER[gender] ? null : indices[0]!;
  const fitting = gender ? indices.filter((index) => GIVEN_NAMES.get(groups[index]!.words[0]!) === gender) : indices;
  const isNamed = (index: number) => groups[index]!.members.length > 0;
  // "Lady Bell", where a man of that name has been named, is not the Eva Bell who comes later.
  const alone = fitting.length === 1 && (isNamed(fitting[0]!) || !indices.some(isNamed));
  const named = alone ? fitting : fitting.filter(isNamed);
  return named.length === 1 ? named[0]! : null;
}

/** Whom a surname alone has named before another of that surname came up, unless "Mr" or "Mrs" tells that it is the other now. */
const calledSo = (groups: readonly Group[], index: number | undefined, { gender }: Candidate): number | null =>
  index === undefined || (gender !== null && GIVEN_NAMES.get(groups[index]!.words[0]!) !== gender) ? null : index;

/** Those who have a word as their first name. */
const given = (groups: readonly Group[], word: string) =>
  groups.flatMap(({ words }, index) => (words.length > 1 && words[0] === word ? [index] : []));

/** Whether a title goes before a first name that stands for the whole: "Prince Karl" is no Karl Dahl, and "Karl" then means the prince. */
const isRoyal = ({ roles }: Candidate) =>
  roles.some(({ title }) => /(?:^|\s)(?:prince|princess|king|queen|pope|emir|sultan|emperor)$/i.test(title));

/** The shortest name in which one wrong letter is taken for an error in print. */
const LONG_NAME = 7;

/** Whether two names of one length differ in one letter, which is not the last: that can tell a woman from a man. */
const isMisprint = (a: string, b: string) =>
  a.length >= LONG_NAME && a.length === b.length && a.at(-1) === b.at(-1) && [...a].filter((letter, i) => letter !== b[i]).length === 1;

/** The one person whose surname is meant. */
function misspelt(groups: readonly Group[], surname: string): number | null {
  const near = groups.flatMap(({ words }, index) => (words.length > 1 && isMisprint(surnameOf(words), surname) ? [index] : []));
  return near.length === 1 ? near[0]! : null;
}

function personOf(tokens: readonly Token[], { words, members }: Group): Person {
  const roles = new Map<string, Role>();
  for (const role of members.flatMap(({ roles }) => roles)) {
    const known = roles.get(role.title.toLowerCase());
    if (!known || (known.organization === null && role.organization !== null)) roles.set(role.title.toLowerCase(), role);
  }
  return {
    name: words.join(' '),
    isFullName: words.length > 1,
    spans: members.map((member) => spanOf(tokens, member)),
    roles: [...roles.values()],
    gender: members.find(({ gender }) => gender)?.gender ?? genderOfName(words[0]!),
  };
}
