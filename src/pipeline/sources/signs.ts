import { ln } from '../../model/exact.ts';
import { listed } from '../../model/scorer.ts';
import type { QuoteFound } from '../quotes/quotes.ts';
import type { Run } from '../words/runs.ts';
import type { Choice } from './choose.ts';
import { Features, step } from './features.ts';
import { agreement } from './found-features.ts';
import type { SourceGround } from './ground.ts';
import { KINDS } from './mentions.ts';
import { touching } from './question.ts';

/** The salt of this model of confidence. */
const QUOTE = 4;

const QUOTE_KINDS: readonly QuoteFound['kind'][] = ['DIRECT', 'MIXED', 'INDIRECT'];

/** Half logits, from 0 for never to 16 for always. */
export const odds = (p: number): number => Math.round(2 * Math.max(-4, Math.min(4, ln(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4))))) + 8;

/** What the search for a quote and its source leaves behind. */
interface Traces {
  readonly ground: SourceGround;
  /** How likely each token lies in some content; null without a model. */
  readonly contentLike: Float64Array | null;
  readonly sourceLike: readonly Run[];
}

/** What tells how sure words and source of a quote are. */
export function quoteSigns(
  { ground, contentLike, sourceLike }: Traces,
  { kind, act, attribution }: QuoteFound,
  parts: readonly Run[],
  choice: Choice | null,
): Int32Array {
  const writer = listed();
  const features = new Features(writer);
  features.begin(QUOTE);
  const form = QUOTE_KINDS.indexOf(kind) * 2 + (act === 'SPEECH' ? 1 : 0);
  const found = !attribution
    ? 0
    : attribution.form === 'TAGGED'
      ? 1
      : attribution.form === 'VERB' || attribution.form === 'INVERTED'
        ? 2
        : 3;
  const likely = (at: number) => contentLike?.[at] ?? 0;
  let [sum, size, least] = [0, 0, 1];
  let edges = 0;
  for (const { from, to } of parts) {
    let inside = 0;
    for (let at = from; at < to; at++) inside += likely(at);
    sum += inside;
    size += to - from;
    least = Math.min(least, inside / (to - from));
    edges = Math.max(edges, likely(from - 1), likely(to));
  }
  const inside = odds(sum / Math.max(size, 1));
  const margin = choice ? Math.max(-1, Math.min(12, Math.floor(choice.margin / 96))) : -2;
  const source = choice?.source ?? attribution?.source ?? null;
  const like = source ? touching(sourceLike, source) : null;
  const told = !source ? 0 : !like ? 1 : agreement(source, like);
  const quoted = source ? 1 + ground.quoted[source.from]! : 0;
  features.add(0);
  features.add(1, form);
  features.add(2, found);
  features.add(3, found, form);
  features.add(4, inside);
  features.add(5, inside, form);
  features.add(6, odds(least), Math.min(parts.length, 3));
  features.add(7, Math.round(8 * edges), QUOTE_KINDS.indexOf(kind));
  features.add(8, margin);
  features.add(9, margin, form);
  features.add(10, Math.min(margin, 6), Math.floor(inside / 3));
  features.add(11, told, found);
  features.add(12, told, quoted);
  features.add(13, step(size), QUOTE_KINDS.indexOf(kind));
  features.add(14, attribution?.cue ? 1 : 0, source ? 1 : 0, form);
  features.add(15, choice?.mention ? KINDS.indexOf(choice.mention.kind) : -1);
  return writer.finish();
}
