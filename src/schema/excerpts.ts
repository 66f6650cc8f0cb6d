import type { Span } from '../span.ts';

/** An excerpt of an article: its place there, its words, and what was found, as ranges into them. */
export interface Excerpt extends Span {
  readonly text: string;
  readonly matches: readonly Span[];
}

/** Excerpts of one row, at most. */
export const MAX_EXCERPTS = 3;

/** Characters of an excerpt, about, and of those ahead of the first match. */
const LENGTH = 240;
const AHEAD = 80;

/** The ranges between `open` and `close` in a marked text, as offsets into the text without marks. */
export function unmark(marked: string, { open, close }: { readonly open: string; readonly close: string }): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const [i, piece] of marked.split(open).entries()) {
    if (i === 0) {
      at = piece.length;
      continue;
    }
    const [word = '', ...rest] = piece.split(close);
    found.push({ start: at, end: at + word.length });
    at += word.length + rest.join('').length;
  }
  return found;
}

/**
 * Excerpts around `found` in a text that joins stretches of an article, given as its offsets, by one space. No excerpt reaches from one
 * stretch into the next, so that each is a stretch of the article itself.
 */
export function excerptsOf(text: string, found: readonly Span[], spans: readonly Span[]): Excerpt[] {
  const excerpts: Excerpt[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    const piece = { start: from, end: Math.min(from + end - start, text.length) };
    const inside = found.filter((match) => match.start >= piece.start && match.end <= piece.end);
    for (const excerpt of inPiece(text, inside, piece)) {
      const offset = start - from;
      excerpts.push({ ...excerpt, start: excerpt.start + offset, end: excerpt.end + offset });
    }
    from = piece.end + 1;
  }
  return excerpts.slice(0, MAX_EXCERPTS);
}

function* inPiece(text: string, found: readonly Span[], piece: Span): Generator<Excerpt> {
  // Where the excerpt before ends: none repeats its words, in which what was found is marked there.
  let from = piece.start;
  for (let i = 0; i < found.length; ) {
    const first = found[i]!;
    const start = wordAfter(text, Math.max(from, first.start - AHEAD), piece.start, first.start);
    const matches: Span[] = [];
    for (; i < found.length && (matches.length === 0 || found[i]!.end <= start + LENGTH); i++) matches.push(found[i]!);
    const last = matches.at(-1)!.end;
    const limit = Math.min(piece.end, found[i]?.start ?? piece.end);
    const end = wordBefore(text, Math.min(limit, Math.max(start + LENGTH, last)), last, piece.end);
    from = end;
    yield {
      start,
      end,
      text: text.slice(start, end),
      matches: matches.map((match) => ({ start: match.start - start, end: match.end - start })),
    };
  }
}

/** The first beginning of a word from `at` on, before `limit`; a text without spaces is cut between two characters. */
function wordAfter(text: string, at: number, begin: number, limit: number): number {
  if (at === begin) return at;
  const space = text.slice(at, limit).search(/\s/);
  return space >= 0 ? at + space + 1 : whole(text, at);
}

/** The last end of a word up to `at`, behind `limit`. */
function wordBefore(text: string, at: number, limit: number, end: number): number {
  if (at === end) return at;
  const space = /\s\S*$/.exec(text.slice(limit, at));
  return space ? limit + space.index : whole(text, at);
}

/** The offset, or the next one where it stands inside a character of two units. */
const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);
