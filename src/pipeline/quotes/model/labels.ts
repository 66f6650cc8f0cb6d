import type { Run } from '../../words/runs.ts';

/** The labels of tokens: no part of a quote; content, where it begins, goes on, and resumes behind something else; cue; source. */
export const [NONE, CONTENT, CONTENT_ON, CONTENT_AGAIN, CUE, CUE_ON, SOURCE, SOURCE_ON] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export const LABELS = 8;

/** Whether a label may follow another, or begin an article (−1). */
export function allows(from: number, to: number): boolean {
  if (to === CONTENT_ON) return from === CONTENT || from === CONTENT_ON || from === CONTENT_AGAIN;
  if (to === CUE_ON) return from === CUE || from === CUE_ON;
  if (to === SOURCE_ON) return from === SOURCE || from === SOURCE_ON;
  return to !== CONTENT_AGAIN || from !== -1;
}

export const isContent = (label: number): boolean => label >= CONTENT && label <= CONTENT_AGAIN;
export const isCue = (label: number): boolean => label === CUE || label === CUE_ON;
export const isSource = (label: number): boolean => label >= SOURCE;

/** Tokens that were labelled as one. */
export interface Chunk extends Run {
  /** Whether it goes on with the quote before. */
  readonly again: boolean;
}

/** The runs that begin with `begin` (or `again`) and go on with `on`. */
export function chunksOf(labels: ArrayLike<number>, begin: number, on: number, again = begin): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== begin && labels[i] !== again) continue;
    let to = i + 1;
    while (to < labels.length && labels[to] === on) to++;
    chunks.push({ from: i, to, again: again !== begin && labels[i] === again });
    i = to - 1;
  }
  return chunks;
}
