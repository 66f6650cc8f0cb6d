import { contains, type Span } from '../../span.ts';
import type { Quotation } from '../layout/quotations.ts';
import type { Attribution } from './attributions.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/**
 * The quotes, where what stands in one quotation through several paragraphs is one quote: who speaks goes on until the mark closes. Words that seem to report inside,
 * "I promise", are the speaker's too. Not where two clauses outside report parts of it.
 */
export function withWholeQuotations(ground: QuoteGround, quotes: readonly QuoteFound[]): QuoteFound[] {
  const isOutside = ({ cue }: Attribution) => ground.inQuotation[cue.from]! < 0;
  let whole = [...quotes];
  for (const quotation of ground.quotations) {
    if (quotation.spans.length < 2 || !beginsSentence(ground.text, quotation)) continue;
    const parts = whole.filter((quote) => isNear(quotation, quote) && quote.content.some((span) => contains(quotation.outer, span)));
    if (parts.length === 0 || parts.some(({ content }) => coversAll(quotation, content))) continue;
    const clauses = new Set(parts.flatMap(({ attribution }) => (attribution && isOutside(attribution) ? [attribution.from] : [])));
    if (clauses.size > 1) continue;
    const reported = parts.find(({ attribution }) => attribution !== null && isOutside(attribution));
    const joined = join(ground, quotation, parts, reported);
    whole = whole.flatMap((quote) => (quote === parts[0] ? [joined] : parts.includes(quote) ? [] : [quote]));
  }
  return whole;
}

const isNear = ({ outer }: Quotation, { content }: QuoteFound) => content[0]!.start < outer.end && outer.start < content.at(-1)!.end;

/** Whether a quotation opens a paragraph or stands behind what ends or announces: words within a sentence have lost their closing mark. */
const beginsSentence = (text: string, { outer }: Quotation) =>
  /(?:^|\n|[:,.?!…—–])\s*$/.test(text.slice(Math.max(0, outer.start - 10), outer.start));

const coversAll = ({ spans }: Quotation, content: readonly Span[]) => spans.every((part) => content.some((span) => contains(span, part)));

/** One quote of all that stands in a quotation and what the part that is reported has outside. */
function join(ground: QuoteGround, quotation: Quotation, parts: readonly QuoteFound[], reported: QuoteFound | undefined): QuoteFound {
  const first = reported ?? parts[0]!;
  const outside = first.content.filter((span) => !contains(quotation.outer, span));
  const content = [...outside, ...quotation.spans].sort((a, b) => a.start - b.start);
  return {
    ...first,
    content,
    kind: kindOf(ground, content),
    act: 'SPEECH',
    attribution: reported?.attribution ?? null,
    sentence: Math.min(...parts.map(({ sentence }) => sentence)),
    until: Math.max(...parts.map(({ until }) => until)),
  };
}
