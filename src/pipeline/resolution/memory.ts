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
