import { overlap, type Span } from '../../span.ts';
import type { Attribution } from './attributions.ts';
import { finite } from './quote-content.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { written } from './written.ts';

type Ground = QuoteGround & { readonly paragraphs: readonly Span[] };

/**
 * The quotes, where a clause in commas interrupts the one that it reports, and no more than a part of that was found: of "The bridge, Bell told the court, was safe" both
 * halves, the first of which has no verb and the second begins with it.
 */
export function withHalves(ground: Ground, quotes: readonly QuoteFound[]): QuoteFound[] {
  const { attributions } = ground;
  const bySentence = new Map<number, QuoteFound[]>();
  for (const quote of quotes)
    for (let at = quote.sentence; at <= quote.until; at++) {
      const same = bySentence.get(at);
      if (same) same.push(quote);
      else bySentence.set(at, [quote]);
    }
  const replaced = new Map<QuoteFound, QuoteFound[]>();
  for (const [i, clause] of attributions.entries()) {
    const { sentence } = clause;
    const found = bySentence.get(sentence) ?? [];
    if (found.length === 0 || attributions[i - 1]?.sentence === sentence || attributions[i + 1]?.sentence === sentence) continue;
    const content = halvesOf(ground, clause);
    if (!content) continue;
    const touched = ({ content: spans }: QuoteFound) => content.filter((half) => spans.some((span) => overlap(span, half)));
    const parts = found.filter((quote) => touched(quote).length > 0);
    const [own] = parts;
    if (!own || parts.some((quote) => quote.sentence !== quote.until || touched(quote).length === content.length)) continue;
    for (const part of parts) replaced.set(part, []);
    replaced.set(own, [{ ...own, content, kind: kindOf(ground, content), act: 'SPEECH', attribution: clause }]);
  }
  return quotes.flatMap((quote) => replaced.get(quote) ?? [quote]);
}

/** Both halves of the clause that another interrupts; null where none does. */
function halvesOf(ground: Ground, { from, to, form, sentence, act }: Attribution): Span[] | null {
  const { tokens, sentences, inQuotation } = ground;
  if (act !== 'SPEECH' || !/^(?:VERB|INVERTED)$/.test(form)) return null;
  const { from: first, to: end } = sentences[sentence]!;
  if (from - 1 <= first || to + 1 >= end || tokens[from - 1]!.text !== ',' || tokens[to]!.text !== ',') return null;
  const begins = /^(?:and|but|so|yet)$/.test(tokens[first]!.lower) ? first + 1 : first;
  const verb = tokens[to + 1]!;
  if (!/^(?:AUX|VERB)$/.test(verb.pos) || verb.lower.endsWith('ing') || finite(tokens, begins, from - 1)) return null;
  for (let at = begins; at < from - 1; at++) if (inQuotation[at]! >= 0 || /^[,;:()]$/.test(tokens[at]!.text)) return null;
  let last = end;
  while (last > to + 1 && /^[.!?]$/.test(tokens[last - 1]!.text)) last--;
  return [...written(ground, { from: begins, to: from - 1 }), ...written(ground, { from: to + 1, to: last })];
}
