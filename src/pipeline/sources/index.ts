import { overlap, type Span } from '../../span.ts';
import type { Hearing } from '../quotes/heard.ts';
import { kindOf, type QuoteFound } from '../quotes/quotes.ts';
import { runsOver } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { amended } from './amend.ts';
import { answersBefore } from './answer.ts';
import { audienceOf, listening } from './audience.ts';
import { type Choice, CLEAR, chooseSource, type SourceModel } from './choose.ts';
import { beforeVerb, cutBack, isSourceItself } from './cut.ts';
import { groundOf, type SourceGround, type SourceNeeds } from './ground.ts';
import { findMentions, type MentionGround } from './mentions.ts';
import { type Heads, type Heard, headsOf, isAccordingTo } from './question.ts';
import { signedBehind } from './signed.ts';
import { quoteSigns } from './signs.ts';
import { verdictBehind } from './verdict.ts';

/** A quote with the words for who it was. */
export interface Sourced {
  readonly content: readonly Span[];
  readonly kind: QuoteFound['kind'];
  readonly act: QuoteFound['act'];
  /** The tokens of its content. */
  readonly parts: readonly Run[];
  readonly cue: Run | null;
  readonly source: Run | null;
  readonly audience: Run | null;
  readonly turn: QuoteFound['turn'] | null;
  /** What tells how sure words and source are. */
  readonly signs: Int32Array;
}

export type QuoteNeeds = SourceNeeds & Hearing & { readonly byline: Span | null };

/** The quotes of an article as the search for their sources sees them. */
export interface Listening {
  readonly ground: MentionGround;
  readonly heads: Heads;
  readonly heard: readonly Heard[];
}

/** Makes an article's quotes ready for the search. */
export function listen(needs: QuoteNeeds): Listening {
  const heard = needs.found.map(({ content, attribution }) => ({
    parts: runsOver(needs.tokens, content),
    cue: attribution?.cue ?? null,
    rule:
      attribution?.source && attribution.form !== 'TAGGED'
        ? { source: attribution.source, form: FORMS.indexOf(attribution.form) + 1 }
        : null,
  }));
  const ground = groundOf(needs);
  // Who wrote the article says nothing in its headline.
  const isAuthor = ({ from }: Run) => needs.byline !== null && overlap(needs.byline, needs.tokens[from]!);
  const mentions = findMentions(ground).filter((mention) => !isAuthor(mention));
  return { ground: { ...ground, mentions }, heads: headsOf(heard, needs.sourceLike), heard };
}

/** The forms of clauses by their numbers, which the weights know: new ones go to the end. */
const FORMS = ['VERB', 'INVERTED', 'LEADING', 'NAMING', 'PARTICIPLE', 'COLON'];

/**
 * Finds the source of each quote: with a model the likeliest of all mentions near it, for which the clause that reports it is one more
 * sign; without one that of the clause, and none for a quote that no clause reports.
 */
export function findSources(needs: QuoteNeeds, model: SourceModel | null): { sourced: Sourced[]; sourceGround: MentionGround } {
  const { ground, heads, heard } = listen(needs);
  const { contentLike, sourceLike } = needs;
  const sourced = needs.found.map((quote, i) => {
    const { parts } = heard[i]!;
    const likeliest = model && !quote.turn && parts.length > 0 ? chooseSource(model, ground, heads, heard[i]!) : null;
    const verdict = likeliest && !quote.attribution ? (verdictBehind(ground, parts) ?? signedBehind(ground, parts)) : null;
    const choice = verdict ? { ...likeliest!, ...verdict, margin: CLEAR } : likeliest;
    const question = needs.found[i - 1];
    const isAnswer =
      model !== null && question !== undefined && answersBefore(ground, { ...question, parts: heard[i - 1]!.parts }, { ...quote, parts });
    const source = verdict
      ? verdict.source
      : isAnswer
        ? null
        : (announcer(ground, quote, parts, choice) ?? (choice && amended(ground, parts, choice, quote.attribution?.cue ?? choice.cue)));
    const sourced = sourcedBy(needs, ground, isAnswer ? { ...quote, attribution: null } : quote, parts, choice && { ...choice, source });
    const heardBy = sourced.audience ?? (model && sourced.cue ? audienceOf(ground, sourced.cue, sourced.source, parts) : null);
    const audience = heardBy && sourced.cue ? listening(ground, sourced.cue, heardBy) : heardBy;
    return { ...sourced, audience, signs: quoteSigns({ ground, contentLike, sourceLike }, quote, parts, choice) };
  });
  const isEmpty = ({ parts, source }: Sourced) => source && parts.length > 0 && parts.every((part) => isSourceItself(ground, part, source));
  // "The young engineer sent to move her" of `"No," she tells the young engineer sent to move her` is nothing told.
  const listeners = new Set(
    sourced.flatMap(({ kind, audience, cue }) => (kind === 'DIRECT' && audience ? [`${cue?.from} ${audience.from}`] : [])),
  );
  const isTold = ({ kind, parts, cue }: Sourced) =>
    kind === 'INDIRECT' && parts.length > 0 && listeners.has(`${cue?.from} ${parts[0]!.from}`);
  return { sourced: sourced.filter((quote) => !isEmpty(quote) && !(model && isTold(quote))), sourceGround: ground };
}

/**
 * Who says a sentence in quotation marks where the likeliest mention stands in another clause: "somebody" of `and somebody shouted: "You lost!"`, Bell of `"You lost,"
 * Bell said, according to the Courier`. Null for any other quote.
 */
function announcer(ground: SourceGround, { attribution }: QuoteFound, [first]: readonly Run[], choice: Choice | null): Run | null {
  const { tokens, quoted } = ground;
  if (!first || !choice?.source || !attribution?.source || !quoted[first.from]) return null;
  const { from, to, source, form } = attribution;
  if (/^(?:VERB|INVERTED)$/.test(form) && choice.source.from >= to && isAccordingTo(ground, choice.source.from)) return source;
  if (form !== 'VERB') return null;
  const isOther = choice.source.to <= from;
  const marks = tokens.slice(to, first.from);
  return isOther && marks.length > 0 && marks.length <= 2 && marks.every(({ text }) => /^[,:"“”‘'«]+$/.test(text)) ? source : null;
}

function sourcedBy(
  needs: SourceNeeds,
  ground: SourceGround,
  quote: QuoteFound,
  parts: readonly Run[],
  choice: Choice | null,
): Omit<Sourced, 'signs'> {
  const { content, kind, act, attribution, turn } = quote;
  const kept = choice?.source ? cutBack(ground, parts, choice.source) : null;
  const own = kept ? kept.parts : parts;
  const cue = attribution?.cue ?? (choice?.source ? choice.cue : null);
  return {
    content: kept ? kept.content : content,
    kind: kept ? kindOf(needs, kept.content) : kind,
    act,
    parts: own,
    cue,
    source: choice ? choice.source && beforeVerb(ground, own, cue, choice.source) : (attribution?.source ?? null),
    audience: attribution?.audience ?? null,
    turn: turn ?? null,
  };
}
