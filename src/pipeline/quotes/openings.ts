import { isVerb } from '../words/grammar.ts';
import { runsOver } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import type { Attribution } from './attributions.ts';
import { finite } from './quote-content.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/** Words for when, where and how that a sentence begins with; "if" and "because" may begin what somebody says. */
const OPENING = /^(?:in|of|at|as|on|before|after|during|while|when|by|with|under|despite|from|until|following|speaking|asked|earlier)$/;

/** Words in "-ing" that say what is counted, which is part of what is said. */
const COUNTED = /^(?:assuming|barring|concerning|considering|depending|excluding|including|regarding|starting|beginning)$/;

/** Words that begin a condition, which is said with what follows from it. */
const CONDITION = /^(?:if|unless|because|once|although|though|whenever|wherever)$/;

/**
 * The quotes without those that are the opening of a sentence, "before the vote" of "Before the vote, Bell said that …", "closing the meeting" of "Closing the
 * meeting, Bell said …": whose cue has its words behind it already. A condition goes on behind the clause: "If it rains, Bell said, …".
 */
export function withoutOpenings(ground: QuoteGround, quotes: readonly QuoteFound[]): QuoteFound[] {
  const { tokens } = ground;
  const reported = new Map<number, QuoteFound>();
  for (const quote of quotes) {
    const { attribution, content } = quote;
    if (attribution && content[0]!.start > tokens[attribution.cue.from]!.start) reported.set(attribution.cue.from, quote);
  }
  const openings = new Map<QuoteFound, QuoteFound>();
  const dropped = new Set<QuoteFound>();
  for (const quote of quotes) {
    const other = quote.attribution && reported.get(quote.attribution.cue.from);
    if (other && quote.kind === 'INDIRECT' && happenedBefore(ground, quote, other)) dropped.add(quote);
    const opening = other && other.attribution!.sentence === quote.sentence ? openingOf(ground, quote) : null;
    if (opening === null) continue;
    if (CONDITION.test(opening.lower)) openings.set(other!, quote);
    if (CONDITION.test(opening.lower) || OPENING.test(opening.lower) || isAside(ground, opening, quote, other!)) dropped.add(quote);
  }
  if (dropped.size === 0) return [...quotes];
  return quotes.flatMap((quote) => {
    const opening = openings.get(quote);
    return dropped.has(quote) ? [] : opening ? [{ ...quote, content: [...opening.content, ...quote.content] }] : [quote];
  });
}

/**
 * Whether an opening without a verb of its own tells how or when it was said. What goes on behind a comma has it for its subject: "Closing the bridge, Bell said, would
 * be wrong".
 */
function isAside({ tokens, sentences }: QuoteGround, opening: Token, quote: QuoteFound, { content, attribution }: QuoteFound): boolean {
  const { sentence, from, cue } = attribution!;
  if (COUNTED.test(opening.lower) || finite(tokens, sentences[sentence]!.from, from)) return false;
  // "Drivers, said Bell, are slow", however little of that was found.
  if (tokens[quote.attribution!.to]?.text === ',') return false;
  for (let at = cue.to; tokens[at] && tokens[at]!.start < content[0]!.start; at++) if (tokens[at]!.text === ',') return false;
  return true;
}

/** Whether the narrator tells it before the clause: "the roof leaked" of "The roof leaked, but Bell said: “It is dry.”". */
function happenedBefore(ground: QuoteGround, { content }: QuoteFound, { attribution, content: words }: QuoteFound): boolean {
  if (!isApart(ground, attribution!) || content.at(-1)!.end > ground.tokens[attribution!.from]!.start) return false;
  const [next] = runsOver(ground.tokens, words);
  return next !== undefined && isAnnounced(ground, attribution!, next);
}

/** The word with which a sentence opens whose words up to the clause, and a comma, are the quote; null for any other quote. */
function openingOf({ tokens, sentences }: QuoteGround, { attribution, content, kind, sentence }: QuoteFound): Token | null {
  if (!attribution || kind !== 'INDIRECT' || attribution.form === 'LEADING' || attribution.from < 2) return null;
  const first = tokens[sentences[sentence]!.from]!;
  const comma = tokens[attribution.from - 1]!;
  const isApart = comma.text === ',' && content.at(-1)!.end <= comma.start && tokens[attribution.from - 2]!.start < content.at(-1)!.end;
  return isApart && content[0]!.start === first.start ? first : null;
}

/**
 * A quote without what its sentence opens with before the clause that reports: "close to tears" of "Close to tears, Bell said: “I am sorry.”", and what happened before ", and
 * Bell said: “I am sorry.”".
 */
export function withoutLead(ground: QuoteGround, quote: QuoteFound): QuoteFound {
  const { tokens, sentences, inQuotation } = ground;
  const { attribution, content, sentence, act } = quote;
  if (!attribution || act === 'ATTITUDE' || content.length < 2 || attribution.form === 'LEADING' || attribution.sentence !== sentence)
    return quote;
  const [lead, next] = runsOver(tokens, content.slice(0, 2));
  const { from } = sentences[sentence]!;
  if (!lead || !next || lead.from > from + 1 || inQuotation[lead.from]! >= 0 || lead.to > attribution.from || next.from < attribution.to)
    return quote;
  // "Cruz, Bell wrote “has failed”": of what follows the lead is the subject.
  if (isVerb(tokens[next.from])) return quote;
  const { lower } = tokens[lead.from]!;
  const apart = isApart(ground, attribution);
  if (!apart && tokens[attribution.from - 1]!.text !== ',') return quote;
  const bare = !finite(tokens, from, attribution.from) && !COUNTED.test(lower);
  const isLead = isAnnounced(ground, attribution, next)
    ? bare || apart || OPENING.test(lower)
    : bare &&
      !CONDITION.test(lower) &&
      !tokens.slice(attribution.from, next.from).some(({ text, endsSentence }) => text === ',' || endsSentence);
  if (!isLead) return quote;
  const kept = content.slice(1);
  return { ...quote, content: kept, kind: kindOf(ground, kept) };
}

/** Whether a clause is one more behind "and" or "but". */
const isApart = ({ tokens }: QuoteGround, { from }: Attribution) => /^(?:and|but)$/.test(tokens[from - 1]?.lower ?? '');

/** Whether words are a sentence in quotation marks that a colon or comma announces behind a clause; "I" goes on behind a comma too. */
function isAnnounced({ tokens, inQuotation }: QuoteGround, { to }: Attribution, words: Run): boolean {
  const first = tokens[words.from]!.text;
  const between = tokens.slice(to, words.from);
  const mark = between.find(({ text }) => /^[,:]$/.test(text))?.text;
  if (inQuotation[words.from]! < 0 || !/^\p{Lu}/u.test(first) || between.some(({ endsSentence }) => endsSentence)) return false;
  return mark === ':' || (mark === ',' && !/^I\b/.test(first));
}
