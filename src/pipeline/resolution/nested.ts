import { firstWhere, lastAt } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { findQuotations, type Quotation } from '../layout/quotations.ts';
import { BASES, BETWEEN, CUES } from '../lexicon/cues.ts';
import { type PhraseGround, phraseFrom, phraseTo } from '../names/noun-phrases.ts';
import { type Attribution, findAttributions, namesStarting } from '../quotes/attributions.ts';
import { withApposed } from '../sources/apposed.ts';
import type { Sourced } from '../sources/index.ts';
import type { MentionGround } from '../sources/mentions.ts';
import { lineOf, runsOver, spanOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { type Sentence, splitSentences } from '../words/sentences.ts';
import type { Token } from '../words/tokens.ts';
import type { Quote } from './quote.ts';
import { namedBy, nobody, type ReferenceGround, type Resolved } from './references.ts';

/** How likely a nested quote is one, with these words, and its source right. */
const CONFIDENCE = 0.9;
/** How likely the source is who it is taken for, where that is somebody named. */
const SPEAKER_CONFIDENCE = 0.9;

interface NestedGround extends ReferenceGround {
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly sourceGround: MentionGround;
  /** The same quotes before it was known whose they are. */
  readonly sourced: readonly Pick<Sourced, 'turn'>[];
}

/** The clause that reports an inner quotation; without a source where none is found, as in "what was said to us". */
type Clause = Pick<Attribution, 'cue' | 'source' | 'audience' | 'act'>;

/** What the search for clauses inside quotes looks at. */
type Words = PhraseGround & { readonly sentences: readonly Sentence[] };

/**
 * Finds the quotes that a speaker quotes: `"My father used to say, 'Never love a boat,'" Bell said.` What was said in quotation marks, or in
 * a turn of a transcript, is read once more, its inner marks taken for outer ones. Inner marks right beside which no clause reports hold
 * titles or mockery mostly, and yield none.
 */
export function findNested(ground: NestedGround): { quotes: readonly Quote[] } {
  const { text, quotes } = ground;
  const verbatim = quotes.filter(({ kind }, i) => kind === 'DIRECT' || ground.sourced[i]!.turn);
  const held = verbatim.map((outer) => ({ outer, quotations: innerQuotations(text, outer.content) }));
  const all = held.flatMap(({ quotations }) => quotations);
  if (all.length === 0) return { quotes };
  const sentences = held.flatMap(({ outer, quotations }) => (quotations.length > 0 ? sentencesIn(ground, outer.content, quotations) : []));
  const inside = { ...ground, quotations: all, sentences };
  const { attributions, inQuotation } = findAttributions(inside);
  const phrases = { ...inside, nameStarting: namesStarting(ground), inQuotation };
  const nested = held.flatMap(({ outer, quotations }) =>
    quotations.flatMap((quotation) => {
      const clause = clauseBefore(phrases, attributions, quotation) ?? clauseBehind(ground, attributions, quotation);
      return clause ? [quoteIn(ground, outer, quotation, clause)] : [];
    }),
  );
  return { quotes: [...quotes, ...nested].sort((a, b) => a.content[0]!.start - b.content[0]!.start) };
}

/** What stands in quotation marks inside of words; where a mark is missing it may end anywhere, so that is none. */
const innerQuotations = (text: string, spans: readonly Span[]): Quotation[] =>
  findQuotations({ text, paragraphs: spans }).quotations.filter(({ closed }) => closed);

/** The sentences of a quote, which are one for those who read the article from outside. */
function sentencesIn({ text, tokens }: NestedGround, spans: readonly Span[], quotations: readonly Quotation[]): Sentence[] {
  const body = { start: spans[0]!.start, end: spans.at(-1)!.end };
  const first = firstBeginningAt(tokens, body.start);
  const words = tokens.slice(first, firstBeginningAt(tokens, body.end));
  const { sentences } = splitSentences({ text, tokens: words, paragraphs: spans, quotations, body, headline: null, dateline: null });
  return sentences.map((sentence) => ({ ...sentence, from: sentence.from + first, to: sentence.to + first }));
}

/** Index of the first token that begins at an offset or behind it. */
const firstBeginningAt = (tokens: readonly Span[], offset: number) => firstWhere(tokens, ({ start }) => start >= offset);

const LISTENER = /^(?:me|you|him|her|us|them)$/;
const PASSIVE = /^(?:am|is|are|was|were|been|being|be)$/;
const NEGATION = /^(?:not|n['’]t|never)$/;
/** Words between a subject and its verb: "used to say", "would always ask". */
const isBetween = ({ lower, pos }: Token) => /^(?:AUX|PART|ADV)$/.test(pos) || BETWEEN.has(lower) || /^(?:used|to|['’]d)$/.test(lower);
/** Tokens between a verb that names and the name: "called it". */
const LONGEST_OBJECT = 2;
/** Tokens between a verb and the comma before what it reports: "asks me every week,". */
const LONGEST_ASIDE = 6;

/** The clause that ends right before the marks: `My father used to say to me: '…'`. */
function clauseBefore(ground: Words, attributions: readonly Attribution[], { outer }: Quotation): Clause | null {
  const { tokens, sentences } = ground;
  const sentence = sentences[lastAt(sentences, outer.start, ({ start }) => start)];
  const mark = firstBeginningAt(tokens, outer.start);
  const announced = /^[,:]$/.test(tokens[mark - 1]?.text ?? '');
  const end = announced ? mark - 1 : mark;
  const clause = attributions[lastAt(attributions, end - 1, ({ from }) => from)];
  if (clause && (clause.to === end || (clause.form === 'NAMING' && clause.to < end && end - clause.to <= LONGEST_OBJECT))) return clause;
  const at = sentence ? verbBefore(ground, end, Math.max(sentence.from, announced ? end - LONGEST_ASIDE : end - LONGEST_OBJECT - 1)) : null;
  if (!sentence || at === null) return null;
  let subject = at - 1;
  while (subject >= sentence.from && isBetween(tokens[subject]!)) subject--;
  const between = tokens.slice(subject + 1, at);
  if (between.some(({ lower }) => NEGATION.test(lower))) return null;
  const isPassive = between.some(({ lower }) => PASSIVE.test(lower));
  const source = isPassive || subject < sentence.from ? null : subjectAt(ground, subject, sentence.from);
  if (!source && !announced && !isPassive) return null;
  return { cue: { from: at, to: at + 1 }, source, audience: listenerAt(ground, at + 1, end), act: cueAt(tokens, at)!.act };
}

const cueAt = (tokens: readonly Token[], at: number) => CUES.get(tokens[at]!.lower) ?? BASES.get(tokens[at]!.lower);

/** The verb that reports, with nothing between it and `end` but listeners and circumstances. */
function verbBefore({ tokens }: Words, end: number, from: number): number | null {
  for (let at = end - 1; at >= from; at--) {
    const { pos, text } = tokens[at]!;
    if (pos === 'VERB') return cueAt(tokens, at) ? at : null;
    if (/^(?:AUX|CCONJ|SCONJ|PUNCT)$/.test(pos) || /^[,;:.?!]$/.test(text)) return null;
  }
  return null;
}

/** Whom it was told to: "to me", "us", "to the bank". */
function listenerAt(ground: Words, from: number, end: number): Run | null {
  const { tokens } = ground;
  const isTo = tokens[from]?.lower === 'to';
  const at = isTo ? from + 1 : from;
  if (at < end && LISTENER.test(tokens[at]!.lower)) return { from: at, to: at + 1 };
  const phrase = isTo && at < end ? phraseFrom(ground, at, end) : null;
  return phrase && phrase.to === end ? phrase : null;
}

const subjectAt = (ground: Words, at: number, from: number): Run | null =>
  ground.tokens[at]!.pos === 'PRON' ? { from: at, to: at + 1 } : phraseTo(ground, at, from);

/** The clause that begins right behind the marks: `'…,' he said`. */
function clauseBehind({ tokens }: NestedGround, attributions: readonly Attribution[], { outer }: Quotation): Clause | null {
  const behind = firstBeginningAt(tokens, outer.end);
  const from = tokens[behind]?.text === ',' ? behind + 1 : behind;
  const clause = attributions[lastAt(attributions, from, (attribution) => attribution.from)];
  return clause?.from === from && /^(?:VERB|INVERTED)$/.test(clause.form) ? clause : null;
}

function quoteIn(ground: NestedGround, outer: Quote, { spans: content }: Quotation, { cue, source, audience, act }: Clause): Quote {
  const { tokens } = ground;
  const resolved = source ? meantIn(ground, outer, source) : nobody('NONE');
  const spans = (run: Run | null) => (run ? [spanOf(tokens, run)] : []);
  const isNamed = resolved.speaker !== null || resolved.organization !== null;
  return {
    content,
    kind: 'DIRECT',
    act,
    region: 'NESTED',
    within: outer.content,
    cue: spans(cue),
    source: spans(source && withApposed(ground.sourceGround, source, cue, runsOver(tokens, content))),
    audience: spans(audience),
    ...resolved,
    confidence: CONFIDENCE,
    speakerConfidence: isNamed ? SPEAKER_CONFIDENCE : null,
    alternatives: [],
    sourceDescription: resolved.attribution === 'UNNAMED' && source ? lineOf(ground, source) : null,
  };
}

/** Whom a source inside a quote means: the speaker by "I", those called by name; other pronouns and roles stay open. */
function meantIn(ground: NestedGround, outer: Quote, source: Run): Resolved {
  const { tokens } = ground;
  const { lower, pos } = tokens[source.to - 1]!;
  if (source.to - source.from > 1 || pos !== 'PRON') return namedBy(ground, source) ?? nobody('UNNAMED');
  const { speaker, organization, chain } = outer;
  const isSpeaker = lower === 'i' && (speaker !== null || organization !== null);
  return isSpeaker ? { speaker, organization, attribution: 'PRONOUN', chain: [spanOf(tokens, source), ...chain] } : nobody('NONE');
}
