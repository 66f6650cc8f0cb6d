import { CONTENT, CONTENT_AGAIN, CONTENT_ON, CUE, allows as follows, isContent, LABELS, NONE, SOURCE } from './labels.ts';

/**
 * What the tagger tells apart: the labels, and of two of them what they stand beside, since it sees no farther back than one token. A token
 * of no quote remembers what came last in its sentence, so that behind a cue and its source content is likelier than before them; and content
 * before its cue is of another kind than content behind it, which begins and ends otherwise.
 */
const [AFTER_CONTENT, AFTER_CUE, AFTER_SOURCE] = [LABELS, LABELS + 1, LABELS + 2] as const;
/** Content that its cue does not stand before: where it begins, goes on, and resumes. */
const [AHEAD, AHEAD_ON, AHEAD_AGAIN] = [LABELS + 3, LABELS + 4, LABELS + 5] as const;
export const STATES = LABELS + 6;

/** The states of content by kind: of what the cue stands before, and of the rest. */
export const CONTENTS = [
  { begin: CONTENT, on: CONTENT_ON, again: CONTENT_AGAIN },
  { begin: AHEAD, on: AHEAD_ON, again: AHEAD_AGAIN },
] as const;

/** The label that each state is one of. */
export const labelOf = (state: number): number => (state < LABELS ? state : state < AHEAD ? NONE : CONTENT + state - AHEAD);

/** What a token of no quote behind it remembers. */
function remembered(state: number): number {
  if (isContent(labelOf(state))) return AFTER_CONTENT;
  return state >= SOURCE && state < LABELS ? AFTER_SOURCE : state >= CUE && state < LABELS ? AFTER_CUE : state;
}

/** Whether a state may follow another, or begin an article (−1). Nothing is remembered beyond a sentence, whose end the features tell. */
export function allows(from: number, to: number): boolean {
  if (to >= AFTER_CONTENT && to < AHEAD) return from >= 0 && remembered(from) === to;
  if (to === CONTENT_ON || to === AHEAD_ON)
    return CONTENTS.some(({ begin, on, again }) => to === on && [begin, on, again].includes(from as never));
  return follows(from < 0 ? from : labelOf(from), labelOf(to));
}

/** The states of marked tokens: `first` is the first token of each one's sentence, `ahead` 1 for content that its cue does not stand before. */
export function statesOf(labels: Uint8Array, first: Int32Array, ahead: Uint8Array): Uint8Array {
  const states = new Uint8Array(labels.length);
  for (const [i, label] of labels.entries()) {
    const before = i > 0 ? states[i - 1]! : NONE;
    if (label === NONE) states[i] = first[i] === i ? NONE : remembered(before);
    else if (label === CONTENT_ON) states[i] = before >= AHEAD ? AHEAD_ON : CONTENT_ON;
    else states[i] = isContent(label) && ahead[i] ? label - CONTENT + AHEAD : label;
  }
  return states;
}
