import type { Run } from '../words/runs.ts';
import { NAMED, PART, type SourceGround } from './ground.ts';
import { endingAt, type Mention, type MentionGround } from './mentions.ts';

/** A source with the words before it that belong to its phrase: what it is the end of, how many, and who else. */
export const wholePhrase = (ground: MentionGround, cue: Run | null, source: Run): Run =>
  withOthers(ground, cue, withQuantity(ground, withNoun(ground, withAsked(ground, source))));

/** "Those surveyed" of "those". */
function withAsked({ tokens }: SourceGround, { from, to }: Run): Run {
  const asked =
    /^(?:those|voters|people|respondents|adults|\d.*)$/.test(tokens[to - 1]!.lower) &&
    /^(?:surveyed|polled|questioned|interviewed)$/.test(tokens[to]?.lower ?? '');
  return { from, to: asked ? to + 1 : to };
}

/** "Sources close to Bell" of "close to Bell". */
function withNoun(ground: MentionGround, { from, to }: Run): Run {
  const { tokens, namedAt } = ground;
  const hangs =
    /^(?:close|familiar|loyal|opposed|privy|sympathetic)$/.test(tokens[from]!.lower) && /^(?:to|with)$/.test(tokens[from + 1]?.lower ?? '');
  const noun = hangs && namedAt[from - 1] === NAMED.NOTHING ? endingAt(ground, from)[0] : undefined;
  return { from: noun?.from ?? from, to };
}

/** A source that is the end of a longer phrase, "the council" of "a spokeswoman for the council", is that phrase. */
export function withHead(
  { tokens, parts, quoted }: SourceGround,
  candidates: readonly Mention[],
  { from, kind }: Mention,
  source: Run,
): Run {
  if (source.from !== from || (kind !== 'name' && kind !== 'noun') || parts[from - 1] !== PART.ADP) return source;
  if (!/^(?:for|of|at|with|from|in|by|within|to)$/.test(tokens[from - 1]!.lower) || quoted[from - 1]) return source;
  const head = candidates.find(
    (one) => one.to === from - 1 && (one.kind === 'noun' || one.kind === 'bare') && parts[one.from - 1] !== PART.ADP,
  );
  return head ? { from: head.from, to: source.to } : source;
}

/** Phrases that hang on one another, at most. */
const DEEPEST = 4;

/** Somebody or something with what it is the end of: "Relatives of a man" of "a man". */
export function withHeads(ground: MentionGround, { from, to }: Run, depth = 0): Run {
  const { tokens, parts } = ground;
  const hangs = parts[from - 1] === PART.ADP && /^(?:for|of|at|with|from|in|by|on|near|to|about)$/.test(tokens[from - 1]!.lower);
  const head = hangs && depth < DEEPEST ? endingAt(ground, from - 1).find(({ kind }) => kind === 'noun' || kind === 'name') : undefined;
  return head ? withHeads(ground, { from: head.from, to }, depth + 1) : { from, to };
}

/** Words of quantity, and what they stand before. */
const QUANTITIES: readonly (readonly [RegExp, (part: number, word: string) => boolean])[] = [
  [
    /^(?:an?|about|around|only|just|roughly|approximately|nearly|almost|(?:more|less|fewer) than|at (?:least|most)|up to|out of|as (?:many|few) as)$/,
    (part, word) => part === PART.NUM || /^(?:\d.*|half|one|(?:.*-)?(?:third|quarter)s?)$/.test(word),
  ],
  [/^(?:about|nearly|almost|more than|at least)$/, (_, word) => word === 'a'],
  [/^(?:nearly|almost|virtually|not)$/, (_, word) => /^(?:every(?:one|body)|no(?:body|ne)?|all)$/.test(word)],
  [/^(?:all|half|most) of$/, (part) => part === PART.DET || part === PART.PRON],
  [/^most$/, (part) => part === PART.NOUN || part === PART.PROPN || part === PART.ADJ],
];
/** The most words that say a quantity. */
const LONGEST_QUANTITY = 3;

/** "Nearly half of the voters" of "half of the voters", "most drivers" of "drivers". */
function withQuantity(ground: SourceGround, { from, to }: Run): Run {
  const { tokens, parts, sentenceFrom, quoted } = ground;
  const first = sentenceFrom[from]!;
  for (let count = Math.min(LONGEST_QUANTITY, from - first); count > 0; count--) {
    const words = tokens.slice(from - count, from).map(({ lower }) => lower);
    if (quoted[from - count] !== quoted[from]) continue;
    const before = words.join(' ');
    if (QUANTITIES.some(([quantity, fits]) => quantity.test(before) && fits(parts[from]!, tokens[from]!.lower)))
      return withQuantity(ground, { from: from - count, to });
  }
  return { from, to };
}

/** "Bell, Dahl and the council" of "the council", and of "Dahl and the council" where Dahl is named. */
function withOthers(ground: MentionGround, cue: Run | null, source: Run): Run {
  const { tokens, parts, sentenceFrom, quoted, namedAt } = ground;
  const first = sentenceFrom[source.from]!;
  const isPerson = (at: number) => namedAt[at] === NAMED.PERSON;
  const itemBefore = (to: number) =>
    endingAt(ground, to).find(({ from, kind }) => !kind.startsWith('own') && from >= first && quoted[from] === quoted[source.from]);
  const isComma = (at: number) => tokens[at]?.text === ',';
  const at = source.from - 1;
  if (at <= first || (parts[source.from] === PART.PRON && !/^(?:some|others?|many)$/.test(tokens[source.from]!.lower))) return source;
  let item: Mention | undefined;
  if (/^(?:and|n?or)$/.test(tokens[at]!.lower)) {
    item = itemBefore(isComma(at - 1) ? at - 1 : at);
    // "the bridge, and Bell said" begins another clause, where no list has begun.
    if (item && isComma(at - 1) && !(isComma(item.from - 1) && itemBefore(item.from - 1))) return source;
  } else if (isComma(at) && isPerson(source.from) && tokens.slice(source.from, source.to).some(({ lower }) => lower === 'and')) {
    item = itemBefore(at);
    if (item && !isPerson(item.to - 1)) return source;
  }
  if (!item) return source;
  const like = (other: Mention, one: Mention) => other.kind === one.kind && isPerson(other.to - 1) === isPerson(one.to - 1);
  for (;;) {
    const next: Mention | undefined = isComma(item.from - 1) && item.kind !== 'pronoun' ? itemBefore(item.from - 1) : undefined;
    if (!next || !like(next, item)) break;
    item = next;
  }
  if (!opens(ground, item.from, first, cue)) return source;
  const paired = /^(?:neither|either|both)$/.test(tokens[item.from - 1]?.lower ?? '');
  return { from: paired ? item.from - 1 : item.from, to: source.to };
}

/** Whether a subject may begin at a token: at the head of its sentence or clause, or behind the cue. */
const opens = ({ tokens, parts }: SourceGround, at: number, first: number, cue: Run | null): boolean =>
  at === first ||
  cue?.to === at ||
  parts[at - 1] === PART.SCONJ ||
  parts[at - 1] === PART.CCONJ ||
  /^(?:["“”';:—–,]|to|by|from|neither|either|both)$/.test(tokens[at - 1]!.lower);
