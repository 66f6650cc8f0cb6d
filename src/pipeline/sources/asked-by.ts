import type { Run } from '../runs.ts';
import { PART, type SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';
import { endingAt } from './question.ts';

/** Whose a question is that somebody was asked: a teenager's in "Asked by a teenager whether it will rain, Bell said". Null for other words. */
export function askedBy({ tokens, parts }: SourceGround, mentions: readonly Mention[], [first]: readonly Run[]): Run | null {
  if (!first || !/^(?:whether|if|why|how|what|when|where|who)$/.test(tokens[first.from]!.lower)) return null;
  const source = endingAt(mentions, first.from).find(
    ({ from }) => tokens[from - 1]?.lower === 'by' && tokens[from - 2]?.lower === 'asked' && parts[from - 2] !== PART.NOUN,
  );
  return source ? { from: source.from, to: source.to } : null;
}
