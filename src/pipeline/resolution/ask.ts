import { lastAt } from '../../sorted.ts';
import { DOCUMENTS, HONORIFICS, isTitle, POSTNOMINALS } from '../lexicon/titles.ts';
import { type PersonMention, personEnding } from '../names/people.ts';
import { isVerb, NAMED, PART, type SourceGround } from '../sources/ground.ts';
import { isPossessive } from '../words/grammar.ts';
import type { Run } from '../words/runs.ts';
import { ASKS, type Asks, phraseAsks, pronounAsks } from './asked.ts';
import { isPeople } from './entities.ts';

/** What a source says of who it is: a name, nobody in particular, or something that the rest of the article has to tell. */
export type Source =
  | { readonly is: 'PERSON'; readonly mention: PersonMention; readonly relative?: true }
  | { readonly is: 'ORGANIZATION'; readonly organization: number; readonly relative?: true }
  | { readonly is: 'UNNAMED' }
  | { readonly is: 'ASKS'; readonly asks: Asks; readonly source: Run | null };

/** What the reading of a source looks at. */
export interface SourceNames {
  readonly ground: SourceGround;
  readonly personMentions: readonly PersonMention[];
  readonly organizationAt: ReadonlyMap<number, number>;
  /** Surnames that two or more people of the article bear. */
  readonly sharedSurnames: ReadonlySet<string>;
}

const UNNAMED: Source = { is: 'UNNAMED' };

/** Reads a source's words. */
export function readSource(names: SourceNames, given: Run | null): Source {
  if (!given) return { is: 'ASKS', asks: ASKS.NOTHING, source: given };
  const source = withoutObject(names.ground, withoutReflexive(names.ground, given));
  const { ground, personMentions, organizationAt } = names;
  const { tokens, parts } = ground;
  const asks = pronounAsks(ground, source);
  if (asks) return { is: 'ASKS', asks, source };
  if (
    source.to - source.from === 1 &&
    /^(?:who|whom|whose|which|that)$/.test(tokens[source.from]!.lower) &&
    tokens[source.from]!.text !== 'WHO'
  )
    return antecedent(names, source);
  const head = headOf(ground, source);
  const mention = personMentions[lastAt(personMentions, head, ({ from }) => from)];
  // "Ana Bell and Cem Dahl": nobody in particular.
  if (joins(ground, source) || joinsNames(ground, source)) return UNNAMED;
  if (mention && mention.to > head && mention.from <= head) return { is: 'PERSON', mention };
  const within = personEnding(personMentions, source.to);
  // "Foreign Minister of Ostley Ana Bell": the name closes the phrase.
  if (
    within &&
    within.from > source.from &&
    (parts[within.titleFrom - 1] !== PART.ADP || isOffice(ground, source, within) || isInName(ground, within.titleFrom - 1))
  )
    return { is: 'PERSON', mention: within };
  const organization = organizationAt.get(head);
  if (organization !== undefined) return { is: 'ORGANIZATION', organization };
  const behind = apposed(names, source);
  if (behind) return behind;
  const last = tokens[head]!;
  if (names.sharedSurnames.has(last.text)) return { is: 'ASKS', asks: ASKS.NAMESAKE, source: { from: source.from, to: head + 1 } };
  const first = tokens[source.from]!;
  if (INDEFINITE.test(first.lower) || (source.from === head && opensSentence(ground, head) && isPeople(last.lower))) return UNNAMED;
  if (!/^(?:the|this|that)$/.test(first.lower) && parts[head] !== PART.PROPN && !/^\p{Lu}/u.test(first.text)) return UNNAMED;
  return { is: 'ASKS', asks: phraseAsks(last.lower), source: { from: source.from, to: source.to } };
}

