import { OrganizationKindType } from '../enums.ts';
import { articleWhere } from './article.ts';
import { NamedFilter, namedWhere } from './named.ts';
import { FILTER, IntRange, known, nestedWhere, rangeWhere, TextFilter, textWhere } from './plain.ts';
import { currentQuotes } from './quote.ts';
import { ArticleFilter, type OrganizationConditions, OrganizationFilter, QuoteFilter } from './refs.ts';

export { OrganizationFilter };

OrganizationFilter.implement({
  description: 'Which organizations; conditions that are given must all hold.',
  fields: (t) => ({
    and: t.field({ type: [OrganizationFilter], description: FILTER.and }),
    or: t.field({ type: [OrganizationFilter], description: FILTER.or }),
    not: t.field({
      type: OrganizationFilter,
      description: 'This does not hold of them.',
    }),
    named: t.field({ type: NamedFilter, description: 'Any of these ids, names, acronyms or aliases.' }),
    name: t.field({ type: TextFilter, description: 'Conditions on the name that is shown.' }),
    kind: t.field({ type: [OrganizationKindType], description: 'Any of these kinds.' }),
    quotes: t.field({ type: QuoteFilter, description: 'Said something of this sort itself.' }),
    articles: t.field({ type: ArticleFilter, description: 'Named in an article of this sort.' }),
    articleCount: t.field({ type: IntRange, description: 'Named by this many current articles.' }),
  }),
});

/** Prisma's conditions for organizations that current articles name. */
export const organizationWhere = (filter: OrganizationConditions | null | undefined): object => ({
  articleCount: { gt: 0 },
  AND: [organizationConditions(filter)],
});

/** Prisma's conditions for organizations among those of one article. */
export const organizationConditions = (filter: OrganizationConditions | null | undefined): object =>
  nestedWhere('filter', filter ?? {}, ownWhere);

function ownWhere({ named, name, kind, quotes, articles, articleCount }: OrganizationConditions): object {
  return {
    kind: kind ? known({ in: kind }) : undefined,
    articleCount: rangeWhere('articleCount', articleCount),
    quotes: quotes ? { some: currentQuotes(quotes, 'quotes') } : undefined,
    mentions: articles ? { some: { article: { is: articleWhere(articles, 'articles') } } } : undefined,
    AND: [namedWhere('named', named, 'Organization'), textWhere('name', name)],
  };
}
