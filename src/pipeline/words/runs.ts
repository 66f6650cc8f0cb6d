import { isCapital } from '../layout/capitals.ts';
import { CALENDAR } from '../lexicon/calendar.ts';
import { opensSentence } from './grammar.ts';
import type { Token } from './tokens.ts';

/** A half-open range of tokens: `from` up to `to`, without `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Kinds of words that are part of no name. */
export const NO_NAME_POS: ReadonlySet<string> = new Set([
  'PRON',
  'DET',
  'ADP',
  'AUX',
  'SCONJ',
  'CCONJ',
  'PART',
  'INTJ',
  'PUNCT',
  'SYM',
  'NUM',
  'X',
  'SPACE',
]);
/** Small words inside names of people. */
const PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'bin',
  'da',
  'de',
  'del',
  'della',
  'den',
  'der',
  'di',
  'dos',
  'du',
  'el',
  'ibn',
  'la',
  'le',
  'ten',
  'ter',
  'van',
  'von',
  'y',
]);

/** Whether a token stands where any word has a capital: at the start of a sentence or a quotation. */
export const isInitial = (tokens: readonly Token[], i: number): boolean =>
  opensSentence(tokens, i) || /^["“”‘’'«»—–.!?:…()*•-]+$/.test(tokens[i - 1]!.text);

/** Whether a token can be part of a name. */
export function isNameWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !isCapital(token.text) || CALENDAR.has(token.lower)) return false;
  if (token.pos === 'PROPN') return true;
  if (NO_NAME_POS.has(token.pos)) return false;
  return !isInitial(tokens, i);
}

/** Whether nothing stands between two tokens. */
export const touches = (tokens: readonly Token[], i: number): boolean => tokens[i]?.end === tokens[i + 1]?.start;

/** Words with capitals that stand together, hyphens and small particles inside names included. */
export function findRuns({ tokens }: { tokens: readonly Token[] }): { runs: Run[] } {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isNameWord(tokens, i)) continue;
    let to = i + 1;
    for (;;) {
      if (isNameWord(tokens, to) && !tokens[to - 1]!.endsSentence) to++;
      else if (isHyphen(tokens, to) && /^[\p{L}]/u.test(tokens[to + 1]?.text ?? '')) to += 2;
      else if (isNameWord(tokens, behindParticles(tokens, to))) to = behindParticles(tokens, to) + 1;
      else if (isHyphen(tokens, to + 1) && PARTICLES.has(tokens[to]?.text ?? '') && isNameWord(tokens, to + 2)) to += 3;
      else break;
    }
    runs.push({ from: withParticles(tokens, i, runs.at(-1)?.to ?? 0), to });
    i = to - 1;
  }
  return { runs };
}

/** Where the small particles before a name begin: "al-Dahl", "van der Bell". */
function withParticles(tokens: readonly Token[], from: number, after: number): number {
  let at = from;
  if (at - 2 >= after && isHyphen(tokens, at - 1) && PARTICLES.has(tokens[at - 2]!.text)) at -= 2;
  while (at - 1 >= after && PARTICLES.has(tokens[at - 1]!.text)) at--;
  return at;
}

/** The token behind small particles that stand together: "van der". */
function behindParticles(tokens: readonly Token[], from: number): number {
  let at = from;
  while (PARTICLES.has(tokens[at]?.text ?? '')) at++;
  return at;
}

/** Whether a hyphen joins the tokens before and behind it. */
export const isHyphen = (tokens: readonly Token[], i: number) => tokens[i]?.text === '-' && touches(tokens, i - 1) && touches(tokens, i);
