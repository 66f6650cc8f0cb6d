import { firstWhere } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import type { Attribution } from './attributions.ts';
import { type ContentGround, contentAfter, contentBefore, continuation, findThat, SHORTEST_ALONE, wordsIn } from './quote-content.ts';

/** Words that somebody is reported to have said, before it is known who that is in the article. */
export interface QuoteFound {
  readonly content: readonly Span[];
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly attribution: Attribution | null;
  /** Whether it is a turn of a transcript, whose source, if any, stands before it. */
  readonly turn?: { readonly by: 'NAME' | 'ANSWER'; readonly person: number | null };
  /** The sentence in which it begins. */
  readonly sentence: number;
  /** The sentence in which it ends. */
  readonly until: number;
}

/** What the search for quotes looks at. */
export interface QuoteGround extends ContentGround {
  readonly paragraphs: readonly Span[];
  readonly attributions: readonly Attribution[];
}

/**
 * Finds what was said: beside each clause that reports, and sentences in quotation marks that stand alone. What lies inside
 * another quote belongs to that.
 */
export function findQuotes(ground: QuoteGround): { found: QuoteFound[] } {
  const found: QuoteFound[] = [];
  const taken: Span[] = [];
  const add = (quote: QuoteFound | null): boolean => {
    if (!quote || quote.content.length === 0) return false;
    if (quote.content.some((span) => taken.some(({ start, end }) => span.start < end && span.end > start))) return false;
    found.push(quote);
    taken.push(...quote.content);
    if (taken.length > 8) taken.splice(0, taken.length - 8);
    return true;
  };
  const bySentence = ground.sentences.map(() => [] as Attribution[]);
  for (const attribution of ground.attributions) bySentence[attribution.sentence]!.push(attribution);
  let announced: Attribution | null = null;
  for (const sentence of ground.sentences.keys()) {
    const clauses = bySentence[sentence]!;
    let previous: Attribution | undefined;
    for (const [i, clause] of clauses.entries()) {
      const { start } = ground.tokens[clause.cue.from]!;
      // What somebody is said to have said belongs to who says it.
      if (taken.some((span) => span.start <= start && start < span.end) || isReported(ground, clause, clauses.at(-1)!)) continue;
      if (add(beside(ground, clause, previous, clauses[i + 1]))) previous = clause;
    }
    if (!previous) {
      for (const index of quotationsIn(ground, sentence)) {
        const quote = alone(ground, index, sentence);
        const last = found.at(-1);
        if (quote && announced) add({ ...quote, attribution: announced });
        else if (quote && last && goesOn(ground, last, quote)) {
          found[found.length - 1] = { ...last, content: [...last.content, ...quote.content], until: sentence };
          taken.push(...quote.content);
        } else if (quote && wordsIn(ground.text, ground.quotations[index]!) >= SHORTEST_ALONE) add(quote);
      }
    }
    announced = previous ? null : announces(ground, clauses.at(-1), sentence);
  }
  return { found: found.sort((a, b) => a.content[0]!.start - b.content[0]!.start) };
}

/** The clause of "Bell said in a statement:" where the sentence ends with its colon, for the words in the next one. */
function announces({ tokens, sentences }: QuoteGround, clause: Attribution | undefined, sentence: number): Attribution | null {
  return clause && tokens[sentences[sentence]!.to - 1]!.text === ':' ? clause : null;
}

/** `"A," he said on Monday. "B."`: the sentence right behind the one that reports is of the same quote, within the paragraph. */
function goesOn({ text }: QuoteGround, last: QuoteFound, { content, kind, sentence }: QuoteFound): boolean {
  if (!last.attribution || last.kind !== 'DIRECT' || kind !== 'DIRECT' || sentence !== last.until + 1) return false;
  const [start, end] = [content[0]!.start, last.content.at(-1)!.end];
  return end < start && !text.slice(end, start).includes('\n');
}

/** Tokens of the longest sentence: more are a list or no prose at all. */
const LONGEST_SENTENCE = 500;

