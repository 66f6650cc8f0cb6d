import type { Run } from '../words/runs.ts';
import type { Features } from './features.ts';
import { touching } from './question.ts';
import type { Stand, View } from './stand.ts';

/** What others took for the source: the rules, and the model of quotes, which labels whatever looks like one. */
export function addFound(
  features: Features,
  { heads, question, sourceLikeCount }: View,
  { mention, kind, place, relation, order }: Stand,
): void {
  const { rule } = question;
  const ruled = !rule ? 0 : agreement(mention, rule.source);
  const form = rule ? rule.form : 0;
  features.add(140, ruled, form);
  features.add(141, ruled, form, kind);
  features.add(142, ruled, form, place, relation);
  const like = touching(heads.sourceLike, mention);
  const tagged = like ? agreement(mention, like) : 0;
  features.add(143, tagged, relation);
  features.add(144, tagged, place, Math.min(sourceLikeCount, 3));
  features.add(145, tagged, kind, Math.min(order, 3));
  features.add(146, tagged, ruled, form);
}

/** How a mention agrees with a stretch that it may share tokens with: 1 not at all, 2 partly, 3 in its beginning, 4 in its end, 5 in both. */
export function agreement({ from, to }: Run, other: Run): number {
  if (to <= other.from || from >= other.to) return 1;
  return 2 + (from === other.from ? 1 : 0) + (to === other.to ? 2 : 0);
}
