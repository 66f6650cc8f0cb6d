import type { Span } from '../../span.ts';
import type { QuoteFound } from '../quotes.ts';
import type { Run } from '../runs.ts';
import { type Choice, chooseSource, type SourceModel } from './choose.ts';
import { cutBack } from './cut.ts';
import { groundOf, type SourceGround, type SourceNeeds } from './ground.ts';
import { findMentions } from './mentions.ts';
import { headsOf } from './question.ts';
import { runsOver } from './runs-over.ts';

/** A quote with the words for who it was. */
export interface Sourced {
  readonly content: readonly Span[];
  readonly kind: QuoteFound['kind'];
  readonly act: QuoteFound['act'];
  /** The tokens of its content. */
  readonly parts: readonly Run[];
  readonly cue: Run | null;
  readonly source: Run | null;
  readonly audience: Run | null;
  /** How far the source is ahead of the next best, in the model's units; null where the rules chose it. */
  readonly margin: number | null;
  /** The sentence in which it begins. */
  readonly sentence: number;
}

type Needs = SourceNeeds & { readonly found: readonly QuoteFound[] };

/**
 * Finds the source of each quote: that of the clause which reports it, or, with a model, the likeliest of all mentions near it. Without a
 * model a quote that no clause reports has none.
 */
export function findSources(needs: Needs, model: SourceModel | null): { sourced: Sourced[]; sourceGround: SourceGround } {
  const sourceGround = groundOf(needs);
  const heard = needs.found.map((quote) => ({ quote, parts: runsOver(needs.tokens, quote.content), cue: quote.attribution?.cue ?? null }));
  const heads = headsOf(heard);
  const mentions = model ? findMentions(sourceGround) : [];
  const sourced = heard.map(({ quote, parts, cue }) => {
    const byRule = quote.attribution?.form === 'TAGGED' ? null : (quote.attribution?.source ?? null);
    const choice = model && !byRule && parts.length > 0 ? chooseSource(model, sourceGround, heads, mentions, { parts, cue }) : null;
    return sourcedBy(sourceGround, quote, parts, choice);
  });
  return { sourced, sourceGround };
}

function sourcedBy(ground: SourceGround, quote: QuoteFound, parts: readonly Run[], choice: Choice | null): Sourced {
  const { content, kind, act, attribution, sentence } = quote;
  const kept = choice?.source ? cutBack(ground, parts, choice.source, choice.cue) : null;
  return {
    content: kept ? kept.content : content,
    kind,
    act,
    parts: kept ? kept.parts : parts,
    cue: attribution?.cue ?? (choice?.source ? choice.cue : null),
    source: choice ? choice.source : (attribution?.source ?? null),
    audience: attribution?.audience ?? null,
    margin: choice ? choice.margin : null,
    sentence,
  };
}
