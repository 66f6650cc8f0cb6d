import { lastAt } from '../../sorted.ts';
import { CUES } from '../lexicon/cues.ts';
import { runsOver, textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import type { Attribution } from './attributions.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { written } from './written.ts';

/**
 * Words that, behind a comma, still tell of what was said: what is part of it, what it is measured by, on what it hangs. Nobody but who speaks compares, and narrators
 * explain in clauses of their own, "which", "while" and "although", that are as often theirs.
 */
const TAIL =
  /^(?:(?:including|excluding|versus|particularly|especially|mostly|mainly|payable|pending|unless) |(?:compared|along|together) (?:with|to) |adjusted for |subject to |(?:up|down) (?:\S+ (?:pct |% ?|percent |per ?cent )?)?from |as well as |rather than |instead of |such as |in particular |of (?:which|whom) |(?:about|or|at) (?:about |some |over |around )?[\d$£€]|an? (?:\w+ )?(?:increase|rise|drop|fall|decline|gain) (?:of|from|on) )/;
/** Words that do so behind a clause, and behind "announced the results" may be the narrator's. */
const TAIL_OF_CLAUSE = /^(?:(?:with|because|after|not) |and (?:that|whether) )/;
/** "Raising its stake to 42 per cent", not "raising fears". */
const TOTAL = /^(?:raising|bringing|taking|lifting|cutting|reducing) (?:its|their|his|her|the) [^,]*\bto (?:\w+ )?[\d$£€]/;
/** Tokens that tell whether words are such, and the longest of them. */
const FIRST = 4;
const LONGEST = 45;

/** The quotes, where one that ends at a comma goes on to the end of its sentence with what belongs to it: "profit rose to $5m, compared with $4m a year ago". */
export function withTails(ground: QuoteGround, quotes: readonly QuoteFound[]): QuoteFound[] {
  return quotes.map((quote) => {
    const whole = withTail(ground, quote);
    if (!whole) return quote;
    const last = quote.content.at(-1)!;
    const { end } = ground.tokens[whole.to - 1]!;
    if (quotes.some((other) => other.content.some((span) => span !== last && span.start < end && span.end > last.end))) return quote;
    const content = [...quote.content.slice(0, -1), ...written(ground, whole)];
    return { ...quote, content, kind: kindOf(ground, content) };
  });
}

/** The last stretch of a quote with what belongs to it, to the end of its sentence; null where nothing does. */
function withTail(ground: QuoteGround, quote: QuoteFound): Run | null {
  const { tokens, text, sentences, inQuotation, attributions } = ground;
  const { attribution, content, kind, sentence, until } = quote;
  if (!attribution || kind === 'DIRECT' || sentence !== until || attribution.sentence !== sentence) return null;
  const [words] = runsOver(tokens, [content.at(-1)!]);
  if (!words || attribution.to > words.from) return null;
  let end = sentences[sentence]!.to;
  while (end > words.to && /^[.!?]$/.test(tokens[end - 1]!.text)) end--;
  const tail = { from: words.to, to: end };
  if (end - tail.from < 3 || end - tail.from > LONGEST || inQuotation[tail.from]! >= 0) return null;
  const isSetOff = tokens[tail.from]!.text === ',';
  if (!(isSetOff ? belongs(text, tokens, quote, words, tail) : isSaid(tokens, attribution) && goesOn(tokens, words, tail))) return null;
  // Who else says something, or what the speaker did besides, is told from there on.
  const another = attributions[lastAt(attributions, end - 1, (clause) => clause.from)];
  return (another && another.from >= tail.from) || isInterrupted(tokens, tail) ? null : { from: words.from, to: end };
}

/** Whether what stands behind a comma belongs to the words before it. */
function belongs(text: string, tokens: readonly Token[], { attribution }: QuoteFound, words: Run, { from, to }: Run): boolean {
  const inSmall = (some: Run) => `${textOf({ text, tokens }, some).toLowerCase()} `;
  const first = inSmall({ from: from + 1, to: Math.min(to, from + 1 + FIRST) });
  if (TAIL.test(first)) return words.to - words.from > 2;
  if (/^\w+ing /.test(first) && TOTAL.test(inSmall({ from: from + 1, to }))) return true;
  if (TAIL_OF_CLAUSE.test(first)) return attribution!.source !== null && tokens[words.from]!.pos !== 'VERB' && hasVerb(tokens, words);
  return isSaid(tokens, attribution!) && isUnfinished(tokens, words, { from, to });
}

/** Whether words that no comma ends go on with a preposition, or have no verb yet: "he would stay in / Ostley", "the ferry / would stay". */
const goesOn = (tokens: readonly Token[], words: Run, tail: Run) =>
  /^(?:in|at|by|for|with|from|of|than|under)$/.test(tokens[tail.from]!.lower) || isUnfinished(tokens, words, tail);

/** Whether words said are no sentence, while what follows has a verb: "the ferry" of "the ferry, which is old, would stay", "if it rains" of "if it rains, it stays". */
const isUnfinished = (tokens: readonly Token[], words: Run, tail: Run) =>
  !/^(?:which|who|whom)$/.test(tokens[words.from]!.lower) &&
  (!hasVerb(tokens, words) || /^(?:while|although|though|if|when)$/.test(tokens[words.from]!.lower)) &&
  hasVerb(tokens, tail);

const isSaid = (tokens: readonly Token[], { form, cue, to }: Attribution) =>
  form === 'VERB' && /^(?:said|says|say|added|adds)$/.test(tokens[cue.to - 1]!.lower) && to === cue.to;

/** Whether a dash, or "and" before another verb of saying, stands in what follows. */
function isInterrupted(tokens: readonly Token[], { from, to }: Run): boolean {
  for (let at = from; at < to; at++) {
    const { text, lower, start } = tokens[at]!;
    if (/^(?:[-–—]|--|;)$/.test(text) && start > tokens[at - 1]!.end) return true;
    if (/^(?:and|but)$/.test(lower) && (CUES.has(tokens[at + 1]?.lower ?? '') || CUES.has(tokens[at + 2]?.lower ?? ''))) return true;
  }
  return false;
}

function hasVerb(tokens: readonly Token[], { from, to }: Run): boolean {
  for (let at = from; at < to; at++) {
    const { pos, lower } = tokens[at]!;
    if (pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing') && tokens[at - 1]?.lower !== 'to')) return true;
  }
  return false;
}
