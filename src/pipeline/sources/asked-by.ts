import type { Run } from '../words/runs.ts';
import { PART, type SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';
import { endingAt } from './question.ts';

/** Whose a question is that somebody was asked: a teenager's in "Asked by a teenager whether it will rain, Bell said". Null for other words. */
export function askedBy({ tokens, parts }: SourceGround, mentions: readonly Mention[], [first]: readonly Run[]): Run | null {
  if (!first || !/^(?:whether|if|why|how|what|when|where|who)$/.test(tokens[first.from]!.lower)) return null;
  // "Pressed by Bell on whether".
  const to = /^(?:on|about|over|as)$/.test(tokens[first.from - 1]?.lower ?? '') ? first.from - 1 : first.from;
  const source = endingAt(mentions, to).find(
    ({ from }) => tokens[from - 1]?.lower === 'by' && ASKED.test(tokens[from - 2]?.lower ?? '') && parts[from - 2] !== PART.NOUN,
  );
  return source ? { from: source.from, to: source.to } : null;
}

const ASKED = /^(?:asked|pressed|questioned|quizzed|challenged|grilled)$/;
