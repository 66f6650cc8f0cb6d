import type { SourceGround } from '../sources/ground.ts';
import { paragraphAt } from '../words/positions.ts';
import { ASKS } from './asked.ts';
import type { Asked } from './candidates.ts';
import type { Entities, Entity } from './entities.ts';
import type { Memory } from './memory.ts';
import { bodyNamed, type Last, nobody, pronoun, type ReferenceGround, titled } from './references.ts';

/** Whom the rules take a source for: one more thing for the model to weigh. */
export function chosenByRule(
  rules: ReferenceGround,
  ground: SourceGround,
  { named }: Entities,
  { asks, source, contents }: Asked,
  memory: Memory,
): Entity | null {
  if (!source) return null;
  const { tokens } = ground;
  const last = lastOf(rules, ground, memory);
  const at = Math.min(tokens[source.from]!.start, tokens[contents[0]?.from ?? source.from]!.start);
  const isPronoun = asks === ASKS.HE || asks === ASKS.SHE || asks === ASKS.IT;
  const found = isPronoun ? pronoun(rules, source, at, last) : (titled(rules, source, at, last) ?? bodyNamed(rules, source, last));
  if (!found) return null;
  return found.speaker !== null
    ? named[found.speaker]!
    : found.organization !== null
      ? named[rules.people.length + found.organization]!
      : null;
}

/** The memory as the rules know it. */
function lastOf({ paragraphs }: ReferenceGround, { tokens, sentenceAt }: SourceGround, { speaker, end }: Memory): Last | null {
  const token = tokens[end - 1];
  if (!token) return null;
  const who = { speaker: null, organization: null, attribution: 'NONE', chain: [] } as const;
  const resolved =
    speaker?.type === 'PERSON'
      ? { ...who, speaker: speaker.index }
      : speaker?.type === 'ORGANIZATION'
        ? { ...who, organization: speaker.index }
        : nobody('NONE');
  return { resolved, end: token.end, paragraph: paragraphAt(paragraphs, token.end), sentence: sentenceAt[end - 1]! };
}
