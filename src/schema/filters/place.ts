import { articleWhere } from './article.ts';
import { NamedFilter, namedWhere } from './named.ts';
import { FILTER, IntRange, nestedWhere, rangeWhere, TextFilter, textWhere } from './plain.ts';
import { ArticleFilter, type PlaceConditions, PlaceFilter } from './refs.ts';

export { PlaceFilter };

PlaceFilter.implement({
  description: 'Which places; conditions that are given must all hold.',
  fields: (t) => ({
    and: t.field({ type: [PlaceFilter], description: FILTER.and }),
    or: t.field({ type: [PlaceFilter], description: FILTER.or }),
    not: t.field({ type: PlaceFilter, description: 'This does not hold of them.' }),
    named: t.field({ type: NamedFilter, description: 'Any of these ids, names or aliases.' }),
    name: t.field({ type: TextFilter, description: 'Conditions on the name that is shown.' }),
    articles: t.field({ type: ArticleFilter, description: 'Named in an article of this sort, in its dateline or its text.' }),
    articleCount: t.field({ type: IntRange, description: 'Named by this many current articles.' }),
  }),
});

/** Prisma's conditions for places that current articles name. */
export const placeWhere = (filter: PlaceConditions | null | undefined): object => ({
  articleCount: { gt: 0 },
  AND: [placeConditions(filter)],
});

/** Prisma's conditions for places among those of one article. */
export const placeConditions = (filter: PlaceConditions | null | undefined): object => nestedWhere('filter', filter ?? {}, ownWhere);

const ownWhere = ({ named, name, articles, articleCount }: PlaceConditions): object => ({
  articleCount: rangeWhere('articleCount', articleCount),
  mentions: articles ? { some: { article: { is: articleWhere(articles, 'articles') } } } : undefined,
  AND: [namedWhere('named', named, 'Place'), textWhere('name', name)],
});
