import type { Span } from '../span.ts';

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
const DOUBLE = /[“„«”»"]|''|``|’’/g;
const SINGLE = /[‘'](?=[\p{L}\p{N}“"])/gu;

const isBreak = (character: string | undefined) => character === undefined || /[\s([{—–:-]/.test(character);
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** DIRECT where all words of the content stand in quotation marks, MIXED where some do, INDIRECT where none does. */
export function kindOf(text: string, content: readonly Span[], quoted: readonly Span[]): 'DIRECT' | 'MIXED' | 'INDIRECT' {
  const words = content.flatMap(({ start, end }) => [...text.slice(start, end).matchAll(WORD)].map((match) => start + match.index));
  const inside = words.filter((word) => quoted.some(({ start, end }) => start <= word && word < end)).length;
  if (inside === 0) return 'INDIRECT';
  return inside === words.length ? 'DIRECT' : 'MIXED';
}

/**
 * Every stretch in quotation marks, marks included, paragraph by paragraph. A double mark left open holds to the end of its paragraph,
 * as in a statement that the next paragraph goes on with.
 */
export function findQuoted(text: string): Span[] {
  const paragraphs = [...text.matchAll(/.+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1];
    const doubles = doubleQuoted(text, paragraph);
    return [...doubles, ...singleQuoted(text, paragraph, doubles, next ? text[next.start] : undefined)];
  });
}

function doubleQuoted(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(DOUBLE)) {
    const at = start + index;
    const before = at > start ? text[at - 1] : undefined;
    const after = at + mark.length < end ? text[at + mark.length] : undefined;
    const opens = '“„«``'.includes(mark) || ((open < 0 || !'”»'.includes(mark)) && isBreak(before) && !/^\s?$/.test(after ?? ''));
    if (opens) open = open < 0 ? at : open;
    else if (open >= 0) {
      found.push({ start: open, end: at + mark.length });
      open = -1;
    }
  }
  return open < 0 ? found : [...found, { start: open, end }];
}

/** Single marks outside double ones. An apostrophe closes nothing while a later mark stands beside punctuation. */
function singleQuoted(text: string, { start, end }: Span, doubles: readonly Span[], nextBegins: string | undefined): Span[] {
  const found: Span[] = [];
  const doubled = (at: number) => doubles.some((double) => double.start <= at && at < double.end);
  let read = start;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(SINGLE)) {
    const at = start + index;
    if (at < read || doubled(at) || !isBreak(at > start ? text[at - 1] : undefined)) continue;
    const closers = [];
    for (let i = at + 2; i < end; i++) {
      if (text[i] === (mark === '‘' ? '’' : "'") && !doubled(i) && !isWord(text[i + 1]) && !/\s/.test(text[i - 1]!)) closers.push(i);
    }
    const sure = closers.find((i) => /[,.!?…]/.test(text[i - 1]!) || i + 1 === end || /[,.;:!?)]/.test(text[i + 1]!));
    const goesOn = sure === undefined && at === start && nextBegins === mark;
    const close = goesOn ? end - 1 : (sure ?? closers[0]);
    if (close === undefined) continue;
    found.push({ start: at, end: close + 1 });
    read = close + 1;
  }
  return found;
}
