import type { QuoteFound, QuoteGround } from './quotes.ts';

/**
 * The quotes, where one whose closing mark is missing goes on with the next, whose opening mark stands right behind it: `He said: "We lost. "We were tired."`, as
 * where paragraphs of one speech were run together. Not where a clause of its own sentence reports the second.
 */
export function joinReopened({ text, quotations }: QuoteGround, quotes: readonly QuoteFound[]): QuoteFound[] {
  /** Where each quotation begins that takes up one left open, and where that one ends. */
  const openEnds = new Map<number, number>();
  for (const [i, { outer, spans }] of quotations.entries()) {
    const before = quotations[i - 1];
    if (before && !before.closed && /^\s*$/.test(text.slice(before.outer.end, outer.start)) && /[.!?…]/.test(text[before.outer.end - 1]!))
      openEnds.set(spans[0]!.start, before.outer.end);
  }
  if (openEnds.size === 0) return [...quotes];
  const joined: QuoteFound[] = [];
  for (const quote of quotes) {
    const end = openEnds.get(quote.content[0]!.start);
    const before = joined.findLast(({ content }) => content.at(-1)!.end === end);
    const own = quote.attribution !== null && quote.attribution.sentence >= quote.sentence && quote.attribution.sentence <= quote.until;
    if (!before || own || !before.attribution || quote.kind !== 'DIRECT') joined.push(quote);
    else joined[joined.indexOf(before)] = { ...before, content: [...before.content, ...quote.content], until: quote.until };
  }
  return joined;
}
