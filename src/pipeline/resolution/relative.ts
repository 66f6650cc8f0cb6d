import { PART, type SourceGround } from '../sources/ground.ts';
import type { Run } from '../words/runs.ts';

/** Whether a source is no more than the "who" of a clause that tells of somebody. */
export const isRelative = ({ tokens }: SourceGround, { from, to }: Run): boolean =>
  to - from === 1 && /^(?:who|whom|which|that)$/.test(tokens[from]!.lower);

/** Words that a noun takes before it. */
const BEFORE: ReadonlySet<number | undefined> = new Set([PART.ADJ, PART.NOUN, PART.PROPN, PART.DET, PART.NUM, PART.PRON]);

/** The words of whom a "who" tells: "Striking seamen" of "Striking seamen, who say …". Null where no noun stands before it. */
export function relatedTo({ tokens, parts, sentenceFrom }: SourceGround, { from }: Run): Run | null {
  const first = sentenceFrom[from]!;
  let to = from;
  while (to > first && (parts[to - 1] === PART.ADP || /^[,–—-]$/.test(tokens[to - 1]!.text))) to--;
  let at = to;
  while (at > first && BEFORE.has(parts[at - 1]) && (at === to || parts[at] !== PART.DET)) at--;
  return at < to && /\p{L}/u.test(tokens[to - 1]!.text) ? { from: at, to } : null;
}
