import { isCapital } from '../layout/capitals.ts';
import { CALENDAR } from '../lexicon/calendar.ts';
import { isConjunction } from '../names/noun-phrases.ts';
import { isPossessive } from '../words/grammar.ts';
import { firstFrom } from '../words/positions.ts';
import { type Run, touches } from '../words/runs.ts';
import { isTime, saysWhen } from '../words/times.ts';
import { isVerb, NAMED, PART, type SourceGround } from './ground.ts';

/** Something in the text that can speak: a noun phrase, a pronoun, an owner ("Bell’s"), a quantifier ("many"). */
export interface Mention extends Run {
  readonly kind: (typeof KINDS)[number];
}

export const KINDS = ['name', 'noun', 'pronoun', 'bare', 'ownName', 'ownNoun', 'ownPronoun'] as const;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const PRONOUNS = words(
  `he she they i we it you who which that one those these this some many others most few several both all none neither each another everyone
  someone anyone nobody him her them us me whoever whom`,
);
const OWNERS = words('his her their its my our your whose');

/** The longest phrase, in tokens. */
const LONGEST = 24;

/** An article with everything in it that can speak. */
export interface MentionGround extends SourceGround {
  /** By where they begin; of those that begin together the longer ones last. */
  readonly mentions: readonly Mention[];
}

/** The mentions that begin at a token, the longest last. */
export const beginningAt = ({ mentions }: MentionGround, from: number): readonly Mention[] =>
  mentions.slice(firstFrom(mentions, from), firstFrom(mentions, from + 1));

/** The mentions that end before a token, the longest first. */
export function endingAt({ mentions }: MentionGround, to: number): Mention[] {
  const ending: Mention[] = [];
  for (let i = firstFrom(mentions, to - LONGEST); i < mentions.length && mentions[i]!.from < to; i++)
    if (mentions[i]!.to === to) ending.push(mentions[i]!);
  return ending;
}

/** Finds every mention of an article. */
export function findMentions(ground: SourceGround): Mention[] {
  const { tokens, parts } = ground;
  const mentions: Mention[] = [];
  for (let from = 0; from < tokens.length; ) {
    const { lower } = tokens[from]!;
    const owner = OWNERS.has(lower);
    const phrase =
      owner || (isOpener(parts[from]!) && !isConjunction(tokens, from)) || isNominal(ground, from)
        ? phraseFrom(ground, from, mentions)
        : null;
    if (owner) mentions.push({ from, to: from + 1, kind: 'ownPronoun' });
    if (phrase) {
      const { to } = phrase;
      // "Bell charges": the last word may be the verb.
      if (
        to - from > 1 &&
        /[a-z](?:s|ed)$/.test(tokens[to - 1]!.text) &&
        /^\p{Ll}/u.test(tokens[to - 1]!.text) &&
        parts[to - 2] === PART.PROPN
      )
        mentions.push({ from, to: to - 1, kind: 'name' });
      mentions.push(phrase);
    } else if (PRONOUNS.has(lower)) mentions.push({ from, to: from + 1, kind: 'pronoun' });
    else if (isOpener(parts[from]!)) mentions.push({ from, to: from + 1, kind: 'bare' });
    from = phrase?.to ?? from + 1;
  }
  return mentions;
}

const isOpener = (part: number) => part === PART.DET || part === PART.ADJ || part === PART.NUM;

