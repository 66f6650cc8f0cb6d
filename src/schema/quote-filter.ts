import { ArticleFilter, articleWhere } from './article-filter.ts';
import { builder } from './builder.ts';
import { AttributionType, QuoteActType, QuoteKindType, QuoteRegionType } from './enums.ts';
import { DateRange, dateWhere, NamedFilter, namedWhere } from './filters.ts';
import type { byDate } from './orders.ts';
import type { PageArgs } from './page.ts';

export const QuoteFilter = builder.inputType('QuoteFilter', {
  description: 'Which quotes; conditions that are given must all hold.',
  fields: (t) => ({
    kind: t.field({ type: [QuoteKindType], description: 'Any of these kinds.' }),
    act: t.field({ type: [QuoteActType], description: 'Any of these acts; only SPEECH where left out.' }),
    region: t.field({ type: [QuoteRegionType], description: 'In any of these parts of the article; only BODY where left out.' }),
    attribution: t.field({ type: [AttributionType], description: 'Resolved in any of these ways.' }),
    speaker: t.field({ type: NamedFilter, description: 'The words of any of these people.' }),
    organization: t.field({ type: NamedFilter, description: 'The words of any of these organizations.' }),
    publishedAt: t.field({ type: DateRange, description: 'From articles that came out within this time; leaves undated ones out.' }),
    article: t.field({ type: ArticleFilter, description: 'From these articles.' }),
  }),
});

/** The arguments of a list of quotes that belong to something. */
export interface QuoteListArgs extends PageArgs {
  readonly filter?: typeof QuoteFilter.$inferInput | null;
  readonly orderBy?: keyof typeof byDate | null;
}

/**
 * Prisma's conditions for quotes: speech in body text unless the filter asks for more.
 * Those of superseded articles are left to the caller: their article still shows them.
 */
export function quoteWhere(filter: typeof QuoteFilter.$inferInput | null | undefined) {
  const { kind, act, region, attribution, speaker, organization, publishedAt, article } = filter ?? {};
  return {
    kind: { in: kind ?? undefined },
    act: { in: act ?? ['SPEECH' as const] },
    region: { in: region ?? ['BODY' as const] },
    attribution: { in: attribution ?? undefined },
    speaker: speaker ? { is: namedWhere('speaker', speaker) } : undefined,
    organization: organization ? { is: namedWhere('organization', organization) } : undefined,
    article: { AND: [{ publishedAt: dateWhere('publishedAt', publishedAt) }, article ? articleWhere(article) : {}] },
  };
}

/** Prisma's conditions for quotes of articles that are current. */
export const currentQuotes = (filter: typeof QuoteFilter.$inferInput | null | undefined) => ({ current: true, ...quoteWhere(filter) });
