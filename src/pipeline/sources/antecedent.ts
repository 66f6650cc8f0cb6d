import { CUES } from '../lexicon/cues.ts';
import type { Run } from '../words/runs.ts';
import { isTime } from '../words/times.ts';
import { isVerb, PART, type SourceGround } from './ground.ts';
import { endingAt, type MentionGround } from './mentions.ts';
import { withHeads } from './phrase.ts';

/** Tokens between a subject's last words and its verb: "last year have repeatedly said". */
const VERB_WITHIN = 5;
/** Tokens of a relative clause, at most. */
const LONGEST_CLAUSE = 40;

/**
 * Of whom a clause tells where its last words stand right before the verb: "officials" of "Officials who spoke with the Courier said", "a mother" of "A mother
 * whose son drowned in the river has said". Null for any other source.
 */
export function antecedentOf(ground: MentionGround, source: Run, cue: Run): Run | null {
  const { tokens, sentenceFrom } = ground;
  const announced = announcedBefore(ground, source, cue);
  if (announced) return announced;
  const [before, first] = [tokens[source.from - 1], sentenceFrom[source.from]!];
  if (
    source.to - source.from === 1 &&
    /^(?:he|his|i|it|its|my|our|she|that|their|they|we|which|who|whom|you|your)$/.test(tokens[source.from]!.lower)
  )
    return null;
  if (!before || !isRightBefore(ground, source.to, cue.from) || ANOTHER.test(before.lower) || CUES.get(before.lower)?.bare) return null;
  for (let at = source.from - 1; at > Math.max(first, source.from - LONGEST_CLAUSE); at--) {
    if (/^(?:[.,;:!?()"“”—–]|--)$/.test(tokens[at]!.text)) return null;
    if (!/^(?:who|that|whose)$/.test(tokens[at]!.lower)) continue;
    const antecedent = tellsOf(ground, at, source) ? endingAt(ground, at)[0] : undefined;
    return antecedent && antecedent.from >= first ? withHeads(ground, antecedent) : null;
  }
  return null;
}

/** Words behind which another subject stands, or one more: "who left as the mayor said", "who shot a dog and the mayor said". */
const ANOTHER = /^(?:after|although|and|as|because|before|but|if|or|since|than|though|unless|until|when|where|whereas|while|why|how|what)$/;

/** Whether nothing but helping verbs, adverbs and times stands between a source and its verb. */
function isRightBefore({ tokens, parts }: SourceGround, from: number, to: number): boolean {
  if (from > to || to - from > VERB_WITHIN) return false;
  for (let at = from; at < to; at++)
    if (parts[at] !== PART.ADV && parts[at] !== PART.AUX && !isTime(tokens[at]!) && !/^(?:on|last|this|earlier)$/.test(tokens[at]!.lower))
      return false;
  return true;
}

/** Whether a relative pronoun is the subject of its clause, or owns it, and a verb of its own stands before a source: not in "a man who police in Ostley said was drunk". */
function tellsOf({ tokens, parts }: SourceGround, at: number, source: Run): boolean {
  if (source.from - at < 2) return false;
  const isLikeVerb = (one: number) => /ed$/.test(tokens[one]!.lower) && parts[one + 1] === PART.ADP;
  if (tokens[at]!.lower === 'whose') {
    for (let one = at + 2; one + 1 < source.to; one++) if (isVerb(parts[one]) || isLikeVerb(one)) return true;
    return false;
  }
  const verb = parts[at + 1] === PART.ADV && at + 2 < source.from ? at + 2 : at + 1;
  if (tokens[at]!.lower === 'that' && parts[at - 1] !== PART.NOUN) return false;
  // "Who shot a dog", tagged as nouns are.
  return isVerb(parts[verb]) || (parts[verb] !== PART.PROPN && verb + 1 === source.from && /^(?:DET|PRON)$/.test(tokens[source.from]!.pos));
}

/** "Ana Bell" where "who" is the source of "Says Ana Bell, who runs the bakery: “We open at four.”". */
function announcedBefore(ground: MentionGround, { from, to }: Run, cue: Run): Run | null {
  const { tokens, sentenceFrom } = ground;
  if (to - from !== 1 || tokens[from]!.lower !== 'who' || tokens[from - 1]?.text !== ',' || cue.from !== sentenceFrom[from]!) return null;
  const named = endingAt(ground, from - 1).find((mention) => mention.from === cue.to);
  return named ? { from: named.from, to: named.to } : null;
}
