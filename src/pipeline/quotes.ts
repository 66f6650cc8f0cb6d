import { type Span, trim } from '../span.ts';
import type { Attribution, Ground } from './attributions.ts';
import type { Quotation } from './quotations.ts';

/** Words that somebody is reported to have said, before it is known who that is in the article. */
export interface QuoteFound {
  readonly content: readonly Span[];
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly attribution: Attribution | null;
  /** The sentence in which it begins. */
  readonly sentence: number;
}

interface QuoteGround extends Ground {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  readonly inQuotation: Int32Array;
}

/** Fewer words in quotation marks than this are no quote by themselves: a title, a nickname, a word held at a distance. */
const SHORTEST_ALONE = 5;

/**
 * Finds what was said: beside each clause that reports, and sentences in quotation marks that stand alone. What lies inside
 * another quote belongs to that.
 */
export function findQuotes(ground: QuoteGround): { found: QuoteFound[] } {
  const found: QuoteFound[] = [];
  const taken: Span[] = [];
  const add = (quote: QuoteFound | null) => {
    if (!quote || quote.content.length === 0) return;
    if (quote.content.some((span) => taken.some(({ start, end }) => span.start < end && span.end > start))) return;
    found.push(quote);
    taken.push(...quote.content);
    if (taken.length > 8) taken.splice(0, taken.length - 8);
  };
  const bySentence = ground.sentences.map(() => [] as Attribution[]);
  for (const attribution of ground.attributions) bySentence[attribution.sentence]!.push(attribution);
  for (const sentence of ground.sentences.keys()) {
    const clauses = bySentence[sentence]!;
    for (const [i, clause] of clauses.entries()) add(beside(ground, clause, clauses[i - 1], clauses[i + 1]));
    if (clauses.length > 0) continue;
    for (const index of quotationsIn(ground, sentence)) {
      const quote = alone(ground, index, sentence);
      const last = found.at(-1);
      if (quote && last && goesOn(ground, last, quote)) {
        found[found.length - 1] = { ...last, content: [...last.content, ...quote.content] };
        taken.push(...quote.content);
      } else if (quote && wordsIn(ground.text, ground.quotations[index]!) >= SHORTEST_ALONE) add(quote);
    }
  }
  return { found: found.sort((a, b) => a.content[0]!.start - b.content[0]!.start) };
}

