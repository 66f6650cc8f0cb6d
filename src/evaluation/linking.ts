import type { Span } from '../span.ts';
import { add, type Counts } from './counts.ts';

/** A place where somebody or something is named: where, and who that is, the same in every article. */
export interface LinkedMention extends Span {
  readonly key: string;
}

/** An article's mentions as people marked them, and as they were found. */
export interface LinkedArticle {
  readonly gold: readonly LinkedMention[];
  readonly found: readonly LinkedMention[];
}

/**
 * B³ of identity across articles, as counts for each article. Of every mention in gold: how many of those linked with it are rightly so,
 * and how many of those that should be linked with it are. A mention that was not found is linked with none but itself.
 */
export function countLinks(articles: readonly LinkedArticle[]): Counts[] {
  const mentions = articles.flatMap(({ gold, found }, article) =>
    gold.map((mention, i) => ({ article, gold: mention.key, found: keyAt(found, mention) ?? `${article} ${i} alone` })),
  );
  const sizes = (of: (mention: (typeof mentions)[number]) => string) => {
    const counts = new Map<string, number>();
    for (const mention of mentions) counts.set(of(mention), (counts.get(of(mention)) ?? 0) + 1);
    return (mention: (typeof mentions)[number]) => counts.get(of(mention))!;
  };
  const [inGold, inFound, inBoth] = [
    sizes(({ gold }) => gold),
    sizes(({ found }) => found),
    sizes(({ gold, found }) => `${gold}\n${found}`),
  ];
  const counts = articles.map((): Counts => ({}));
  for (const mention of mentions) {
    add(counts[mention.article]!, 'links/mentions', 1);
    add(counts[mention.article]!, 'links/precision', inBoth(mention) / inFound(mention));
    add(counts[mention.article]!, 'links/recall', inBoth(mention) / inGold(mention));
  }
  return counts;
}

/** Who was found where gold has a mention: of several the one that shares most with it. */
function keyAt(found: readonly LinkedMention[], { start, end }: Span): string | null {
  let [key, most]: [string | null, number] = [null, 0];
  for (const mention of found) {
    const shared = Math.min(mention.end, end) - Math.max(mention.start, start);
    if (shared > most) [key, most] = [mention.key, shared];
  }
  return key;
}

/** Precision, recall and their harmonic mean. */
export function linkRates(counts: Counts): { precision: number; recall: number; f1: number } {
  const of = (path: string) => (counts[path] ?? 0) / (counts['links/mentions'] || 1);
  const [precision, recall] = [of('links/precision'), of('links/recall')];
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
