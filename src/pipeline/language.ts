import { eld } from 'eld/extrasmall';
import type { Span } from '../span.ts';

/** Characters that are looked at. */
const SAMPLE = 1_500;
/** Letters without which no text is taken for another language than English: tables of figures look like any. */
const FEWEST_LETTERS = 150;

/**
 * Tells the language of a text by its letters. Everything that follows is made for English: a text in another language has no paragraphs
 * for it to read. Only the text decides, so that it does not matter which of its places of origin is read first.
 */
export function readLanguage({ text, body, paragraphs, notes }: { text: string; body: Span; paragraphs: Span[]; notes: string[] }): {
  language: string | null;
  paragraphs: Span[];
  notes: string[];
} {
  const language = languageOf(text.slice(body.start, Math.min(body.end, body.start + SAMPLE)));
  if (language === null || language === 'en') return { language, paragraphs, notes };
  const note = `The text is in another language than English (${language}): it is stored and can be searched, but nothing was extracted.`;
  return { language, paragraphs: [], notes: [...notes, note] };
}

/** Whether a text has so many letters or more. */
function hasLetters(text: string, count: number): boolean {
  const letters = /\p{L}/gu;
  for (let found = 0; found < count; found++) if (!letters.test(text)) return false;
  return true;
}

/** A BCP 47 code; null where the text is too short or too odd to be sure. */
function languageOf(sample: string): string | null {
  if (!hasLetters(sample, FEWEST_LETTERS)) return null;
  const found = eld.detect(sample);
  return found.isReliable() && found.language !== '' ? found.language : null;
}
