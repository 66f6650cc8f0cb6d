import type { Span } from '../../span.ts';
import type { Dateline } from '../layout/dateline.ts';
import type { Quotation } from '../layout/quotations.ts';
import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import { CUES } from '../lexicon/cues.ts';
import { spanOf } from './positions.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** Tokens that belong together, with the characters that they cover. */
export interface Sentence extends Run, Span {}

/**
 * The headline, and the sentences of the running text. The library splits too often: a sentence here does not end inside a quotation, behind an
 * abbreviation or initial, or before a small letter or a comma; and too seldom: it ends where a quotation ends with a full stop.
 */
export function splitSentences({
  text,
  tokens,
  paragraphs,
  quotations,
  body,
  headline,
  dateline,
}: {
  text: string;
  tokens: readonly Token[];
  paragraphs: readonly Span[];
  quotations: readonly Quotation[];
  body: Span;
  headline: Span | null;
  dateline: Dateline | null;
}): { sentences: Sentence[] } {
  const sentences = headline ? headlineOf(tokens, headline) : [];
  const start = Math.max(body.start, dateline?.end ?? 0);
  const paragraphEnds = new Set(paragraphs.map(({ end }) => end));
  const first = tokens.findIndex((token) => token.start >= start);
  if (first < 0) return { sentences };
  const opens = new Set(paragraphs.map((paragraph) => paragraph.start));
  let from = behindHour(text, tokens, opens, first);
  let quotation = 0;
  for (let i = from; i < tokens.length; i++) {
    const { end } = tokens[i]!;
    while (quotation < quotations.length && quotations[quotation]!.outer.end <= end) quotation++;
    const inside = quotation < quotations.length && quotations[quotation]!.outer.start < end;
    const last = i === tokens.length - 1 || (paragraphEnds.has(end) && !continues(quotations[quotation], end));
    if (
      last ||
      (!inside &&
        (endsQuotation(text, quotations[quotation - 1], end) || (ends(tokens, i) && !asks(text, tokens, i, quotations[quotation - 1]))))
    ) {
      sentences.push({ from, to: i + 1, start: tokens[from]!.start, end });
      from = last ? behindHour(text, tokens, opens, i + 1) : i + 1;
      i = Math.max(i, from - 1);
    }
  }
  return { sentences };
}

/** The hour with which a paragraph of a live report begins: `00:25`, `9.40pm –`, `11:20 GMT`. */
const HOUR = /^\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|CET|EST|EDT|ET|PST|PT)\b)?(?:\s*[-–—|:])?\s/i;
const LONGEST_HOUR = 24;

/** The first token of a sentence that begins at a token or behind the hour or bullet there, which is none of what is told. */
function behindHour(text: string, tokens: readonly Token[], opens: ReadonlySet<number>, from: number): number {
  const { start, text: word } = tokens[from] ?? { start: -1, text: '' };
  if (opens.has(start) && (/^[•‣▪●◦]$/.test(word) || (/^[-–—]$/.test(word) && /^["“‘']/.test(tokens[from + 1]?.text ?? ''))))
    return from + 1 < tokens.length ? from + 1 : from;
  const hour = /^\d/.test(word) && opens.has(start) ? HOUR.exec(text.slice(start, start + LONGEST_HOUR)) : null;
  let at = from;
  while (hour && at < tokens.length - 1 && tokens[at]!.start < start + hour[0].length) at++;
  return at;
}

/** Tokens between a question in quotation marks and the verb that reports it. */
const LONGEST_SUBJECT = 8;

/** Whether the words behind a quotation that ends with ? or ! say whose it is: `"Why?" Bell asked.` */
function asks(text: string, tokens: readonly Token[], i: number, quotation: Quotation | undefined): boolean {
  if (quotation?.outer.end !== tokens[i]!.end || !/[?!]/.test(text[quotation.spans.at(-1)!.end - 1]!)) return false;
  for (let at = i + 1; at < tokens.length && at - i <= LONGEST_SUBJECT; at++) {
    const { lower, text: word, pos } = tokens[at]!;
    if (/["“”:;]/.test(word) || (at === i + 1 && !/^(?:PROPN|PRON|DET|NOUN|ADJ)$/.test(pos))) return false;
    // "Dahl said that …" begins anew.
    if (CUES.has(lower)) return /^(?:VERB|AUX)$/.test(pos) && tokens[at + 1]?.lower !== 'that';
    if (/[.!?]$/.test(word) && tokens[at]!.endsSentence) return false;
  }
  return false;
}

/** The headline as one sentence. */
function headlineOf(tokens: readonly Token[], headline: Span): Sentence[] {
  const from = tokens.findIndex(({ start }) => start >= headline.start);
  let to = from;
  while (to >= 0 && to < tokens.length && tokens[to]!.end <= headline.end) to++;
  return to > from ? [{ from, to, ...spanOf(tokens, { from, to }) }] : [];
}

/** Whether a quotation goes on behind this end of a paragraph. */
const continues = (quotation: Quotation | undefined, end: number) =>
  quotation !== undefined && quotation.outer.start < end && quotation.outer.end > end;

/** Whether a quotation closes here and its last character is a full stop: behind ? and ! its attribution may follow. */
const endsQuotation = (text: string, quotation: Quotation | undefined, end: number) =>
  quotation?.outer.end === end &&
  quotation.closed &&
  text[quotation.spans.at(-1)!.end - 1] === '.' &&
  /^\s+["“‘'«]?[\p{Lu}\p{N}]/u.test(text.slice(end, end + 10));

/** Whether a word ends in a small letter of English, as nearly all do. */
function endsInLetter(word: string): boolean {
  const code = word.charCodeAt(word.length - 1);
  return code >= 97 && code <= 122;
}

/** Words that are abbreviations too, behind a number or with a capital. */
const PLAIN_WORDS = /^(?:apt|etc|ha|ill|in|mass|miss|no|ore|sat|sun|wash)$/;

/** Whether a stop ends a sentence that may look like that of an abbreviation: "She said no.", "He fell ill.", "more than $4m.", "at 9am.". */
function endsInStop({ text }: Token, previous: Token | undefined): boolean {
  if (text === '.') return PLAIN_WORDS.test(previous?.text ?? '') || /^\d{1,2}(?:[.:]\d\d)?[ap]m$/.test(previous?.text ?? '');
  if (text.endsWith('.') && PLAIN_WORDS.test(text.slice(0, -1))) return !/\d$/.test(previous?.text ?? '');
  return text === 'm.' && /^[\d.,]+$/.test(previous?.text ?? '');
}

function ends(tokens: readonly Token[], i: number): boolean {
  const [token, next, previous] = [tokens[i]!, tokens[i + 1]!, tokens[i - 1]];
  if (!token.endsSentence && (endsInLetter(token.text) || !/[.!?…]["”’'»]*$/.test(token.text))) return false;
  if (/^[\p{Ll},;]/u.test(next.text)) return false;
  if (endsInStop(token, previous)) return /^["“‘\p{Lu}]/u.test(next.text);
  if (!token.endsSentence)
    return token.text === '.' && /^["“‘\p{Lu}]/u.test(next.text) && !(previous && ABBREVIATIONS.has(`${previous.lower}.`));
  const word = token.text === '.' ? `${previous?.text ?? ''}.` : token.text;
  return !ABBREVIATIONS.has(word.toLowerCase()) && !/^\p{Lu}\.$/u.test(word);
}
