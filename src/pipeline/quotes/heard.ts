import { firstEndingBehind, type Span } from '../../span.ts';
import type { Person } from '../names/people.ts';
import { sentenceOf, spanOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { goesBeyond, isCueOf, liesIn, near, passesOn, touch, without, withWhole } from './agreed.ts';
import { isAside, isCorrection } from './asides.ts';
import { askedUntil, isAskedAbout } from './asking.ts';
import { fromBehindTime } from './behind-time.ts';
import { isCertain, isWholeSetOff } from './certain.ts';
import { findBlocks, findPosts } from './embedded.ts';
import { type HeadlineGround, headlineQuote } from './headline.ts';
import { isHearsay } from './hearsay.ts';
import { withHalves } from './interrupted.ts';
import { findAnswers } from './interviews.ts';
import { isJudgement } from './judgement.ts';
import { leftOver } from './left-over.ts';
import { findByModel } from './model/find.ts';
import type { QuoteModel } from './model/model.ts';
import { inOriginal, withStops } from './model/stops.ts';
import { viewOf } from './model/view.ts';
import { foundBy } from './model-quote.ts';
import { withoutNarrator } from './narrator.ts';
import { withoutLead, withoutOpenings } from './openings.ts';
import { parted } from './parted.ts';
import { withoutParticiple } from './participles.ts';
import { findQuotes, kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { withRelatives } from './relatives.ts';
import { joinReopened } from './reopened.ts';
import { partedByVerbs } from './second-verbs.ts';
import { spoken } from './spoken.ts';
import { isSupposed } from './supposed.ts';
import { withTails } from './tails.ts';
import { findTurns } from './transcripts.ts';
import { withWholeQuotations } from './whole-quotations.ts';
import { isWithheld } from './withheld.ts';
import { isWork, isWriting } from './works.ts';
import { yesOrNo } from './yes-or-no.ts';

/** What the stage needs. */
type Heard = HeadlineGround & { readonly people: readonly Pick<Person, 'name' | 'spans'>[] };

/** The quotes of an article, before it is known whose they are. */
export interface Hearing {
  readonly found: QuoteFound[];
  /** What the model took for sources, whosever; nothing without it. */
  readonly sourceLike: readonly Run[];
  /** How likely each token lies in some content; null without a model. */
  readonly contentLike: Float64Array | null;
}

/**
 * Finds what was said. Rules find what quotation marks and a clause beside them leave no doubt about; a model, where there is one, finds
 * the rest, indirect words above all. Without a model, rules do what they can.
 */
export function hearQuotes(ground: Heard, model: QuoteModel | null): Hearing {
  const labelled = findTurns(ground);
  const turns = labelled.length > 0 ? labelled : findAnswers(ground);
  const { found, ...likes } = hearOutside(ground, model);
  const shown = turns.length > 0 ? [] : apart([...findPosts(ground), ...findBlocks(ground)]);
  if (turns.length + shown.length === 0) return { found, ...likes };
  const spans = turns.map(({ label, words }) => ({ start: ground.tokens[label.from]!.start, end: ground.tokens[words.to - 1]!.end }));
  const taken = [...spans, ...shown.flatMap(({ content }) => content)].sort((a, b) => a.start - b.start);
  const outside = found.filter(({ content }) => !touch(content, taken));
  return { found: inOrder([...outside, ...shown, ...turns.flatMap((turn) => spoken(ground, turn))]), ...likes };
}

/** The quotes in order, without those that touch one before. */
function apart(quotes: readonly QuoteFound[]): QuoteFound[] {
  let end = 0;
  return inOrder(quotes).filter(({ content }) => {
    const isFree = content[0]!.start >= end;
    if (isFree) end = content.at(-1)!.end;
    return isFree;
  });
}

/** What is found without regard to transcripts, and what an article shows without quotation marks. */
function hearOutside(ground: Heard, model: QuoteModel | null): Hearing {
  const byRules = findQuotes(ground).found;
  if (!model) return { found: byRules, sourceLike: [], contentLike: null };
  const { article, origin } = withStops(ground);
  const { quotes, sources, inside } = inOriginal(findByModel(viewOf(article, model.cues, model.classes), model), origin);
  const byRulesNear = near(byRules);
  const heard = quotes
    .flatMap((quote) => foundBy(ground, quote))
    .flatMap((quote) => parted(ground, belowHeadline(ground, quote)))
    .filter((quote) => !byRulesNear(quote).some((one) => passesOn(ground, quote, one)))
    .map((quote) => withoutParticiple(ground, fromBehindTime(ground, withRelatives(ground, quote))));
  const heardNear = near(heard);
  const certain = byRules.filter((quote) =>
    isCertain(ground, quote)
      ? !heardNear(quote).some((other) => goesBeyond(other, quote))
      : isWholeSetOff(ground, quote) && !heardNear(quote).some((other) => isCueOf(other, quote)),
  );
  const certainNear = near(certain);
  const rest = withWhole(ground, byRules, heard)
    .filter((quote) => !certainNear(quote).some(({ attribution }) => liesIn(ground, quote, attribution)))
    .flatMap((quote) => without(ground, certainNear(quote), quote))
    .filter((quote) => !isName(ground, quote) && !isClause(ground, quote));
  const told = withoutOpenings(ground, inOrder([...certain, ...rest]))
    .map((quote) => withoutLead(ground, quote))
    .flatMap((quote) => withoutNarrator(ground, quote) ?? [])
    .flatMap((quote) => partedByVerbs(ground, quote));
  const toldNear = near(told);
  const isFree = (quote: QuoteFound) => {
    const room = roomOf(ground, quote);
    return !toldNear(quote).some((one) => touch(one.content, room));
  };
  const top = headlineQuote(ground);
  const alone = [
    ...(top && isFree(top) ? [top] : []),
    ...byRules
      .filter((quote) => (isMarked(quote) || isPlain(ground, quote)) && isFree(quote))
      .flatMap((quote) => withoutNarrator(ground, quote) ?? []),
    ...yesOrNo(ground).filter(({ content }) => !told.some((one) => touch(one.content, content))),
  ];
  const known = withTails(ground, joinReopened(ground, withHalves(ground, withWholeQuotations(ground, inOrder([...told, ...alone])))));
  const works = new Set(
    ground.quotations.flatMap((quotation) => (isWork(ground.text, quotation) ? [quotation.outer.start, quotation.spans[0]!.start] : [])),
  );
  const found = inOrder(
    [...known, ...leftOver(ground, known)].filter(
      (quote) =>
        !isAside(ground, quote) &&
        !isCorrection(ground, quote) &&
        !isWriting(ground, quote) &&
        !(quote.content.length === 1 && works.has(quote.content[0]!.start)),
    ),
  ).map(
    (quote): QuoteFound =>
      isWithheld(ground, quote) ||
      isPronoun(ground, quote) ||
      isJudgement(ground, quote) ||
      isHearsay(ground, quote) ||
      isAskedAbout(ground, quote) ||
      isSupposed(ground, quote)
        ? { ...quote, act: 'ATTITUDE' }
        : quote,
  );
  return { found, sourceLike: sources, contentLike: inside };
}

/**
 * Whether the words are one pronoun: "I agree with her" is about her, "which he denies" about what was said before. Of 99 personal ones in the training articles 37 are
 * marked, as thought or said.
 */
const isPronoun = ({ text }: QuoteGround, { kind, content }: QuoteFound) =>
  kind === 'INDIRECT' &&
  content.length === 1 &&
  /^(?:it|her|him|them|me|us|you|himself|herself|themselves|this|that|these|those|which|who|whom|what)$/i.test(
    text.slice(content[0]!.start, content[0]!.end),
  );

/** Whether nothing but a person's name would be the content: `thanked Eva Dahl` and `insists Mr Dahl` report no words. */
const isName = ({ tokens, personMentions }: Heard, { kind, content }: QuoteFound) =>
  kind === 'INDIRECT' &&
  content.length === 1 &&
  personMentions.some(({ titleFrom, to }) => tokens[titleFrom]!.start <= content[0]!.start && content[0]!.end <= tokens[to - 1]!.end);

/** Whether the content would be whom somebody quotes, or what they are: `Reuters quoted Ana Bell, a doctor, as saying`. */
const isClause = ({ text }: Heard, { kind, content }: QuoteFound) =>
  kind === 'INDIRECT' &&
  content.length === 1 &&
  (/\sas saying$/.test(text.slice(content[0]!.start, content[0]!.end)) ||
    /^,? as saying\b/.test(text.slice(content[0]!.end, content[0]!.end + 12)));

/**
 * Whether all of it stands in quotation marks. Words that rules find there stand where the model finds nothing: pull quotes, which it never saw,
 * and answers of a word (`she said: "No."`).
 */
const isMarked = ({ kind }: QuoteFound) => kind === 'DIRECT';

/**
 * Whether a plain verb of saying, or "according to", reports it: where the model finds nothing in the whole sentence, 21 of 27 such quotes were
 * right in the training articles. News of other subjects has more of them.
 */
const isPlain = ({ tokens }: QuoteGround, { kind, attribution }: QuoteFound) =>
  kind !== 'DIRECT' &&
  attribution !== null &&
  (attribution.form === 'LEADING' ||
    (/^(?:VERB|INVERTED)$/.test(attribution.form) && /^(?:said|says|say|told|tells)$/.test(tokens[attribution.cue.from]!.lower)));

/** What no other quote may touch for one of the rules to stand: its words, and of those that no marks enclose the whole sentence. */
function roomOf({ tokens, sentences }: QuoteGround, quote: QuoteFound): readonly Span[] {
  const { attribution } = quote;
  if (isMarked(quote) || !attribution) return quote.content;
  const { from, to } = sentences[quote.sentence]!;
  // "Asked how it sank, Bell said": what she was asked is another quote.
  return [spanOf(tokens, { from: askedUntil(tokens, from, attribution.from), to })];
}

/** A quote without what of it stands in the headline, where it goes on below: those are two. */
function belowHeadline(ground: Heard, quote: QuoteFound): QuoteFound {
  const { headline, tokens } = ground;
  const content = headline ? quote.content.filter(({ start }) => start >= headline.end) : quote.content;
  if (content.length === 0 || content.length === quote.content.length) return quote;
  const isAbove = quote.attribution && tokens[quote.attribution.cue.from]!.start < headline!.end;
  const sentence = sentenceOf(ground.sentences, firstEndingBehind(tokens, content[0]!.start));
  return { ...quote, content, kind: kindOf(ground, content), attribution: isAbove ? null : quote.attribution, sentence };
}

const inOrder = (quotes: readonly QuoteFound[]) => quotes.toSorted((a, b) => a.content[0]!.start - b.content[0]!.start);
