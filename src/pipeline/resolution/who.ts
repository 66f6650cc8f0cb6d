import { exp } from '../../model/exact.ts';
import { weighed } from '../../model/scorer.ts';
import { type Table, UNIT } from '../../model/table.ts';
import { type Asked, type Candidate, candidatesFor, type Scene } from './candidates.ts';
import type { Entity } from './entities.ts';
import { describeWho } from './features.ts';
import type { Memory } from './memory.ts';

/** Whom a source means, as likely as the model has it, the likeliest first; what is missing to 1 is nobody. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly share: number;
}

/** Ranks those whom a source may mean. */
export function rankWho(table: Table, scene: Scene, asked: Asked, memory: Memory): Ranked[] {
  const candidates = candidatesFor(scene, asked, memory.speaker);
  if (candidates.length === 0) return [];
  const scores = [...weighed(table, candidates.length + 1, (writer) => describeWho(scene, asked, candidates, memory, writer))];
  const top = Math.max(...scores);
  const weights = scores.map((score) => exp((score - top) / UNIT));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return candidates
    .map((candidate, i) => ({ candidate, share: weights[i]! / total }))
    .sort((a, b) => b.share - a.share || b.candidate.last.from - a.candidate.last.from);
}

/** The next memory once somebody has spoken. */
export const afterwards = (memory: Memory, speaker: Entity | null, end: number): Memory => ({
  speaker,
  earlier: speaker === memory.speaker ? memory.earlier : memory.speaker,
  end,
});
