import { type Span, trim } from '../../span.ts';

/** A line with nothing but the hour, as live reports set it above each of their entries. */
const HOUR = /^\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?: (?:GMT|BST|CET|EST|EDT|ET|PST|PT))?[^\S\n]*\n/i;

/**
 * Blocks of text between blank lines, or single lines where the text has no blank one, and of a block under an hour of its own; without the white
 * space around them.
 */
export function splitParagraphs({ text }: { text: string }): { paragraphs: Span[] } {
  // A line with a bullet, or a dash before a quotation, is a paragraph, wherever it stands.
  const gaps = /\n\s*\n/.test(text.trim()) ? /\n\s*\n|\n(?=[^\S\n]*(?:[•‣▪●◦]|[-–—] ?["“‘']))/g : /\n/g;
  const paragraphs: Span[] = [];
  let start = 0;
  for (const gap of [...text.matchAll(gaps), null]) {
    const paragraph = trim(text, { start, end: gap?.index ?? text.length });
    if (HOUR.test(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_HOUR))))
      paragraphs.push(...linesOf(text, paragraph));
    else if (paragraph.end > paragraph.start) paragraphs.push(paragraph);
    if (gap) start = gap.index + gap[0].length;
  }
  return { paragraphs };
}

const LONGEST_HOUR = 20;

/** The lines of a block that hold anything. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const line = trim(text, { start: from, end: newline < 0 || newline > end ? end : newline });
    if (line.end > line.start) lines.push(line);
    from = newline < 0 || newline > end ? end : newline + 1;
  }
  return lines;
}
