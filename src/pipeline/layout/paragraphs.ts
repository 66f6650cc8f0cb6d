import { type Span, trim } from '../../span.ts';
import { linesIn } from './lines.ts';
import { withoutWraps } from './wrapped.ts';

/** A line with nothing but the hour, as live reports set it above each of their entries. */
const HOUR = /^\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?: (?:GMT|BST|CET|EST|EDT|ET|PST|PT))?[^\S\n]*\n/i;

/**
 * Blocks of text between blank lines, or single lines where the text has no blank one, and of a block under an hour of its own; without the white
 * space around them. Of the text as it is stored, too, whose lines a program may have broken.
 */
export function splitParagraphs(article: { text: string }): { paragraphs: Span[] } {
  const text = withoutWraps(article.text);
  const paragraphs: Span[] = [];
  let start = 0;
  for (const gap of [...gapsIn(text), null]) {
    const paragraph = trim(text, { start, end: gap?.index ?? text.length });
    if (HOUR.test(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_HOUR))))
      paragraphs.push(...linesIn(text, paragraph));
    else if (paragraph.end > paragraph.start) paragraphs.push(paragraph);
    if (gap) start = gap.index + gap[0].length;
  }
  return { paragraphs };
}

const LONGEST_HOUR = 20;

/** What parts the paragraphs. */
function gapsIn(text: string): RegExpExecArray[] {
  // A line with a bullet, or a dash before a quotation, is a paragraph, wherever it stands.
  if (/\n\s*\n/.test(text.trim())) return [...text.matchAll(/\n\s*\n|\n(?=[^\S\n]*(?:[•‣▪●◦]|[-–—] ?["“‘']))/g)];
  return [...text.matchAll(/\n/g)];
}
