import type { Run } from '../words/runs.ts';
import type { SourceGround } from './ground.ts';
import type { MentionGround } from './mentions.ts';

/** Tokens between "quoted" and "as saying", at most. */
const FARTHEST = 20;

/**
 * Whose words they are that somebody passes on: Bell's in "AP quoted Ana Bell, a doctor, as saying" and in "Bell was quoted by AP as saying", or "in the Post saying".
 * Null for any other cue.
 */
export function relayedFrom({ tokens, mentions }: MentionGround, cue: Run): Run | null {
  const verb = verbOf(tokens, cue);
  if (verb === null) return null;
  const isPassive = /^(?:was|were|is|are|been|being)$/.test(tokens[verb - 1]?.lower ?? '');
  const as = asSaying(tokens, verb, isPassive && tokens[verb]!.lower === 'quoted');
  if (as === null) return null;
  if (isPassive) {
    const aux = /^(?:has|have|had)$/.test(tokens[verb - 2]?.lower ?? '') ? verb - 2 : verb - 1;
    return mentions.findLast(({ to }) => to === aux) ?? null;
  }
  let to = verb + 1;
  while (to < as && !/^[,("“]$/.test(tokens[to]!.text)) to++;
  return to > verb + 1 ? { from: verb + 1, to } : null;
}

/** Where "quoted" stands: in the cue, or before it where the cue is "as saying". */
function verbOf(tokens: SourceGround['tokens'], { from, to }: Run): number | null {
  for (let at = to - 1; at >= Math.max(0, from - FARTHEST); at--) {
    if (/^(?:quoted|quotes|quoting|cited|cites|citing|reports|reported)$/.test(tokens[at]!.lower)) return at;
    if (at < from && tokens[at]!.endsSentence) return null;
  }
  return null;
}

/** Where "as saying" stands behind a verb, or "saying" alone. */
function asSaying(tokens: SourceGround['tokens'], verb: number, alone: boolean): number | null {
  for (let at = verb + 1; at < Math.min(tokens.length - 1, verb + FARTHEST) && !tokens[at]!.endsSentence; at++) {
    if (tokens[at]!.lower === 'as' && /^(?:saying|telling|stating|writing|describing|calling|having)$/.test(tokens[at + 1]!.lower))
      return at;
    if (alone && tokens[at]!.lower === 'saying') return at;
  }
  return null;
}
