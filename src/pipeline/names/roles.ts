import type { Span } from '../../span.ts';
import { COUNTRY_OF } from '../lexicon/countries.ts';
import { CUES } from '../lexicon/cues.ts';
import { HONORIFICS, isTitle } from '../lexicon/titles.ts';
import { saysWhen } from '../words/times.ts';
import type { Token } from '../words/tokens.ts';
import type { Organization } from './organizations.ts';

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

/** What the search for titles looks at. */
export interface RoleGround {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly organizations: readonly Organization[];
  readonly organizationAt: ReadonlyMap<number, number>;
}

/** The longest title, in tokens. */
const LONGEST_TITLE = 9;

/** Where the title before a name begins; the name's own start where there is none. */
export function titleBefore({ tokens, organizationAt }: RoleGround, from: number, runFrom: number): number {
  const last = tokens[from - 1];
  if (!last) return from;
  const posting = postingBefore(tokens, from);
  const titled = from > runFrom || isTitle(last.lower) || HONORIFICS.has(last.lower) || posting < from;
  if (!titled) return from;
  let at = posting;
  const goesOn = () =>
    !isApart(tokens[at - 1]!, tokens[at]!) &&
    !isLoose(tokens[at - 1]!, tokens[at]!) &&
    (at > runFrom || isTitleWord(tokens[at - 1]!)) &&
    (organizationAt.has(at - 1) || !saysWhen(tokens, at - 1));
  while (at > 0 && from - at < LONGEST_TITLE && goesOn()) at--;
  while (at < from && /^['’]s$|^-$/.test(tokens[at]!.text)) at++;
  // "During his speech Mr Bell", "in California Mr Bell": neither is a title.
  const before = HONORIFICS.has(last.lower) ? tokens.slice(at, from - 1) : [];
  const isPlain = before.every(
    ({ text, lower }) => !isTitle(lower) && (/^\p{Ll}/u.test(text) || /^(?:in|at|from|near)$/.test(tokens[at - 1]?.lower ?? '')),
  );
  return before.length > 0 && isPlain ? from - 1 : at;
}

/** Words inside titles that look like verbs: "chief operating officer". */
const OFFICE = /^(?:acting|commanding|founding|managing|operating|presiding)$/;

const isTitleWord = ({ text, lower, pos, endsSentence }: Token) =>
  !endsSentence &&
  (text === '-' ||
    /^['’]s$/.test(text) ||
    isTitle(lower) ||
    OFFICE.test(lower) ||
    (['NOUN', 'ADJ', 'PROPN'].includes(pos) && /^[\p{L}.’']+$/u.test(text) && !CUES.has(lower)));

/** Whether more than a space stands between two words: a headline does not go on in the paragraph below it. */
const isApart = (before: Token, after: Token) => after.start - before.end > 1;

/** Whether a dash before a word joins nothing: that of "OSTLEY - Mayor Ana Bell" stands behind a dateline. */
const isLoose = (before: Token, after: Token) => /^[-–—]$/.test(before.text) && before.end < after.start;

/** Where "Ambassador to Hanoi" before a name has its small word; the name's own start where nothing of the sort stands there. */
function postingBefore(tokens: readonly Token[], from: number): number {
  for (let at = from - 2; at >= Math.max(1, from - 4); at--) {
    // "Adviser to President Ana Bell" is somebody else.
    const isPlace = /^\p{Lu}/u.test(tokens[at + 1]!.text) && !isTitle(tokens[at + 1]!.lower) && !HONORIFICS.has(tokens[at + 1]!.lower);
    if (tokens[at]!.lower === 'to' && isTitle(tokens[at - 1]!.lower)) return isPlace ? at : from;
  }
  return from;
}

/** The role that the words between two tokens name; null where none of them is a title. */
export function roleBetween({ text, tokens, organizations, organizationAt }: RoleGround, from: number, to: number): Role | null {
  // "Council leader Cllr Sue Reid": she leads the council.
  while (to - from > 1 && HONORIFICS.has(tokens[to - 1]!.lower)) to--;
  if (from >= to) return null;
  const words = tokens.slice(from, to);
  if (!words.some(({ lower }) => isTitle(lower)) || words.some(({ lower }) => CUES.has(lower))) return null;
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

const isDeterminer = (token: Token | undefined) => /^(?:a|an|the|its|his|her|their|our)$/.test(token?.lower ?? '');

/** Words that tell when a title is or was somebody's, and are no part of it. */
const WHEN = new Set(['now', 'then', 'currently', 'formerly', 'once', 'also', 'still', 'recently']);

/** A title set off behind a name: ", a doctor," or ", the mayor of Ostley,". */
export function roleBehind(ground: RoleGround, to: number): Role | null {
  const { tokens } = ground;
  if (tokens[to]?.text !== ',') return null;
  let end = to + 1;
  while (end < tokens.length && end - to < 14 && !/^[,.;:"“”!?]$/.test(tokens[end]!.text)) end++;
  let from = to + 1;
  while (from < end && (WHEN.has(tokens[from]!.lower) || isDeterminer(tokens[from]))) from++;
  let head = from;
  while (head < end && !/^(?:of|for|at|in|to|from|on|with|who|whose)$/.test(tokens[head]!.lower)) head++;
  if (!/^[,.;]$/.test(tokens[end]?.text ?? '') || head <= from || head - from > 6 || !isTitle(tokens[head - 1]!.lower)) return null;
  // "Bell, through a spokeswoman, declined": somebody else.
  if (tokens.slice(from, head).some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'PRON' || pos === 'ADP')) return null;
  // "A biologist at Cork who was not involved".
  const clause = tokens.slice(head, end).findIndex(({ lower }) => /^(?:who|whose|which|that)$/.test(lower));
  return roleBetween(ground, from, clause >= 0 ? head + clause : end);
}

/** A title before a name that a comma sets off: "the chief executive, Ana Bell,"; at the start of a sentence without an article. */
export function roleAhead(ground: RoleGround, from: number, to: number): Role | null {
  const { tokens } = ground;
  if (tokens[from - 1]?.text !== ',' || !isTitle(tokens[from - 2]?.lower ?? '') || !/^[,.;]$/.test(tokens[to]?.text ?? '')) return null;
  let at = from - 2;
  while (at > 0 && from - at < LONGEST_TITLE && isTitleWord(tokens[at - 1]!)) at--;
  const begins = at === 0 || tokens[at - 1]!.endsSentence || isDeterminer(tokens[at - 1]);
  return begins ? roleBetween(ground, at, from - 1) : null;
}
