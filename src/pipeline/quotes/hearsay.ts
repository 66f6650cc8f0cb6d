import { textOf } from '../words/positions.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** What is told of somebody, by nobody whom the text names: "is said to be", "were widely believed to have left", "is alleged to have told". */
const TOLD =
  /\b(?:am|are|be|been|is|was|were|['’](?:re|m))(?: not)?(?: \w+ly| also| now| still)?\s(?:alleged|believed|claimed|known|reported|reputed|rumou?red|said|supposed|thought|understood)\sto\b/i;

/** Tokens before the cue and behind it in which its verb stands: "is also" before "said", "to" behind. */
const AROUND = 3;

/** Whether the words are hearsay of whoever is the subject: "The catch is said to be poor" reports what nobody is named for saying. */
export function isHearsay({ text, tokens, sentences }: QuoteGround, { attribution, kind, content }: QuoteFound): boolean {
  if (!attribution || kind !== 'INDIRECT') return false;
  const { cue, sentence } = attribution;
  // With or without the subject: "The catch" before the verb.
  if (content.at(-1)!.start < tokens[cue.from]!.start) return false;
  const { from, to } = sentences[sentence]!;
  return TOLD.test(textOf({ text, tokens }, { from: Math.max(from, cue.from - AROUND), to: Math.min(to, cue.to + 1) }));
}
