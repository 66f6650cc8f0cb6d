import type { Match } from './attribution.ts';
import { add, type Counts } from './counts.ts';
import { isRightName } from './names.ts';

/** Counts for the quotes of one article, whose gold says of each who spoke, whether names are right, wrong or missing. */
export function countSpeakers(matches: readonly Match[]): Counts {
  const counts: Counts = {};
  for (const { gold, predicted } of matches) {
    const { speakerName, sourceKind } = gold.quote;
    const given = predicted?.quote.speakerName ?? null;
    const right = given !== null && Boolean(speakerName) && isRightName(given, gold.quote);
    if (predicted) add(counts, 'speakers/matched', 1);
    if (given !== null) add(counts, 'speakers/given', 1);
    if (given !== null && !right) add(counts, 'speakers/wrong', 1);
    if (sourceKind !== 'pronoun' || !speakerName) continue;
    add(counts, 'pronouns/gold', 1);
    add(counts, 'pronouns/matched', predicted ? 1 : 0);
    add(counts, 'pronouns/right', right ? 1 : 0);
  }
  return counts;
}

/** The shares that such counts come to. */
export function speakerShares(counts: Counts) {
  const share = (part: string, whole: string) => (counts[part] ?? 0) / (counts[whole] || 1);
  return {
    'wrong among the names given': share('speakers/wrong', 'speakers/given'),
    'pronoun sources resolved, of quotes found': share('pronouns/right', 'pronouns/matched'),
    'pronoun sources resolved, of all': share('pronouns/right', 'pronouns/gold'),
  };
}
