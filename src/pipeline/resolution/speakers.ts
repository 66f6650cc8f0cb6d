import { lastAt } from '../../sorted.ts';
import type { Attribution } from '../quotes/attributions.ts';
import type { QuoteFound } from '../quotes/quotes.ts';
import { lineOf, paragraphAt, spanOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { resolveByModel } from './by-model.ts';
import { BY_ATTRIBUTION, confidenceOf } from './confidence.ts';
import type { ResolutionNeeds } from './needs.ts';
import type { Quote } from './quote.ts';
import { bodyNamed, isSubject, type Last, namedBy, nobody, pronoun, type Resolved, titled } from './references.ts';
import type { SpeakerModel } from './speaker-model.ts';

interface SpeakerGround extends ResolutionNeeds {
  readonly found: readonly QuoteFound[];
  readonly placeAt: ReadonlySet<number>;
}

/** Resolves each quote's source to a person or an organization of the article: with a model by what it has learned, else by rules. */
export const resolveSpeakers = (needs: SpeakerGround, model: SpeakerModel | null): { quotes: Quote[] } => ({
  quotes: model ? resolveByModel(needs, model) : resolveByRules(needs),
});

/** Resolves each quote's source by rules, in reading order; where that is unsure, to nobody. */
function resolveByRules(ground: SpeakerGround): Quote[] {
  const { tokens } = ground;
  const quotes: Quote[] = [];
  let last: Last | null = null;
  for (const quote of ground.found) {
    const start = quote.content[0]!.start;
    const paragraph = paragraphAt(ground.paragraphs, start);
    const clause = quote.attribution;
    const resolved: Resolved = clause
      ? clause.source
        ? resolve(ground, clause.source, start, last)
        : unsaid(ground, clause, last)
      : last && follows(ground, last, start, paragraph)
        ? continued(last)
        : nobody('NONE');
    quotes.push({
      content: quote.content,
      kind: quote.kind,
      act: quote.act,
      region: ground.headline && start < ground.headline.end ? 'HEADLINE' : 'BODY',
      cue: clause ? [spanOf(tokens, clause.cue)] : [],
      source: clause?.source ? [spanOf(tokens, clause.source)] : [],
      audience: clause?.audience ? [spanOf(tokens, clause.audience)] : [],
      ...resolved,
      confidence: confidenceOf(resolved.attribution, quote.kind),
      speakerConfidence: resolved.speaker === null && resolved.organization === null ? null : BY_ATTRIBUTION[resolved.attribution],
      alternatives: [],
      sourceDescription: resolved.attribution === 'UNNAMED' && clause?.source ? lineOf(ground, clause.source) : null,
    });
    // "Norway announced …, he said": a country is nobody whom "he" could mean.
    if (clause?.source && resolved.attribution === 'UNNAMED' && ground.placeAt.has(clause.source.to - 1)) continue;
    const end = Math.max(quote.content.at(-1)!.end, clause ? tokens[clause.to - 1]!.end : 0);
    last = { resolved, end, paragraph: paragraphAt(ground.paragraphs, end), sentence: quote.sentence };
  }
  return quotes;
}

/** Whether a quote without a clause goes on where the last one ended: in the same paragraph with at most a few words between. */
const follows = ({ text }: SpeakerGround, last: Last, start: number, paragraph: number) =>
  last.paragraph === paragraph && start > last.end && !/\p{Lu}\p{Ll}/u.test(text.slice(last.end, start));

const continued = ({ resolved }: Last): Resolved =>
  resolved.speaker === null && resolved.organization === null ? nobody('NONE') : { ...resolved, attribution: 'ELLIPSIS' };

/** Tokens before the subject of a sentence, at most: "On Monday, however, Bell …". */
const LONGEST_OPENING = 8;

/** ", adding that": who spoke before in the sentence, else the sentence's subject. */
function unsaid(ground: SpeakerGround, { sentence, from }: Attribution, last: Last | null): Resolved {
  if (last?.sentence === sentence) return continued(last);
  const { tokens, personMentions, sentences } = ground;
  const first = sentences[sentence]!.from;
  const subject = personMentions[lastAt(personMentions, first - 1, (mention) => mention.from) + 1];
  return subject && subject.to <= from && subject.titleFrom - first < LONGEST_OPENING && isSubject(ground, subject)
    ? { speaker: subject.person, organization: null, attribution: 'ELLIPSIS', chain: [spanOf(tokens, subject)] }
    : nobody('NONE');
}

function resolve(ground: SpeakerGround, source: Run, at: number, last: Last | null): Resolved {
  if (source.to - source.from === 1 && /^(?:he|him|his|she|her|it|they|them|we|i|you|who)$/.test(ground.tokens[source.from]!.lower))
    return pronoun(ground, source, at, last);
  return namedBy(ground, source) ?? titled(ground, source, at, last) ?? bodyNamed(ground, source, last) ?? nobody('UNNAMED');
}
