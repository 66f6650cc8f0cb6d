import { type Span, trim } from '../span.ts';

/** Blocks of text between blank lines, or single lines where the text has no blank one; without the white space around them. */
export function splitParagraphs({ text }: { text: string }): { paragraphs: Span[] } {
  const gaps = /\n\s*\n/.test(text.trim()) ? /\n\s*\n/g : /\n/g;
  const paragraphs: Span[] = [];
  let start = 0;
  for (const gap of [...text.matchAll(gaps), null]) {
    const paragraph = trim(text, { start, end: gap?.index ?? text.length });
    if (paragraph.end > paragraph.start) paragraphs.push(paragraph);
    if (gap) start = gap.index + gap[0].length;
  }
  return { paragraphs };
}
