import type { Token } from '../words/tokens.ts';
import { type PersonMention, personEnding } from './people.ts';

/** Tokens between a name and its verb, at most: an age, an address, a trade. */
const FARTHEST = 30;

/** Whether a token is an age behind a comma: "61" of "Ana Bell, 61". */
export const isAge = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'NUM' && /^\d{1,3}$/.test(tokens[at].text) && tokens[at - 1]?.text === ',';

/**
 * Whose age stands among what commas set off before a token: "Ana Bell" of "Ana Bell, 61, of Hill Farm, Little Ostley, told". Null where another subject begins between.
 */
export function agedBefore(
  tokens: readonly Token[],
  personMentions: readonly PersonMention[],
  from: number,
  end: number,
): PersonMention | null {
  let aged: PersonMention | null = null;
  for (let at = end - 1; at >= Math.max(from, end - FARTHEST); at--) {
    const { pos, text } = tokens[at]!;
    if (/^(?:VERB|AUX|CCONJ)$/.test(pos) || (pos === 'PUNCT' && !/^[,-]$/.test(text))) break;
    if (isAge(tokens, at) && tokens[at + 1]?.text === ',') aged = personEnding(personMentions, at - 1) ?? aged;
  }
  return aged;
}
