import { builder } from './builder.ts';
import { DateRange, dateWhere, NamedFilter, namedWhere, TextFilter, textWhere } from './filters.ts';
import type { PageArgs } from './page.ts';

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description: 'Which articles; conditions that are given must all hold.',
  fields: (t) => ({
    publishedAt: t.field({ type: DateRange, description: 'Came out within this time; leaves undated articles out.' }),
    publisher: t.field({ type: TextFilter, description: 'Conditions on the name of who published it.' }),
    agency: t.field({ type: TextFilter, description: 'Conditions on the news agency in its dateline.' }),
    collection: t.field({ type: TextFilter, description: 'Conditions on the part of the corpus it was loaded into.' }),
    speaker: t.field({ type: NamedFilter, description: 'Quotes any of these people.' }),
    organization: t.field({ type: NamedFilter, description: 'Names any of these organizations.' }),
    place: t.field({ type: NamedFilter, description: 'Names any of these places.' }),
    includeSuperseded: t.boolean({ defaultValue: false, description: 'Also texts that another has since taken the place of.' }),
  }),
});

/** The arguments of a list of articles that belong to something. */
export interface ArticleListArgs extends PageArgs {
  readonly filter?: typeof ArticleFilter.$inferInput | null;
}

/** Prisma's conditions for articles. */
export function articleWhere(filter: typeof ArticleFilter.$inferInput | null | undefined) {
  const { publishedAt, publisher, agency, collection, speaker, organization, place, includeSuperseded } = filter ?? {};
  const mentions = [
    speaker && { quoteCount: { gt: 0 }, speaker: namedWhere('speaker', speaker) },
    organization && { organization: namedWhere('organization', organization) },
    place && { place: namedWhere('place', place) },
  ];
  return {
    ...(!includeSuperseded && { supersededById: null }),
    publishedAt: dateWhere('publishedAt', publishedAt),
    AND: [
      textWhere('publisher', publisher),
      textWhere('datelineAgency', agency),
      textWhere('collection', collection),
      ...mentions.flatMap((some) => (some ? { mentions: { some } } : [])),
    ],
  };
}
