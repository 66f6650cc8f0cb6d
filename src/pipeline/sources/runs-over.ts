import { firstEndingBehind, type Span } from '../../span.ts';
import type { Run } from '../runs.ts';
import type { Token } from '../tokens.ts';

/** The tokens that each of some spans touches; none for a span between tokens. */
export function runsOver(tokens: readonly Token[], spans: readonly Span[]): Run[] {
  return spans.flatMap(({ start, end }) => {
    const from = firstEndingBehind(tokens, start);
    let to = from;
    while (to < tokens.length && tokens[to]!.start < end) to++;
    return to > from ? [{ from, to }] : [];
  });
}
