import type { Span } from '../../span.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/** A clause that hangs on what is said, between two commas, in small letters of one sentence. */
const RELATIVE = /^\s*,\s*(?:which|who|whose|where)\s[^"“”.;:\n]*,\s*$/;

/** A quote with the relative clause between two of its stretches, "which was built in 1950" of "the ferry, which was built in 1950, would be sold", unless its cue stands there. */
export function withRelatives(ground: QuoteGround, quote: QuoteFound): QuoteFound {
  const cue = quote.attribution ? ground.tokens[quote.attribution.cue.from]!.start : -1;
  const content: Span[] = [];
  for (const span of quote.content) {
    const last = content.at(-1);
    const isBetween = last && !(cue >= last.end && cue < span.start) && RELATIVE.test(ground.text.slice(last.end, span.start));
    if (isBetween) content[content.length - 1] = { start: last.start, end: span.end };
    else content.push(span);
  }
  return content.length === quote.content.length ? quote : { ...quote, content, kind: kindOf(ground, content) };
}
