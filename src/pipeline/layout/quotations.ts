import { type Span, trim } from '../../span.ts';

/** A stretch in quotation marks. */
export interface Quotation {
  /** Without the marks; one span for each paragraph that it runs through. */
  readonly spans: readonly Span[];
  /** From the first mark to the last, marks included. */
  readonly outer: Span;
  /** False where the text ends, or the paragraph that follows begins anew, before the closing mark. */
  readonly closed: boolean;
}

interface Mark extends Span {
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
  /** It may as well be the apostrophe of a plural: `the workers’ rights`. */
  readonly doubtful: boolean;
}

/** A quotation that the paragraph before left open. */
interface Carried {
  readonly spans: Span[];
  readonly from: number;
  readonly family: Family;
}

type Family = 'double' | 'angle' | 'single';

/** The longest stretch, in characters, that a doubtful mark closes: a word or a few. */
const SCARE = 40;

/** Paragraphs in which the mark is looked for that closes what one before left open, and nothing reopened. */
const FARTHEST = 3;

const MARKS = /''|``|‘‘|’’|["“”„«»]|['‘’]/g;

/**
 * Finds what stands in quotation marks, left to right: “ ” " « » '' `` and, outside of these, ‘ ’ and '. What is quoted inside a
 * quotation stays part of it. A quotation that a paragraph leaves open goes on in the next if that reopens it, as newspapers print
 * long statements, or if the next mark closes what nothing else opened, as where pages are broken into paragraphs; if neither, the closing
 * mark was forgotten and the quotation ends with its paragraph, or where another opens.
 */
export function findQuotations({ text, paragraphs }: { text: string; paragraphs: readonly Span[] }): { quotations: Quotation[] } {
  const quotations: Quotation[] = [];
  let carried = null as Carried | null;
  const add = (spans: Span[], outer: Span, closed: boolean) => {
    const filled = spans.map((span) => trim(text, span)).filter(({ start, end }) => end > start);
    if (filled.length > 0) quotations.push({ spans: filled, outer, closed });
  };
  const goesOn = reopenedBehind(text, paragraphs);
  const marksOf = paragraphs.map((paragraph, i) => marksIn(text, paragraph, goesOn[i]!));
  for (const [i, paragraph] of paragraphs.entries()) {
    const marks = marksOf[i]!;
    const first: Mark | undefined = marks[0];
    const reopens = first && first.start === paragraph.start && first.opens && first.family === carried?.family;
    if (carried && goesOnBehind(text, paragraph, marksOf.slice(i, i + 1 + FARTHEST), paragraphs[i + 1], carried.family)) continue;
    let open = null as Pick<Mark, 'start' | 'end' | 'family'> | null;
    if (carried && !reopens) {
      if (closesSoon(marksOf.slice(i, i + FARTHEST), carried.family)) {
        open = { start: paragraph.start, end: paragraph.start, family: carried.family };
      } else {
        add(carried.spans, { start: carried.from, end: carried.spans.at(-1)!.end }, false);
        carried = null;
      }
    }
    let inside = 0;
    for (const [k, mark] of marks.entries()) {
      if (!open) {
        if (mark.opens || isMisplaced(text, marks, k)) open = mark;
        continue;
      }
      if (k < inside || mark.family !== open.family) continue;
      if (mark.doubtful && (mark.start - open.end > SCARE || closesLater(marks, k))) continue;
      const ends = endOfNested(text, open, marks, k);
      if (ends !== null) {
        inside = ends + 1;
        continue;
      }
      if (mark.closes) {
        add([...(carried?.spans ?? []), { start: open.end, end: mark.start }], { start: carried?.from ?? open.start, end: mark.end }, true);
        carried = null;
        open = null;
      } else if (mark.opens && mark.family !== 'single') {
        const inner = trim(text, { start: open.end, end: mark.start });
        add([...(carried?.spans ?? []), inner], { start: carried?.from ?? open.start, end: inner.end }, false);
        carried = null;
        open = mark;
      }
    }
    if (open) {
      // Not copied: a quotation may go on through ten thousand paragraphs.
      const spans: Span[] = carried?.spans ?? [];
      spans.push({ start: open.end, end: paragraph.end });
      carried = { spans, from: carried?.from ?? open.start, family: open.family };
    }
  }
  if (carried) add(carried.spans, { start: carried.from, end: carried.spans.at(-1)!.end }, false);
  return { quotations };
}

/** What pages print between paragraphs, in characters at most. */
const LONGEST_FURNITURE = 60;
const ASIDE = /^(?:[[(].*[\])]|advertisement|.*continues below)$/is;

/**
 * Whether a paragraph is no part of a quotation around it: `Ostley Courier | Page 3` before what goes on in small letters, `[Story continues below]` before what opens the
 * quotation anew.
 */
function goesOnBehind(
  text: string,
  { start, end }: Span,
  marks: readonly (readonly Mark[])[],
  next: Span | undefined,
  family: Family,
): boolean {
  if (!next || marks[0]!.length > 0 || end - start > LONGEST_FURNITURE || /[.?!,;:…—–-]$/.test(text.slice(end - 1, end))) return false;
  const [first] = marks[1] ?? [];
  const reopens = first?.start === next.start && first.opens && first.family === family;
  return reopens ? ASIDE.test(text.slice(start, end)) : /\p{Ll}/u.test(text[next.start]!) && closesSoon(marks.slice(1), family);
}

/** Whether the next mark of a family, if it is one of those that apostrophes are not taken for, closes. */
function closesSoon(paragraphs: readonly (readonly Mark[])[], family: Family): boolean {
  return family !== 'single' && paragraphs.flatMap((marks) => marks.filter((mark) => mark.family === family))[0]?.closes === true;
}

/** Whether the first single mark behind one, plurals' apostrophes aside, closes: `'The workers' boat is theirs,' he said`. */
function closesLater(marks: readonly Mark[], k: number): boolean {
  let at = k + 1;
  while (at < marks.length && (marks[at]!.family !== 'single' || marks[at]!.doubtful)) at++;
  return marks[at]?.closes === true;
}

/** The mark that closes what another opens inside a quotation with the same marks: one more that closes follows, `"He said, "We won," and left."` Null for any other. */
function endOfNested(text: string, open: Span, marks: readonly Mark[], k: number): number | null {
  const { start, family, opens, closes } = marks[k]!;
  if (family === 'single' || !opens || closes || start === open.end || text[start] !== text[open.start]) return null;
  const first = nextOf(marks, family, k);
  if (marks[first]?.opens !== false) return null;
  const second = marks[nextOf(marks, family, first)];
  return second?.closes && !second.opens ? first : null;
}

/**
 * A mark that leans the wrong way, or none, behind what announces words, or before a word, and that the next one closes: `He said:" We won."`, `”We won.”`, `" We won. "`,
 * `he said."We won."`.
 */
function isMisplaced(text: string, marks: readonly Mark[], k: number): boolean {
  const { start, end, family } = marks[k]!;
  const [before, after] = [text[start - 1], text[end]];
  const mayOpen =
    family !== 'single' &&
    (/[,:]/.test(before ?? '') || (isSpace(before) && (isWord(after) || text[start] === '"')) || (isWord(after) && /[.;!?]/.test(before!)));
  return mayOpen && marks[nextOf(marks, family, k)]?.closes === true;
}

/** The place of the next mark of a family behind another. */
function nextOf(marks: readonly Mark[], family: Family, k: number): number {
  let at = k + 1;
  while (at < marks.length && marks[at]!.family !== family) at++;
  return at;
}

const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character);
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const OPENERS = /[([{—–―\-:/"“‘']/;

/** What a quotation may begin with besides a word: another one, a sum, brackets, dots. */
const BEGINS = /[“"$£€([#@…]/;

/** The quotation marks of a paragraph, apostrophes left out. */
function marksIn(text: string, paragraph: Span, goesOn: boolean): Mark[] {
  const marks: Mark[] = [];
  // Without a mark to close it, a single mark is an apostrophe: 'em, ’70s.
  const closers = lastClosers(text, paragraph);
  for (const { 0: mark, index } of text.slice(paragraph.start, paragraph.end).matchAll(MARKS)) {
    const start = paragraph.start + index;
    const end = start + mark.length;
    const [before, after] = [start > paragraph.start ? text[start - 1] : undefined, end < paragraph.end ? text[end] : undefined];
    const leans = (isSpace(before) || OPENERS.test(before!)) && !isSpace(after);
    const single = mark.length === 1 && "'‘’".includes(mark);
    if (single) {
      const opens =
        mark !== '’' && leans && (isWord(after) || BEGINS.test(after!)) && ((goesOn && start === paragraph.start) || closers[mark]! >= end);
      const closes = !isSpace(before) && !isWord(after) && (mark !== '‘' || !OPENERS.test(before!));
      const doubtful = closes && /s/i.test(before!) && !/[,.;:!?)]/.test(after ?? '.');
      if (opens || closes) marks.push({ start, end, family: 'single', opens, closes, doubtful });
    } else {
      const family = '«»'.includes(mark) ? 'angle' : 'double';
      // A straight mark opens where a word follows a space; a quotation that is open then has lost its closing mark.
      const opens = '“„«``‘‘'.includes(mark) || (!'”»'.includes(mark) && leans);
      // `“We won,“ he said`, „We won“, »We won«: it closes what is open.
      const leansBack = '“«'.includes(mark) && !isSpace(before) && !OPENERS.test(before!) && !isWord(after);
      marks.push({ start, end, family, opens, closes: !opens || leansBack, doubtful: false });
    }
  }
  return marks;
}

/** Whether each paragraph begins with a single mark with which those behind it begin too, up to one that closes it. */
function reopenedBehind(text: string, paragraphs: readonly Span[]): boolean[] {
  const reopened = paragraphs.map(() => false);
  for (let i = paragraphs.length - 2; i >= 0; i--) {
    const mark = text[paragraphs[i]!.start]!;
    const next = paragraphs[i + 1]!;
    if ("'‘".includes(mark) && text[next.start] === mark) reopened[i] = reopened[i + 1]! || lastClosers(text, next)[mark]! >= 0;
  }
  return reopened;
}

/** Where the last mark stands that could close a single quotation, for each kind of mark that opens one. */
function lastClosers(text: string, { start, end }: Span): Readonly<Record<string, number>> {
  // Of the paragraph alone: what is not in it would be looked for up to the beginning of the text.
  const inside = text.slice(start, end);
  const last = (closer: string) => {
    for (let at = inside.lastIndexOf(closer); at > 0; at = inside.lastIndexOf(closer, at - 1)) {
      if (!isSpace(inside[at - 1]) && !(at + 1 < inside.length && isWord(inside[at + 1]))) return start + at;
    }
    return -1;
  };
  // ‚We won‘ is German.
  return { '‘': Math.max(last('’'), last("'"), last('‘')), "'": last("'") };
}

/** Marks that lean, by those that lean the other way. */
const TURNED: Readonly<Record<string, string>> = { '”': '“', '“': '”', '»': '«', '«': '»' };

/** The same text, as long as it was, with the marks that lean the wrong way turned round, for what reads words: `”We won”` stands for `“We won”`. */
export function turnMarks({ text, quotations }: { text: string; quotations: readonly Quotation[] }): { text: string } {
  let turned = '';
  let at = 0;
  const turn = (offset: number, wrong: string) => {
    if (!wrong.includes(text[offset]!)) return;
    turned += text.slice(at, offset) + TURNED[text[offset]!];
    at = offset + 1;
  };
  for (const { outer, closed } of quotations) {
    turn(outer.start, '”»');
    if (closed && outer.end - 1 > outer.start) turn(outer.end - 1, '“«');
  }
  return { text: turned + text.slice(at) };
}

/** Which quotation each token lies in; -1 for none. */
export function quotationOf({
  tokens,
  quotations,
}: {
  readonly tokens: readonly Span[];
  readonly quotations: readonly Quotation[];
}): Int32Array {
  const inside = new Int32Array(tokens.length).fill(-1);
  let i = 0;
  for (const [index, { outer }] of quotations.entries()) {
    while (i < tokens.length && tokens[i]!.end <= outer.start) i++;
    for (; i < tokens.length && tokens[i]!.start < outer.end; i++) inside[i] = index;
  }
  return inside;
}
