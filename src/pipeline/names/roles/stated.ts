import { isTitle } from '../../lexicon/titles.ts';
import type { Token } from '../../words/tokens.ts';
import { isApart, isTitleWord } from './before.ts';
import { isDeterminer, type RoleGround } from './ground.ts';
import { endsInTitle, type Role, roleIn } from './role.ts';

/** Verbs that say what their subject is: "Bell became chairman", "was elected mayor". */
const IS = /^(?:is|was|became|becomes|become|been|remains|remained|named|appointed|elected|re-elected|reappointed|chosen|made)$/;

/** Verbs behind which "as" says it: "Bell serves as treasurer", "joined the board as a director". */
const AS =
  /^(?:serves|served|serving|works|worked|working|acts|acted|acting|resigned|resigns|retired|retires|quit|stepped|steps|stood|returned|returns|took|takes|joined|joins|sworn|re-elected|elected|appointed|named|hired|inaugurated|confirmed|installed)$/;

/** Verbs behind which "to" says it: "Bell was promoted to chief inspector". */
const TO = /^(?:promoted|elevated)$/;

/** Verbs whose object gets a title: "appointed Ana Bell chairman". */
const GIVES = /^(?:appoint|appointed|appoints|named|names|elect|elected|elects|made|hired|hires|chose|nominated|promoted|installed)$/;

/** Participles behind a comma: ", elected governor in April,". */
const GIVEN = /^(?:appointed|elected|re-elected|re|named|reappointed|promoted)$/;

/** Words between a name and its verb, or between verbs. */
const BETWEEN = /^(?:also|then|now|later|once|has|had|have|recently|previously|formerly|first|just|today|yesterday|re|-)$/;

/** Tokens of a title, and of what it is of, at most. */
const LONGEST = 12;

/** Tokens between a verb and "as". */
const LONGEST_GAP = 5;

/** A title that a sentence says somebody has: "Bell, who became chairman of the trust in March", "appointed Ana Bell as director". */
export function roleStated(ground: RoleGround, to: number, titleFrom: number): Role | null {
  const { tokens } = ground;
  if (isGiven(tokens, titleFrom)) return roleFrom(ground, tokens[to]?.lower === 'as' ? to + 1 : to);
  if (isOpen(ground, to, titleFrom)) return null;
  for (const begins of titlesBehind(tokens, to)) {
    const role = roleFrom(ground, begins);
    if (role) return role;
  }
  return null;
}

/** Whether somebody else gives a title to who is named behind the verb, not "was elected, Ana Bell said". */
const isGiven = (tokens: readonly Token[], titleFrom: number) =>
  GIVES.test(tokens[titleFrom - 1]?.lower ?? '') && !/^(?:was|were|is|are|been|be)$/.test(tokens[titleFrom - 2]?.lower ?? '');

/** The tokens at which a title of the subject before them may begin: behind "became", behind "promoted to", behind "as" of "works as". */
function titlesBehind(tokens: readonly Token[], to: number): number[] {
  let at = to;
  if (tokens[at]?.text === ',' && (tokens[at + 1]?.lower === 'who' || GIVEN.test(tokens[at + 1]?.lower ?? ''))) at++;
  if (tokens[at]?.lower === 'who') at++;
  let verb = '';
  for (; BETWEEN.test(tokens[at]?.lower ?? '') || IS.test(tokens[at]?.lower ?? ''); at++) {
    if (IS.test(tokens[at]!.lower)) verb = tokens[at]!.lower;
  }
  const begins = verb === '' ? [] : [at];
  const next = tokens[at]?.lower ?? '';
  if (TO.test(next) && tokens[at + 1]?.lower === 'to') return [...begins, at + 2];
  if (!AS.test(next) && !AS.test(verb)) return begins;
  const gap = tokens.slice(at, at + LONGEST_GAP + 1);
  const as = gap.findIndex(({ lower, text }) => lower === 'as' || /^[.,;:"“”!?]$/.test(text));
  return gap[as]?.lower === 'as' ? [...begins, at + as + 1] : begins;
}

/** Whether it is open, or to come, what the sentence says: "until Bell is elected mayor", "if Dahl becomes king". */
const isOpen = ({ tokens }: RoleGround, to: number, titleFrom: number) =>
  /^(?:is|becomes|resigns|retires|steps|takes)$/.test(tokens[to]?.lower ?? '') &&
  /^(?:after|before|if|once|should|unless|until|when|whether)$/.test(tokens[titleFrom - 1]?.lower ?? '');

/** Titles that rather praise than say what somebody does: "Bell is a fantastic player". */
const PRAISES = /^(?:host|player|winner)$/;

/** The title that begins at a token, with what it is of. */
function roleFrom(ground: RoleGround, begins: number): Role | null {
  const { tokens } = ground;
  const from = isDeterminer(tokens[begins]) ? begins + 1 : begins;
  let head = from;
  while (head < Math.min(tokens.length, from + LONGEST) && isTitleWord(tokens[head]!)) head++;
  while (head > from && !(isTitle(tokens[head - 1]!.lower) && /^(?:NOUN|PROPN)$/.test(tokens[head - 1]!.pos) && endsInTitle(tokens, head)))
    head--;
  // "Served as President Dahl's aide".
  if (/^\p{Lu}/u.test(tokens[head]?.text ?? '')) return null;
  if (head === from || PRAISES.test(tokens[head - 1]!.lower) || /^(?:best|first|only|oldest|youngest)$/.test(tokens[from]!.lower))
    return null;
  return roleIn(ground, { from, to: phraseTo(ground, head) });
}

/** Behind which token what a title is of ends: behind "Trust" of "chairman of the Ostley Trust in March". */
function phraseTo({ tokens, organizationAt }: RoleGround, head: number): number {
  if (tokens[head]?.lower === 'in' && tokens[head + 1]?.lower === 'chief') return head + 2;
  if (!/^(?:of|for|at)$/.test(tokens[head]?.lower ?? '')) return head;
  let at = isDeterminer(tokens[head + 1]) ? head + 2 : head + 1;
  const first = at;
  while (
    at < Math.min(tokens.length, first + LONGEST) &&
    !isApart(tokens[at - 1]!, tokens[at]!) &&
    (organizationAt.has(at) || isOfPhrase(tokens, at))
  )
    at++;
  return at > first ? at : head;
}

/** Whether a token goes on with what a title is of; "and" only before a small word: "member of the budget and planning committee". */
const isOfPhrase = (tokens: readonly Token[], at: number) =>
  /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at]!.pos) ||
  /^['’]s$/.test(tokens[at]!.text) ||
  (tokens[at]!.lower === 'and' &&
    tokens[at + 1]?.pos === 'NOUN' &&
    /^\p{Ll}/u.test(tokens[at + 1]!.text) &&
    !isTitle(tokens[at + 1]!.lower));
