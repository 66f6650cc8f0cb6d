import { isPossessive } from '../words/grammar.ts';
import type { Run } from '../words/runs.ts';
import { isTime, saysWhen } from '../words/times.ts';
import type { Token } from '../words/tokens.ts';
import { type PersonMention, personEnding } from './people.ts';

/** What the search for noun phrases looks at. */
export interface PhraseGround {
  readonly tokens: readonly Token[];
  readonly organizationAt: ReadonlyMap<number, number>;
  /** Which quotation each token lies in; -1 for none. */
  readonly inQuotation: Int32Array;
  readonly personMentions: readonly PersonMention[];
  /** The mention of a person that begins with a token, title included. */
  readonly nameStarting: ReadonlyMap<number, PersonMention>;
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const LONGEST_PHRASE = 10;
/** Phrases that hang on one another, at most: "the head of the office of the mayor of Ostley". */
const DEEPEST = 4;
/** Words behind which another subject stands: "She left as the mayor said". */
const BEGINS_CLAUSE = /^(?:after|although|as|because|before|if|since|though|unless|until|when|whereas|while)$/;
/** Adjectives behind a noun that say what its people know: "officials familiar with the talks". */
const KNOWING = /^(?:aware|briefed|close|familiar|involved|knowledgeable|privy)$/;
const isOwner = (token: Token) => /^(?:his|her|their|its|our|my)$/.test(token.lower);

/**
 * The noun phrase that ends at a token, with the words before it that it hangs on: "a spokesman for the UN", not "the UN". Null where
 * no noun stands there.
 */
export function phraseTo(ground: PhraseGround, end: number, from: number, depth = 0): Run | null {
  const { tokens } = ground;
  const phrase = plainPhraseTo(ground, end, from);
  if (!phrase) return null;
  // "her lawyer", "Bell's lawyer": whose it is belongs to it.
  if (phrase.from - 1 > from && isPossessive(tokens[phrase.from - 1]) && ground.inQuotation[phrase.from - 1]! < 0) {
    const owner = plainPhraseTo(ground, phrase.from - 2, from);
    return owner ? { from: owner.from, to: phrase.to } : null;
  }
  const joins = tokens[phrase.from - 1];
  if (depth > DEEPEST || phrase.from - 2 < from || !joins || ground.inQuotation[phrase.from - 1]! >= 0) return phrase;
  const last = KNOWING.test(tokens[phrase.from - 2]!.lower) ? Math.max(from, phrase.from - 3) : phrase.from - 2;
  const hangs =
    (joins.pos === 'ADP' || (last < phrase.from - 2 && joins.lower === 'to')) &&
    !BEGINS_CLAUSE.test(joins.lower) &&
    ['NOUN', 'PROPN'].includes(tokens[last]!.pos) &&
    !isTime(tokens[last]!);
  const head = hangs || joins.lower === 'and' ? phraseTo(ground, last, from, depth + 1) : null;
  if (!head) return phrase;
  // "It rained in Ostley and Bell said": two are joined only where the first begins the clause.
  const opens = head.from === from || /^[,;:"“”]$/.test(tokens[head.from - 1]!.text);
  return hangs || opens ? { from: head.from, to: phrase.to } : phrase;
}

/** Whether a token is the "that" of "but that managers knew", which begins a clause and no phrase. */
export const isConjunction = (tokens: readonly Token[], at: number): boolean => {
  const [next, behind] = [tokens[at + 1], tokens[at + 2]];
  return tokens[at]!.lower === 'that' && next?.pos === 'NOUN' && /[^s]s$/.test(next.lower) && behind?.pos !== 'NOUN';
};

function plainPhraseTo({ tokens, organizationAt, inQuotation, personMentions }: PhraseGround, end: number, from: number): Run | null {
  const name = personEnding(personMentions, end + 1);
  if (name) return name.titleFrom < from ? null : { from: determiner(tokens, name.titleFrom, from), to: name.to };
  if (!['NOUN', 'PROPN'].includes(tokens[end]!.pos) && !organizationAt.has(end)) return null;
  if (isTime(tokens[end]!)) return null;
  let at = end;
  while (at > from && end - at < LONGEST_PHRASE && inQuotation[at - 1]! < 0) {
    const token = tokens[at - 1]!;
    const { pos, lower, text } = token;
    if (isConjunction(tokens, at - 1)) break;
    if (pos === 'DET' || isOwner(token)) return { from: at - 1, to: end + 1 };
    const links =
      text === '-' || isPossessive(token) || (lower === 'of' && at - 2 >= from && ['NOUN', 'PROPN'].includes(tokens[at - 2]!.pos));
    // "The lead author": the tag is that of a verb.
    if ((!(NOMINAL.has(pos) || lower === 'lead') || BEGINS_CLAUSE.test(lower)) && !links && !organizationAt.has(at - 1)) break;
    if (!organizationAt.has(at - 1) && saysWhen(tokens, at - 1)) break;
    at--;
  }
  while (at < end && isPossessive(tokens[at])) at++;
  return { from: at, to: end + 1 };
}

/** Words between an article and a name, at most: "a visibly tired Bell". */
const LONGEST_DESCRIPTION = 4;

/** Where the article stands that belongs to a name with words before it; the name's own start where there is none. */
function determiner(tokens: readonly Token[], name: number, from: number): number {
  for (let at = name - 1; at >= from && name - at <= LONGEST_DESCRIPTION; at--) {
    if (tokens[at]!.pos === 'DET') return at;
    if (saysWhen(tokens, at)) break;
    if (!/^(?:ADJ|ADV|NOUN|NUM)$/.test(tokens[at]!.pos) && !tokens[at]!.lower.endsWith('ing')) break;
  }
  return name;
}

/** The noun phrase that begins at a token: a name with its title, an organization, or words up to the last noun. */
export function phraseFrom(ground: PhraseGround, from: number, to: number): Run | null {
  const { tokens, organizationAt, nameStarting } = ground;
  const name = nameStarting.get(from) ?? (tokens[from]!.pos === 'DET' ? nameStarting.get(from + 1) : undefined);
  if (name) {
    if (name.to + 1 < to && isPossessive(tokens[name.to])) {
      const owned = phraseFrom(ground, name.to + 1, to);
      return owned && { from, to: owned.to };
    }
    const other = tokens[name.to]?.lower === 'and' && name.to + 1 < to ? nameStarting.get(name.to + 1) : undefined;
    return { from, to: other?.to ?? name.to };
  }
  let at = from;
  let last = -1;
  while (at < to && at - from < LONGEST_PHRASE) {
    const { pos, text, lower } = tokens[at]!;
    if (organizationAt.has(at) || pos === 'NOUN' || pos === 'PROPN') {
      if (isTime(tokens[at]!)) break;
      last = at;
    } else if (lower === 'of' && last === at - 1 && last >= 0) {
      // "the head of state" goes on, "the minister on Monday" does not.
    } else if (
      !(pos === 'DET' && (at === from || tokens[at - 1]!.lower === 'of')) &&
      !NOMINAL.has(pos) &&
      pos !== 'PRON' &&
      text !== '-' &&
      // "guitar-toting": the second half of a word is whatever it is.
      !(at > from && tokens[at - 1]!.text === '-' && tokens[at - 1]!.end === tokens[at]!.start) &&
      !isPossessive(tokens[at])
    )
      break;
    if (pos === 'PRON' && at > from) break;
    at++;
  }
  if (last < 0) return tokens[from]!.pos === 'PRON' ? { from, to: from + 1 } : null;
  return { from, to: last + 1 };
}
