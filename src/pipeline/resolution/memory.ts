import { PART } from '../sources/ground.ts';
import { firstFrom } from '../words/positions.ts';
import type { Scene } from './candidates.ts';
import type { Entity } from './entities.ts';

/** Who spoke before: what a pronoun most often goes on with. */
export interface Memory {
  /** Null where nobody is known to have spoken. */
  readonly speaker: Entity | null;
  /** Who spoke before that one. */
  readonly earlier: Entity | null;
  /** The token behind the last quote and the clause that reports it. */
  readonly end: number;
}

/** Before anybody has spoken. */
export const SILENCE: Memory = { speaker: null, earlier: null, end: 0 };

/** Whether somebody else than who spoke last has been named since, up to a token, and not only as "with Bell". */
export function isNamedSince({ ground, entities }: Scene, { speaker, end }: Memory, before: number): boolean {
  const isNamed = ({ mentions }: Entity) => {
    const next = mentions[firstFrom(mentions, end)];
    return next !== undefined && next.from < before && ground.parts[next.from - 1] !== PART.ADP;
  };
  return entities.named.some((one) => one.type === 'PERSON' && one !== speaker && isNamed(one));
}
