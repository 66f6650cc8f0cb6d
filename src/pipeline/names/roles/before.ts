import { CUES, WITH_LISTENER } from '../../lexicon/cues.ts';
import { KIN, OPENS_TITLE, PORTFOLIOS } from '../../lexicon/title-words.ts';
import { HONORIFICS, isTitle } from '../../lexicon/titles.ts';
import { saysWhen } from '../../words/times.ts';
import type { Token } from '../../words/tokens.ts';
import { isDeterminer, type RoleGround } from './ground.ts';
import { endsInTitle, isShortTitle, TITLE_ENDINGS } from './role.ts';

/** The longest title, in tokens. */
const LONGEST_TITLE = 9;

/** Where the title before a name begins; the name's own start where there is none. */
export function titleBefore(ground: RoleGround, from: number, runFrom: number): number {
  const { tokens } = ground;
  const last = tokens[from - 1];
  if (!last) return from;
  const posting = postingBefore(tokens, beforeHonorifics(tokens, from));
  if (from === runFrom && posting === null && !endsInTitle(tokens, from) && !HONORIFICS.has(last.lower)) return from;
  const begins = wordsBefore(ground, posting ?? from - lengthOfEnding(tokens, from), from, runFrom);
  // "Ana Bell, editor of the magazine Tide": hers.
  if (posting !== null && tokens[isDeterminer(tokens[begins - 1]) ? begins - 2 : begins - 1]?.text === ',') return from;
  const at = behindRests(tokens, begins, from);
  // "During his speech Mr Bell", "in California Mr Bell": neither is a title.
  const before = HONORIFICS.has(last.lower) && !isShortTitle(last) ? tokens.slice(at, from - 1) : [];
  const isPlain = before.every(
    ({ text, lower }) => !isTitle(lower) && (/^\p{Ll}/u.test(text) || /^(?:in|at|from|near)$/.test(tokens[at - 1]?.lower ?? '')),
  );
  return before.length > 0 && isPlain ? from - 1 : at;
}

/** Where a title begins behind what is left of words that are none of it: "'s", "-", "year-old". */
function behindRests(tokens: readonly Token[], at: number, from: number): number {
  while (at < from && (/^['’]s$|^-$/.test(tokens[at]!.text) || isYearOld(tokens, at))) at += isYearOld(tokens, at) ? 3 : 1;
  return at;
}

type Words = Pick<RoleGround, 'tokens' | 'organizationAt'>;

/** Where a title begins that goes on from `at` to a name, with all words before it that belong to it. */
function wordsBefore(ground: Words, at: number, from: number, runFrom: number): number {
  while (at > 0 && from - at < LONGEST_TITLE) {
    const next = wordBefore(ground, at, from, runFrom);
    if (next === at) break;
    at = next;
  }
  return at;
}

/** Where a title begins with the word or the organization before `at`; `at` itself where neither belongs to it. */
function wordBefore({ tokens, organizationAt }: Words, at: number, from: number, runFrom: number): number {
  const [left, here] = [tokens[at - 1]!, tokens[at]!];
  if (isApart(left, here) || isLoose(left, here)) return at;
  const organization = organizationAt.get(at - 1);
  if (organization !== undefined) {
    let first = at - 1;
    while (organizationAt.get(first - 1) === organization) first--;
    // "Bell told Reuters Finance Minister Ana Dahl had left."
    return WITH_LISTENER.has(tokens[first - 1]?.lower ?? '') ? at : first;
  }
  if (/^(?:and|&|,)$/.test(left.lower) && PORTFOLIOS.has(here.lower) && PORTFOLIOS.has(tokens[at - 2]?.lower ?? '')) return at - 2;
  if (saysWhen(tokens, at - 1) || !(at > runFrom || isTitleWord(left)) || KIN.has(left.lower)) return at;
  // "At a briefing Norland Power chairman Ana Bell said": words in small letters do not go on in capitals, but for a few.
  const joins =
    at === from || !/^\p{Ll}/u.test(left.text) || !/^\p{Lu}/u.test(here.text) || OPENS_TITLE.has(left.lower) || isTitle(left.lower);
  return joins ? at - 1 : at;
}

/** "Year-old" of "21-year-old". */
const isYearOld = (tokens: readonly Token[], at: number) =>
  tokens[at]!.lower === 'year' && tokens[at + 1]?.text === '-' && tokens[at + 2]?.lower === 'old';

/** Where the honorifics before a name begin that are no titles: at "Dr" of "Minister of Education Dr Ana Bell". */
function beforeHonorifics(tokens: readonly Token[], from: number): number {
  while (from > 0 && HONORIFICS.has(tokens[from - 1]!.lower) && !isShortTitle(tokens[from - 1]!)) from--;
  return from;
}

/** Tokens of "-elect" and the like behind a title. */
const lengthOfEnding = (tokens: readonly Token[], from: number) =>
  tokens[from - 2]?.text === '-' && TITLE_ENDINGS.test(tokens[from - 1]!.lower) && endsInTitle(tokens, from) ? 2 : 0;

/** Words inside titles that look like verbs: "chief operating officer". */
export const OFFICE = /^(?:acting|commanding|founding|managing|operating|presiding)$/;

/** Whether a word may stand in a title before its head. */
export const isTitleWord = ({ text, lower, pos, endsSentence }: Token): boolean =>
  !endsSentence &&
  (text === '-' ||
    /^['’]s$/.test(text) ||
    isTitle(lower) ||
    OFFICE.test(lower) ||
    OPENS_TITLE.has(lower) ||
    (['NOUN', 'ADJ', 'PROPN'].includes(pos) && /^[\p{L}.’'-]+$/u.test(text) && !CUES.has(lower)));

/** Whether more than a space stands between two words: a headline does not go on in the paragraph below it. */
export const isApart = (before: Token, after: Token) => after.start - before.end > 1;

/** Whether a dash before a word joins nothing: that of "OSTLEY - Mayor Ana Bell" stands behind a dateline. */
const isLoose = (before: Token, after: Token) => /^[-–—]$/.test(before.text) && before.end < after.start;

/** Tokens between a title and the name behind what it is of, at most; in small letters. */
const LONGEST_POSTING = 7;
const LONGEST_SMALL = 4;

/**
 * Where "Ambassador to Hanoi", "Secretary of State for Health" or "head of field research" before a name has its first small word; null where
 * nothing of the sort stands there.
 */
function postingBefore(tokens: readonly Token[], from: number): number | null {
  for (let at = from - 2; at >= Math.max(1, from - 1 - LONGEST_POSTING); at--) {
    if (!/^(?:of|to)$/.test(tokens[at]!.lower) || !endsInTitle(tokens, at)) continue;
    const what = tokens.slice(at + 1, from);
    // "Adviser to President Ana Bell" is somebody else.
    if (what.some(({ lower }) => isTitle(lower) || HONORIFICS.has(lower))) return null;
    const inCapitals =
      /^\p{Lu}/u.test(what.at(-1)!.text) && what.every(({ text, lower }) => /^\p{Lu}/u.test(text) || /^(?:and|for|the|&|-)$/.test(lower));
    const isOffice = inCapitals && (/^\p{Lu}/u.test(tokens[at - 1]!.text) || what.length === 1);
    const inSmall = what.length <= LONGEST_SMALL && what.every((token) => isTitleWord(token) && /^[\p{Ll}-]/u.test(token.text));
    return isOffice || (inSmall && tokens[at]!.lower === 'of') ? at : null;
  }
  return null;
}
