import { HONORIFICS, POSTNOMINALS } from '../../lexicon/titles.ts';
import { opensSentence } from '../../words/grammar.ts';
import { saysSince } from '../../words/times.ts';
import type { Token } from '../../words/tokens.ts';
import { isApart, isTitleWord, OFFICE } from './before.ts';
import { isDeterminer, OF_WHAT, type RoleGround } from './ground.ts';
import { endsInTitle, type Role, roleIn } from './role.ts';

/** Tokens of a title behind a name at most, and those of it before "of". */
const LONGEST = 24;
const LONGEST_HEAD = 6;

/** Words before which a title behind a name ends: "a biologist who left", "deputy mayor since 2028". */
const GOES_ON = /^(?:who|whose|which|that|since|until)$/;

/** A title set off behind a name: ", a doctor," or ", the mayor of Ostley,". */
export function roleBehind(ground: RoleGround, nameTo: number): Role | null {
  const { tokens } = ground;
  const to = behindLetters(tokens, nameTo);
  if (tokens[to]?.text !== ',') return null;
  const isAged = /^\d{1,3}$/.test(tokens[to + 1]?.text ?? '') && tokens[to + 2]?.text === ',';
  let from = to + (isAged ? 3 : 1);
  while (from < tokens.length && (saysSince(tokens[from]!) || isDeterminer(tokens[from]))) from++;
  // Without an article the speaker is meant, not somebody else who said something: "Bell, president of the union said".
  const end = endOf(ground, from, from === to + 1);
  if (end === null || isListed(tokens, from, end)) return null;
  const and = tokens.slice(from, end).findIndex(({ lower }) => lower === 'and');
  return roleUpTo(ground, from, end) ?? (and > 0 ? roleUpTo(ground, from, from + and) : null);
}

/** The token behind the letters that follow a name: "Ana Bell MP". */
const behindLetters = (tokens: readonly Token[], to: number) => (POSTNOMINALS.has(tokens[to]?.text ?? '') ? to + 1 : to);

function roleUpTo(ground: RoleGround, from: number, end: number): Role | null {
  const { tokens } = ground;
  let head = from;
  while (head < end && !OF_WHAT.test(tokens[head]!.lower)) head++;
  if (head <= from || head - from > LONGEST_HEAD || !endsInTitle(tokens, head)) return null;
  // "Bell, through a spokeswoman, declined": somebody else.
  const isOther = tokens
    .slice(from, head)
    .some(({ pos, lower }, i) => /^(?:VERB|AUX|PRON|ADP)$/.test(pos) && !OFFICE.test(lower) && tokens[from + i - 1]?.text !== '-');
  return isOther ? null : roleIn(ground, { from, to: end });
}

/** Where the words behind a comma end: at the next one, or where a clause begins; null where neither is near. */
function endOf({ tokens, organizationAt }: RoleGround, from: number, mayBeCue: boolean): number | null {
  let isOf = false;
  for (let at = from; at < Math.min(tokens.length, from + LONGEST); at++) {
    const { text, lower, pos } = tokens[at]!;
    if (
      /^[,.;]$/.test(text) ||
      GOES_ON.test(lower) ||
      tokens[at - 1]!.endsSentence ||
      isApart(tokens[at - 1]!, tokens[at]!) ||
      saysThen(tokens, at)
    )
      return at;
    if (mayBeCue && at > from && /^(?:said|says|told|added)$/.test(lower)) return at;
    if (/^[:"“”!?]$/.test(text) || pos === 'AUX') return null;
    isOf ||= OF_WHAT.test(lower);
    // "Dean at Ostley and Bo Dahl".
    if (isOf && lower === 'and' && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') && !organizationAt.has(at) && !organizationAt.has(at + 1))
      return at;
    // "The hydrologist advising the regulator".
    if (at > from && pos === 'VERB' && lower.endsWith('ing') && /^(?:DET|PROPN|PRON)$/.test(tokens[at + 1]?.pos ?? '')) return at;
  }
  return null;
}

/** "Mayor at the time". */
const saysThen = (tokens: readonly Token[], at: number) =>
  tokens[at]!.lower === 'at' && tokens[at + 1]?.lower === 'the' && tokens[at + 2]?.lower === 'time';

/** Whether a word is one of the names of a list, and no title: "Bell, King, Dahl". */
const isListed = (tokens: readonly Token[], from: number, end: number) =>
  end === from + 1 &&
  /^\p{Lu}/u.test(tokens[from]!.text) &&
  /^(?:\p{Lu}.*|and)$/u.test(tokens[end + 1]?.text ?? '') &&
  tokens[end]!.text === ',';

/** A title before a name that a comma sets off: "the chief executive, Ana Bell,"; at the start of a sentence without an article. */
export function roleAhead(ground: RoleGround, from: number, to: number): Role | null {
  const { tokens } = ground;
  const named = /^(?:named|called)$/.test(tokens[from - 1]?.lower ?? '') ? titleTo(ground, from - 1) : null;
  if (named) return named;
  const comma = HONORIFICS.has(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
  if (tokens[comma]?.text !== ',' || !/^[,.;]$/.test(tokens[behindLetters(tokens, to)]?.text ?? '')) return null;
  return titleTo(ground, comma);
}

/** The title that ends before a token, "a doctor" of "a doctor named Ana Bell". */
function titleTo(ground: RoleGround, end: number): Role | null {
  const { tokens } = ground;
  const head = headBefore(tokens, end);
  if (head === null) return null;
  let at = head - 1;
  while (at > 0 && head - at < LONGEST_HEAD && isTitleWord(tokens[at - 1]!)) at--;
  const begins = opensSentence(tokens, at) || isDeterminer(tokens[at - 1]);
  return begins ? roleIn(ground, { from: at, to: end }) : null;
}

/** Behind which token a title ends that a comma ends, without what it is of: behind "mayor" of "the mayor of Ostley,". */
function headBefore(tokens: readonly Token[], comma: number): number | null {
  for (let at = comma; at > Math.max(0, comma - LONGEST_HEAD); at--) {
    if (endsInTitle(tokens, at) && (at === comma || OF_WHAT.test(tokens[at]!.lower))) return at;
    if (at < comma && !/^(?:NOUN|PROPN|ADJ|DET|PART|ADP)$/.test(tokens[at]!.pos)) return null;
  }
  return null;
}
