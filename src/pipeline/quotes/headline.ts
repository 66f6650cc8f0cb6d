import type { Span } from '../../span.ts';
import { BODIES, DOCUMENTS, isTitle, NOBODY } from '../lexicon/titles.ts';
import { personEnding } from '../names/people.ts';
import { isVerb } from '../words/grammar.ts';
import { byMark } from './attributions.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { written } from './written.ts';

/** What the reading of a headline looks at. */
export interface HeadlineGround extends QuoteGround {
  readonly headline: Span | null;
}

/** Words of a source behind the dash of a headline, at most. */
const LONGEST_SOURCE = 7;
/** Words before the dash, at least. */
const SHORTEST = 4;

/**
 * What a headline says in the words of whom a dash at its end names: "Gas contract will not be renewed — Bell", in British papers with a hyphen. Null
 * where no person, organization or role stands behind a dash, or no verb before it.
 */
export function headlineQuote(ground: HeadlineGround): QuoteFound | null {
  const { text, tokens, headline, personMentions, organizationAt } = ground;
  const sentence = ground.sentences[0];
  if (!headline || !sentence || sentence.start !== headline.start) return null;
  const { from, to } = sentence;
  if (to - from < SHORTEST + 2) return null;
  let dash = to - 2;
  while (dash > from && to - dash - 1 <= LONGEST_SOURCE && !/^[—–-]$/.test(tokens[dash]!.text)) dash--;
  if (
    !/^[—–-]$/.test(tokens[dash]!.text) ||
    dash - from < SHORTEST ||
    !/^\s[—–-]\s$/.test(text.slice(tokens[dash]!.start - 1, tokens[dash]!.end + 1))
  )
    return null;
  const last = tokens[to - 1]!;
  const name = personEnding(personMentions, to);
  const isNamed = (name && name.titleFrom > dash) || organizationAt.has(to - 1);
  const singular = last.lower.replace(/s$/, '');
  const isRole =
    [last.lower, singular].some((word) => isTitle(word) || BODIES.has(word) || DOCUMENTS.has(word) || NOBODY.has(word)) ||
    /^(?:ministry|poll|survey|media|pm)$/.test(last.lower);
  const behind = tokens.slice(dash + 1, to);
  if (!(isNamed || isRole) || behind.some(isVerb)) return null;
  if (!tokens.slice(from, dash).some(isVerb)) return null;
  const content = written(ground, { from, to: dash });
  if (content.length === 0) return null;
  return {
    content,
    kind: kindOf(ground, content),
    act: 'SPEECH',
    attribution: { ...byMark({ from: dash, to: dash + 1 }, { from: dash + 1, to }), sentence: 0 },
    sentence: 0,
    until: 0,
  };
}
