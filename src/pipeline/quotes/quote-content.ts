import { type Span, trim } from '../../span.ts';
import type { Quotation } from '../layout/quotations.ts';
import { isVerb } from '../words/grammar.ts';
import { askingAt } from './asking.ts';
import type { Attribution, Ground } from './attributions.ts';

/** What the search for words said looks at. */
export interface ContentGround extends Ground {
  readonly text: string;
  readonly inQuotation: Int32Array;
}

/** Fewer words in quotation marks than this are no quote by themselves: a title, a nickname, a word held at a distance. */
export const SHORTEST_ALONE = 5;

/** The words before a clause, up to the comma or mark that sets it off. */
export function contentBefore(
  { tokens, text, inQuotation, quotations }: ContentGround,
  { from: clauseFrom, form, cue }: Attribution,
  from: number,
): Span[] {
  // British papers close the marks before the comma: ‘We won’, she said.
  const comma = clauseFrom - 1;
  const at =
    comma > from && tokens[comma]!.text === ',' && endsAt(quotations[inQuotation[comma - 1]!], tokens[comma - 1]!.end) ? comma - 1 : comma;
  if (at < from || /^(?:PARTICIPLE|NAMING|COLON)$/.test(form)) return [];
  const quotation = inQuotation[at]! >= 0 ? quotations[inQuotation[at]!]! : null;
  const separated = quotation
    ? /[,.?!…—–-]["”’'»]*$/.test(text.slice(quotation.outer.start, tokens[at]!.end)) || quotation.outer.end === tokens[at]!.end
    : /^,$|^[–—]$|^--$/.test(tokens[at]!.text) ||
      (/^[?!]$/.test(tokens[at]!.text) && /^(?:asks?|asked|wond.*)$/.test(tokens[cue.from]!.lower));
  if (!separated) return [];
  let start = tokens[skipLead(tokens, from, at)]!.start;
  if (quotation && quotation.outer.end === tokens[at]!.end) {
    // Nothing but the quotation: its marks are left out.
    if (quotation.outer.start <= start || /^["“‘«'`]/.test(text.slice(start, quotation.outer.start).trim())) return [...quotation.spans];
    const lead = text.slice(start, quotation.outer.start).trim();
    if (/^(?:and|but|so|then|\()$/i.test(lead)) return [...quotation.spans];
    // "Asked about it, …" is no part of a sentence that begins behind it.
    if (lead.endsWith(':') || (lead.endsWith(',') && /^\p{Lu}/u.test(text.slice(quotation.spans[0]!.start, quotation.spans[0]!.start + 2))))
      return [...quotation.spans];
    start = Math.min(start, quotation.outer.start);
    return spansBetween(text, start, quotation.outer.end);
  }
  // "On Monday, the minister said …": no verb, no words of hers. "Asked whether it was safe, …": none either.
  if (!finite(tokens, from, at) || askingAt(tokens, from) >= 0 || isObject(tokens, from, at)) return [];
  // ", said Bell" without quotation marks is rare; ", the minister said" is not.
  if (form === 'INVERTED' && !/^(?:said|says)$/.test(tokens[cue.from]!.lower)) return [];
  return spansBetween(text, start, tokens[at - 1]!.end);
}

/** Words of what somebody is called, at most: "the finance minister". */
const LONGEST_TITLE = 5;

/** Whether the words before a comma end in "what the minister": what she said is the object of another verb, and nothing is told of it. */
export function isObject(tokens: ContentGround['tokens'], from: number, to: number): boolean {
  for (let at = to - 1; at > from && to - at <= LONGEST_TITLE; at--) {
    if (/^(?:what|whatever)$/.test(tokens[at]!.lower)) return at < to - 1;
    if (!/^(?:ADJ|ADP|DET|NOUN|PROPN)$/.test(tokens[at]!.pos)) return false;
  }
  return false;
}

const endsAt = (quotation: Quotation | undefined, end: number) => quotation?.outer.end === end;

/** Words at the beginning that join a sentence to the one before. */
function skipLead(tokens: ContentGround['tokens'], from: number, to: number): number {
  let at = from;
  // "(It was small, she said.)", not "(Norwind) is closing a mine, it said".
  if (tokens[at]!.text === '(' && !tokens.slice(at, to).some(({ text }) => text === ')')) at++;
  while (at < to && (/^[,;:–—)-]+$/.test(tokens[at]!.text) || (at > from - 1 && /^(?:and|but)$/i.test(tokens[at]!.text) && at === from)))
    at++;
  return at;
}

/** Tokens between two commas behind a clause that reports, at most: "rolling her eyes". */
const LONGEST_ASIDE = 12;

/** `"A," he said, "B."`: what goes on behind the clause after a comma. */
export function continuation(
  { tokens, text, inQuotation, quotations }: ContentGround,
  { to: clauseTo }: Attribution,
  until: number,
): Span[] {
  const isOutside = (token: number) => token < until && inQuotation[token]! < 0;
  const isMark = (token: number) => /^[,:]$/.test(tokens[token]?.text ?? '');
  let at = clauseTo;
  while (at - clauseTo < 8 && isOutside(at) && !isMark(at)) at++;
  const announced = isMark(at);
  if (announced) at++;
  // "…, rolling her eyes, “…”": what the speaker did meanwhile.
  if (announced && isOutside(at)) {
    const aside = at;
    while (at - aside < LONGEST_ASIDE && isOutside(at) && !isMark(at)) at++;
    if (!isMark(at++)) return [];
  }
  const index = at < until ? inQuotation[at]! : -1;
  if (index < 0 || !startsAt(quotations[index]!, tokens[at]!.start)) return [];
  // `"A," he said on NBC's "Meet the Press."`: where it was said.
  if (!announced && wordsIn(text, quotations[index]!) <= SHORTEST_ALONE) return [];
  const rest = text.slice(quotations[index]!.outer.end, tokens[until - 1]!.end);
  return /\p{L}{3,}/u.test(rest) && quotations[index]!.spans.length === 1 && wordsIn(text, quotations[index]!) < SHORTEST_ALONE
    ? []
    : [...quotations[index]!.spans];
}

const startsAt = ({ outer }: Quotation, start: number) => outer.start === start || Math.abs(outer.start - start) <= 1;

/** What follows a clause: a quotation, a clause with "that", or after some verbs a clause without it. */
export function contentAfter(ground: ContentGround, clause: Attribution, until: number): Span[] {
  const { tokens, text, inQuotation, quotations } = ground;
  const sentence = ground.sentences[clause.sentence]!;
  let at = clause.to;
  if (at >= until) return [];
  if (clause.form === 'LEADING') {
    // "According to Bell, …"
    if (clause.from > sentence.from + 1) return [];
    const isSetOff = tokens[at]!.text === ',';
    // "According to Bell the council knew", but not "according to a report released by Bell, …".
    if (!isSetOff && !opensClause(tokens, at, until)) return [];
    const first = isSetOff ? at + 1 : at;
    const quoted = first < until ? quotations[inQuotation[first]!] : undefined;
    if (quoted && startsAt(quoted, tokens[first]!.start) && !/\p{L}/u.test(text.slice(quoted.outer.end, tokens[until - 1]!.end)))
      return trimmed(text, quoted);
    return endAt(ground, clause.sentence, tokens[first]?.start ?? -1, until);
  }
  if (clause.form === 'NAMING') return namedIn(ground, at, until);
  const that = findThat(tokens, at, until, inQuotation);
  if (that >= 0) return endAt(ground, clause.sentence, tokens[that]!.start, until);
  while (at < until && at - clause.to < 12 && inQuotation[at]! < 0 && !/^[,:]$/.test(tokens[at]!.text)) at++;
  const marked = at < until && /^[,:]$/.test(tokens[at]!.text) ? at + 1 : at;
  const index = marked < until ? inQuotation[marked]! : -1;
  if (index >= 0) {
    const quotation = quotations[index]!;
    const rest = text.slice(quotation.outer.end, tokens[until - 1]!.end);
    if (!/\p{L}/u.test(rest)) {
      const between = text.slice(tokens[clause.to - 1]!.end, quotation.outer.start);
      // `said it was "green"`: words between the verb and the mark belong to what was said.
      if (/\p{L}/u.test(between) && marked === at && clause.bare && finite(tokens, clause.to, marked))
        return endAt(ground, clause.sentence, tokens[clause.to]!.start, until);
      return quotation.closed || wordsIn(text, quotation) >= SHORTEST_ALONE ? [...quotation.spans] : [];
    }
    if (clause.bare && marked === clause.to) return endAt(ground, clause.sentence, quotation.outer.start, until);
  }
  if (clause.bare && finite(tokens, clause.to, until) && startsClause(tokens, clause.to))
    return endAt(ground, clause.sentence, tokens[clause.to]!.start, until);
  return [];
}

/** Tokens between "called" and what in quotation marks it was called. */
const LONGEST_OBJECT = 10;

/** The quotation in `called it "green"`, `described her as "a disgrace"`. */
function namedIn({ tokens, text, inQuotation, quotations }: ContentGround, from: number, until: number): Span[] {
  for (let at = from; at < until && at - from < LONGEST_OBJECT; at++) {
    if (inQuotation[at]! >= 0) return trimmed(text, quotations[inQuotation[at]!]!);
    if (/^[,;:]$/.test(tokens[at]!.text) || tokens[at]!.lower === 'to') return [];
  }
  return [];
}

const trimmed = (text: string, { spans }: Quotation) => spans.map((span) => trim(text, span));

/** The content from an offset to the end of the sentence, or of what the next clause leaves of it. */
function endAt(ground: ContentGround, sentence: number, start: number, until: number): Span[] {
  const { tokens, text } = ground;
  if (start < 0) return [];
  let last = until - 1;
  const sentenceEnds = ground.sentences[sentence]!.to === until;
  while (
    last > 0 &&
    (/^[,;–—]$/.test(tokens[last]!.text) ||
      (!sentenceEnds && /^(?:and|but)$/.test(tokens[last]!.text)) ||
      (sentenceEnds && /^[.!?]$/.test(tokens[last]!.text)))
  )
    last--;
  return tokens[last]!.end > start && (text.slice(start, tokens[last]!.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 2
    ? spansBetween(text, start, tokens[last]!.end)
    : [];
}

/** "that" behind a cue, where only a few words without a verb stand between: "said on Monday that". */
export function findThat(tokens: ContentGround['tokens'], from: number, until: number, inQuotation: Int32Array): number {
  for (let at = from; at < until && at - from < 14 && inQuotation[at]! < 0; at++) {
    if (tokens[at]!.lower === 'that') return at;
    if (tokens[at]!.lower === 'turn' && tokens[at - 1]!.lower === 'in') continue;
    if (isVerb(tokens[at]) || /^[,:;]$/.test(tokens[at]!.text)) return -1;
  }
  return -1;
}

/** Whether a verb stands between two tokens that can be that of a clause. */
export function finite(tokens: ContentGround['tokens'], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isVerb(tokens[at]) && tokens[at - 1]?.lower !== 'to' && !tokens[at]!.lower.endsWith('ing')) return true;
  }
  return false;
}

/** Whether a subject begins at a token, and its verb comes before any comma: "the council knew", "over 40 people have died". */
function opensClause(tokens: ContentGround['tokens'], at: number, until: number): boolean {
  const begins = behindAmount(tokens, at);
  if (!/^(?:DET|PRON|PROPN|NUM)$/.test(tokens[begins]?.pos ?? '') || /^(?:who|whose|which|that)$/.test(tokens[begins]!.lower)) return false;
  let comma = at + 1;
  while (comma < until && tokens[comma]!.text !== ',') comma++;
  return finite(tokens, at + 1, comma);
}

const startsClause = (tokens: ContentGround['tokens'], at: number) =>
  (['DET', 'PRON', 'PROPN', 'NOUN', 'NUM', 'ADJ'].includes(tokens[behindAmount(tokens, at)]?.pos ?? '') &&
    !['nothing', 'anything', 'something', 'so', 'it'].includes(tokens[at]!.lower)) ||
  (tokens[at]?.lower === 'it' && isVerb(tokens[at + 1]));

/** "40" of "over 40", "at least 40" and "up to 40". */
function behindAmount(tokens: ContentGround['tokens'], at: number): number {
  const behind = /^(?:over|about|around|nearly|almost|at|up)$/.test(tokens[at]?.lower ?? '')
    ? at + (/^(?:least|most|to)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1)
    : at;
  return tokens[behind]?.pos === 'NUM' ? behind : at;
}

/** One span, trimmed. */
const spansBetween = (text: string, start: number, end: number): Span[] =>
  [trim(text, { start, end })].filter((span) => span.end > span.start && /\p{L}/u.test(text.slice(span.start, span.end)));

/** How many words stand in a quotation. */
export const wordsIn = (text: string, { spans }: Quotation) =>
  spans.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
