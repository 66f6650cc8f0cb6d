import { runsOver } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import type { Attribution } from './attributions.ts';
import { finite } from './quote-content.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/** What whoever said something did besides, rather than whoever it was said of. */
const ACTED =
  /^(?:accused|added|apologi[sz]ed|appealed|blamed|challenged|condemned|criticis?z?ed|declined|demanded|dismissed|insisted|noted|pledged|praised|predicted|refused|rejected|said|stressed|suggested|thanked|urged|vowed|warned|welcomed)$/;
/** Of these, what a clause may follow. */
const REPORTS = /^(?:added|insisted|noted|predicted|said|stressed|suggested|warned)$/;
/** Before a time that is past already whatever follows "and": "had lied and refused". */
const PERFECT = /^(?:has|have|had|having|['’]ve)$/;
const BE = /^(?:am|are|is|was|were|be|been|being|['’](?:s|re|m))$/;

/**
 * A quote that ends where its speaker does something else: before "and demanded his resignation" of "said that he was misleading the House and demanded his resignation". What a second
 * verb of saying reports is a quote of its own: "said the plan was dead and predicted that it would stay so".
 */
export function partedByVerbs(ground: QuoteGround, quote: QuoteFound): QuoteFound[] {
  const { tokens } = ground;
  const { attribution, kind, content } = quote;
  const [part] = runsOver(tokens, content);
  if (!attribution || kind === 'DIRECT' || content.length > 1 || !part || !isSaid(tokens, attribution, part)) return [quote];
  const at = secondVerb(ground, part);
  if (at < 0) return [quote];
  const first = [{ start: content[0]!.start, end: tokens[tokens[at - 2]!.text === ',' ? at - 3 : at - 2]!.end }];
  const before = { ...quote, content: first, kind: kindOf(ground, first), until: quote.sentence };
  const rest = [{ start: tokens[at + 1]!.start, end: content[0]!.end }];
  const isClause =
    REPORTS.test(tokens[at]!.lower) && (tokens[at + 1]!.lower === 'that' || startsClause(tokens, { from: at + 1, to: part.to }));
  if (!isClause) return [before];
  const own: Attribution = { ...attribution, form: 'VERB', from: at, to: at + 1, cue: { from: at, to: at + 1 }, audience: null };
  return [before, { ...quote, content: rest, kind: kindOf(ground, rest), attribution: own }];
}

/** Whether a plain verb of saying reports the words, right before them. */
const isSaid = (tokens: readonly Token[], { cue, to }: Attribution, { from }: Run): boolean =>
  /^(?:added|said|says|told)$/.test(tokens[cue.to - 1]!.lower) && from >= cue.to && from - Math.max(cue.to, to) <= 1;

/** Where in some words the second verb of their speaker stands, behind "and" or "but"; -1 where none does. */
function secondVerb({ tokens, inQuotation }: QuoteGround, { from, to }: Run): number {
  let isOpen = false;
  for (let at = from; at < to - 1; at++) {
    const { lower, pos } = tokens[at]!;
    if (PERFECT.test(lower)) return -1;
    if (pos === 'AUX') isOpen = !BE.test(lower) || !isParticiple(tokens, at + 1);
    const isSecond = /^(?:and|but)$/.test(lower) && ACTED.test(tokens[at + 1]!.lower) && tokens[at + 1]!.pos === 'VERB';
    if (isSecond && isOpen && inQuotation[at]! < 0 && !/^(?:as|by|in|of|to)$/.test(tokens[at + 2]?.lower ?? '')) return at + 1;
  }
  return -1;
}

/** Whether "attacked" of "was then attacked" stands at a token. */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  let verb = at;
  while (/^(?:ADV|PART)$/.test(tokens[verb]?.pos ?? '')) verb++;
  return tokens[verb]?.pos === 'VERB' && !tokens[verb]!.lower.endsWith('ing');
}

/** Whether a subject and its verb stand in some words. */
const startsClause = (tokens: readonly Token[], { from, to }: Run): boolean =>
  /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(tokens[from]?.pos ?? '') && finite(tokens, from + 1, to);
