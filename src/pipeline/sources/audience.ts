import { LISTENED, SPOKEN_TO } from '../lexicon/cues.ts';
import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';
import { liesIn } from './question.ts';

/**
 * Whom a quote was told to: the mention behind its cue, as in "told reporters", "said to the court". Null where none stands there, or where
 * it is part of the content ("urged voters to stay home").
 */
export function audienceOf(
  { tokens, quoted }: SourceGround,
  mentions: readonly Mention[],
  cue: Run,
  source: Run | null,
  parts: readonly Run[],
): Run | null {
  const verbs = tokens.slice(cue.from, cue.to).map(({ lower }) => lower);
  const listened = verbs.some((verb) => LISTENED.has(verb));
  // "in an interview with", "told" and the like take a listener; "said" takes one behind "to" alone.
  const next = tokens[cue.to]?.lower;
  const from = next === 'to' && verbs.some((verb) => SPOKEN_TO.has(verb)) ? cue.to + 1 : listened ? cue.to : -1;
  if (from < 0 || from >= tokens.length || quoted[from]) return null;
  let audience: Mention | null = null;
  for (let i = firstFrom(mentions, from); i < mentions.length && mentions[i]!.from === from; i++) audience = mentions[i]!;
  if (!audience || audience.kind === 'bare' || audience.kind.startsWith('own')) return null;
  if (/^(?:that|who|which|it|this)$/.test(tokens[audience.from]!.lower) || liesIn(parts, audience)) return null;
  return source && source.from < audience.to && audience.from < source.to ? null : { from: audience.from, to: audience.to };
}