/** The noun phrase that begins at a token, without what hangs on it; those who own parts of it are added to the mentions. */
function phraseFrom(ground: SourceGround, from: number, mentions: Mention[]): Mention | null {
  const { tokens, parts, sentenceAt, sentences, sentenceFrom } = ground;
  const limit = Math.min(sentences[sentenceAt[from]!]!.to, from + LONGEST);
  let head = -1;
  for (let at = from; at < limit; at++) {
    const { text, lower } = tokens[at]!;
    const part = parts[at]!;
    const determines = part === PART.DET || OWNERS.has(lower);
    if (at > from && determines && !/^(?:all|both)$/.test(tokens[at - 1]!.lower)) break;
    if (at > from && head >= 0 && CALENDAR.has(lower)) break;
    // "Last week Mayor Bell": what says when is a phrase of its own.
    if (head === at - 1 && head >= 0 && ground.namedAt[head] !== NAMED.ORGANIZATION && saysWhen(tokens, head)) break;
    if (isNominal(ground, at) || (at > from && isGerund(ground, at))) head = at;
    else if (at > from && head === at - 1 && isPossessive(tokens[at]))
      mentions.push({ from, to: at, kind: parts[at - 1] === PART.PROPN ? 'ownName' : 'ownNoun' });
    else if (
      !(
        determines ||
        part === PART.ADJ ||
        (at > from && touches(tokens, at - 1) && /^[-–&./]$/.test(text)) ||
        (at > from && head < 0 && modifies(ground, at, limit))
      )
    )
      break;
  }
  if (head < 0) return null;
  const known = isCapital(tokens[head]!.text) && (head > sentenceFrom[head]! || ground.knownNames.has(tokens[head]!.text));
  return { from, to: head + 1, kind: parts[head] === PART.PROPN || known ? 'name' : 'noun' };
}

/** "Today", "Monday" and "last week" say when, not who. */
export const isWhen = ({ tokens, namedAt }: SourceGround, { from, to }: Run) =>
  to - from < 4 &&
  tokens.slice(from, to).some(isTime) &&
  tokens
    .slice(from, to)
    .every(
      (token, i) =>
        namedAt[from + i] === NAMED.NOTHING &&
        (isTime(token) || /^\d{1,2}$/.test(token.text) || /^(?:last|next|this|late|later|early|earlier)$/.test(token.lower)),
    );

/** "the newly elected mayor": a participle or adverb before the noun. */
const modifies = ({ parts }: SourceGround, at: number, limit: number) =>
  (parts[at] === PART.VERB || parts[at] === PART.ADV) &&
  at + 1 < limit &&
  [PART.NOUN, PART.PROPN, PART.NUM, PART.SYM, PART.ADJ].includes(parts[at + 1]!);

/** "Polling" of "Recent polling shows": a verb's form that is the last word of a phrase. */
const isGerund = ({ tokens, parts, sentenceFrom, namedAt }: SourceGround, at: number) =>
  parts[at] === PART.VERB &&
  /^\p{Ll}+ing$/u.test(tokens[at]!.text) &&
  (parts[at - 1] === PART.ADJ ||
    parts[at - 1] === PART.DET ||
    // The capital of a sentence's first word looks like that of a name.
    (sentenceFrom[at]! === at - 1 && namedAt[at - 1] === NAMED.NOTHING && isLikeAdjective(tokens[at - 1]!.lower))) &&
  isVerb(parts[at + 1]);

const isLikeAdjective = (lower: string) =>
  /(?:al|ic|ous|ive|ent|ant|ary|ly|ish|less|ful|en|er|ed)$|^(?:new|fresh|late|past|private|public|early)$/.test(lower);

/** Whether a token can be the head of a phrase. */
function isNominal(ground: SourceGround, at: number): boolean {
  const { tokens, parts, sentenceFrom } = ground;
  const part = parts[at]!;
  if (part === PART.NOUN || part === PART.PROPN || part === PART.NUM || part === PART.SYM) return true;
  // "Will wrote", "Downing Street said": a name that is tagged as the word it also is.
  if (ground.namedAt[at] === NAMED.PERSON || (ground.namedAt[at] !== NAMED.NOTHING && isCapital(tokens[at]!.text))) return true;
  // "His ex said": the tag is that of a particle.
  if (tokens[at]!.lower === 'ex' && tokens[at + 1]?.text !== '-' && OWNERS.has(tokens[at - 1]?.lower ?? '')) return true;
  // "According to police", where "police" looks like a verb behind "to".
  if (part === PART.VERB && tokens[at - 1]?.lower === 'to' && tokens[at - 2]?.lower === 'according') return true;
  const { text } = tokens[at]!;
  if (/^(?:WHO|US|IT)$/.test(text)) return true;
  return (
    (part === PART.ADJ || part === PART.VERB || part === PART.X || part === PART.INTJ || part === PART.ADV) &&
    isCapital(tokens[at]!.text) &&
    (at > sentenceFrom[at]! || ground.knownNames.has(text))
  );
}
