import { lastAt } from '../../sorted.ts';
import type { Quotation } from '../layout/quotations.ts';
import { wordsIn } from './quote-content.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** Words in quotation marks from which on they are rather somebody's than a title, a slogan or a scare quote. */
const SOMEBODYS = 8;

/** What stands in quotation marks, is long, and is no part of any quote yet. */
export function leftOver(ground: QuoteGround, known: readonly QuoteFound[]): QuoteFound[] {
  const taken = known.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  let at = 0;
  return ground.quotations.flatMap((quotation): QuoteFound[] => {
    const { outer, spans, closed } = quotation;
    while (at < taken.length && taken[at]!.end <= outer.start) at++;
    if (!closed || spans.length !== 1 || (at < taken.length && taken[at]!.start < outer.end)) return [];
    if (wordsIn(ground.text, quotation) < SOMEBODYS && !isSigned(ground, quotation)) return [];
    const sentence = Math.max(
      0,
      lastAt(ground.sentences, spans[0]!.start, ({ from }) => ground.tokens[from]!.start),
    );
    return [{ content: spans, kind: 'DIRECT', act: 'SPEECH', attribution: null, sentence, until: sentence }];
  });
}

/** Fewer words in quotation marks are a title where they end in no stop: `“The Ferry” – Ana Bell`. */
const SHORTEST_SIGNED = 5;

/** Whether a sentence in quotation marks stands before a dash or bracket and the name of a person. */
function isSigned({ text, tokens, personMentions }: QuoteGround, quotation: Quotation): boolean {
  const { outer, spans } = quotation;
  const words = text.slice(spans[0]!.start, spans.at(-1)!.end);
  const sign = /^\s*(?:[―—–|~(-]|--)\s*(?=\p{Lu})/u.exec(text.slice(outer.end, outer.end + 10));
  if (!sign || !(/[.?!…]$/.test(words) || wordsIn(text, quotation) >= SHORTEST_SIGNED)) return false;
  return personMentions.some(({ titleFrom }) => tokens[titleFrom]!.start === outer.end + sign[0].length);
}
