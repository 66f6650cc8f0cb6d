import { firstEndingBehind, type Span, trim } from '../../span.ts';
import type { Quotation } from '../layout/quotations.ts';
import type { Run } from '../words/runs.ts';
import { wholeWords } from '../words/whole-words.ts';
import type { QuoteGround } from './quotes.ts';

/**
 * The spans of content that reaches from one word to another: with the stop before a closing mark and the marks inside it, without outer
 * marks and the comma before a clause; one span for each paragraph.
 */
export function written({ text, tokens, quotations, inQuotation, paragraphs }: QuoteGround, words: Run): Span[] {
  const { from, to } = wholeWords(tokens, words);
  const [first, last] = [quotations[inQuotation[from]!], quotations[inQuotation[to - 1]!]];
  let [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
  // "fell 4%", "$4 was": the sign is of the number.
  if (text[end] === '%' && /\d$/.test(tokens[to - 1]!.text)) end++;
  if (/[$£€¥]/.test(text[start - 1] ?? '') && /^\d/.test(tokens[from]!.text)) start--;
  if (last && !/[\p{L}\p{N}]/u.test(text.slice(end, last.spans.at(-1)!.end))) {
    // It ends where the quotation does; words before that make the closing mark its own.
    end = start < last.outer.start ? last.outer.end : last.spans.at(-1)!.end;
  }
  if (first && first !== last && !/[\p{L}\p{N}]/u.test(text.slice(first.spans[0]!.start, start)) && end > first.outer.end)
    start = first.outer.start;
  if (last && first === last && start >= last.outer.start) return inside(text, last, start, end);
  return pieces(text, paragraphs, start, end);
}

/** What of a quotation lies between two offsets, paragraph by paragraph. */
const inside = (text: string, { spans }: Quotation, start: number, end: number): Span[] =>
  spans
    .map((span) => trim(text, { start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.end > span.start);

function pieces(text: string, paragraphs: readonly Span[], start: number, end: number): Span[] {
  const found: Span[] = [];
  for (let at = firstEndingBehind(paragraphs, start); at < paragraphs.length && paragraphs[at]!.start < end; at++) {
    const piece = trim(text, { start: Math.max(paragraphs[at]!.start, start), end: Math.min(paragraphs[at]!.end, end) });
    if (piece.end > piece.start) found.push(piece);
  }
  return found;
}
