import { CALENDAR } from '../lexicon/calendar.ts';
import { runsOver } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { isTime, saysWhen } from '../words/times.ts';
import type { Token } from '../words/tokens.ts';
import { finite } from './quote-content.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** Verbs of saying behind which a time may stand before a clause without "that". */
const SAYS = /^(?:added|adds|announced|said|say|says|warned)$/;

/** Words that begin a clause which hangs on the one before it. */
const HANGS = /^(?:after|although|as|because|before|if|once|since|though|unless|until|when|where|while)$/;

/**
 * A quote whose clause stands behind a time, from its subject on: "taxes would rise if the budget failed" of "The minister said on Monday taxes would rise if the budget failed",
 * whether no more of it was found than "if the budget failed" or the time too.
 */
export function fromBehindTime(ground: QuoteGround, quote: QuoteFound): QuoteFound {
  const { tokens, inQuotation } = ground;
  const { attribution, content, kind } = quote;
  if (!attribution || kind !== 'INDIRECT' || content.length > 1 || !SAYS.test(tokens[attribution.cue.to - 1]!.lower)) return quote;
  const [words] = runsOver(tokens, content);
  const { to } = attribution.cue;
  const begins = timeEnd(tokens, to);
  if (!words || words.from < to || begins <= to || begins >= words.to || words.from === begins) return quote;
  const isWithTime = words.from < begins;
  if (!isWithTime && !HANGS.test(tokens[words.from]!.lower)) return quote;
  const isClause = opens(tokens, begins) && finite(tokens, begins + 1, isWithTime ? words.to : words.from);
  const clause: Run = { from: to, to: isWithTime ? words.to : words.from };
  for (let at = clause.from; at < clause.to; at++)
    if (inQuotation[at]! >= 0 || (at < words.from && /^(?:[,;:()—–]|--|that)$/.test(tokens[at]!.lower))) return quote;
  return isClause ? { ...quote, content: [{ start: tokens[begins]!.start, end: content[0]!.end }] } : quote;
}

/** Where a time ends that begins at a token, "on Monday", "late last week"; the token itself where none does. */
function timeEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (/^(?:on|in|late|later|early|earlier|last|this)$/.test(tokens[at]?.lower ?? '')) at++;
  const first = at;
  // "Said February sales were up."
  if (first === from && !/^(?:\w+day|tonight|tomorrow)$/.test(tokens[at]?.lower ?? '')) return from;
  while (tokens[at] && (isTime(tokens[at]!) || (at > first && tokens[at]!.pos === 'NUM' && CALENDAR.has(tokens[at - 1]!.lower)))) at++;
  return at > first && (saysWhen(tokens, at - 1) || tokens[at - 1]!.pos === 'NUM') ? at : from;
}

/** Whether a subject may begin at a token. */
const opens = (tokens: readonly Token[], at: number) =>
  /^(?:ADJ|DET|NOUN|NUM|PRON|PROPN)$/.test(tokens[at]!.pos) && !/^(?:which|who|whose)$/.test(tokens[at]!.lower);
