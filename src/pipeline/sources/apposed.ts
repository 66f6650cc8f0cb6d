import { personEnding } from '../names/people.ts';
import { isPossessive, isVerb } from '../words/grammar.ts';
import type { Run } from '../words/runs.ts';
import { isTime, saysSince, saysWhen } from '../words/times.ts';
import type { Token } from '../words/tokens.ts';
import { NAMED, PART, type SourceGround } from './ground.ts';
import { endingAt, type MentionGround } from './mentions.ts';
import { withHeads } from './phrase.ts';

/** Tokens behind a source that may belong to its phrase, and those in one pair of brackets, at most. */
const LONGEST = 40;
const LONGEST_BRACKET = 8;
/** Words of a place's name, at most. */
const LONGEST_PLACE = 3;

/** Words that begin a clause. */
const CLAUSE = /^(?:who|whose|whom|which|that|where|when|while|as|because|although|though|if|until|since|after|before|but)$/;
/** Marks that end a phrase. */
const ENDS = /^(?:[;:!?.“”"\])—–]|--|''|``)$/;
/** Where somebody said something, which is no part of who they are. */
const SAID_IN = /^in an? (?:statement|interview|speech|letter|e-?mail|note|report|briefing|filing|blog|tweet|post)$/;
/** Words for a time that stand in front of one: "a day after her arrest", "minutes later". */
const TIMES = /^(?:moment|minute|hour|day|week|month|year|spring|summer|autumn|winter)s?$/;
/** Words with which a part begins that says more of a source. */
const OPENS = /^(?:an?|the|his|her|its|their|our|my|one|another|former|including|like|along)$/;
const OWNERS = /^(?:his|her|its|their|our|my)$/;
/** What members of Congress are by party: "Republican of Norland". */
const PARTY = /^(?:Democrat|Independent|Republican)$/;
/** Verbs as they stand behind a noun: "a broker based in Ostley". */
const PARTICIPLE = /(?:ed|ing|en)$|^(?:born|held|known|led|made|run|set)$/;

/**
 * A source with what its phrase says of it in brackets or between commas: "Ana Bell (D), 49, a doctor at Halden" of `Ana Bell (D), 49, a
 * doctor at Halden who left,`, and "the mayor, Ana Bell". Never a clause.
 */
export function withApposed(ground: MentionGround, source: Run, cue: Run | null, contents: readonly Run[]): Run {
  const { tokens, sentences, sentenceAt } = ground;
  let stop = Math.min(sentences[sentenceAt[source.to - 1]!]!.to, source.to + LONGEST);
  for (const { from } of cue ? [cue, ...contents] : contents) if (from >= source.to) stop = Math.min(stop, from);
  let to = behindBracket(tokens, source.to, stop);
  while (tokens[to]?.text === ',' && to + 1 < stop) {
    const part = { from: to + 1, to: partEnd(ground, to + 1, stop) };
    if (!isApposed(ground, part, source)) break;
    to = behindBracket(tokens, part.to, stop);
  }
  const isSetOff = to > source.to || to >= stop || /^[,.]$/.test(tokens[to]!.text);
  return { from: isSetOff && cue?.from !== to ? describedFrom(ground, source, cue) : source.from, to };
}

/** The first token behind the brackets that begin at one, unless a clause or a hint stands in them: "(who left)", "(see page 4)". */
function behindBracket(tokens: readonly Token[], from: number, stop: number): number {
  if (tokens[from]?.text !== '(') return from;
  const length = tokens.slice(from, Math.min(stop, from + LONGEST_BRACKET)).findIndex(({ text }) => text === ')');
  const first = tokens[from + 1];
  return length < 0 || CLAUSE.test(first!.lower) || first!.lower === 'see' ? from : from + length + 1;
}

/** Where the part ends that begins at a token. */
function partEnd({ tokens, quoted }: SourceGround, from: number, stop: number): number {
  const isInside = (at: number) => {
    const { text, lower } = tokens[at]!;
    return (
      text !== ',' && !ENDS.test(text) && !CLAUSE.test(lower) && !SAID_IN.test(`${lower} ${tokens[at + 1]?.lower} ${tokens[at + 2]?.lower}`)
    );
  };
  let at = from;
  while (at < stop && isInside(at) && quoted[at] === quoted[from - 1])
    at = tokens[at]!.text === '(' ? Math.max(at + 1, behindBracket(tokens, at, stop)) : at + 1;
  // "A copy of which was seen" is a clause; "one of the groups" of "one of the groups through which they vote" is none.
  if (at > from && at < stop && tokens[at - 1]!.lower === 'of' && /^(?:whom|which)$/.test(tokens[at]!.lower)) return from;
  while (at > from && isSmall(tokens[at - 1]!) && tokens[at - 2]!.text !== '-') at--;
  return at;
}

/** Whether a word needs others behind it: "through", "and", not the "No" of a name. */
const isSmall = ({ pos, text }: Token) => /^(?:ADP|CCONJ|DET)$/.test(pos) && /^\p{Ll}/u.test(text);

/** Whether what stands between two commas says more of a source, and is neither a clause nor when, where or how it spoke. */
function isApposed(ground: SourceGround, { from, to }: Run, source: Run): boolean {
  const { tokens, namedAt } = ground;
  if (to <= from) return false;
  const part = tokens.slice(from, to);
  const [first] = part;
  if (/^[DRI](?:-|$)/.test(first!.text)) return true;
  // An age stands first; behind others it is somebody else's: "father of Ella, 4,".
  if (part.length === 1 && /^\d{1,3}$/.test(first!.text)) return tokens.slice(source.to, from - 1).every(({ text }) => text !== ',');
  if (isPlaceAround(ground, { from, to })) return true;
  if (part.some((token, i) => isTime(token) && saysWhen(tokens, from + i)) || isTime(part.at(-1)!) || isTimeItself(part)) return false;
  // How they spoke, "arms folded", "her voice shaking with rage", or who reports that they did, "the Courier reported".
  if (isVerb(part.at(-1)) || (OWNERS.test(first!.lower) && part.some(isVerb))) return false;
  if (part.some(({ pos, lower }, i) => pos === 'AUX' || (pos === 'VERB' && (i === 0 ? !OPENS.test(lower) : !PARTICIPLE.test(lower)))))
    return false;
  // "The Courier, the Harbour Press and Norland Radio": a list.
  const isListed = namedAt[source.to - 1] === NAMED.ORGANIZATION && namedAt[from + 1] === NAMED.ORGANIZATION && first!.lower === 'the';
  return !isListed && (isNameOf(ground, { from, to }, source) || describes(part));
}

/** Whether what a part names is a time: "a day", "the Monday", not "a 20-year veteran", "a day trader". */
function isTimeItself(part: readonly Token[]): boolean {
  const isNoun = (token: Token | undefined) => token?.pos === 'NOUN' || token?.pos === 'PROPN';
  const at = part.findIndex(isNoun);
  const noun = part[at];
  return (
    noun !== undefined &&
    (isTime(noun) || TIMES.test(noun.lower)) &&
    !isNoun(part[at + 1]) &&
    !/^[-'’]/.test(part[at + 1]?.text ?? '') &&
    part[at - 1]?.text !== '-'
  );
}

/** Whether a part says where the place lies that ends the words before it: "Norland" behind "a clerk from Ostley". */
function isPlaceAround({ tokens, namedAt }: SourceGround, { from, to }: Run): boolean {
  const isName = ({ pos }: Token) => pos === 'PROPN';
  if ((to - from > 1 && namedAt[from] === NAMED.PERSON) || to - from > LONGEST_PLACE || !tokens.slice(from, to).every(isName)) return false;
  let at = from - 2;
  while (at > from - 2 - LONGEST_PLACE && at > 0 && isName(tokens[at]!)) at--;
  return at < from - 2 && /^(?:in|of|from|near)$/.test(tokens[at]!.lower);
}

/** Whether some words are a noun with what belongs to it: "then 38", "director of the union", "Halden's deputy mayor", "from Ostley". */
function describes(part: readonly Token[]): boolean {
  const at = part.findIndex((token) => !saysSince(token));
  const first = part[at];
  if (!first) return false;
  if (OPENS.test(first.lower) || (at > 0 && /^\d+$/.test(first.text))) return true;
  if (/^(?:of|from)$/.test(first.lower)) return part[at + 1]?.pos === 'PROPN';
  if (PARTY.test(first.text) && part[at + 1]?.lower === 'of') return true;
  if (!/^(?:NOUN|ADJ|PROPN)$/.test(first.pos) || /^(?:half|most|much|more|all|both)$/.test(first.lower)) return false;
  const of = part.findIndex(({ pos }) => pos === 'ADP');
  const isNoun = ({ pos, text }: Token) => pos === 'NOUN' && /^\p{Ll}/u.test(text);
  return part.slice(at, of < 0 ? undefined : of).some(isNoun) || (isNoun(part.at(-1)!) && part.some(isPossessive));
}

/** Whether a part is the name of somebody whom the source only describes, and no item of a list. */
function isNameOf({ tokens, namedAt, personMentions }: SourceGround, { from, to }: Run, source: Run): boolean {
  if (namedAt.subarray(source.from, source.to).includes(NAMED.PERSON)) return false;
  if (tokens[to]?.text === ',' && /^(?:and|or)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  return personEnding(personMentions, to)?.titleFrom === from;
}

/** Where the words begin that describe a name behind their comma: "the mayor" of "the mayor, Ana Bell,". */
function describedFrom(ground: MentionGround, { from, to }: Run, cue: Run | null): number {
  const { tokens, parts, namedAt, sentenceFrom, quoted } = ground;
  if (tokens[from - 1]?.text !== ',' || quoted[from - 1] || namedAt[to - 1] !== NAMED.PERSON) return from;
  const noun = endingAt(ground, from - 1).find(({ kind }) => kind === 'noun');
  if (!noun || isTime(tokens[noun.to - 1]!) || namedAt[noun.to - 1] !== NAMED.NOTHING) return from;
  const whole = withHeads(ground, noun).from;
  const before = whole - 1;
  const opens =
    whole === sentenceFrom[from] ||
    cue?.to === whole ||
    parts[before] === PART.SCONJ ||
    parts[before] === PART.CCONJ ||
    /^(?:["“”';:—–,]|''|that|by|from)$/.test(tokens[before]!.lower);
  return opens && whole >= sentenceFrom[from]! ? whole : from;
}
