import type { Run } from '../words/runs.ts';
import { PART, type SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';
import { endingAt } from './question.ts';

/**
 * What speaks where a participle hangs on it: "the report" of "The report, written for Ana Bell, says" and "a letter" of "A letter seen by
 * the Courier suggests". Null where the source hangs on nothing of the kind.
 */
export function subjectBehind(ground: SourceGround, mentions: readonly Mention[], source: Run, cue: Run): Run | null {
  const { tokens, parts, quoted, sentenceAt } = ground;
  if (cue.from < source.to || sentenceAt[cue.from] !== sentenceAt[source.from] || quoted[source.from]) return null;
  const preposition = tokens[source.from - 1];
  if (!preposition || !/^(?:by|for|from|to)$/.test(preposition.lower) || tokens[cue.from]!.lower.endsWith('ing')) return null;
  let at = source.from - 2;
  if (parts[at] !== PART.VERB || !/(?:ed|en|wn|de|nt|ht|ld|rn)$/.test(tokens[at]!.lower)) return null;
  if (parts[at - 1] === PART.ADV) at--;
  let before = cue.from - 1;
  while (before > source.to && (parts[before] === PART.ADV || parts[before] === PART.AUX)) before--;
  const apart = tokens[at - 1]?.text === ',';
  // Set off by a comma it has to end with one; else the verb follows right behind.
  if (apart ? tokens[before]!.text !== ',' : before >= source.to) return null;
  const to = apart ? at - 1 : at;
  const head = endingAt(mentions, to).find((mention) => mention.kind === 'noun' || mention.kind === 'name');
  if (!head || sentenceAt[head.from] !== sentenceAt[cue.from] || parts[head.from - 1] === PART.ADP || quoted[head.from]) return null;
  return { from: head.from, to: head.to };
}
