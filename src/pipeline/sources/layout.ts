import type { Run } from '../words/runs.ts';
import type { Features } from './features.ts';
import type { SourceGround } from './ground.ts';
import type { Question } from './question.ts';
import type { Stand, View } from './stand.ts';

/** Attribution without a verb: `"…" — Name`, `NAME: …`. */
export const LAYOUT = { NONE: 0, DASH: 1, COLON: 2 } as const;

/** Which of them attributes a question's quote to a mention, if any. */
export function layoutOf(ground: SourceGround, { start, end }: Question, { from, to }: Run): number {
  const { tokens } = ground;
  const ends = to === tokens.length || opensLine(ground, to) || tokens[to]!.text === '.';
  if (from >= end && from - end < 4 && /^(?:[―—–]|--?)$/.test(tokens[from - 1]!.text) && ends) return LAYOUT.DASH;
  const begins = opensLine(ground, from) || (from > 0 && opensLine(ground, from - 1) && !/\p{L}/u.test(tokens[from - 1]!.text));
  return to <= start && start - to < 4 && tokens[to]?.text === ':' && begins ? LAYOUT.COLON : LAYOUT.NONE;
}

/** Whether a token begins a line or a paragraph. */
const opensLine = ({ text, tokens }: SourceGround, at: number): boolean =>
  at === 0 || text.slice(tokens[at - 1]!.end, tokens[at]!.start).includes('\n');

/** What a layout that attributes tells. */
export function addLayout(features: Features, { ground, question, cueNear }: View, { mention, kind }: Stand): void {
  const layout = layoutOf(ground, question, mention);
  if (layout === LAYOUT.NONE) return;
  features.add(120, layout);
  features.add(121, layout, kind);
  features.add(122, layout, cueNear);
}
