import { isHyphen, type Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** A range with the rest of a hyphenated word that it begins or ends in: "Secretary-General Costa", not "General Costa". */
export function wholeWords(tokens: readonly Token[], { from, to }: Run): Run {
  let [first, behind] = [from, to];
  if (first > 0 && isHyphen(tokens, first)) first--;
  while (first > 1 && isHyphen(tokens, first - 1)) first -= 2;
  while (isHyphen(tokens, behind)) behind += 2;
  return { from: first, to: behind };
}
