import { LISTENED, SPOKEN_TO } from '../lexicon/cues.ts';
import type { Run } from '../words/runs.ts';
import { saysWhen } from '../words/times.ts';
import { isVerb, NAMED, PART, type SourceGround } from './ground.ts';
import { beginningAt, type MentionGround } from './mentions.ts';
import { liesIn } from './question.ts';

/**
 * Whom a quote was told to: the mention behind its cue, as in "told reporters", "said to the court". Null where none stands there, or where
 * it is part of the content ("urged voters to stay home").
 */
export function audienceOf(ground: MentionGround, cue: Run, source: Run | null, parts: readonly Run[]): Run | null {
  const { tokens, quoted } = ground;
  const verbs = tokens.slice(cue.from, cue.to).map(({ lower }) => lower);
  const listened = verbs.some((verb) => LISTENED.has(verb));
  // "in an interview with", "told" and the like take a listener; "said" takes one behind "to" alone.
  const next = tokens[cue.to]?.lower;
  const from = next === 'to' && verbs.some((verb) => SPOKEN_TO.has(verb)) ? cue.to + 1 : listened ? cue.to : -1;
  if (from < 0 || from >= tokens.length || quoted[from]) return null;
  const audience = beginningAt(ground, from).at(-1);
  if (!audience || audience.kind === 'bare' || audience.kind.startsWith('own')) return null;
  if (/^(?:that|who|which|it|this)$/.test(tokens[audience.from]!.lower) || liesIn(parts, audience)) return null;
  return source && source.from < audience.to && audience.from < source.to ? null : { from: audience.from, to: audience.to };
}

/** What nobody tells anything to: what is told, what one answers, when it was. */
const THINGS =
  /^(?:applause|calls?|claims?|concerns?|critici?sms?|demands?|events?|facts?|figures?|jokes?|laughter|lack|levels?|lies?|needs?|news|plans?|proposals?|questions?|reports?|requests?|rise|stor(?:y|ies)|tales?|terms|threats?|times?|truth|weakness(?:es)?)$/;

/**
 * A listener, without the name with which the words begin that he is told: "his conference" of "told his conference Norland had won". Null where
 * it is a thing: "told the story of a clerk", "pointed to the fact", "warned last week".
 */
export function listening({ tokens, parts, namedAt }: SourceGround, cue: Run, { from, to }: Run): Run | null {
  const isNamed = namedAt[from] !== NAMED.NOTHING || parts[from] === PART.PRON;
  // "Responded to criticism", "agreed to the demands": only people are told so.
  if (tokens[from - 1]!.lower === 'to' && !isNamed && !SPOKEN_TO.has(tokens[cue.to - 1]!.lower) && !LISTENED.has(tokens[cue.to - 1]!.lower))
    return null;
  const of = tokens.slice(from, to).findIndex(({ lower }, i) => i > 0 && lower === 'of');
  const head = of > 0 ? from + of - 1 : to - 1;
  if (namedAt[head] === NAMED.NOTHING && (THINGS.test(tokens[head]!.lower) || saysWhen(tokens, head))) return null;
  const goesOn = isVerb(parts[to]);
  let name = to;
  while (name > from && namedAt[name - 1] !== NAMED.NOTHING) name--;
  return goesOn && name < to && name > from + 1 && parts[name - 1] === PART.NOUN ? { from, to: name } : { from, to };
}
