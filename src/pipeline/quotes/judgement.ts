import { runsOver } from '../words/positions.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** Verbs that tell what somebody thinks of a thing, whatever their words were. */
const JUDGES =
  /^(?:applaud(?:s|ed)?|appreciate[sd]?|back(?:s|ed)?|commend(?:s|ed)?|condemn(?:s|ed)?|congratulate[sd]?|criticis(?:es|ed)|criticiz(?:es|ed)|decrie[sd]|denounce[sd]?|deplore[sd]?|hail(?:s|ed)?|honou?r(?:s|ed)?|lambaste[sd]?|mock(?:s|ed)?|oppose[sd]?|praise[sd]?|ridicule[sd]?|salute[sd]?|support(?:s|ed)?|thank(?:s|ed)?|welcome[sd]?)$/;

/**
 * Whether the words are what somebody praises, condemns or welcomes: "condemned the attack" tells what they think of it, and reports none of their words. Not where a reason
 * follows, "thanked her for staying", or a clause.
 */
export function isJudgement({ tokens }: QuoteGround, { attribution, kind, content }: QuoteFound): boolean {
  if (!attribution || kind !== 'INDIRECT' || content.length !== 1) return false;
  const { cue } = attribution;
  const [part] = runsOver(tokens, content);
  if (!part || part.from !== cue.to || !JUDGES.test(tokens[cue.to - 1]!.lower)) return false;
  return !tokens
    .slice(part.from, part.to)
    .some(({ lower, pos }) => /^(?:as|for|that|over|who)$/.test(lower) || (/^(?:VERB|AUX)$/.test(pos) && !/(?:ed|ing)$/.test(lower)));
}
