import { firstFrom } from '../sources/question.ts';
import { ASKS } from './asked.ts';
import type { Asked, Scene } from './candidates.ts';
import type { Entity } from './entities.ts';

/**
 * Whom "they" at the head of a sentence means where the one before began with people whom nobody names: "The researchers, from the University of
 * Halden, filmed them. They found …". Null for any other source.
 */
export function plural({ ground, entities: { unnamed } }: Scene, { asks, source }: Asked): Entity | null {
  if (asks !== ASKS.THEY || !source) return null;
  const { sentences, sentenceAt, quoted } = ground;
  const own = sentenceAt[source.from]!;
  const before = sentences[own - 1];
  if (!before || sentences[own]!.from !== source.from || quoted[before.from] || ground.opensParagraph[source.from]) return null;
  const heads = unnamed.map(({ mentions }) => mentions[0]!);
  const entity = unnamed[firstFrom(heads, before.from)];
  return entity?.plural && entity.mentions[0]!.from === before.from ? entity : null;
}
