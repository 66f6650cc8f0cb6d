import type { Run } from '../words/runs.ts';
import { isVerb, PART, type SourceGround } from './ground.ts';
import { beginningAt, type MentionGround } from './mentions.ts';

/** Verbs whose passive tells of what others say of somebody, or to somebody: not "was convinced", which somebody is himself. */
const OF_OTHERS =
  /^(?:accused|advised|alleged|asked|assumed|believed|blamed|called|charged|considered|criticised|criticized|denounced|described|estimated|expected|forecast|informed|known|ordered|perceived|praised|projected|regarded|reminded|reported|rumored|rumoured|said|seen|supposed|thought|tipped|told|understood|urged|viewed|warned)$/;
/** Those of them that are never somebody's own before "to". */
const REDUCED = /^(?:advised|ordered|reminded|told|urged|warned)$/;
/** Behind "by": what it was told with, and by nobody. */
const MEANS = /^(?:e-?mails?|letters?|mail|messages?|phone|post|radio|telephone|texts?)$/;
const BE = /^(?:am|are|be|been|being|is|was|were|['’](?:re|m))$/;
/** Tokens behind the verb in which "by" may stand. */
const NEAR = 3;

/**
 * Who says it where a source is only whom it is said of: in "Bell is expected to win" nobody whom the text names, in "Bell was urged by the
 * council to go" the council. Undefined where the source speaks for itself.
 */
export function agentOf(ground: MentionGround, source: Run, cue: Run): Run | null | undefined {
  const { tokens, parts, sentenceAt } = ground;
  // "was warned by" may be the cue as a whole.
  let verb = cue.to - 1;
  if (verb > cue.from && tokens[verb]!.lower === 'by') verb--;
  // "A man accused of theft": nobody accuses without an object.
  if (tokens[verb]!.lower === 'of') verb--;
  if (source.to === verb && tokens[verb]!.lower === 'accused' && tokens[verb + 1]?.lower === 'of') return agentBehind(ground, verb);
  // "Pupils told to stay away", as headlines print it.
  if (source.to === verb && REDUCED.test(tokens[verb]!.lower) && tokens[verb + 1]?.lower === 'to') return agentBehind(ground, verb);
  // "Bell did nothing wrong, inquiry told", "Locals told: “Stay away”": nobody tells without a listener.
  const next = tokens[verb + 1];
  if (source.to === verb && tokens[verb]!.lower === 'told' && (!next || next.text === ':' || ground.opensParagraph[verb + 1]))
    return agentBehind(ground, verb);
  if (source.to > cue.from || sentenceAt[source.from] !== sentenceAt[verb] || !OF_OTHERS.test(tokens[verb]!.lower)) return undefined;
  let at = verb - 1;
  while (at > source.to && (parts[at] === PART.ADV || parts[at] === PART.PART)) at--;
  if (at < source.to || !BE.test(tokens[at]!.lower)) return undefined;
  while (
    at > source.to &&
    (parts[at - 1] === PART.AUX || parts[at - 1] === PART.ADV || parts[at - 1] === PART.PART || BE.test(tokens[at - 1]!.lower))
  )
    at--;
  // "Bell, who said that she was expected to win": the source is the subject of the verb, nothing stands between but what hangs on it. Where the passive as a whole is the cue,
  // "Bell will rest and is expected to win", it is nobody's who does not report by another verb.
  const isApart = at !== source.to && !hangsOn(tokens, parts, source.to, at);
  if (isApart && (at < cue.from || reportsBefore(ground, source, cue.from))) return undefined;
  return agentBehind(ground, verb);
}

/** Whether a source has a word that reports of its own, before the cue: "According to Bell", "Bell said that fares had risen and". */
function reportsBefore(ground: SourceGround, { from, to }: Run, cue: number): boolean {
  if (ground.tokens[from - 1]?.lower === 'to' && ground.tokens[from - 2]?.lower === 'according') return true;
  return ground.tokens.slice(to, cue).some(({ lower }, i) => /^(?:said|says|told)$/.test(lower) && !ground.quoted[to + i]);
}

/** Tokens of what hangs on a subject, at most. */
const HANGS = 6;

/** Whether the words between a subject and its verb hang on it: "with information" of "Anyone with information is asked". */
const hangsOn = (tokens: SourceGround['tokens'], parts: SourceGround['parts'], from: number, to: number): boolean =>
  // "Ana Bell, 27, is alleged".
  (to - from === 3 && tokens[from]!.text === ',' && parts[from + 1] === PART.NUM && tokens[to - 1]!.text === ',') ||
  hangsThere(tokens, parts, from, to);

const hangsThere = (tokens: SourceGround['tokens'], parts: SourceGround['parts'], from: number, to: number): boolean =>
  to - from <= HANGS &&
  /^(?:with|from|in|of|at|on|near|without)$/.test(tokens[from]!.lower) &&
  tokens.slice(from, to).every(({ text }, i) => !/^[,;:()"“”—–]$/.test(text) && !isVerb(parts[from + i]));

/** Who speaks where nobody is found for "was told by Ana Bell"; null where nobody is named so either. */
export function agentNamed(ground: MentionGround, { from, to }: Run): Run | null {
  const { tokens, quoted } = ground;
  for (let verb = from; verb < to; verb++)
    if (OF_OTHERS.test(tokens[verb]!.lower) && BE.test(tokens[verb - 1]?.lower ?? '') && !quoted[verb]) return agentBehind(ground, verb);
  return null;
}

/** The longest mention behind the "by" that follows a verb. */
export function agentBehind(ground: MentionGround, verb: number): Run | null {
  const { tokens } = ground;
  for (let by = verb + 1; by <= verb + NEAR && by < tokens.length; by++) {
    // "Is expected to fall by a third".
    if (tokens[by]!.lower === 'to') return null;
    if (tokens[by]!.lower !== 'by') continue;
    const agent = beginningAt(ground, by + 1).at(-1);
    return agent && !MEANS.test(tokens[agent.to - 1]!.lower) ? { from: agent.from, to: agent.to } : null;
  }
  return null;
}
