import type { Span } from '../../span.ts';
import { BASES, NAMING, PARTICIPLES } from '../lexicon/cues.ts';
import { isVerb, opensSentence } from '../words/grammar.ts';
import { runsOver } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import { questionEnd } from './asking.ts';
import type { Attribution } from './attributions.ts';
import { isManner } from './manner.ts';
import { finite, isObject } from './quote-content.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/**
 * A quote without what the narrator tells in the same sentence: what goes on behind "whose office said she would resign, left", "cutting the ribbon" of
 * `"It is a proud day," Bell said, cutting the ribbon`. Null where nothing else was there: "The launch went according to plan".
 */
export function withoutNarrator(ground: QuoteGround, quote: QuoteFound): QuoteFound | null {
  const { attribution, content, kind } = quote;
  // One stretch in quotation marks is nothing of the narrator's.
  if (!attribution || (kind === 'DIRECT' && content.length === 1 && attribution.form !== 'TAGGED')) return quote;
  const { tokens } = ground;
  const { cue } = attribution;
  // "The mint known as spearmint": what it is called, and nobody says so.
  if (kind === 'INDIRECT' && tokens[cue.to - 1]!.lower === 'as' && tokens[cue.to - 2]?.lower === 'known') return null;
  if (isManner(tokens, cue.from) || isMainClause(tokens, quote)) return null;
  const parts = runsOver(tokens, content);
  if (parts.length !== content.length) return quote;
  const kept = content.flatMap((span, i): Span[] => {
    const part = parts[i]!;
    if (
      isDoing(ground, part, attribution) ||
      isSubjectOf(ground, part, attribution, parts.length === 1) ||
      isWhoFeels(ground, parts, i, cue) ||
      isWhoHears(ground, part, cue) ||
      isTold(ground, parts, i, cue) ||
      isHabit(tokens, part, cue) ||
      isSetting(ground, part, attribution) ||
      isTopic(ground, part) ||
      (part.to === attribution.from - 1 && isObject(tokens, part.from, part.to)) ||
      isMeanwhile(ground, part, parts[i + 1], cue)
    )
      return whichBehind(tokens, part, parts[i + 1], cue);
    const end = Math.min(
      clauseEnd(ground, part, cue),
      withoutAgent(ground, part, cue),
      withoutSequel(ground, part),
      chargeEnd(ground, part, cue),
      heardEnd(ground, part),
      questionEnd(ground, part),
    );
    const start = sayingEnd(ground, part);
    if (start > part.from)
      return shortened(ground, start, { start: tokens[start]!.start, end: end === part.to ? span.end : tokens[end - 1]!.end });
    return end === part.to ? [span] : shortened(ground, part.from, { start: span.start, end: tokens[end - 1]!.end });
  });
  if (kept.length === 0) return null;
  const same = kept.length === content.length && kept.every(({ start, end }, i) => start === content[i]!.start && end === content[i]!.end);
  return same ? quote : { ...quote, content: kept, kind: kindOf(ground, kept) };
}

/** Whether words are what somebody did before they said something, in a clause without a subject of its own: "The firm stopped all ferries" of "…, and said it was sorry". */
const isMainClause = (tokens: readonly Token[], { attribution, kind, content }: QuoteFound): boolean =>
  kind === 'INDIRECT' &&
  attribution!.source === null &&
  attribution!.form !== 'LEADING' &&
  content.at(-1)!.end <= tokens[attribution!.cue.from]!.start &&
  /^(?:and|but)$/.test(tokens[attribution!.cue.from - 1]?.lower ?? '');

/** A stretch that was cut; of one that is now a whole quotation only what stands between the marks. */
function shortened({ quotations, inQuotation }: QuoteGround, from: number, span: Span): Span[] {
  const quotation = quotations[inQuotation[from]!];
  return quotation && span.start <= quotation.spans[0]!.start && span.end >= quotation.spans.at(-1)!.end && span.end <= quotation.outer.end
    ? [...quotation.spans]
    : [span];
}