/** What a clause reports: the words before it, behind it, or both. */
function beside(
  ground: QuoteGround,
  clause: Attribution,
  previous: Attribution | undefined,
  next: Attribution | undefined,
): QuoteFound | null {
  const { sentence } = clause;
  const { from: first, to: last } = ground.sentences[sentence]!;
  const until = next && setOff(ground, next) ? next.from : last;
  const from = previous ? previous.to : first;
  const far = clause.from - from > LONGEST_SENTENCE && ground.inQuotation[clause.from - 1]! < 0;
  const before = far || (previous && !endsClause(ground, previous, clause)) ? [] : contentBefore(ground, clause, from);
  const behind = before.length > 0 ? continuation(ground, clause, until) : contentAfter(ground, clause, until);
  const content = isLead(ground, before, behind) ? behind : [...before, ...behind];
  return content.length === 0
    ? null
    : { content, kind: kindOf(ground, content), act: clause.act, attribution: clause, sentence, until: sentence };
}

/** `As the bell rang, Dahl said, "We won."`: a sentence of its own behind the clause leaves nothing to what stands before. */
const isLead = (ground: QuoteGround, before: readonly Span[], behind: readonly Span[]) =>
  before.length > 0 &&
  behind.length > 0 &&
  kindOf(ground, before) === 'INDIRECT' &&
  /^\p{Lu}/u.test(ground.text.slice(behind[0]!.start, behind[0]!.start + 2)) &&
  kindOf(ground, behind) === 'DIRECT';

/** Whether a clause that begins a sentence is itself reported by the one that ends it: "Bell told the board that the ferry would close, a spokesman said". */
const isReported = ({ tokens, sentences, inQuotation }: QuoteGround, clause: Attribution, last: Attribution) =>
  last.from > clause.to &&
  /^(?:VERB|INVERTED)$/.test(clause.form) &&
  last.form === 'VERB' &&
  clause.from === sentences[clause.sentence]!.from &&
  sentences[clause.sentence]!.to - last.to <= 1 &&
  tokens[last.from - 1]!.text === ',' &&
  inQuotation[last.from - 2]! < 0 &&
  findThat(tokens, clause.to, last.from, inQuotation) >= 0;

/** Whether a clause stands beside the words of the one before, and not inside them: "said that the board had announced a sale". */
const setOff = ({ tokens, inQuotation }: QuoteGround, { from, source }: Attribution) =>
  source === null || inQuotation[from - 1]! >= 0 || /^(?:[,;–—]|--|and|but|while)$/.test(tokens[from - 1]!.text);

/** Whether what follows one clause cannot also be what the next one reports: it begins with a quotation of its own. */
const endsClause = ({ tokens }: QuoteGround, previous: Attribution, clause: Attribution) =>
  clause.from - previous.to < LONGEST_SENTENCE &&
  tokens.slice(previous.to, clause.from).some(({ text }) => text === ';' || /^(?:and|but|while)$/.test(text));

/** A quotation that fills its sentence: somebody's words, whose is for others to say. */
function alone({ text, quotations, tokens, sentences }: QuoteGround, index: number, sentence: number): QuoteFound | null {
  const { outer, spans, closed } = quotations[index]!;
  const { from, to } = sentences[sentence]!;
  const before = text.slice(tokens[from]!.start, outer.start).trim();
  const behind = text.slice(outer.end, tokens[to - 1]!.end);
  const [first, last] = [spans[0]!, spans.at(-1)!];
  const fills = before === '' && !/\p{L}/u.test(behind);
  // “… We start in May.”, “$40 was enough.”
  const begins = /^(?:…|\.{3})?\s*(?:\[|[($£€]?[\p{Lu}\p{N}])/u.test(text.slice(first.start, first.start + 8));
  const ends = !closed || /[.?!…"”’]$/.test(text.slice(last.start, last.end)) || /^\.?\s*$/.test(behind);
  return fills && begins && ends ? { content: spans, kind: 'DIRECT', act: 'SPEECH', attribution: null, sentence, until: sentence } : null;
}

function* quotationsIn({ sentences, inQuotation }: QuoteGround, sentence: number): Generator<number> {
  let last = -1;
  for (let i = sentences[sentence]!.from; i < sentences[sentence]!.to; i++) {
    if (inQuotation[i]! > last) {
      last = inQuotation[i]!;
      yield last;
    }
  }
}

/** Direct where all words stand in quotation marks, mixed where some do. */
export function kindOf({ quotations, text }: Pick<QuoteGround, 'quotations' | 'text'>, content: readonly Span[]): QuoteFound['kind'] {
  const [first, last] = [content[0]!.start, content.at(-1)!.end];
  const endingBehind = (offset: number) => firstWhere(quotations, ({ outer }) => outer.end > offset);
  const near = quotations.slice(endingBehind(first), endingBehind(last) + 1);
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
