import { CALENDAR, TIMES_OF_DAY } from '../lexicon/calendar.ts';
import { ORGANIZATION_ENDINGS } from '../lexicon/organizations.ts';
import { isPossessive } from './grammar.ts';
import type { Token } from './tokens.ts';

/** Whether a word says when: `Tuesday`, `night`, `week`. */
export const isTime = ({ lower }: Token): boolean =>
  CALENDAR.has(lower) || TIMES_OF_DAY.has(lower) || /^(?:today|tonight|yesterday|tomorrow|week|weekend|month|year)$/.test(lower);

/** Whether a word tells when something is or was so of somebody, and is no part of what it is: "now mayor", "formerly of the union". */
export const saysSince = ({ lower }: Token): boolean => /^(?:now|then|currently|formerly|once|also|still|recently)$/.test(lower);

const isNear = ({ lower }: Token) => /^(?:early|earlier|late|last|next|this)$/.test(lower);

/**
 * Whether a token is the last of words that say when and belong to no noun behind them: "Late last month" before "Mayor Bell", "Tuesday"
 * before "police", but not "the Tuesday" before "meeting", "last year" before "'s winner", "two-year" before "mayor", "Sunday"
 * before "Times".
 */
export function saysWhen(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const isYear = /^(?:1[6-9]|20)\d\d$/.test(tokens[at]!.text) && /^(?:in|since|by|until|from|during)$/.test(tokens[at - 1]?.lower ?? '');
  if (!(isTime(tokens[at]!) || isYear) || next?.start === tokens[at]!.end || ORGANIZATION_ENDINGS.get(next?.text ?? '') === 'MEDIA')
    return false;
  let first = at;
  while (first > 0 && (isTime(tokens[first - 1]!) || isNear(tokens[first - 1]!))) first--;
  const before = tokens[first - 1];
  return before?.pos !== 'DET' && before?.text !== '-' && !isPossessive(before);
}

/** The last token before a time that ends at a token: of "Bell on Monday night" that of "Bell". */
export function beforeTime(tokens: readonly Token[], end: number, from: number): number {
  let at = end;
  while (at > from && (isTime(tokens[at]!) || (tokens[at]!.pos === 'NUM' && CALENDAR.has(tokens[at - 1]!.lower)))) at--;
  if (at === end) return end;
  while (at > from && /^(?:on|in|late|early|earlier|last|this)$/.test(tokens[at]!.lower)) at--;
  return at;
}
