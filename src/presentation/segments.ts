import type { Span } from '../span.ts';

/** A stretch of a text, and the marks that cover all of it, in the order in which they were given. */
export interface Segment<Mark> extends Span {
  readonly marks: readonly Mark[];
}

/**
 * Cuts a text of `length` characters wherever a mark begins or ends. The pieces tile the text: joined they are all of it, each once,
 * so that a page can highlight what overlaps without counting characters.
 */
export function segmentsOf<Mark extends { readonly span: Span }>(length: number, marks: readonly Mark[]): Segment<Mark>[] {
  const cuts = [...new Set([0, length, ...marks.flatMap(({ span }) => [span.start, span.end])])].sort((a, b) => a - b);
  const waiting = marks.map((mark, order) => ({ mark, order })).sort((a, b) => a.mark.span.start - b.mark.span.start);
  let open: typeof waiting = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, i) => {
    open = open.filter(({ mark }) => mark.span.end > start);
    while (next < waiting.length && waiting[next]!.mark.span.start <= start) open.push(waiting[next++]!);
    return { start, end: cuts[i + 1]!, marks: open.toSorted((a, b) => a.order - b.order).map(({ mark }) => mark) };
  });
}
