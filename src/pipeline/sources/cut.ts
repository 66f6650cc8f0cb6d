import type { Span } from '../../span.ts';
import { isAsked } from '../quotes/asking.ts';
import { spanOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { isVerb, PART, type SourceGround } from './ground.ts';
import { isCueWord } from './question.ts';

/** Words that a piece of content needs to stay, once the clause that reports it is cut out. */
const SHORTEST = 3;

/**
 * What is left of a quote's content when its source turns out to lie inside it: "X, he said" is X; or when a part of it says who the source
 * is. Null where nothing is cut.
 */
export function cutBack(ground: SourceGround, parts: readonly Run[], source: Run): { parts: Run[]; content: Span[] } | null {
  const own = parts.filter(
    (part) => !isSourceItself(ground, part, source) && !isApposed(ground, part, source) && !isQuestion(ground, part),
  );
  if (own.length > 0 && own.length < parts.length) return contentOf(ground, own);
  const part = parts.find(({ from, to }) => source.from >= from && source.to <= to);
  if (!part) return null;
  const clause = clauseOf(ground, source, part);
  const pieces = [trim(ground, { from: part.from, to: clause.from }), trim(ground, { from: clause.to, to: part.to })];
  const kept = pieces.filter((piece) => wordsIn(ground, piece) >= SHORTEST);
  if (kept.length === 0) return null;
  return contentOf(
    ground,
    parts.flatMap((one) => (one === part ? kept : [one])),
  );
}

/**
 * A source without its verb and the words that it says, where the verb looked like a noun: "Bloomberg" of "Bloomberg estimates Ana Bell", which estimates "Ana Bell's wealth
 * at $2m".
 */
export function beforeVerb({ tokens, parts: tags }: SourceGround, parts: readonly Run[], cue: Run | null, { from, to }: Run): Run {
  if (!cue || cue.from <= from || !parts.some((part) => cue.from < part.from && part.from < to)) return { from, to };
  // Not "The" of "The proposed law", where what it says begins with "law".
  const last = cue.from - 1;
  const isWhole = [PART.NOUN, PART.PROPN, PART.PRON].includes(tags[last]!) || /^(?:both|many|most|others|some)$/.test(tokens[last]!.lower);
  return { from, to: isWhole ? cue.from : to };
}

const contentOf = ({ tokens }: SourceGround, parts: Run[]) => ({
  parts,
  content: parts.map((part) => spanOf(tokens, part)),
});

/** Whether a part is nothing but words of its source: "documents" of "according to court documents". */
export const isSourceItself = ({ quoted }: SourceGround, { from, to }: Run, source: Run): boolean =>
  !quoted[from] && from >= source.from && to <= source.to;

/** Whether a part is what the source is called before its name: "His lawyer" of "His lawyer, Ana Bell, said that". */
const isApposed = ({ tokens, parts }: SourceGround, { from, to }: Run, source: Run) =>
  to + 1 === source.from && tokens[to]!.text === ',' && tokens[source.to]?.text === ',' && !parts.subarray(from, to).some(isVerb);

/** Whether a part outside quotation marks is what the source was asked: "the cost" of `Asked about the cost, she laughed. "Not mine."`. */
const isQuestion = ({ tokens, quoted, sentenceFrom }: SourceGround, part: Run) =>
  !quoted[part.from] && isAsked(tokens, sentenceFrom[part.from]!, part);

/** The source with its verb: "he said", "said Bell on Monday". */
function clauseOf(ground: SourceGround, source: Run, part: Run): Run {
  let { from, to } = source;
  if (isCueWord(ground, to)) to++;
  else if (ground.parts[to] === PART.ADV && isCueWord(ground, to + 1)) to += 2;
  else if (isCueWord(ground, from - 1)) from--;
  return { from: Math.max(from, part.from), to: Math.min(to, part.to) };
}

function trim({ tokens }: SourceGround, { from, to }: Run): Run {
  while (from < to && /^[,;:—–-]+$/.test(tokens[from]!.text)) from++;
  while (to > from && /^[,;:—–-]+$/.test(tokens[to - 1]!.text)) to--;
  return { from, to };
}

const wordsIn = ({ tokens }: SourceGround, { from, to }: Run) =>
  tokens.slice(from, to).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
