import { ASKED, askingAt, isAsked } from '../quotes/asking.ts';
import type { Run } from '../words/runs.ts';
import { PART } from './ground.ts';
import { endingAt, type MentionGround } from './mentions.ts';
import { agentBehind } from './passive.ts';

/**
 * Whose a question is that somebody was asked: a teenager's in "Asked by a teenager whether it will rain, Bell said", nobody's whom the text names in "Asked whether it will
 * rain, Bell said". Undefined for other words.
 */
export function askedBy(ground: MentionGround, content: readonly Run[]): Run | null | undefined {
  const { tokens, parts, quoted, sentenceFrom } = ground;
  const [first] = content;
  if (!first) return undefined;
  if (/^(?:whether|if|why|how|what|when|where|who)$/.test(tokens[first.from]!.lower)) {
    // "Pressed by Bell on whether".
    const to = /^(?:on|about|over|as)$/.test(tokens[first.from - 1]?.lower ?? '') ? first.from - 1 : first.from;
    const source = endingAt(ground, to).find(
      ({ from }) => tokens[from - 1]?.lower === 'by' && ASKED.test(tokens[from - 2]?.lower ?? '') && parts[from - 2] !== PART.NOUN,
    );
    if (source) return { from: source.from, to: source.to };
  }
  const begins = sentenceFrom[first.from]!;
  const asking = askingAt(tokens, begins);
  const isQuestion = content.length === 1 && isAsked(tokens, begins, first);
  if (!isQuestion || tokens.slice(asking, first.from).some(({ text }, i) => text === ',' || quoted[asking + i])) return undefined;
  return agentBehind(ground, asking);
}
