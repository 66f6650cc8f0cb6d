import { articleWhere } from './article-filter.ts';
import { AttributionType, QuoteActType, QuoteKindType, QuoteRegionType } from './enums.ts';
import { ArticleFilter, type QuoteConditions, QuoteFilter } from './filter-refs.ts';
import {
  DateRange,
  dateWhere,
  FloatRange,
  NamedFilter,
  namedWhere,
  nestedWhere,
  rangeWhere,
  says,
  TextFilter,
  textWhere,
} from './filters.ts';
import type { byDate } from './orders.ts';
import type { PageArgs } from './page.ts';

export { QuoteFilter };

QuoteFilter.implement({
  description: 'Which quotes; conditions that are given must all hold.',
  fields: (t) => ({
    and: t.field({ type: [QuoteFilter], description: 'All of these hold as well.' }),
    or: t.field({ type: [QuoteFilter], description: 'At least one of these holds as well.' }),
    not: t.field({
      type: QuoteFilter,
      description: 'This does not hold; quotes whose article lacks what it asks about, such as a publisher, stay out.',
    }),
    kind: t.field({ type: [QuoteKindType], description: 'Any of these kinds.' }),
    act: t.field({ type: [QuoteActType], description: 'Any of these acts; only SPEECH where no part of the filter names one.' }),
    region: t.field({
      type: [QuoteRegionType],
      description: 'In any of these parts of the article; only BODY where no part of the filter names one.',
    }),
    attribution: t.field({ type: [AttributionType], description: 'Resolved in any of these ways.' }),
    speaker: t.field({ type: NamedFilter, description: 'The words of any of these people.' }),
    organization: t.field({ type: NamedFilter, description: 'The words of any of these organizations.' }),
    cue: t.field({ type: TextFilter, description: 'Conditions on the words that report it: `claimed`, `denied`. Empty where none do.' }),
    isNamed: t.boolean({ description: 'True for the words of a person or organization that is known, false for those of anybody else.' }),
    confidence: t.field({ type: FloatRange, description: 'How sure the extractor is of it, from 0 to 1.' }),
    publishedAt: t.field({ type: DateRange, description: 'From articles that came out within this time; leaves undated ones out.' }),
    article: t.field({ type: ArticleFilter, description: 'From these articles.' }),
  }),
});

/** The arguments of a list of quotes that belong to something. */
export interface QuoteListArgs extends PageArgs {
  readonly filter?: QuoteConditions | null;
  readonly orderBy?: keyof typeof byDate | null;
}

/**
 * Prisma's conditions for quotes: speech in body text unless the filter asks for more.
 * Those of superseded articles are left to the caller: their article still shows them.
 */
export function quoteWhere(filter: QuoteConditions | null | undefined): object {
  const conditions = filter ?? {};
  return {
    ...(!says(conditions, 'act') && { act: 'SPEECH' }),
    ...(!says(conditions, 'region') && { region: 'BODY' }),
    AND: [nestedWhere(conditions, ownWhere)],
  };
}

function ownWhere({ kind, act, region, attribution, speaker, organization, cue, isNamed, ...filter }: QuoteConditions): object {
  const { confidence, publishedAt, article } = filter;
  return {
    kind: kind ? { in: kind } : undefined,
    act: act ? { in: act } : undefined,
    region: region ? { in: region } : undefined,
    attribution: attribution ? { in: attribution } : undefined,
    speaker: speaker ? { is: namedWhere('speaker', speaker) } : undefined,
    organization: organization ? { is: namedWhere('organization', organization) } : undefined,
    confidence: rangeWhere('confidence', confidence),
    article:
      publishedAt || article
        ? { AND: [{ publishedAt: dateWhere('publishedAt', publishedAt) }, article ? articleWhere(article) : {}] }
        : undefined,
    AND: [textWhere('cueText', cue), ...(isNamed == null ? [] : [isNamed ? NAMED : { speakerId: null, organizationId: null }])],
  };
}

const NAMED = { OR: [{ speakerId: { not: null } }, { organizationId: { not: null } }] };

/** Prisma's conditions for quotes of articles that are current. */
export const currentQuotes = (filter: QuoteConditions | null | undefined): object => ({ current: true, ...quoteWhere(filter) });
