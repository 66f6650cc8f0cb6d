import { isCapital } from '../layout/capitals.ts';
import { COUNTRY_OF } from '../lexicon/countries.ts';
import { BETWEEN, CUES } from '../lexicon/cues.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { GROUPS, NO_NAMES, PARTISANS } from '../lexicon/groups.ts';
import { HONORIFICS, isTitle } from '../lexicon/titles.ts';
import { opensSentence } from '../words/grammar.ts';
import { lineOf, textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import { type LearnedNames, learnedWithin, usualForm } from './names.ts';
import { titleBefore } from './roles/before.ts';
import { roleAhead, roleBehind } from './roles/behind.ts';
import type { RoleGround } from './roles/ground.ts';
import { type Role, roleIn } from './roles/role.ts';
import { roleStated } from './roles/stated.ts';

/** One place where a person may be named: tokens `from` up to `to`, with a title from `titleFrom`. */
export interface Candidate extends Run {
  readonly titleFrom: number;
  readonly words: readonly string[];
  /** What stands beside the name, before what its sentence says. */
  readonly roles: readonly Role[];
  /** From an honorific or a title that tells. */
  readonly gender: 'F' | 'M' | null;
  /** Something says that this is a person: a title, a given name, a verb of speaking. */
  readonly evident: boolean;
  /** A model found it. */
  readonly learned: boolean;
}

/** What the search for names of people looks at. */
export interface CandidateGround extends RoleGround {
  readonly runs: readonly Run[];
  readonly placeAt: ReadonlySet<number>;
  readonly learned: LearnedNames | null;
}

/** The names among the runs of capitalised words, titles cut off, certain or not. */
export function candidatesIn(ground: CandidateGround): Candidate[] {
  // Seldom asked for where a model finds the names.
  let words: ReadonlySet<string> | null = null;
  const small = () => {
    words ??= new Set(ground.tokens.filter(({ text }) => /^\p{Ll}/u.test(text)).map(({ text }) => text));
    return words;
  };
  const { learned } = ground;
  const byRules = (learned ? ground.runs.filter((run) => learnedWithin(learned, run).length === 0) : ground.runs).flatMap(
    (run) => candidateIn(ground, run, small) ?? [],
  );
  if (!learned) return byRules;
  return [...byRules, ...learnedCandidates(ground, learned)].sort((a, b) => a.from - b.from);
}

/** The people that a model found, where no organization is named that rules are certain of. */
function learnedCandidates(ground: CandidateGround, learned: LearnedNames): Candidate[] {
  const { tokens, runs, organizationAt } = ground;
  let [at, end] = [0, 0];
  return learned.names.flatMap(({ type, from: begins, to }) => {
    const before = end;
    end = to;
    while (at < runs.length && runs[at]!.to <= begins) at++;
    if (type !== 'PERSON') return [];
    let from = begins;
    while (from < to - 1 && isTitleAt(tokens, from) && !isFirstName(tokens, from, to)) from++;
    if (organizationAt.has(from) || organizationAt.has(to - 1)) return [];
    const words = usualForm(learned, lineOf(ground, { from, to })).split(' ');
    if (words.filter((word) => /^\p{Lu}[^.]/u.test(word)).length > MOST_LEARNED_WORDS) return [];
    const runFrom = at < runs.length && runs[at]!.from < from ? Math.max(runs[at]!.from, before) : from;
    return [{ ...describedAt(ground, { from, to }, runFrom), words, evident: true, learned: true }];
  });
}

/** The second half of "President-elect" and "Secretary-General". */
const isElect = (tokens: readonly Token[], i: number) =>
  /^(?:elect|general|designate)$/.test(tokens[i]!.lower) && tokens[i - 1]?.text === '-' && isTitle(tokens[i - 2]?.lower ?? '');

/** Words with a capital in the longest name that a model is believed. */
const MOST_LEARNED_WORDS = 5;

/** Tokens, and words with a capital, in the longest name: more are a headline. */
const MOST_TOKENS = 10;
const MOST_WORDS = 4;

/** The person's name in a run of capitalised words; `small` tells the words that the text also writes small. */
function candidateIn(ground: CandidateGround, run: Run, small: () => ReadonlySet<string>): Candidate | null {
  const { tokens } = ground;
  const from = nameFrom(ground, run);
  if (from === null) return null;
  const { to } = run;
  const words = to - from > MOST_TOKENS ? [] : textOf(ground, { from, to }).split(/\s+/);
  if (words.length === 0 || words.filter((word) => /^\p{Lu}[^.]/u.test(word)).length > MOST_WORDS) return null;
  // Two names run into one another, where a place is named in their middle.
  for (let i = from; i < to; i++) if (ground.placeAt.has(i)) return null;
  const described = describedAt(ground, { from, to }, run.from);
  const { titleFrom, roles } = described;
  const honorific = HONORIFICS.get(tokens[from - 1]?.lower ?? '');
  const told = roles.length > 0 || honorific !== undefined || (GIVEN_NAMES.has(words[0]!) && words.length > 1);
  const evident =
    told ||
    (words.length > 1
      ? speaks(tokens, titleFrom, to) || isDescribed(tokens, to) || isTakenUp(tokens, from, to)
      : speaks(tokens, titleFrom, to) && !isOfMany(tokens, from, to) && canBeSurname(words[0]!, small()));
  return { ...described, words, evident, learned: false };
}

/** A name with what its title tells; `runFrom` is where the words with a capital begin that it ends. */
function describedAt(ground: CandidateGround, { from, to }: Run, runFrom: number): Omit<Candidate, 'words' | 'evident' | 'learned'> {
  const { tokens } = ground;
  const titleFrom = titleBefore(ground, from, runFrom);
  const beside = [roleIn(ground, { from: titleFrom, to: from }), roleBehind(ground, to), roleAhead(ground, from, to)];
  const roles = [...beside, roleStated(ground, to, titleFrom)].filter((role) => role !== null);
  return { from, to, titleFrom, roles, gender: HONORIFICS.get(tokens[from - 1]?.lower ?? '') ?? genderOf(roles) };
}

/** Whether a title is rather a first name, as one surname follows and no more: "Dean Sharp". */
const isFirstName = (tokens: readonly Token[], i: number, to: number) => i === to - 2 && GIVEN_NAMES.has(tokens[i]!.text);

const isTitleAt = (tokens: readonly Token[], i: number) => isTitle(tokens[i]!.lower) || HONORIFICS.has(tokens[i]!.lower);

/** Where the name begins in a run: behind titles, organizations and countries; null where nothing is left. */
function nameFrom({ tokens, organizationAt, placeAt }: CandidateGround, run: Run): number | null {
  let from = run.from;
  for (let i = run.from; i < run.to; i++) {
    const hyphenated = tokens[i + 1]?.text === '-' && i + 2 < run.to;
    const title = (isTitleAt(tokens, i) && !isFirstName(tokens, i, run.to)) || isElect(tokens, i);
    if (
      (title && !hyphenated) ||
      organizationAt.has(i) ||
      (placeAt.has(i) && i === from) ||
      (i === from && i + 2 < run.to && PARTISANS.has(tokens[i]!.lower))
    )
      from = i + 1;
  }
  // "Ambassador to Ostley Ana Bell": the first word is where she is posted.
  if (from === run.from && run.to - from > 2 && /^(?:of|to)$/.test(tokens[from - 1]?.lower ?? '') && isTitle(tokens[from - 2]?.lower ?? ''))
    from++;
  while (from < run.to && (COUNTRY_OF.has(tokens[from]!.text) || tokens[from]!.text === '-')) from++;
  const unfit = from >= run.to || tokens[from]!.text.length < 2 || /^\p{Lu}{4,}$/u.test(tokens[from]!.text);
  // The "D." of "Ph.D.".
  const isLetter = from === run.to - 1 && /^\p{Lu}\.$/u.test(tokens[from]!.text);
  return unfit || isLetter ? null : from;
}

function genderOf(roles: readonly Role[]): 'F' | 'M' | null {
  const title = roles.map(({ title }) => title.toLowerCase()).join('; ');
  if (/woman\b|\b(?:queen|princess|actress|duchess)\b/.test(title)) return 'F';
  // A chairman is often a woman.
  return /(?<!wo|chair)man\b|\b(?:king|prince|actor|duke)\b/.test(title) ? 'M' : null;
}

/** Whether a word alone before a verb of speaking can be a surname: no group, no inhabitants, no acronym, no word that begins a sentence. */
const canBeSurname = (word: string, small: ReadonlySet<string>) =>
  !GROUPS.has(word.toLowerCase()) &&
  !NO_NAMES.has(word.toLowerCase()) &&
  !(word.endsWith('s') && isTitle(word.slice(0, -1).toLowerCase())) &&
  !COUNTRY_OF.has(word.replace(/s$/, '')) &&
  !/^(?:(?:\p{Lu}\.)+|\p{Lu}+)$/u.test(word) &&
  !small.has(word.toLowerCase());

/** Whether a word alone is one of several: "the Swede said", "Catholics say". */
const isOfMany = (tokens: readonly Token[], from: number, to: number) =>
  /^(?:an?|the)$/.test(tokens[from - 1]?.lower ?? '') ||
  (tokens[from]!.lower.endsWith('s') && /^(?:have|say)$/.test(tokens[to]?.lower ?? ''));

/** Whether a verb of speaking stands beside a name: "Bell said", "said Ana Bell". */
function speaks(tokens: readonly Token[], from: number, to: number): boolean {
  let at = to;
  while (BETWEEN.has(tokens[at]?.lower ?? '')) at++;
  return (
    CUES.has(tokens[at]?.lower ?? '') ||
    (/^(?:said|says|added|told|asked)$/.test(tokens[from - 1]?.lower ?? '') && /^[,"”’'?!]+$/.test(tokens[from - 2]?.text ?? ''))
  );
}

/** Whether words that only a person takes follow a name: ", who leads …", ", 58,". */
const isDescribed = (tokens: readonly Token[], to: number) =>
  tokens[to]?.text === ',' &&
  (tokens[to + 1]?.lower === 'who' || (/^\d\d$/.test(tokens[to + 1]?.text ?? '') && /^[,.]$/.test(tokens[to + 2]?.text ?? '')));

/** Tokens behind a name in which a pronoun takes it up. */
const TAKEN_UP_WITHIN = 40;

/** Whether a name is the subject of a sentence and a "he" or "she" follows in its sentence or the next. */
function isTakenUp(tokens: readonly Token[], from: number, to: number): boolean {
  if (!opensSentence(tokens, from) || to - from > 4 || !/^(?:VERB|AUX|ADV)$|^PUNCT$/.test(tokens[to]?.pos ?? '')) return false;
  let ends = 0;
  for (let at = to; at < tokens.length && at - to < TAKEN_UP_WITHIN && ends < 3; at++) {
    if (/^(?:he|she)$/.test(tokens[at]!.lower)) return true;
    if (isCapital(tokens[at]!.text) && tokens[at - 1]?.endsSentence && tokens[at]!.pos === 'PROPN') return false;
    if (tokens[at]!.endsSentence) ends++;
  }
  return false;
}
