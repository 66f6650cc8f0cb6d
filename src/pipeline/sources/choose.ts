import { weighed } from '../../model/scorer.ts';
import type { Table } from '../../model/table.ts';
import { HONORIFICS } from '../lexicon/titles.ts';
import type { Run } from '../words/runs.ts';
import { beforeTime, saysWhen } from '../words/times.ts';
import { wholeWords } from '../words/whole-words.ts';
import { describe } from './describe.ts';
import { NAMED, PART, type SourceGround } from './ground.ts';
import { LAYOUT, layoutOf } from './layout.ts';
import { isWhen, type Mention, type MentionGround } from './mentions.ts';
import { wholePhrase, withHead } from './phrase.ts';
import { type Heads, type Heard, questionOf } from './question.ts';
import { describeReaches, reachesOf } from './reach.ts';

/** The trained weights that rank the candidates of a quote, and how far the best one reaches. */
export interface SourceModel {
  readonly candidates: Table;
  readonly reaches: Table;
}

/** Who stands beside a quote. */
export interface Choice {
  readonly mention: Mention | null;
  /** The mention with what hangs on it. */
  readonly source: Run | null;
  readonly cue: Run | null;
  /** How far the best candidate is ahead of the next, and of nobody, in the model's units. */
  readonly margin: number;
}

/** How far ahead a source is of which grammar is certain. */
export const CLEAR = 768;

/** Less than any candidate has. */
const LEAST = -32768;

/** Units by which somebody is preferred to nobody. */
const BIAS = 128;

/** The likeliest source of a quote. */
export function chooseSource(model: SourceModel, ground: MentionGround, heads: Heads, quote: Heard): Choice {
  const question = questionOf(ground, heads, quote);
  const scores = weighed(model.candidates, question.candidates.length + 1, (writer) => describe(ground, heads, question, writer));
  scores[scores.length - 1]! -= BIAS;
  let best = indexOfMost(scores);
  // Times are learned as others are, so that the weights know them, but never chosen.
  while (question.candidates[best] && scores[best]! > LEAST && isWhen(ground, question.candidates[best]!)) {
    scores[best] = LEAST;
    best = indexOfMost(scores);
  }
  const mention = question.candidates[best] ?? question.candidates.find((one) => layoutOf(ground, question, one) !== LAYOUT.NONE) ?? null;
  const margin = scores[best]! - Math.max(...scores.filter((_, i) => i !== best), LEAST);
  const whole = (source: Run) => wholePhrase(ground, question.cue, source);
  // Where the model knows nobody, who the clause says it was: "in the words of Bell".
  if (!mention)
    return {
      mention,
      source: quote.rule && whole(wholeWords(ground.tokens, behindTime(ground, quote.rule.source))),
      cue: question.cue,
      margin,
    };
  // The rules' phrases are whole, "Bell and Dahl", where they hold more than the mention.
  if (quote.rule && isWithin(mention, quote.rule.source))
    return { mention, source: whole(wholeWords(ground.tokens, behindTime(ground, quote.rule.source))), cue: question.cue, margin };
  const reaches = reachesOf(ground, question, mention);
  const lengths = weighed(model.reaches, reaches.length, (writer) => describeReaches(ground, heads, question, mention, reaches, writer));
  const reach = withHead(ground, question.candidates, mention, reaches[indexOfMost(lengths)]!);
  const source = whole(wholeWords(ground.tokens, behindTime(ground, reach)));
  return { mention, source, cue: question.cue, margin };
}

/** Whether some words are a part of others, and not all of them. */
const isWithin = (part: Run, whole: Run) => whole.from <= part.from && part.to <= whole.to && whole.to - whole.from > part.to - part.from;

/** "Police" of "Yesterday police" and "police on Monday", "Bell" of "a week after Bell": what says when is no part of who says it. */
function behindTime(ground: SourceGround, source: Run): Run {
  const { tokens, parts, namedAt } = ground;
  // "Analysts" of "a fall which analysts called steep".
  const from = source.to - source.from > 1 && /^(?:which|whom)$/.test(tokens[source.from]!.lower) ? source.from + 1 : source.from;
  const before = beforeTime(tokens, source.to - 1, from) + 1;
  const isTimed = before - from > 0 && before < source.to && (parts[before - 1] === PART.NOUN || parts[before - 1] === PART.PROPN);
  const to = isTimed && namedAt[source.to - 1] !== NAMED.ORGANIZATION ? before : source.to;
  const begins = tokens.slice(from, to).findLastIndex(({ lower }, i) => BEGINS_CLAUSE.test(lower) && namedAt[from + i] === NAMED.NOTHING);
  const named = from + begins + (HONORIFICS.has(tokens[from + begins + 1]?.lower ?? '') ? 2 : 1);
  if (begins >= 0 && namedAt[named] === NAMED.PERSON && namedAt[to - 1] === NAMED.PERSON) return { from: from + begins + 1, to };
  const last = [from + 2, from + 1, from].find((at) => at < to - 1 && namedAt[at] !== NAMED.ORGANIZATION && saysWhen(tokens, at));
  return last === undefined ? { from, to } : { from: last + 1, to };
}

const BEGINS_CLAUSE = /^(?:after|before|since|until|while|when|because|once)$/;

/** The first of the highest. */
function indexOfMost(scores: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
  return best;
}
