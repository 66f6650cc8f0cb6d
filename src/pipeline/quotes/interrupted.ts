import { addTo } from '../../grouped.ts';
import { overlap, type Span } from '../../span.ts';
import { isVerb } from '../words/grammar.ts';
import { spanOf } from '../words/positions.ts';
import { type Attribution, closeOf } from './attributions.ts';
import { finite } from './quote-content.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { written } from './written.ts';

/**
 * The quotes, where a clause in commas interrupts the one that it reports, and no more than a part of that was found: of "The bridge, Bell told the court, was safe" both
 * halves, the first of which has no verb and the second begins with it.
 */
export function withHalves(ground: QuoteGround, quotes: readonly QuoteFound[]): QuoteFound[] {
  const { attributions } = ground;
  const bySentence = new Map<number, QuoteFound[]>();
  for (const quote of quotes) for (let at = quote.sentence; at <= quote.until; at++) addTo(bySentence, at, quote);
  const replaced = new Map<QuoteFound, QuoteFound[]>();
  const added: QuoteFound[] = [];
  for (const [i, clause] of attributions.entries()) {
    const { sentence } = clause;
    const found = bySentence.get(sentence) ?? [];
    if (attributions[i - 1]?.sentence === sentence || attributions[i + 1]?.sentence === sentence) continue;
    const content = halvesOf(ground, clause, isOver(ground, found, clause));
    if (!content) continue;
    const touched = ({ content: spans }: QuoteFound) => content.filter((half) => spans.some((span) => overlap(span, half)));
    const parts = found.filter((quote) => touched(quote).length > 0);
    const isWhole = (quote: QuoteFound) => touched(quote).length === content.length && !isOver(ground, [quote], clause);
    if (parts.some((quote) => quote.sentence !== quote.until || isWhole(quote))) continue;
    const whole = { content, kind: kindOf(ground, content), act: 'SPEECH', attribution: clause } as const;
    const [own] = parts;
    for (const part of parts) replaced.set(part, []);
    if (own) replaced.set(own, [{ ...own, ...whole }]);
    else if (clause.form === 'INVERTED' || isBroken(ground, clause)) added.push({ ...whole, sentence, until: sentence });
  }
  const kept = quotes.flatMap((quote) => replaced.get(quote) ?? [quote]);
  return [...kept, ...added].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}

/** Whether some quote was found in the words for who a clause behind its verb says it was: "Bell, but it must be" of "The bridge is open, said Bell, but it must be mended". */
const isOver = ({ tokens }: QuoteGround, quotes: readonly QuoteFound[], { form, source }: Attribution) =>
  form === 'INVERTED' && source !== null && quotes.some(({ content }) => content.some((span) => overlap(span, spanOf(tokens, source))));

/** Whether a clause stands behind a helping verb: "Bell was, according to the report, asleep", "Bell had not, she said, slept". */
const isBroken = ({ tokens }: QuoteGround, { from }: Pick<Attribution, 'from'>) =>
  tokens[from - 2]!.pos === 'AUX' || (tokens[from - 2]!.lower === 'not' && tokens[from - 3]?.pos === 'AUX');

/** Both halves of the clause that another interrupts; null where none does. @param over whether more was found than they are, so that they may be two clauses */
function halvesOf(ground: QuoteGround, { from, to, form, sentence, act }: Attribution, over: boolean): Span[] | null {
  const { tokens, sentences, inQuotation } = ground;
  if (act !== 'SPEECH' || !/^(?:VERB|INVERTED|LEADING)$/.test(form)) return null;
  const { from: first, to: end } = sentences[sentence]!;
  const comma = form === 'INVERTED' ? closeOf(tokens, to, end) : to;
  if (from - 1 <= first || comma + 1 >= end || tokens[from - 1]!.text !== ',' || tokens[comma]!.text !== ',') return null;
  const begins = /^(?:and|but|so|yet)$/.test(tokens[first]!.lower) ? first + 1 : first;
  const verb = tokens[comma + 1]!;
  const halves = isVerb(verb) && !verb.lower.endsWith('ing') && !finite(tokens, begins, from - 1);
  const breaks = isBroken(ground, { from });
  const joins = over && /^(?:and|but)$/.test(verb.lower) && finite(tokens, begins, from - 1);
  if (!(form === 'LEADING' ? breaks : halves || breaks || joins)) return null;
  for (let at = begins; at < from - 1; at++) if (inQuotation[at]! >= 0 || /^[,;:()]$/.test(tokens[at]!.text)) return null;
  let last = end;
  while (last > comma + 1 && /^[.!?]$/.test(tokens[last - 1]!.text)) last--;
  return [...written(ground, { from: begins, to: from - 1 }), ...written(ground, { from: comma + 1, to: last })];
}
