import { personEnding } from '../names/people.ts';
import type { Run } from '../words/runs.ts';
import { NAMED, type SourceGround } from './ground.ts';

/**
 * "Mr Bell" of "During his speech Mr Bell said", "Norwind" of "To this end Norwind said": without the rest of what a preposition opens the sentence with, and
 * without the place of "in California Mr Bell said". Null for any other source.
 */
export function behindOpening({ tokens, namedAt, sentenceFrom, personMentions }: SourceGround, { from, to }: Run): Run | null {
  const first = sentenceFrom[from]!;
  const person = personEnding(personMentions, to);
  const inPlace = namedAt[from] === NAMED.PLACE && /^(?:in|at|from|near)$/.test(tokens[from - 1]?.lower ?? '');
  if (inPlace && person && person.titleFrom > from) return { from: person.titleFrom, to };
  if (
    from !== first + 1 ||
    to - from < 3 ||
    !OPENS.test(tokens[first]!.lower) ||
    !/^(?:the|this|that|his|her|its|their|an?)$/.test(tokens[from]!.lower)
  )
    return null;
  if (person) return person.titleFrom > from + 1 ? { from: person.titleFrom, to } : null;
  let at = to;
  while (at > from && namedAt[at - 1] === NAMED.ORGANIZATION) at--;
  return at < to && at > from + 1 ? { from: at, to } : null;
}

const OPENS = /^(?:in|at|during|after|before|on|to|following|throughout|for|since)$/;
