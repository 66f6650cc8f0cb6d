import { namedBy } from '../../store/read/where.ts';
import { AttributionType, QuoteActType, QuoteKindType, QuoteRegionType } from '../enums.ts';
import { articleWhere, includesSuperseded } from './article.ts';
import { allOf } from './conditions.ts';
import { leadingTo, leadingToAny, NamedFilter } from './named.ts';
import {
  DateRange,
  dateWhere,
  FILTER,
  FloatRange,
  IntRange,
  nestedWhere,
  rangeWhere,
  relatedTextWhere,
  says,
  TextFilter,
  textWhere,
} from './plain.ts';
import { ArticleFilter, type QuoteConditions, QuoteFilter } from './refs.ts';

export { QuoteFilter };

QuoteFilter.implement({
  description: 'Which quotes; conditions that are given must all hold.',
  fields: (t) => ({
    and: t.field({ type: [QuoteFilter], description: FILTER.and }),
    or: t.field({ type: [QuoteFilter], description: FILTER.or }),
    not: t.field({
      type: QuoteFilter,
      description: 'This does not hold of them.',
    }),
    kind: t.field({ type: [QuoteKindType], description: 'Any of these kinds.' }),
    act: t.field({ type: [QuoteActType], description: 'Any of these acts; only SPEECH where no part of the filter names one.' }),
    region: t.field({
      type: [QuoteRegionType],
      description: 'In any of these parts of the article; only BODY where no part of the filter names one.',
    }),
    attribution: t.field({ type: [AttributionType], description: 'Resolved in any of these ways.' }),
    speaker: t.field({ type: NamedFilter, description: 'The words of any of these people; of a person at all, or not, with `isSet`.' }),
    organization: t.field({
      type: NamedFilter,
      description: 'The words of any of these organizations; of an organization at all, or not, with `isSet`.',
    }),
    role: t.field({
      type: TextFilter,
      description: "Conditions on the speaker's role at that time: the first title that the quote's own article gives.",
    }),
    affiliation: t.field({
      type: NamedFilter,
      description: "Said by people whose role at that time was one in any of these organizations, as the quote's own article names it.",
    }),
    mentions: t.field({
      type: NamedFilter,
      description: 'What was said names any of these people, organizations or places; their ids may be mixed.',
    }),
    cue: t.field({ type: TextFilter, description: 'Conditions on the words that report it: `claimed`, `denied`. Empty where none do.' }),
    isNamed: t.boolean({ description: 'True for the words of a person or organization that is known, false for those of anybody else.' }),
    confidence: t.field({ type: FloatRange, description: 'How sure the extractor is of it, from 0 to 1.' }),
    length: t.field({ type: IntRange, description: 'Has this many characters; letters outside the basic plane count once.' }),
    publishedAt: t.field({ type: DateRange, description: 'From articles that came out within this time; leaves undated ones out.' }),
    article: t.field({ type: ArticleFilter, description: 'From these articles.' }),
  }),
});

/**
 * Prisma's conditions for quotes: speech in body text unless the filter asks for more.
 * Those of superseded articles are left to the caller: their article still shows them.
 */
export function quoteWhere(filter: QuoteConditions | null | undefined, at = 'filter'): object {
  const conditions = filter ?? {};
  const usual = { ...(!says(conditions, 'act') && { act: 'SPEECH' }), ...(!says(conditions, 'region') && { region: 'BODY' }) };
  return allOf(usual, nestedWhere(at, conditions, ownWhere));
}

function ownWhere({ kind, act, region, attribution, speaker, organization, cue, isNamed, ...filter }: QuoteConditions): object {
  const { role, affiliation, mentions, confidence, length, publishedAt, article } = filter;
  return {
    kind: kind ? { in: kind } : undefined,
    act: act ? { in: act } : undefined,
    region: region ? { in: region } : undefined,
    attribution: attribution ? { in: attribution } : undefined,
    confidence: rangeWhere('confidence', confidence),
    length: rangeWhere('length', length),
    sortAt: dateWhere('publishedAt', publishedAt),
    article: article ? articleWhere(article, 'article') : undefined,
    AND: [
      leadingTo('speaker', speaker, { type: 'Speaker' }),
      leadingTo('organization', organization, { type: 'Organization' }),
      textWhere('cue', cue, 'cueText'),
      relatedTextWhere('role', role, 'title', (condition) => ({ role: { is: condition } })),
      leadingTo('affiliation', affiliation, {
        column: 'organizationId',
        type: 'Organization',
        one: (condition) => ({ role: { is: condition } }),
      }),
      leadingToAny('mentions', mentions, namedBy),
      ...(isNamed == null ? [] : [isNamed ? NAMED : { speakerId: null, organizationId: null }]),
    ],
  };
}

const NAMED = { OR: [{ speakerId: { not: null } }, { organizationId: { not: null } }] };

/** Prisma's conditions for quotes of articles that are current, unless the filter asks for others as well. */
export const currentQuotes = (filter: QuoteConditions | null | undefined, at?: string): object => ({
  ...(!(filter && ofSuperseded(filter)) && { current: true }),
  ...quoteWhere(filter, at),
});

const ofSuperseded = ({ article, and, or }: QuoteConditions): boolean =>
  (article != null && includesSuperseded(article)) || [...(and ?? []), ...(or ?? [])].some(ofSuperseded);
