import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** A range with the rest of a hyphenated word that it begins or ends in: "Secretary-General Costa", not "General Costa". */
export function wholeWords(tokens: readonly Token[], { from, to }: Run): Run {
  const joins = (at: number) =>
    tokens[at]?.text === '-' && tokens[at - 1]?.end === tokens[at]!.start && tokens[at + 1]?.start === tokens[at]!.end;
  let [first, behind] = [from, to];
  while (first > 1 && joins(first - 1)) first -= 2;
  while (joins(behind)) behind += 2;
  return { from: first, to: behind };
}
