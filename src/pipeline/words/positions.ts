import { firstWhere, lastAt } from '../../sorted.ts';
import { firstEndingBehind, type Span } from '../../span.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** The characters that some tokens cover. */
export const spanOf = (tokens: readonly Span[], { from, to }: Run): Span => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end });

interface Worded {
  readonly text: string;
  readonly tokens: readonly Span[];
}

/** The text that some tokens cover. */
export const textOf = ({ text, tokens }: Worded, { from, to }: Run): string => text.slice(tokens[from]!.start, tokens[to - 1]!.end);

/** The same, each gap as one space. */
export const lineOf = (worded: Worded, run: Run): string => textOf(worded, run).replace(/\s+/g, ' ');

/** The tokens that each of some spans touches; none for a span between tokens. */
export function runsOver(tokens: readonly Token[], spans: readonly Span[]): Run[] {
  return spans.flatMap(({ start, end }) => {
    const from = firstEndingBehind(tokens, start);
    let to = from;
    while (to < tokens.length && tokens[to]!.start < end) to++;
    return to > from ? [{ from, to }] : [];
  });
}

/** Index of the first of some ranges that begins at or behind a token. */
export const firstFrom = (runs: readonly Run[], from: number): number => firstWhere(runs, (run) => run.from >= from);

/** The paragraph in which an offset lies, or before which it lies. */
export const paragraphAt = (paragraphs: readonly Span[], offset: number): number => lastAt(paragraphs, offset, ({ start }) => start);

/** The sentence that holds a token; of what stands between sentences the one before. */
export const sentenceOf = (sentences: readonly Run[], token: number): number =>
  Math.max(
    0,
    lastAt(sentences, token, ({ from }) => from),
  );