/** Whether a token's capital tells only that its sentence begins: "Critics of the council say". */
const opensSentence = ({ sentenceFrom, tokens }: SourceGround, at: number): boolean =>
  at === sentenceFrom[at]! || /^["“‘]$/.test(tokens[at - 1]!.text);

/** Whether what stands before a name is an office and what it is for: "Cabinet Secretary for Health Ana Bell", not "spokesman for Mayor Ana Bell". */
const isOffice = ({ tokens }: SourceGround, { from }: Run, { titleFrom, from: name }: PersonMention): boolean =>
  titleFrom - 2 >= from &&
  titleFrom < name &&
  /^(?:of|for)$/.test(tokens[titleFrom - 1]!.lower) &&
  /^\p{Lu}/u.test(tokens[titleFrom - 2]!.text) &&
  isTitle(tokens[titleFrom - 2]!.lower) &&
  tokens.slice(titleFrom, name).every(({ text, lower }) => /^\p{Lu}/u.test(text) && !isTitle(lower) && !HONORIFICS.has(lower));

/** Whether a preposition belongs to a name: that of "Treasury Under Secretary Ana Bell", of "Council on Fish director Ana Bell". */
const isInName = ({ tokens, namedAt }: SourceGround, at: number): boolean => namedAt[at]! > 0 || /^\p{Lu}/u.test(tokens[at]!.text);

/** "Bell" of "Bell himself" and "Bell MP". */
const withoutReflexive = ({ tokens }: SourceGround, { from, to }: Run): Run => {
  let end = to;
  while (
    end - from > 1 &&
    (/^(?:himself|herself|itself|themselves)$/.test(tokens[end - 1]!.lower) || POSTNOMINALS.has(tokens[end - 1]!.text))
  )
    end--;
  return { from, to: end };
};

/**
 * "The detective" of "The detective investigating Ana Bell", "voters" of "voters who support Bell": whom a verb within the source has for its object is not who speaks.
 * Not "lawyer turned mayor Ana Bell", nor "award winning singer Ana Bell".
 */
const withoutObject = ({ tokens, parts, namedAt }: SourceGround, { from, to }: Run): Run => {
  for (let at = from + 1; at + 1 < to; at++) {
    const { text, lower } = tokens[at]!;
    const hangs =
      parts[at - 1] === PART.NOUN ||
      (parts[at - 1] === PART.PROPN && namedAt[at - 1] === NAMED.NOTHING) ||
      /^(?:who|whom|which|that)$/.test(tokens[at - 1]!.lower);
    const acts = parts[at] === PART.VERB && /^\p{Ll}/u.test(text) && !NAMES.test(lower);
    const governs = parts[at + 1] !== PART.NOUN && parts[at + 1] !== PART.ADJ && !/^[-,]$/.test(tokens[at + 1]!.text);
    if (hangs && acts && governs && !parts.subarray(at, to).includes(PART.CCONJ!)) return { from, to: at };
  }
  return { from, to };
};

/** Participles behind which the name is that of whom they hang on, or of one of them: "a man named Bell", "groups including Norwind". */
const NAMES = /^(?:called|calling|designate|dubbed|elect|identified|identifying|including|known|named|nicknamed|turned)$/;

/** What somebody begins with whom the text has not named yet. */
const INDEFINITE = /^(?:an?|one|another|two|three|some|several|many|most|few|no|every|each|other|others)$/;

/** How clergy and dignitaries are called between their office and their name: "the Most Rev", "His Excellency". */
const STYLE =
  /^(?:the|his|her|most|very|right|rt|rev\.?|revd\.?|reverend|hon\.?|honou?rable|dr\.?|excellency|eminence|grace|holiness|royal|highness|majesty|shri|smt|alhaji|retired|late|mr|mrs|ms|maj|gen|brig|lt|rtd|[-()])$/;
/** Words of it, at most. */
const LONGEST_STYLE = 5;

/** Who is named behind a phrase in commas: "the mayor, Ana Bell, said", "the bishop, the Rt Rev Ana Bell, said", "the regulator, the Office of Fish, said". */
function apposed({ ground, personMentions, organizationAt }: SourceNames, { from, to }: Run): Source | null {
  const { tokens, parts, namedAt } = ground;
  if (
    !/^[,(]$/.test(tokens[to]?.text ?? '') ||
    (namedAt[to - 1] === NAMED.PERSON && !isOf(ground, { from, to })) ||
    (namedAt[to - 1] === NAMED.ORGANIZATION && !isOf(ground, { from, to })) ||
    /^(?:he|she|they|it|who)$/.test(tokens[from]!.lower)
  )
    return null;
  // "According to the survey, Ana Bell is liked": what is said begins there.
  const leads = tokens[from - 1]?.lower === 'to' && tokens[from - 2]?.lower === 'according';
  if (leads && DOCUMENTS.has(tokens[to - 1]!.lower)) return null;
  const closes = (at: number) => /^[,.)]$/.test(tokens[at]?.text ?? '') || (!leads && isVerb(parts[at]));
  let begins = to + 1;
  while (begins - to <= LONGEST_STYLE && STYLE.test(tokens[begins]?.lower ?? '')) begins++;
  const mention = personMentions[lastAt(personMentions, begins, ({ titleFrom }) => titleFrom)];
  if (
    mention &&
    mention.titleFrom > to &&
    mention.from >= begins &&
    closes(POSTNOMINALS.has(tokens[mention.to]?.text ?? '') ? mention.to + 1 : mention.to)
  )
    return { is: 'PERSON', mention };
  // "A spokesman for the airline, Norwind Airways,": the name is the airline's.
  if (headOf(ground, { from, to }) < to - 1) return null;
  let at = to + 1;
  if (tokens[at]?.lower === 'the') at++;
  const organization = organizationAt.get(at);
  while (organization !== undefined && organizationAt.get(at) === organization) at++;
  return organization !== undefined && tokens[at]?.text === ',' ? { is: 'ORGANIZATION', organization } : null;
}

/** Whether a phrase is somebody's office in a body: "the director of the Halden Institute", "the mayor's lawyer at Norwind" is another. */
function isOf(ground: SourceGround, phrase: Run): boolean {
  const { tokens } = ground;
  const head = headOf(ground, phrase);
  return head < phrase.to - 1 && isTitle(tokens[head]!.lower) && tokens[head + 1]!.lower === 'of';
}

const HANGS = /^(?:of|for|at|in|from|on|with|by|to|near|close|who|whose|which|[,(;])$/;

/** The last token of a phrase before what hangs on it; "of" inside a name belongs to the name. */
function headOf({ tokens, parts, namedAt }: SourceGround, { from, to }: Run): number {
  // "The mayor of Ostley's spokesman" is a spokesman; "Ana Bell of Calder's research arm" is Ana Bell.
  const owned = tokens.slice(from + 1, to - 1).findLastIndex(({ text }) => /^['’]s$/.test(text));
  const hung = tokens.slice(from, to).findIndex(({ lower }) => /^(?:at|from|of)$/.test(lower));
  const isSomebody = hung > 0 && namedAt[from + hung - 1] === NAMED.PERSON;
  let head = owned < 0 || isSomebody || namedAt[from + owned + 2]! > 0 ? from : from + owned + 2;
  const hangs = (at: number) => HANGS.test(tokens[at]!.lower) || (parts[at] === PART.ADP && !/^(?:-|as)$/.test(tokens[at]!.lower));
  while (head + 1 < to && (!hangs(head + 1) || (head + 2 < to && namedAt[head + 1]! > 0))) head++;
  while (head > from && isPossessive(tokens[head])) head--;
  return head;
}

/** Whether a phrase joins two people, or two organizations: "Bell and Dahl". */
const joins = ({ tokens, namedAt }: SourceGround, { from, to }: Run) => {
  const last = namedAt[to - 1]!;
  // Not "Ana Bell of Ford and General Motors": organizations may hang on somebody.
  const begins = namedAt[from] === NAMED.NOTHING ? namedAt[from + 1] : namedAt[from];
  if (last !== NAMED.PERSON && (last !== NAMED.ORGANIZATION || begins !== last)) return false;
  // Nor "Ernst and Young's Ana Bell".
  const owned = tokens.slice(from, to - 1).findLastIndex(isPossessive);
  for (let at = Math.max(from, from + owned) + 1; at + 1 < to; at++)
    if (/^(?:and|&|n?or)$/.test(tokens[at]!.lower) && namedAt[at] === NAMED.NOTHING && namedAt[at - 1] === last) return true;
  return false;
};

/** What the name of a firm ends in. */
const FIRM = /^(?:Associates|Bros|Brothers|Co|Company|Corp|Inc|LLP|Ltd|Partners|Plc|PLC|Sons)\.?$/;

/** Whether two names of any kind make up a phrase: "the Rivers Trust and Ana Bell", "Ferry operators Norwind and Calder", not "Ana Bell of Norwind and Calder". */
function joinsNames({ tokens, namedAt }: SourceGround, { from, to }: Run): boolean {
  const isSomebody = (at: number) => namedAt[at] === NAMED.PERSON || namedAt[at] === NAMED.ORGANIZATION;
  let at = to - 1;
  while (at > from && namedAt[at] === namedAt[to - 1]) at--;
  const isApart = tokens[at]!.lower === 'the';
  if (isApart) at--;
  // "Bell and Dahl Co Plc": one firm, half of whose name was found.
  if (!isApart && namedAt[to - 1] === NAMED.ORGANIZATION && FIRM.test(tokens[to - 1]!.text) && !isSomebody(at - 2)) return false;
  return (
    isSomebody(to - 1) &&
    at > from &&
    tokens[at]!.lower === 'and' &&
    isSomebody(at - 1) &&
    !tokens.slice(from, at).some(({ lower }, i) => namedAt[from + i] === NAMED.NOTHING && HANGS.test(lower))
  );
}

/** Tokens between a relative pronoun and the name before it. */
const NEAR = 14;

/** The name to which "who" belongs: right before it, or before what commas set off. */
function antecedent({ ground, personMentions, organizationAt, ...rest }: SourceNames, { from }: Run): Source {
  const { tokens, parts } = ground;
  const sentence = ground.sentences[ground.sentenceAt[from]!]!;
  let before = from - 1;
  // "Who said so?" begins the text.
  if (before < 0) return UNNAMED;
  while (before > sentence.from && (parts[before] === PART.ADP || /^[,—–]$/.test(tokens[before]!.text))) before--;
  // "The Harbour Board (HB), which", "Ana Bell (R-Ohio), who".
  const opens = tokens[before]!.text === ')' ? tokens.slice(sentence.from, before).findLastIndex(({ text }) => text === '(') : -1;
  if (opens > 0) before = sentence.from + opens - 1;
  const mention = personMentions[lastAt(personMentions, before, (one) => one.from)];
  if (mention && mention.from >= sentence.from && (mention.to > before || (tokens[mention.to]?.text === ',' && from - mention.to < NEAR)))
    return { is: 'PERSON', mention, relative: true };
  const organization = organizationAt.get(before);
  if (organization !== undefined) return { is: 'ORGANIZATION', organization, relative: true };
  let start = before;
  while (
    start > sentence.from &&
    (parts[start - 1] === PART.ADJ || parts[start - 1] === PART.NOUN || parts[start - 1] === PART.PROPN || parts[start - 1] === PART.DET)
  )
    start--;
  if (parts[before] === PART.NOUN && /^the$/.test(tokens[start]!.lower))
    return readSource({ ground, personMentions, organizationAt, ...rest }, { from: start, to: before + 1 });
  return UNNAMED;
}
