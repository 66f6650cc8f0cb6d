import type { Run } from '../words/runs.ts';
import { isVerb, type SourceGround } from './ground.ts';
import { beginningAt, type MentionGround } from './mentions.ts';

/** What stands between words in quotation marks and the name of who said them. */
const PARTS = /^(?:[―—–|~(-]|--)$/;

/**
 * Whose words in quotation marks are that a name beside them signs: behind a dash or in brackets, `"We won." – Ana Bell.`, `"We won." (Ana Bell)`, or on a line of its own
 * below words that open theirs, or above them in a list that begins with a name. Nobody's where the name signs more than them, as below a letter. Null where no name
 * stands there, or more than a name.
 */
export function signedBehind(ground: MentionGround, parts: readonly Run[]): { cue: Run | null; source: Run | null } | null {
  const { text, tokens, quoted } = ground;
  let at = parts.at(-1)!.to;
  if (!quoted[at - 1]) return null;
  while (at < tokens.length && /^["”’'»]+$/.test(tokens[at]!.text)) at++;
  if (at === parts.at(-1)!.to) return null;
  const isParted = at < tokens.length && PARTS.test(tokens[at]!.text);
  const from = isParted ? at + 1 : at;
  const source = quoted[from] ? null : nameAt(ground, from);
  if (isParted) {
    const next = source && tokens[source.to];
    const ends = source && (!next || /^[.,)]$/.test(next.text) || text.slice(tokens[source.to - 1]!.end, next.start).includes('\n'));
    return ends ? { cue: { from: at, to: at + 1 }, source } : null;
  }
  const above = endsLine(ground, at - 1) ? heading(ground, parts[0]!.from, at) : null;
  if (above) return { cue: null, source: above };
  if (!source || !isSignature(ground, source)) return null;
  return { cue: null, source: lineOf(ground, parts[0]!.from) === null ? null : source };
}

function nameAt(ground: MentionGround, from: number): Run | null {
  const name = beginningAt(ground, from).findLast(({ kind }) => kind === 'name');
  return name ? { from: name.from, to: name.to } : null;
}

/** Quotes of a list that are looked at to tell whether it begins with a name. */
const LONGEST_LIST = 12;

/**
 * The name on the line above words in quotation marks, where names stand above what they sign: in the same block, or in a list of names and quotes that begins with a
 * name. Null where nothing but one name would tell: it may be who wrote the article.
 */
function heading(ground: MentionGround, first: number, end: number): Run | null {
  const own = lineOf(ground, first);
  const name = own === null ? null : signatureAbove(ground, own);
  if (own === null || name === null) return null;
  const below = end < ground.tokens.length ? nameAt(ground, end) : null;
  const isBelow = below !== null && isSignature(ground, below);
  const [blankAbove, blankBelow] = [isBlankBefore(ground, own), end >= ground.tokens.length || isBlankBefore(ground, end)];
  if (blankAbove !== blankBelow) return blankBelow ? name : null;
  let top = name;
  for (let i = 0; i < LONGEST_LIST; i++) {
    const line = lastQuoteAbove(ground, top.from);
    if (line === null) return isBelow || i > 0 ? name : null;
    const next = signatureAbove(ground, line);
    if (next === null) return null;
    top = next;
  }
  return null;
}

/** The name on the line above one that begins at a token, if that is all of it. */
function signatureAbove(ground: MentionGround, at: number): Run | null {
  if (at === 0) return null;
  let from = at - 1;
  while (from > 0 && at - from <= LONGEST_SIGNATURE && !endsLine(ground, from - 1)) from--;
  const name = nameAt(ground, from);
  return name && isSignature(ground, name) ? name : null;
}

/** Where the line begins that words in quotation marks fill which end right above a line; null where none do. */
function lastQuoteAbove(ground: SourceGround, at: number): number | null {
  if (at < 1 || !ground.quoted[at - 1]) return null;
  let first = at - 1;
  while (first > 0 && ground.quoted[first - 1]) first--;
  return lineOf(ground, first);
}

const isBlankBefore = ({ text, tokens }: SourceGround, at: number): boolean =>
  /\n\s*\n/.test(text.slice(at > 0 ? tokens[at - 1]!.end : 0, tokens[at]!.start));

/** Tokens of a line with a name and where somebody lives or what they are, at most. */
const LONGEST_SIGNATURE = 10;

/** Whether a name is all of its line, or stands before a comma and words without a verb. */
function isSignature(ground: SourceGround, { from, to }: Run): boolean {
  const { tokens, parts } = ground;
  if (!endsLine(ground, from - 1)) return false;
  if (endsLine(ground, to - 1)) return true;
  if (tokens[to]!.text !== ',') return false;
  for (let at = to; at < to + LONGEST_SIGNATURE; at++) {
    if (isVerb(parts[at]) || /^[.:;?!"“”]$/.test(tokens[at]!.text)) return false;
    if (endsLine(ground, at)) return true;
  }
  return false;
}

/** Where the line begins that words in quotation marks open; null where they do not. */
function lineOf(ground: SourceGround, first: number): number | null {
  let begins = first;
  while (begins > 0 && /^["“‘'«]+$/.test(ground.tokens[begins - 1]!.text) && !endsLine(ground, begins - 1)) begins--;
  return endsLine(ground, begins - 1) ? begins : null;
}

/** Whether a line ends behind a token. */
const endsLine = ({ text, tokens }: SourceGround, at: number): boolean =>
  at < 0 || at + 1 >= tokens.length || text.slice(tokens[at]!.end, tokens[at + 1]!.start).includes('\n');
