import { type Span, trim } from '../../span.ts';
import { linesIn } from './lines.ts';

/** A line with nothing but the hour, as live reports set it above each of their entries. */
const HOUR = /^\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?: (?:GMT|BST|CET|EST|EDT|ET|PST|PT))?[^\S\n]*\n/i;

/** A line that a program broke is at most so long, in characters. */
const LONGEST_LINE = 100;
const SHORTEST_LINE = 45;
/** Lines that tell whether a program broke them, at least. */
const FEWEST_BROKEN = 3;

const ENDS = /[.?!…:]["”’'»)\]]*$/;

/**
 * Whether a text without blank lines was broken into lines of one length, as mail and PDF have them: none is longer than a line, and of the long ones most
 * end within a sentence that goes on in small letters. Tables do not.
 */
function isWrapped(lines: readonly string[], longest: number): boolean {
  if (longest > LONGEST_LINE || longest < SHORTEST_LINE) return false;
  const long = lines.flatMap((line, i) => (line.length > 0.75 * longest && i + 1 < lines.length ? [i] : []));
  const broken = long.filter((i) => !ENDS.test(lines[i]!) && /^\p{Ll}/u.test(lines[i + 1]!));
  return broken.length >= FEWEST_BROKEN && 3 * long.length > lines.length && 2 * broken.length >= long.length;
}

/** Whether a line of such a text is the last of its paragraph: a sentence ends there before the margin, or the line is short, as headlines are. */
const endsParagraph = (line: string, longest: number): boolean => line.length <= (ENDS.test(line) ? 0.9 : 0.6) * longest;

/**
 * Blocks of text between blank lines, or single lines where the text has no blank one, and of a block under an hour of its own; without the white
 * space around them.
 */
export function splitParagraphs({ text }: { text: string }): { paragraphs: Span[] } {
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
  const lines = text.split('\n').map((line) => line.trim());
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const all = [...text.matchAll(/\n/g)];
  if (!isWrapped(lines, longest)) return all;
  return all.filter((_, i) => endsParagraph(lines[i]!, longest));
}