/** `"A," he said. "B."`: words that go on right behind the clause that reports the first are of the same quote. */
function goesOn({ tokens, text }: QuoteGround, last: QuoteFound, { content, kind }: QuoteFound): boolean {
  if (!last.attribution || last.kind !== 'DIRECT' || kind !== 'DIRECT') return false;
  const start = content[0]!.start;
  const end = Math.max(last.content.at(-1)!.end, tokens[last.attribution.to - 1]!.end);
  const between = end < start ? text.slice(end, start) : 'overlapping';
  return !/\n/.test(between) && (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= 4;
}

/** What a clause reports: the words before it, behind it, or both. */
function beside(
  ground: QuoteGround,
  clause: Attribution,
  previous: Attribution | undefined,
  next: Attribution | undefined,
): QuoteFound | null {
  const sentence = ground.sentences[clause.sentence]!;
  const from = previous ? previous.to : sentence.from;
  const until = next && setOff(ground, next) ? next.from : sentence.to;
  const before = previous && !endsClause(ground, previous, clause) ? [] : contentBefore(ground, clause, from);
  const after = before.length > 0 ? continuation(ground, clause, until) : contentAfter(ground, clause, until);
  const content = [...before, ...after];
  return content.length === 0
    ? null
    : { content, kind: kindOf(ground, content), act: clause.act, attribution: clause, sentence: clause.sentence };
}

/** Whether a clause stands beside the words of the one before, and not inside them: "said that the board had announced a sale". */
const setOff = ({ tokens, inQuotation }: QuoteGround, { from, source }: Attribution) =>
  source === null || inQuotation[from - 1]! >= 0 || /^(?:[,;–—]|--|and|but|while)$/.test(tokens[from - 1]!.text);

/** Whether what follows one clause cannot also be what the next one reports: it begins with a quotation of its own. */
const endsClause = ({ tokens }: QuoteGround, previous: Attribution, clause: Attribution) =>
  tokens.slice(previous.to, clause.from).some(({ text }) => text === ';' || /^(?:and|but|while)$/.test(text));

/** The words before a clause, up to the comma or mark that sets it off. */
function contentBefore(
  { tokens, text, inQuotation, quotations }: QuoteGround,
  { from: clauseFrom, inverted, cue }: Attribution,
  from: number,
): Span[] {
  const at = clauseFrom - 1;
  if (at < from) return [];
  const quotation = inQuotation[at]! >= 0 ? quotations[inQuotation[at]!]! : null;
  const separated = quotation
    ? /[,.?!…—–-]["”’'»]*$/.test(text.slice(quotation.outer.start, tokens[at]!.end)) || quotation.outer.end === tokens[at]!.end
    : /^[,?!]$|^[–—]$|^--$/.test(tokens[at]!.text);
  if (!separated) return [];
  let start = tokens[skipLead(tokens, from, at)]!.start;
  if (quotation && quotation.outer.end === tokens[at]!.end) {
    // Nothing but the quotation: its marks are left out.
    if (quotation.outer.start <= start || /^["“‘«'`]/.test(text.slice(start, quotation.outer.start).trim())) return [...quotation.spans];
    const lead = text.slice(start, quotation.outer.start).trim();
    if (lead === '' || /^(?:and|but|so|then)$/i.test(lead)) return [...quotation.spans];
    if (/[:]$/.test(lead)) return [...quotation.spans];
    start = Math.min(start, quotation.outer.start);
    return spansBetween(text, start, quotation.outer.end);
  }
  // "On Monday, the minister said …": no verb, no words of hers.
  if (!finite(tokens, from, at)) return [];
  // ", said Bell" without quotation marks is rare; ", the minister said" is not.
  if (inverted && cue.from === clauseFrom && tokens[clauseFrom]!.lower !== 'according' && !/^(?:said|says)$/.test(tokens[cue.from]!.lower))
    return [];
  return spansBetween(text, start, tokens[at - 1]!.end);
}

/** Words at the beginning that join a sentence to the one before. */
function skipLead(tokens: QuoteGround['tokens'], from: number, to: number): number {
  let at = from;
  while (at < to && (/^[,;:–—)-]+$/.test(tokens[at]!.text) || (at > from - 1 && /^(?:and|but)$/i.test(tokens[at]!.text) && at === from)))
    at++;
  return at;
}

/** `"A," he said, "B."`: what goes on behind the clause after a comma. */
function continuation({ tokens, text, inQuotation, quotations }: QuoteGround, { to: clauseTo }: Attribution, until: number): Span[] {
  let at = clauseTo;
  while (at < until && at - clauseTo < 8 && tokens[at]!.text !== ',' && tokens[at]!.text !== ':') {
    if (inQuotation[at]! >= 0) break;
    at++;
  }
  if (/^[,:]$/.test(tokens[at]?.text ?? '')) at++;
  const index = at < until ? inQuotation[at]! : -1;
  if (index < 0 || !startsAt(quotations[index]!, tokens[at]!.start)) return [];
  const rest = text.slice(quotations[index]!.outer.end, tokens[until - 1]!.end);
  return /\p{L}{3,}/u.test(rest) && quotations[index]!.spans.length === 1 && wordsIn(text, quotations[index]!) < SHORTEST_ALONE
    ? []
    : [...quotations[index]!.spans];
}

const startsAt = ({ outer }: Quotation, start: number) => outer.start === start || Math.abs(outer.start - start) <= 1;

/** What follows a clause: a quotation, a clause with "that", or after some verbs a clause without it. */
function contentAfter(ground: QuoteGround, clause: Attribution, until: number): Span[] {
  const { tokens, text, inQuotation, quotations } = ground;
  const sentence = ground.sentences[clause.sentence]!;
  let at = clause.to;
  if (at >= until) return [];
  if (clause.cue.to - clause.cue.from === 2) {
    // "According to Bell, …"
    if (clause.from > sentence.from + 1 || tokens[at]!.text !== ',') return [];
    return endAt(ground, clause.sentence, tokens[at + 1]?.start ?? -1, until);
  }
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

/** The content from an offset to the end of the sentence, or of what the next clause leaves of it. */
function endAt(ground: QuoteGround, sentence: number, start: number, until: number): Span[] {
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
function findThat(tokens: QuoteGround['tokens'], from: number, until: number, inQuotation: Int32Array): number {
  for (let at = from; at < until && at - from < 14 && inQuotation[at]! < 0; at++) {
    if (tokens[at]!.lower === 'that') return at;
    if (/^(?:VERB|AUX)$/.test(tokens[at]!.pos) || /^[,:;]$/.test(tokens[at]!.text)) return -1;
  }
  return -1;
}

const finite = (tokens: QuoteGround['tokens'], from: number, to: number) =>
  tokens
    .slice(from, to)
    .some(({ pos, lower }, i) => (pos === 'AUX' || pos === 'VERB') && tokens[from + i - 1]?.lower !== 'to' && !lower.endsWith('ing'));
const startsClause = (tokens: QuoteGround['tokens'], at: number) =>
  (['DET', 'PRON', 'PROPN', 'NOUN', 'NUM', 'ADJ'].includes(tokens[at]?.pos ?? '') &&
    !['nothing', 'anything', 'something', 'so', 'it'].includes(tokens[at]!.lower)) ||
  (tokens[at]?.lower === 'it' && ['AUX', 'VERB'].includes(tokens[at + 1]?.pos ?? ''));

/** A quotation that fills its sentence: somebody's words, whose is for others to say. */
function alone({ text, quotations, tokens, sentences }: QuoteGround, index: number, sentence: number): QuoteFound | null {
  const { outer, spans, closed } = quotations[index]!;
  const { from, to } = sentences[sentence]!;
  const before = text.slice(tokens[from]!.start, outer.start).trim();
  const behind = text.slice(outer.end, tokens[to - 1]!.end);
  const [first, last] = [spans[0]!, spans.at(-1)!];
  const fills = before === '' && !/\p{L}/u.test(behind);
  const begins = /^[\p{Lu}\p{N}[]/u.test(text.slice(first.start, first.start + 2));
  const ends = !closed || /[.?!…"”’]$/.test(text.slice(last.start, last.end)) || /^\.?\s*$/.test(behind);
  return fills && begins && ends ? { content: spans, kind: 'DIRECT', act: 'SPEECH', attribution: null, sentence } : null;
}

const wordsIn = (text: string, { spans }: Quotation) =>
  spans.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

function* quotationsIn({ sentences, inQuotation }: QuoteGround, sentence: number): Generator<number> {
  let last = -1;
  for (let i = sentences[sentence]!.from; i < sentences[sentence]!.to; i++) {
    if (inQuotation[i]! > last) {
      last = inQuotation[i]!;
      yield last;
    }
  }
}

/** One span, trimmed. */
const spansBetween = (text: string, start: number, end: number): Span[] =>
  [trim(text, { start, end })].filter((span) => span.end > span.start && /\p{L}/u.test(text.slice(span.start, span.end)));

/** Direct where all words stand in quotation marks, mixed where some do. */
function kindOf({ quotations, text }: QuoteGround, content: readonly Span[]): QuoteFound['kind'] {
  const [first, last] = [content[0]!.start, content.at(-1)!.end];
  const near = quotations.slice(firstBehind(quotations, first), firstBehind(quotations, last) + 1);
  let all = 0;
  let quoted = 0;
  for (const { start, end } of content) {
    for (const word of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) {
      all++;
      const at = start + word.index;
      if (near.some(({ outer }) => outer.start <= at && at < outer.end)) quoted++;
    }
  }
  return quoted === 0 ? 'INDIRECT' : quoted === all ? 'DIRECT' : 'MIXED';
}

/** Index of the first quotation that ends behind an offset. */
function firstBehind(quotations: readonly Quotation[], offset: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.outer.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
