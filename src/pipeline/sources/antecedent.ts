import type { Run } from '../words/runs.ts';
import { PART, type SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';
import { endingAt } from './question.ts';

/** Tokens between a subject's last words and its verb: "have repeatedly said". */
const VERB_WITHIN = 2;

/**
 * Of whom a clause tells where its last words stand right before the verb: "officials" of "Officials who spoke with the Courier said". Null for
 * any other source. It fires ten times in 3,000 articles, nine times rightly.
 */
export function antecedentOf(ground: SourceGround, mentions: readonly Mention[], source: Run, cue: Run): Run | null {
  const { tokens, parts, sentences, sentenceAt } = ground;
  const announced = announcedBefore(ground, mentions, source, cue);
  if (announced) return announced;
  const before = parts[source.from - 1];
  if (source.to > cue.from || cue.from - source.to > VERB_WITHIN || (before !== PART.ADP && before !== PART.VERB)) return null;
  const first = sentences[sentenceAt[source.from]!]!.from;
  for (let at = source.from - 1; at > first; at--) {
    if (/^(?:[,;:()"“”—–]|--|that)$/.test(tokens[at]!.lower)) return null;
    if (tokens[at]!.lower !== 'who') continue;
    const antecedent = endingAt(mentions, at)[0];
    return antecedent && antecedent.from >= first ? { from: antecedent.from, to: antecedent.to } : null;
  }
  return null;
}

/** "Ana Bell" where "who" is the source of "Says Ana Bell, who runs the bakery: “We open at four.”". */
function announcedBefore(
  { tokens, sentences, sentenceAt }: SourceGround,
  mentions: readonly Mention[],
  { from, to }: Run,
  cue: Run,
): Run | null {
  if (to - from !== 1 || tokens[from]!.lower !== 'who' || tokens[from - 1]?.text !== ',' || cue.from !== sentences[sentenceAt[from]!]!.from)
    return null;
  const named = endingAt(mentions, from - 1).find((mention) => mention.from === cue.to);
  return named ? { from: named.from, to: named.to } : null;
}
