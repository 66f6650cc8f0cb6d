import type { Span } from '../span.ts';

/** Beyond this many characters a passage is named by its first and last words, as the specification advises. */
const LONGEST_EXACT = 200;
/** Words at either end of a long passage; and before one whose words stand in the text more than once. */
const WORDS_AT_ENDS = 6;
const WORDS_BEFORE = 4;

/**
 * The address of the very words: a page's address with a text directive (`#:~:text=`) for each stretch of them, at which browsers
 * scroll to the words and highlight them. https://wicg.github.io/scroll-to-text-fragment/
 */
export function addressOf(url: string, text: string, spans: readonly Span[]): string {
  const [page, directive] = [url.replace(/(#?):~:.*$/, '$1').replace(/#$/, ''), spans.map((span) => directiveOf(text, span)).join('&')];
  return `${page}${page.includes('#') ? '' : '#'}:~:${directive}`;
}

/** `text=[before-,]first words[,last words]`. */
function directiveOf(text: string, { start, end }: Span): string {
  const passage = text.slice(start, end).trim();
  const words = passage.split(/\s+/);
  // A paragraph's end cannot be crossed by one term, but it can lie between the first and the last.
  const exact = passage.length <= LONGEST_EXACT && !passage.includes('\n');
  const lines = passage.split('\n');
  const [first, last] = exact ? [words, null] : [endWords(lines[0]!, 'first'), endWords(lines.at(-1)!, 'last')];
  const begins = text
    .slice(start, end)
    .replace(/^\s+/, '')
    .slice(0, (exact ? passage : first.join(' ')).length);
  const before = text.indexOf(begins) < start ? wordsBefore(text, start) : '';
  return `text=${[before && `${encode(before)}-`, encode(first.join(' ')), last && encode(last.join(' '))].filter(Boolean).join(',')}`;
}

function endWords(line: string, end: 'first' | 'last'): string[] {
  const words = line.trim().split(/\s+/);
  return end === 'first' ? words.slice(0, WORDS_AT_ENDS) : words.slice(-WORDS_AT_ENDS);
}

/** The last words before an offset, within its line. */
function wordsBefore(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.trim().split(/\s+/).slice(-WORDS_BEFORE).join(' ');
}

/** Percent-encoded, with the three characters too that mean something in a directive: `&`, `,` and `-`. */
const encode = (words: string) => encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
