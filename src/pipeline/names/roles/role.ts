import type { Span } from '../../../span.ts';
import { COUNTRY_OF } from '../../lexicon/countries.ts';
import { CUES } from '../../lexicon/cues.ts';
import { NO_TITLE, OCCUPATIONS } from '../../lexicon/title-words.ts';
import { HONORIFICS, inFull, isTitle, SHORT_TITLES } from '../../lexicon/titles.ts';
import { opensSentence } from '../../words/grammar.ts';
import type { Run } from '../../words/runs.ts';
import type { Token } from '../../words/tokens.ts';
import { organizationOf } from './affiliation.ts';
import { OF_WHAT, type RoleGround } from './ground.ts';

/** What a text calls a person. */
export interface Role {
  /** As written: `Russian Foreign Minister`. */
  readonly title: string;
  /** The organization that the title names, or that its words stand for: `Norland Power` of `the company's chief executive`. */
  readonly organization: string | null;
  /** The country that the title names, by its name: `Russia`. */
  readonly country: string | null;
  readonly span: Span;
}

/** The words of a title in small letters, short ones in full: `state`, `senator` for `State Sen.`. */
export const titleWords = ({ title }: Pick<Role, 'title'>): string[] =>
  title
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .map(inFull);

/** Whether a token is a title written short, "Sen." or "Prof.". */
export const isShortTitle = ({ lower }: Token): boolean => SHORT_TITLES.has(lower.replace(/\.$/, '')) && HONORIFICS.has(lower);

/** Whether a token is an occupation in small letters, or one that opens a sentence. */
const isOccupation = (tokens: readonly Token[], at: number) =>
  OCCUPATIONS.has(tokens[at]!.text) || (opensSentence(tokens, at) && OCCUPATIONS.has(tokens[at]!.lower));

/** What may stand behind a title, often with a hyphen. */
export const TITLE_ENDINGS = /^(?:elect|designate|emeritus|emerita|general)$/;

/** Whether the words up to a token end in a title: "Attorney General", "Secretary-General", "Sen.". */
export const endsInTitle = (tokens: readonly Token[], to: number): boolean => {
  const [last, before] = [tokens[to - 1]!, tokens[to - 2]];
  // "To head Bell's corner home".
  if (last.pos === 'VERB' && /^(?:chair|coach|guard|guide|head|host|judge|partner|pilot)$/.test(last.text)) return false;
  if (isTitle(last.lower) || isOccupation(tokens, to - 1) || isShortTitle(last)) return true;
  return TITLE_ENDINGS.test(last.lower) && isTitle((before?.text === '-' ? tokens[to - 3] : before)?.lower ?? '');
};

/** The role that some words name; null where no title heads them. */
export function roleIn(ground: RoleGround, { from, to }: Run): Role | null {
  const { text, tokens } = ground;
  // "Council leader Cllr Sue Reid": she leads the council.
  while (to - from > 1 && HONORIFICS.has(tokens[to - 1]!.lower) && (!isShortTitle(tokens[to - 1]!) || isTitle(tokens[to - 2]!.lower))) to--;
  // "At the" before what is no word.
  while (to > from && /^(?:ADP|DET)$/.test(tokens[to - 1]!.pos)) to--;
  if (from >= to) return null;
  const words = tokens.slice(from, to);
  // Not "in" of "editor-in-chief", nor "of" of "Bank of Velmark governor".
  const of = words.findIndex(({ lower }, i) => i > 0 && OF_WHAT.test(lower) && endsInTitle(tokens, from + i));
  const head = of > 0 ? from + of : to;
  if (!endsInTitle(tokens, head) || words.some(({ lower }) => CUES.has(lower))) return null;
  const span = { start: tokens[ownFrom(tokens, from, head)]!.start, end: words.at(-1)!.end };
  const country = words.map((word) => COUNTRY_OF.get(word.text)).find(Boolean) ?? null;
  return {
    title: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    organization: organizationOf(ground, { from, to }),
    country,
    span,
  };
}

/** People of a sort: "a children's writer", which is not the writer of some children. */
const SORTS = /^(?:children|girls|boys|ladies|men|people|state|women)$/;

/**
 * Where a title begins behind the word for whose it is, at "chief" of "the company's chief executive", and behind words of mood: names and
 * countries stay.
 */
function ownFrom(tokens: readonly Token[], from: number, head: number): number {
  for (let at = head - 2; at > from; at--)
    if (/^['’]s$/.test(tokens[at]!.text) && /^\p{Ll}/u.test(tokens[at - 1]!.text) && !SORTS.test(tokens[at - 1]!.lower)) return at + 1;
  // "M" of "100m champion".
  while (from < head - 1 && (NO_TITLE.has(tokens[from]!.lower) || /^\p{Ll}$/u.test(tokens[from]!.text))) from++;
  return from;
}
