/** A line that a program broke is at most so long, in characters. */
const LONGEST_LINE = 100;
const SHORTEST_LINE = 45;
/** Lines that tell whether a program broke them, at least. */
const FEWEST_BROKEN = 3;

const ENDS = /[.?!…:]["”’'»)\]]*$/;
/** What begins a line of its own: a bullet, a dash before a quotation, the label of a turn. */
const BEGINS = /^(?:[•‣▪●◦]|[-–—] ?["“‘']|(?:Q|A|\p{Lu}[\p{Lu}\p{M}.'’-]+(?: [\p{Lu}\p{M}.'’-]+)*):\s)/u;

/**
 * A text with a space for each line break that a program set at a margin, as mail and PDF have them: they part nothing. All offsets stay.
 */
export function withoutWraps(text: string): string {
  const lines = text.split('\n');
  const printed = lines.map((line) => line.trim());
  const longest = printed.reduce((most, { length }) => Math.max(most, length), 0);
  if (!isWrapped(printed, longest)) return text;
  const hasBlocks = /\n\s*\n/.test(text.trim());
  return lines
    .map((line, i) => {
      const [here, next] = [printed[i]!, printed[i + 1]];
      if (next === undefined) return line;
      return line + (endsParagraph(here, next, longest, hasBlocks) || isIndented(line, lines[i + 1]!) ? '\n' : ' ');
    })
    .join('');
}

/**
 * Whether a text was broken into lines of one length: none is longer than a line, and of the long ones most end within a sentence that goes on in small
 * letters. Tables do not.
 */
function isWrapped(lines: readonly string[], longest: number): boolean {
  if (longest > LONGEST_LINE || longest < SHORTEST_LINE) return false;
  const filled = lines.filter((line) => line.length > 0).length;
  const long = lines.flatMap((line, i) => (line.length > 0.75 * longest && lines[i + 1] ? [i] : []));
  const broken = long.filter((i) => !ENDS.test(lines[i]!) && /^\p{Ll}/u.test(lines[i + 1]!));
  return broken.length >= FEWEST_BROKEN && 3 * long.length > filled && 2 * broken.length >= long.length;
}

/**
 * Whether a line is the last of its paragraph: blank lines tell, a line far from the margin, as headlines are, and where no line is blank a sentence
 * that ends before it.
 */
const endsParagraph = (line: string, next: string, longest: number, hasBlocks: boolean): boolean =>
  line === '' || next === '' || BEGINS.test(next) || line.length <= (ENDS.test(line) && !hasBlocks ? 0.9 : 0.6) * longest;

/** Whether a line stands farther in than the one before, as the first of a paragraph does. */
const isIndented = (line: string, next: string): boolean => /^\s{2}/.test(next) && /^\S/.test(line);
