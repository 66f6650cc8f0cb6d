import { lastAt } from '../../sorted.ts';
import { firstEndingBehind } from '../../span.ts';
import type { Attribution } from './attributions.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/**
 * A quote whose words stand before the participle that is held for their cue, ", citing a fault": what reports them is the clause right before them, "Norbank said it would cut
 * jobs, citing demand", or nothing, "Norbank has cut jobs, citing demand".
 */
export function withoutParticiple(ground: QuoteGround, quote: QuoteFound): QuoteFound {
  const { attribution, kind, content } = quote;
  if (!attribution || kind !== 'INDIRECT' || !isBehind(ground, attribution, content.at(-1)!.end)) return quote;
  const clause = clauseBefore(ground, quote);
  return clause ? { ...quote, attribution: clause } : { ...quote, act: 'ATTITUDE' };
}

/** Whether a participle begins the cue, with a comma right before it, behind some words. */
const isBehind = ({ tokens }: QuoteGround, { cue, form }: Attribution, end: number): boolean =>
  form !== 'LEADING' &&
  tokens[cue.from]!.start >= end &&
  tokens[cue.from - 1]?.text === ',' &&
  /^(?!according)\w+ing$/.test(tokens[cue.from]!.lower);

/** The clause with a subject that ends right before the words of a quote, or before when it was said. */
function clauseBefore({ tokens, attributions }: QuoteGround, { content, sentence }: QuoteFound): Attribution | null {
  const first = firstEndingBehind(tokens, content[0]!.start);
  const clause = attributions[lastAt(attributions, first - 1, ({ from }) => from)];
  return clause?.sentence === sentence && clause.form === 'VERB' && clause.to <= first && first - clause.to <= 3 ? clause : null;
}
