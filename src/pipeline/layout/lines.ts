import { type Span, trim } from '../../span.ts';

/** The lines between two offsets that hold anything, without the white space around them. */
export function* linesIn(text: string, { start, end }: Span): Generator<Span> {
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    const line = trim(text, { start: from, end: to });
    if (line.end > line.start) yield line;
    from = to + 1;
  }
}
