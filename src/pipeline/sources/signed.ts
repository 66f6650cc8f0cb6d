import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { PART, type SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';

/**
 * Whose words in quotation marks are that a name behind them signs: a dash and the name, `"We won." – Ana Bell.`, or the name on a line of its own below words that open theirs.
 * Nobody's where the name signs more than them, as below a letter. Null where no name stands there, or more than a name.
 */
export function signedBehind(
  ground: SourceGround,
  mentions: readonly Mention[],
  parts: readonly Run[],
): { cue: Run | null; source: Run | null } | null {
  const { text, tokens, quoted } = ground;
  let at = parts.at(-1)!.to;
  if (!quoted[at - 1]) return null;
  while (at < tokens.length && /^["”’'»]+$/.test(tokens[at]!.text)) at++;
  if (at === parts.at(-1)!.to || at >= tokens.length) return null;
  const isDash = /^(?:[―—–-]|--)$/.test(tokens[at]!.text);
  const from = isDash ? at + 1 : at;
  if (quoted[from]) return null;
  const name = mentions.slice(firstFrom(mentions, from), firstFrom(mentions, from + 1)).findLast(({ kind }) => kind === 'name');
  if (!name) return null;
  const source = { from: name.from, to: name.to };
  if (!isDash) return isSignature(ground, source) ? { cue: null, source: opensLine(ground, parts[0]!.from) ? source : null } : null;
  const next = tokens[name.to];
  const ends = !next || /^[.,]$/.test(next.text) || text.slice(tokens[name.to - 1]!.end, next.start).includes('\n');
  return ends ? { cue: { from: at, to: at + 1 }, source } : null;
}

/** Tokens of a line with a name and where somebody lives or what they are, at most. */
const LONGEST_SIGNATURE = 10;

/** Whether a name is all of its line, or stands before a comma and words without a verb. */
function isSignature(ground: SourceGround, { from, to }: Run): boolean {
  const { tokens, parts } = ground;
  if (!endsLine(ground, from - 1)) return false;
  if (endsLine(ground, to - 1)) return true;
  if (tokens[to]!.text !== ',') return false;
  for (let at = to; at < to + LONGEST_SIGNATURE; at++) {
    if (parts[at] === PART.VERB || parts[at] === PART.AUX || /^[.:;?!"“”]$/.test(tokens[at]!.text)) return false;
    if (endsLine(ground, at)) return true;
  }
  return false;
}

/** Whether words in quotation marks open their line. */
function opensLine(ground: SourceGround, first: number): boolean {
  let begins = first;
  while (begins > 0 && /^["“‘'«]+$/.test(ground.tokens[begins - 1]!.text) && !endsLine(ground, begins - 1)) begins--;
  return endsLine(ground, begins - 1);
}

/** Whether a line ends behind a token. */
const endsLine = ({ text, tokens }: SourceGround, at: number): boolean =>
  at < 0 || at + 1 >= tokens.length || text.slice(tokens[at]!.end, tokens[at + 1]!.start).includes('\n');
