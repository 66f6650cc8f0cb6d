import { HONORIFICS, isTitle } from '../../lexicon/titles.ts';
import type { Token } from '../../words/tokens.ts';
import type { NameRun } from './labels.ts';

// What the words beside a name tell of who bears it.

/** Small words between the parts of a surname, which a sentence may begin with in capitals. */
export const PARTICLE = /^(?:da|dal|de|del|della|den|der|di|dos|du|la|le|ten|ter|van|von|zu)$/;
/** Words for who somebody is to others, as they stand before a name and are no part of it: "Neighbour Bill Perks". */
export const RELATION =
  /^(?:Aunt|Brother|Boyfriend|Colleague|Cousin|Daughter|Dad|Father|Fiancee?|Fiancée?|Friend|Girlfriend|Grandad|Grandfather|Grandmother|Husband|Mother|Mum|Neighbou?r|Niece|Pal|Partner|Sister|Son|Uncle|Widow|Widower|Wife)$/;

/** Before a name with a hyphen, and no part of it: "anti-Bell". */
export const PREFIX = /^(?:[Aa]nti|[Pp]ro|[Pp]re|[Nn]on|cross|ex|mid|post)$/;
/** Words for who heads a company or plays for a club, as they stand between its name and theirs. */
export const HEADS =
  /^(?:boss|captain|ceo|chairman|chairwoman|chief|coach|defender|forward|goalkeeper|keeper|manager|midfielder|skipper|striker|winger)$/;

/** Whether what stands beside a name tells that somebody bears it: "Mr Bell", "Bell, 47,", "Bell, who", "the Bell administration". */
export function isSomebody(tokens: readonly Token[], { from, to }: NameRun): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  const comma = tokens[to]?.text === ',' ? 1 : 0;
  const behind = tokens[to + comma]?.lower ?? '';
  return HONORIFICS.has(before) || isTitle(before) || /^(?:who|himself|herself|\d\d|administration|presidency)$/.test(behind);
}

/** Words between a name that opens its sentence and "its", at most. */
const NEAR = 8;

/** "Norwind said it would wait", "Norwind will close its hangar", "Norwind have said": who opens a sentence so is nobody. */
export function isIt(tokens: readonly Token[], { from, to }: NameRun): boolean {
  if (from > 0 && !tokens[from - 1]!.endsSentence) return false;
  let at = to;
  const first = tokens[at]?.lower ?? '';
  if (/^(?:are|have|say|were)$/.test(first) && !tokens[from]!.lower.endsWith('s')) return true;
  if (/^(?:had|has|have)$/.test(first)) at++;
  if (/^(?:said|says|say)$/.test(tokens[at]?.lower ?? '')) {
    at += tokens[at + 1]?.lower === 'that' ? 2 : 1;
    if (tokens[at]?.lower === 'it') return true;
  } else if (at === to && !/^(?:is|will|also|announced|plans|expects)$/.test(first)) return false;
  for (let i = at; i < Math.min(to + NEAR, tokens.length) && /[\p{L}\p{N}]/u.test(tokens[i]!.text) && tokens[i]!.lower !== 'and'; i++)
    if (tokens[i]!.lower === 'its') return true;
  return false;
}
