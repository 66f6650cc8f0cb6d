import type { Match } from './attribution.ts';
import { add, type Counts } from './counts.ts';
import type { Shape } from './shape.ts';
import { common } from './words.ts';

/** How the source of a gold quote can be found or missed, in the order in which the report lists it. */
export const CAUSES = [
  'the same words',
  'less: without the apposition, clause or bracket that gold includes',
  'less or more: other words of the same mention',
  'another source',
  'no source',
  'the quote was not found',
] as const;

/** For the gold quotes of one article that have a source, in which way it was found. */
export function countCauses(text: string, matches: readonly Match[]): Counts {
  const counts: Counts = {};
  for (const match of matches) if (match.gold.sourceWords.length > 0) add(counts, causeOf(text, match), 1);
  return counts;
}

function causeOf(text: string, { gold, predicted, sourceIsRight }: Match): (typeof CAUSES)[number] {
  if (!predicted) return 'the quote was not found';
  if (predicted.sourceWords.length === 0) return 'no source';
  if (!sourceIsRight) return 'another source';
  if (gold.sourceWords.join() === predicted.sourceWords.join()) return 'the same words';
  const [wanted, given] = [gold.source[0]!, predicted.source[0]!];
  const rest = text.slice(given.end, wanted.end);
  const isShortened = given.start === wanted.start && /^(?:['’]s?)?\s*(?:[,(—–-]|(?:who|whose|which|that)\b)/.test(rest);
  return isShortened
    ? 'less: without the apposition, clause or bracket that gold includes'
    : 'less or more: other words of the same mention';
}

/** How the content of gold quotes can be found or missed; the last are found quotes that share no word with any. */
export const CONTENT_CAUSES = [
  'the same words',
  'joined or parted otherwise',
  'another end',
  'another beginning',
  'both ends other',
  'missed',
  'found where there is none',
] as const;
type ContentCause = (typeof CONTENT_CAUSES)[number];

type Words = Pick<Shape<unknown>, 'content' | 'kind' | 'words' | 'wordSet' | 'wordKey'>;

/** For the quotes of one article in which way each was found, as `cause/kind`. */
export function countContentCauses(gold: readonly Words[], predicted: readonly Words[]): Counts {
  const counts: Counts = {};
  const keys = new Set(predicted.map(({ wordKey }) => wordKey));
  for (const quote of gold)
    add(counts, `${keys.has(quote.wordKey) ? 'the same words' : contentCauseOf(quote, predicted)}/${quote.kind}`, 1);
  const words = new Set(gold.flatMap((quote) => quote.words));
  for (const quote of predicted) if (common(quote.words, words) === 0) add(counts, `found where there is none/${quote.kind}`, 1);
  return counts;
}

function contentCauseOf(gold: Words, predicted: readonly Words[]): ContentCause {
  let [best, most]: [Words | null, number] = [null, 0];
  for (const quote of predicted) {
    const shared = common(quote.words, gold.wordSet);
    if (shared > most) [best, most] = [quote, shared];
  }
  if (!best) return 'missed';
  if (best.content.length !== gold.content.length) return 'joined or parted otherwise';
  const [begins, ends] = [best.words[0] === gold.words[0], best.words.at(-1) === gold.words.at(-1)];
  return begins ? 'another end' : ends ? 'another beginning' : 'both ends other';
}
