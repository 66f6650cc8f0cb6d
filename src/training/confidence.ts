import type { AnnotatedDocument } from '../pipeline/index.ts';
import type { Confidence } from '../pipeline/resolution/confidence.ts';
import { runsOver } from '../pipeline/words/positions.ts';
import type { Run } from '../pipeline/words/runs.ts';
import { overlap, type Span } from '../span.ts';
import { type Case, trainLinear } from './linear.ts';
import type { MarkedArticle, MarkedQuote } from './marked.ts';

/** An article as found by models that never saw it, and as marked. */
export interface Judged {
  readonly found: AnnotatedDocument;
  readonly article: MarkedArticle;
}

const OPTIONS = { epochs: 8, rate: 0.05, dropout: 0 };
/** Names are marked in a few articles alone, so that their few signs are looked at more often. */
const MORE_EPOCHS = 30;

/** The least share of two quotes' words that both must have for one to be the other. */
const SAME = 0.5;

/** Learns how often quotes with the same signs are right. */
export const trainConfidence = (judged: readonly Judged[], seed: number): Confidence => ({
  quotes: trainLinear(judged.flatMap(quoteCases), { ...OPTIONS, seed }),
  speakers: trainLinear(judged.flatMap(speakerCases), { ...OPTIONS, epochs: MORE_EPOCHS, seed }),
});

/** For each quote found whether words and source are right: half of its words and the marked one's, and the sources share a word, or neither has one. */
export function quoteCases({ found, article }: Judged): Case[] {
  const isRight = rightIn(found, article);
  return found.sourced.flatMap(({ parts, source, signs }) => {
    if (parts.length === 0) return [];
    const own = source ? [source] : [];
    return [{ features: signs, yes: article.quotes.some((quote) => isRight(quote, parts, own)) }];
  });
}

/** Of the quotes rightly found and given a speaker, whether that is who spoke; nothing where nobody marked who. */
export function speakerCases({ found, article }: Judged): Case[] {
  if (!article.gold) return [];
  const isRight = rightIn(found, article);
  // Quotes inside others have no source of their own kind: they are read by rules.
  const sourcedBy = new Map(found.sourced.map((sourced) => [sourced.content, sourced]));
  return found.quotes.flatMap(({ content, speaker, organization, speakerSigns }) => {
    const sourced = sourcedBy.get(content);
    if (!sourced) return [];
    const { parts, source } = sourced;
    const named = speaker !== null ? found.people[speaker] : organization !== null ? found.organizations[organization] : null;
    const marked = named && article.quotes.find((quote) => isRight(quote, parts, source ? [source] : []));
    if (!marked || !speakerSigns) return [];
    const names = article.gold!.mentions.filter(({ key, isName }) => isName && key === marked.speakerKey);
    return [{ features: speakerSigns, yes: touches(named.spans, names) }];
  });
}

const touches = (some: readonly Span[], others: readonly Span[]) => some.some((one) => others.some((other) => overlap(one, other)));

/** Tells of a marked quote whether a found one is it. */
function rightIn({ tokens }: AnnotatedDocument, { quotes }: MarkedArticle) {
  const isWord = Uint8Array.from(tokens, ({ text }) => (/[\p{L}\p{N}]/u.test(text) ? 1 : 0));
  const runs = new Map(quotes.map((quote) => [quote, { parts: runsOver(tokens, quote.content), source: runsOver(tokens, quote.source) }]));
  const words = (some: readonly Run[]) => some.reduce((sum, { from, to }) => sum + isWord.subarray(from, to).reduce((a, b) => a + b, 0), 0);
  const common = (some: readonly Run[], others: readonly Run[]) =>
    some.reduce(
      (sum, a) =>
        sum + words(others.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })).filter(({ from, to }) => from < to)),
      0,
    );
  return (quote: MarkedQuote, parts: readonly Run[], source: readonly Run[]): boolean => {
    const marked = runs.get(quote)!;
    const shared = common(parts, marked.parts);
    if (shared === 0 || shared < SAME * (words(parts) + words(marked.parts) - shared)) return false;
    return marked.source.length === 0 ? source.length === 0 : common(source, marked.source) > 0;
  };
}
