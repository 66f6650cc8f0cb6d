import { textOf } from '../words/positions.ts';
import type { Asked, Scene } from './candidates.ts';
import type { Entity } from './entities.ts';
import { isNamedSince, type Memory } from './memory.ts';

/** For each age that an article gives behind names whose it is. */
type Ages = ReadonlyMap<string, ReadonlySet<Entity>>;
const known = new WeakMap<Scene, Ages>();

/**
 * Who "the 31-year-old" is: the only one of whom the article says that age behind the name, else whoever spoke last, where nobody else was
 * named since. Null for other sources, and where that is unsure.
 */
export function ofAge(scene: Scene, { source }: Asked, memory: Memory): Entity | null {
  if (!source) return null;
  const age = /^the (\d{1,3})-year-old$/i.exec(textOf(scene.ground, source))?.[1];
  if (!age) return null;
  const ages = known.get(scene) ?? agesIn(scene);
  known.set(scene, ages);
  const aged = [...(ages.get(age) ?? [])];
  if (aged.length > 0) return aged.length === 1 && aged[0]!.mentions[0]!.from < source.from ? aged[0]! : null;
  return memory.speaker?.type === 'PERSON' && !isNamedSince(scene, memory, source.from) ? memory.speaker : null;
}

function agesIn({ ground: { tokens }, entities }: Scene): Ages {
  const ages = new Map<string, Set<Entity>>();
  for (const entity of entities.named) {
    if (entity.type !== 'PERSON') continue;
    for (const { to } of entity.mentions) {
      const age = /^\d{1,3}$/.test(tokens[to + 1]?.text ?? '') && /^[,(]$/.test(tokens[to]!.text) ? tokens[to + 1]!.text : null;
      if (age && /^[,).]$/.test(tokens[to + 2]?.text ?? '')) ages.set(age, (ages.get(age) ?? new Set()).add(entity));
    }
  }
  return ages;
}
