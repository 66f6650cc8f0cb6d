import { agedBefore, isAge } from '../names/aged.ts';
import { personEnding } from '../names/people.ts';
import { isVerb } from '../words/grammar.ts';
import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { MentionGround } from './mentions.ts';

/**
 * Who stands before what commas set off, an age among it, where a source was taken from that: "Ana Bell" of "Ana Bell, 61, of Hill Farm, Little Ostley, told", "the singer" of
 * "The singer, father of Ella, 4, and Max, 2, told". Null for any other source.
 */
export function beforeAges(
  { tokens, sentenceFrom, sentenceAt, personMentions, mentions }: MentionGround,
  { from, to }: Run,
  cue: Run,
): Run | null {
  if (cue.from < to || tokens[from - 1]?.text !== ',' || sentenceAt[from] !== sentenceAt[cue.from]) return null;
  const first = sentenceFrom[from]!;
  const child = isAge(tokens, from) ? personEnding(personMentions, from - 1) : undefined;
  if (!child) {
    const name = agedBefore(tokens, personMentions, first, from);
    return name && { from: name.titleFrom, to: name.to };
  }
  const opening = mentions.slice(firstFrom(mentions, first), firstFrom(mentions, first + 1)).find(({ to }) => tokens[to]?.text === ',');
  return opening && opening.to < child.from && !tokens.slice(opening.to, from).some(isVerb) ? { from: opening.from, to: opening.to } : null;
}
