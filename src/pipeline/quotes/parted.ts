import { lastAt } from '../../sorted.ts';
import type { Attribution } from './attributions.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/**
 * A quote in two, where a clause with a subject of its own announces a stretch of it and another clause reports what stands before: in `"We won," he began, and somebody
 * shouted: "You lost!"` two speak.
 */
export function parted(ground: QuoteGround, quote: QuoteFound): QuoteFound[] {
  const { content } = quote;
  for (let k = 1; k < content.length; k++) {
    const clauses = clausesBetween(ground, content[k - 1]!.end, content[k]!.start);
    const own = clauses.at(-1);
    const other = clauses.at(-2);
    if (!own || !other?.source || !announces(ground, own, content[k]!.start)) continue;
    const [before, behind] = [content.slice(0, k), content.slice(k)];
    return [
      { ...quote, content: before, kind: kindOf(ground, before), attribution: quote.attribution === own ? other : quote.attribution },
      ...parted(ground, { ...quote, content: behind, kind: kindOf(ground, behind), attribution: own, sentence: own.sentence }),
    ];
  }
  return [quote];
}

/** The clauses that report between two offsets, in order. */
function clausesBetween({ tokens, attributions }: QuoteGround, start: number, end: number): Attribution[] {
  const clauses: Attribution[] = [];
  for (let i = lastAt(attributions, end, (clause) => tokens[clause.from]!.start); i >= 0; i--) {
    const clause = attributions[i]!;
    if (tokens[clause.from]!.start < start) break;
    if (tokens[clause.to - 1]!.end <= end) clauses.unshift(clause);
  }
  return clauses;
}

/** Whether nothing but a comma or colon and a mark stands between a clause with a subject before its verb and a sentence that begins with a capital. */
const announces = ({ text, tokens }: QuoteGround, { form, source, to }: Attribution, start: number): boolean =>
  form === 'VERB' &&
  source !== null &&
  /^\s*[,:]\s*["“”‘'«]+$/.test(text.slice(tokens[to - 1]!.end, start)) &&
  /^\p{Lu}/u.test(text.slice(start, start + 2));
