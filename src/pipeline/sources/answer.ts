import { isAnswer } from '../quotes/asking.ts';
import { textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { SourceGround } from './ground.ts';

interface Words {
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly parts: readonly Run[];
}

/** Whether a paragraph of nothing but words in quotation marks answers the question in the paragraph before, so that it is not whoever asks. */
export function answersBefore(
  { text, tokens, opensParagraph, quoted, isMark }: SourceGround,
  before: Words | undefined,
  quote: Words,
): boolean {
  const [first, last] = [quote.parts[0], quote.parts.at(-1)];
  const question = before?.parts.at(-1);
  if (!first || !last || !question || quote.kind !== 'DIRECT' || before?.kind !== 'DIRECT' || question.to > first.from) return false;
  // The mark stands before the words.
  const opens = opensParagraph[first.from] ? first.from : first.from - 1;
  if (!opensParagraph[opens] || opensParagraph.subarray(question.to, opens).some((isOpen) => isOpen === 1)) return false;
  let end = opens + 1;
  while (end < tokens.length && !opensParagraph[end] && (quoted[end] || isMark[end])) end++;
  if (end < last.to || (end < tokens.length && !opensParagraph[end])) return false;
  return isAnswer(textOf({ text, tokens }, question), textOf({ text, tokens }, first));
}
