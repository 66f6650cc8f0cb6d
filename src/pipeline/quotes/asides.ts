import { RUBRICS } from '../lexicon/rubrics.ts';
import { paragraphAt } from '../words/positions.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** How papers tell what they have changed: "An earlier version of this article said", "This story has been corrected to say". */
const CORRECTS =
  /\b(?:earlier|previous|original) version of this (?:article|column|post|report|review|story)\b|^this (?:article|column|post|report|review|story) (?:has been|was) (?:amended|changed|corrected|updated)\b/i;

/** Characters in which a sentence says so. */
const LONGEST_CORRECTION = 200;

/** Whether it stands in a sentence with which the paper corrects itself. */
export function isCorrection({ text, sentences }: QuoteGround, { attribution, sentence }: QuoteFound): boolean {
  const { start, end } = sentences[attribution?.sentence ?? sentence]!;
  return CORRECTS.test(text.slice(start, Math.min(end, start + LONGEST_CORRECTION)));
}

/**
 * Whether it stands in a caption or another paragraph with a rubric, and nobody is named beside it: in its sentence, if it has no
 * quotation marks.
 */
export function isAside({ text, tokens, paragraphs }: QuoteGround, { content, kind, attribution, sentence }: QuoteFound): boolean {
  const paragraph = paragraphs[paragraphAt(paragraphs, content[0]!.start)];
  const colon = paragraph ? text.slice(paragraph.start, paragraph.start + LONGEST_RUBRIC).indexOf(':') : -1;
  if (colon <= 0 || !RUBRICS.has(text.slice(paragraph!.start, paragraph!.start + colon).toLowerCase())) return false;
  const { source = null } = attribution ?? {};
  // The rubric itself, "Photo", says nothing, nor do its readers: "Tell us what you think".
  const isNamed =
    source &&
    !/^(?:us|we|our|you|your)$/.test(tokens[source.from]!.lower) &&
    !(tokens[source.from]!.start >= paragraph!.start && tokens[source.from]!.start < paragraph!.start + colon);
  return !(isNamed && (kind !== 'INDIRECT' || attribution!.sentence === sentence));
}

const LONGEST_RUBRIC = 24;
