import type { Run } from '../words/runs.ts';
import { beginningAt, type MentionGround } from './mentions.ts';

/** Words for what somebody said, as the sentence behind it calls it. */
const VERDICT =
  /^(?:view|views|verdict|opinion|assessment|message|conclusion|question|warning|claim|judgement|judgment|response|reaction|answer|advice|plea|call|words|reply|boast|promise|complaint)$/;

/** Tokens between "that was" and the word for what it was: "the rather blunt". */
const LONGEST = 4;

/**
 * Whose words they are where the next sentence says so: Ana Bell's before "That was the view of Ana Bell". The word for what it was stands for
 * the verb that reports. Null where it says nothing of the kind.
 */
export function verdictBehind(ground: MentionGround, parts: readonly Run[]): { cue: Run; source: Run } | null {
  const { tokens, quoted } = ground;
  let at = parts.at(-1)!.to;
  while (at < tokens.length && /^["”’'.]+$/.test(tokens[at]!.text)) at++;
  if (!/^(?:that|this|such|those|these)$/.test(tokens[at]?.lower ?? '') || !/^(?:is|was|were|are)$/.test(tokens[at + 1]?.lower ?? ''))
    return null;
  for (let noun = at + 2; noun < Math.min(tokens.length - 1, at + 2 + LONGEST); noun++) {
    if (!VERDICT.test(tokens[noun]!.lower)) continue;
    if (quoted[noun] || !/^(?:of|from|by)$/.test(tokens[noun + 1]!.lower)) return null;
    const source = beginningAt(ground, noun + 2).at(-1);
    return source ? { cue: { from: noun, to: noun + 1 }, source: { from: source.from, to: source.to } } : null;
  }
  return null;
}
