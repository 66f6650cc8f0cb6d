import { type Span, trim } from '../span.ts';

/** Beyond this many characters a passage is named by its first and last words, as the specification advises. */
const LONGEST_EXACT = 200;
/** Words at either end of a long passage; and around one whose words stand in the text more than once. */
const WORDS_AT_ENDS = 6;
const WORDS_AROUND = 4;
/** Characters around a passage in which such words are looked for. */
const MOST_AROUND = 200;

/**
 * The address of the very words: a page's address with a text directive (`#:~:text=`) for each stretch of them, at which browsers
 * scroll to the words and highlight them. https://wicg.github.io/scroll-to-text-fragment/
 */
export function addressOf(url: string, text: string, spans: readonly Span[]): string {
  const [page, directive] = [url.replace(/(#?):~:.*$/, '$1').replace(/#$/, ''), spans.map((span) => directiveOf(text, span)).join('&')];
  return `${page}${page.includes('#') ? '' : '#'}:~:${directive}`;
}

/** `text=[before-,]first words[,last words][,-after]`. */
function directiveOf(text: string, span: Span): string {
  const passage = trim(text, span);
  const words = text.slice(passage.start, passage.end);
  // A paragraph's end cannot be crossed by one term, but it can lie between the first and the last.
  const exact = words.length <= LONGEST_EXACT && !words.includes('\n');
  if (exact) {
    const { before, after } = contextOf(text, passage);
    return directive({ before, first: words, last: '', after });
  }
  const lines = words.split('\n');
  const first = endWords(lines[0]!, 'first');
  const { before } = contextOf(text, { start: passage.start, end: passage.start + first.length });
  return directive({ before, first, last: endWords(lines.at(-1)!, 'last'), after: '' });
}

const directive = ({ before, first, last, after }: Record<'before' | 'first' | 'last' | 'after', string>) =>
  `text=${[before && `${encode(before)}-`, encode(first), last && encode(last), after && `-${encode(after)}`].filter(Boolean).join(',')}`;

function endWords(line: string, end: 'first' | 'last'): string {
  const [start, stop] = end === 'first' ? [0, WORDS_AT_ENDS] : [-WORDS_AT_ENDS, undefined];
  const words = [...line.matchAll(/\S+/g)].slice(start, stop);
  return line.slice(words[0]!.index, words.at(-1)!.index + words.at(-1)![0].length);
}

/** What has to be said of what stands around a passage, for it to be the first in the text of which that holds: nothing, if it is. */
function contextOf(text: string, passage: Span): { before: string; after: string } {
  const [before, after] = [wordsBefore(text, passage.start), wordsAfter(text, passage.end)];
  const none = { start: passage.start, end: passage.end };
  const choices = [none, { ...none, start: before.start }, { ...none, end: after.end }];
  const chosen = choices.find((span) => isFirst(text, span)) ?? { start: before.start, end: after.end };
  return { before: text.slice(chosen.start, passage.start).trim(), after: text.slice(passage.end, chosen.end).trim() };
}

/**
 * Whether no earlier place has the same words, letter case and white space aside, as browsers compare them. A pattern reads the text as it
 * is, where bringing all of it into one form would take longer than the search, once for each quote.
 */
const isFirst = (text: string, { start, end }: Span): boolean => patternOf(text.slice(start, end)).exec(text)?.index === start;

const patternOf = (words: string) => new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'), 'iu');

/** The last words before an offset, within its line. */
function wordsBefore(text: string, offset: number): Span {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - MOST_AROUND);
  const first = [...text.slice(from, offset).matchAll(/\S+/g)].at(-WORDS_AROUND) ?? text.slice(from, offset).match(/\S+/);
  return { start: first ? from + first.index! : offset, end: offset };
}

/** The first words behind an offset, within its line. */
function wordsAfter(text: string, offset: number): Span {
  const line = text.slice(offset, offset + MOST_AROUND).split('\n', 1)[0]!;
  const last = [...line.matchAll(/\S+/g)].slice(0, WORDS_AROUND).at(-1);
  return { start: offset, end: last ? offset + last.index + last[0].length : offset };
}

/** Percent-encoded, white space as one space, with the three characters too that mean something in a directive: `&`, `,` and `-`. */
const encode = (words: string) => encodeURIComponent(words.replace(/\s+/g, ' ').toWellFormed()).replaceAll('-', '%2D');