/** Whether words are no more than who speaks, or of whom the clause tells that reports: "the mayor" of "the mayor, whose office said". */
function isSubjectOf(
  { tokens, inQuotation }: QuoteGround,
  { from, to }: Run,
  { cue, form, from: begins, to: ends }: Attribution,
  alone: boolean,
) {
  if (inQuotation[from]! >= 0) return false;
  if (form === 'INVERTED' && from >= begins && to <= ends) return true;
  // "…, said the manager, Ana Bell."
  if (from === cue.to && /^(?:said|says)$/.test(tokens[cue.from]!.lower) && /^[,?!"”’]+$/.test(tokens[cue.from - 1]?.text ?? ''))
    return !tokens.slice(from, to).some(isVerb);
  // One word before a comma is how they said it: "Prosecuting, Bell told the court that", "But, she said".
  const isOpening =
    alone &&
    to - from === 1 &&
    cue.from > to &&
    /ing$|^(?:but|and|yet|still|so|now|then|however|meanwhile|instead|today)$/.test(tokens[from]!.lower);
  return tokens[to]?.text === ',' && cue.from > to && (isOpening || isRelative(tokens, to + 1, cue.from));
}

/** The "which" of "The vote, which aides said was close": it stands for what is before it in what was said. */
function whichBehind(tokens: readonly Token[], { to }: Run, next: Run | undefined, cue: Run): Span[] {
  const which = tokens[to + 1];
  return next && next.from >= cue.to && which?.lower === 'which' && to + 2 < cue.from && isRelative(tokens, to + 1, cue.from)
    ? [{ start: which.start, end: which.end }]
    : [];
}

/** Who is so is who thinks so; who "is expected" is only spoken of. */
const FEELS = /^(?:afraid|aware|certain|concerned|confident|convinced|determined|hopeful|persuaded|satisfied|sure|worried)$/;

/** Whether a part is who feels what stands behind the cue: "Ana Bell" of "Ana Bell was convinced that rain is wet". */
const isWhoFeels = ({ tokens, inQuotation }: QuoteGround, parts: readonly Run[], i: number, cue: Run): boolean =>
  parts[i]!.to === cue.from &&
  i + 1 < parts.length &&
  inQuotation[parts[i]!.from]! < 0 &&
  FEELS.test(tokens[cue.to - 1]!.lower) &&
  !tokens.slice(parts[i]!.from, cue.from).some(isVerb);

/** Whether a part is whoever "was told" what stands before: "the inquest" of "The pilot had been drinking, the inquest was told". */
const isWhoHears = ({ tokens, inQuotation }: QuoteGround, { from, to }: Run, cue: Run): boolean =>
  to === cue.from &&
  inQuotation[from]! < 0 &&
  tokens[from - 1]?.text === ',' &&
  /^(?:was|were)$/.test(tokens[cue.from]!.lower) &&
  tokens[cue.to - 1]!.lower === 'told' &&
  !tokens.slice(from, to).some(isVerb);

/** Tokens between "whose" and the verb that reports, at most. */
const LONGEST_SUBJECT = 8;

/** Whether a relative clause begins at a token whose verb is the cue: "whose office said", "which aides said". */
const isRelative = (tokens: readonly Token[], at: number, cue: number) =>
  /^(?:whose|which|who|whom)$/.test(tokens[at]?.lower ?? '') &&
  cue - at <= LONGEST_SUBJECT &&
  !tokens.slice(at + 1, cue).some(({ text }) => text === ',');

/** Whether a part without quotation marks, behind words in them and the verb that reports these, tells what the speaker did meanwhile. */
function isTold({ tokens, inQuotation }: QuoteGround, parts: readonly Run[], i: number, cue: Run): boolean {
  const [before, { from }] = [parts[i - 1], parts[i]!];
  if (!before || inQuotation[from]! >= 0 || inQuotation[before.to - 1]! < 0 || cue.from < before.to || cue.to > from) return false;
  if (tokens[from - 1]!.text !== ',' || tokens.slice(before.to, from).some(({ endsSentence }) => endsSentence)) return false;
  const [first, next] = [tokens[from]!, tokens[from + 1]];
  return (
    (first.pos === 'VERB' && /ing$/.test(first.lower)) ||
    /^(?:which|whose|who)$/.test(first.lower) ||
    (first.lower === 'as' && (next?.pos === 'VERB' || /^(?:if|though)$/.test(next?.lower ?? ''))) ||
    // "… and then counted them", "… but nobody listened": what followed.
    (/^(?:and|but)$/.test(first.lower) && next?.lower !== 'that') ||
    (first.lower === 'to' && next?.pos === 'NOUN')
  );
}

/** "Answering a question" of "Bell said answering a question", which has no comma; "shrugging" of `"Ask her," Bell said, shrugging`, which has one. */
function isDoing({ tokens, inQuotation }: QuoteGround, { from }: Run, { cue, from: begins, to: ends }: Attribution): boolean {
  if (inQuotation[from]! >= 0) return false;
  const { pos, lower } = tokens[from]!;
  if (from === ends + 1 && tokens[ends]!.text === ',' && begins > 0 && inQuotation[begins - 1]! >= 0)
    return pos === 'VERB' && /ing$/.test(lower) && !PARTICIPLES.has(lower);
  return (
    from === cue.to &&
    /^(?:said|says|told|noted|added|stressed)$/.test(tokens[cue.to - 1]!.lower) &&
    /^(?:answering|speaking|commenting|responding|replying|summing|talking|addressing|referring)$/.test(lower)
  );
}

/** Words before where, when or as what somebody says something; not "said at least three boats sank". */
const SETTING = /^(?:as|at|during|in|on|while|when|after|before)$/;

/**
 * Whether words are where, when or as what it was said, behind a clause that ends the sentence: "lead manager" of "The sale is off, Norbank said as lead manager". Not those of
 * "Ana Bell, a doctor, said in May it would rain", where no clause stands before.
 */
function isSetting(
  { tokens, sentences, inQuotation }: QuoteGround,
  { from, to }: Run,
  { cue, from: begins, to: ends, sentence }: Attribution,
): boolean {
  const last = Math.max(cue.to, ends);
  const first = from === last ? from : last;
  if (from < last || from - last > 2 || inQuotation[from]! >= 0 || sentences[sentence]!.to - to > 1) return false;
  if (!SETTING.test(tokens[first]!.lower) || /^(?:least|most|all)$/.test(tokens[first + 1]?.lower ?? '')) return false;
  if (
    !/^(?:added|adds|argued|explained|noted|said|says|stated|told|tells)$/.test(tokens[cue.to - 1]!.lower) ||
    tokens[from]!.lower === 'that'
  )
    return false;
  // A whole clause or a quotation before the one that reports.
  const before = tokens[begins - 1];
  if (!before || begins - 1 < sentences[sentence]!.from) return false;
  if (inQuotation[begins - 1]! >= 0) return true;
  return before.text === ',' && finite(tokens, sentences[sentence]!.from, begins - 1) && !hasSubject(tokens, { from: first, to });
}

/** Whether a subject and its verb stand behind a time, "in May it would rain", and not behind "as" or "while". */
const hasSubject = (tokens: readonly Token[], { from, to }: Run) =>
  !/^(?:as|while|when|after|before)$/.test(tokens[from]!.lower) && finite(tokens, from + 1, to);

/** "To say" of "he liked to say". */
const isHabit = (tokens: readonly Token[], { from, to }: Run, cue: Run) =>
  from === cue.to && to - from === 2 && tokens[from]!.lower === 'to' && BASES.has(tokens[from + 1]!.lower);

/** Where what somebody is accused of ends in "A man accused of stealing a boat told police that": before the verb of the main clause. */
function chargeEnd({ tokens, inQuotation }: QuoteGround, { from, to }: Run, cue: Run): number {
  const of = tokens[cue.to - 1]!.lower === 'of' ? cue.to - 2 : cue.to - 1;
  if (tokens[of]?.lower !== 'accused' || !/^(?:NOUN|PROPN)$/.test(tokens[of - 1]?.pos ?? '') || from < cue.to) return to;
  for (let at = from + 1; at < to; at++)
    if (
      inQuotation[at]! < 0 &&
      /^(?:admitted|claimed|denied|insisted|said|told)$/.test(tokens[at]!.lower) &&
      tokens[at - 1]!.pos === 'NOUN'
    )
      return at;
  return to;
}

/** Tokens between "quoted" and "as saying", at most. */
const LONGEST_QUOTED = 12;

/** Where words begin behind "as saying" of "quoted Bell as saying the bridge was safe", whether Bell was taken for a part of them or not; where they begin elsewhere. */
function sayingEnd({ tokens, inQuotation }: QuoteGround, { from, to }: Run): number {
  const quotes = /^(?:cited|cites|citing|quoted|quotes|quoting)$/.test(tokens[from - 1]?.lower ?? '');
  for (let at = from; at + 2 < to && at - from <= (quotes ? LONGEST_QUOTED : 0) && inQuotation[at]! < 0; at++)
    if (tokens[at]!.lower === 'as' && tokens[at + 1]!.lower === 'saying' && tokens[at + 2]!.pos !== 'PUNCT') return at + 2;
  return from;
}

/** Where words end before who heard them: "the court heard" of "told police that it was dark, the court heard". */
function heardEnd({ tokens, inQuotation }: QuoteGround, { from, to }: Run): number {
  const passive = tokens[to - 1]!.lower === 'told' && tokens[to - 2]?.lower === 'was';
  if (!passive && tokens[to - 1]!.lower !== 'heard') return to;
  for (let at = to - 2; at > from && to - at <= LONGEST_SUBJECT; at--) {
    if (inQuotation[at]! >= 0) return to;
    if (tokens[at]!.text === ',') return at;
  }
  return to;
}

/** Where what is reported ends in "Bell, whose office said she would resign, left" and "The vote, which aides said was close, ended": before the comma and the verb of the main clause. */
function clauseEnd({ tokens, inQuotation }: QuoteGround, { from, to }: Run, cue: Run): number {
  if (from < cue.to || from - cue.to > 1) return to;
  let at = Math.max(0, cue.from - 1);
  while (at > 0 && cue.from - at <= LONGEST_SUBJECT && !/^(?:[,;.:]|whose|which|who)$/.test(tokens[at]!.lower)) at--;
  if (!/^wh/.test(tokens[at]!.lower) || tokens[at - 1]?.text !== ',') return to;
  for (let comma = to - 1; comma > from; comma--) {
    if (tokens[comma]!.text !== ',' || inQuotation[comma]! >= 0) continue;
    const verb = tokens[comma + 1]?.pos === 'ADV' ? tokens[comma + 2] : tokens[comma + 1];
    if (verb && isVerb(verb) && !verb.lower.endsWith('ing')) return comma;
  }
  return to;
}

/** "The discovery" of `"I was in a panic," he said of the discovery`. */
const isTopic = ({ tokens, inQuotation }: QuoteGround, { from }: Run) =>
  inQuotation[from]! < 0 && tokens[from - 1]?.lower === 'of' && /^(?:said|says)$/.test(tokens[from - 2]?.lower ?? '');

/** "Holding up a book" of "Holding up a book, Bell said: 'It is mine.'", before a whole sentence in quotation marks. */
function isMeanwhile({ tokens, inQuotation }: QuoteGround, { from, to }: Run, next: Run | undefined, cue: Run): boolean {
  if (!next || inQuotation[from]! >= 0 || inQuotation[next.from]! < 0 || cue.from < to || cue.to > next.from) return false;
  const begins = opensSentence(tokens, from);
  const doing = (tokens[from]!.pos === 'VERB' && /ing$/.test(tokens[from]!.lower)) || /^(?:asked|pressed)$/.test(tokens[from]!.lower);
  const whole = /^\p{Lu}/u.test(tokens[next.from]!.text) && tokens.slice(cue.to, next.from).some(({ text }) => /^[,:]$/.test(text));
  return begins && doing && whole;
}

/** Where words that begin with a whole quotation end, a comma or colon before it and the narrator's words behind: "'We lost,' drawing loud jeers". */
function withoutSequel({ text, tokens, quotations, inQuotation }: QuoteGround, { from, to }: Run): number {
  const quotation = quotations[inQuotation[from]!];
  if (!quotation?.closed || !/[,:]\s*$/.test(text.slice(Math.max(0, quotation.outer.start - 3), quotation.outer.start))) return to;
  let at = from;
  while (at < to && tokens[at]!.start < quotation.outer.end) at++;
  const next = tokens[at];
  if (at >= to || !next) return to;
  const ends = /[,.!?]["”’']*$/.test(text.slice(quotation.outer.start, quotation.outer.end));
  const goesOn = /^(?:[-–—]|--)$/.test(next.text) || (ends && (next.lower === 'but' || (next.pos === 'VERB' && /ing$/.test(next.lower))));
  return goesOn ? at : to;
}

/**
 * Where what somebody is called ends in "dubbed 'Romeo' by colleagues": before "by", behind the closing mark; in "messages in which he called residents 'moaners' were
 * leaked" before the verb of the main clause.
 */
function withoutAgent({ tokens, inQuotation }: QuoteGround, { from, to }: Run, cue: Run): number {
  if (!NAMING.has(tokens[cue.to - 1]!.lower) || from !== cue.to || inQuotation[to - 1]! >= 0) return to;
  let at = to - 1;
  while (at > from && inQuotation[at]! < 0) at--;
  const next = tokens[at + 1]!;
  if (at === from && inQuotation[at]! < 0) return to;
  const isAnother = /^(?:and|but)$/.test(next.lower) && isVerb(tokens[at + 2]);
  return (next.lower === 'by' && inQuotation[from]! >= 0) || next.pos === 'AUX' || isAnother ? at + 1 : to;
}
