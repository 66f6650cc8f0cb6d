import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Span } from '../../span.ts';

/** Characters that are looked at. */
const SAMPLE = 1_500;
/** Letters without which no text is taken for another language than English. */
const FEWEST_LETTERS = 150;

/** Figures for each word from which a text is a table, and tables look like any language. */
const FIGURES_OF_TABLES = 0.15;
/** Words that no other language has many of, and the share of them from which a text is English: of news in English they are a fifth. */
const ENGLISH = new Set(['the', 'of', 'and', 'to', 'that', 'with', 'from', 'his', 'which', 'said', 'has', 'were', 'this', 'they']);
const ENGLISH_SHARE = 0.05;

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
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.filter((word) => ENGLISH.has(word)).length >= ENGLISH_SHARE * words.length) return 'en';
  if (isTable(sample, words.length)) return null;
  const found = detector().detect(sample);
  return found.isReliable() && found.language !== '' ? found.language : null;
}

/** Whether a text, in Latin letters alone, has many figures for its words. */
function isTable(sample: string, words: number): boolean {
  const figures = sample.match(/\p{Nd}[\p{Nd}.,]*/gu) ?? [];
  return figures.length >= FIGURES_OF_TABLES * words && !/(?!\p{Script=Latin})\p{L}/u.test(sample);
}

/**
 * What tells other languages by their letters. Its tables take 50 to 100 MB in each thread, so that only those texts load them that the words above
 * leave open: of 6,000 English articles one.
 */
const detector = (): typeof import('eld/extrasmall').eld =>
  createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall'))).eld;
