import type { Span } from '../../span.ts';
import type { Quotation } from '../layout/quotations.ts';
import { runsOver } from '../words/positions.ts';
import { finite } from './quote-content.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

const WORKS =
  'album|ballad|bestseller|biography|blockbuster|book|cartoon|comedy|concert|documentary|drama|exhibition|film|hit|memoir|movie|mural|musical|novel|opera|painting|play|podcast|poem|series|show|single|sitcom|song|symphony|thriller|track|trilogy';
/** What stands before the title of a work: "her new book, “", "she sang “". */
const BEFORE = new RegExp(`\\b(?:(?:${WORKS})s?,?|wrote|co-wrote|sang|directed|recorded|penned|composed)\\s+["“‘'\`]{1,2}$`, 'iu');
/** What stands before a name or nickname: "dubbed “", "a show called “". */
const NAMED = /\b(?:also known as|aka|called|christened|code-?named|dubbed|entitled|known as|nicknamed|titled)\s+["“‘'`]{1,2}$/iu;
/** Words of a nickname, at most. */
const LONGEST_NICKNAME = 4;
/** Words that titles write small. */
const SMALL = /^(?:an?|and|as|at|but|by|for|from|in|of|on|or|over|the|to|with)$/;
const LOOKED_AT = 30;

/** Whether a quotation is the title of a book, film or song, or a nickname: every word of weight has a capital, and the words before it say so. */
export function isWork(text: string, { outer, spans }: Pick<Quotation, 'outer' | 'spans'>): boolean {
  const [span, ...others] = spans as readonly [Span, ...Span[]];
  if (others.length > 0) return false;
  const begins = text.slice(outer.start, span.start).length;
  const before = text.slice(Math.max(0, outer.start - LOOKED_AT), outer.start + begins);
  const named = NAMED.test(before);
  if (!named && !BEFORE.test(before)) return false;
  const words = text.slice(span.start, span.end).match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return (
    words.length > 0 &&
    words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && SMALL.test(word))) &&
    words.length < (named ? LONGEST_NICKNAME + 1 : 12)
  );
}

/** Whether the words are what somebody wrote and no words of it: "the screenplay" of "Bell wrote the screenplay", "directed it" of "Bell wrote, directed it". */
export function isWriting({ tokens }: QuoteGround, { attribution, kind, content }: QuoteFound): boolean {
  const [part] = attribution && kind === 'INDIRECT' && content.length === 1 ? runsOver(tokens, content) : [];
  if (!part || !/^(?:co-)?wr(?:ites|ote)$/.test(tokens[attribution!.cue.to - 1]!.lower)) return false;
  const { to } = attribution!.cue;
  const isList = part.from === to + 1 && tokens[to]!.text === ',' && tokens[part.from]!.pos === 'VERB';
  return isList || (part.from === to && !/^(?:that|how|why|what)$/.test(tokens[to]!.lower) && !finite(tokens, to + 1, part.to));
}
