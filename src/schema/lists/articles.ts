import type { Scope } from '../../store/read/scope.ts';
import { builder } from '../builder.ts';
import { ArticleFilter, articleWhere } from '../filters/article.ts';
import { labels } from '../filters/label.ts';
import { COUNTS, isOpen, RELEVANCE, SEARCH, storable } from '../filters/plain.ts';
import type { ArticleConditions } from '../filters/refs.ts';
import { orderOf, related, type SearchArgs, scopeOf } from './list.ts';
import { articlesByDate, byDate, byLength, byRelevance, most } from './orders.ts';
import { pageArgs } from './page.ts';

const ORDERS = { ...byDate, ...byLength('wordCount'), MOST_QUOTES: most('MOST_QUOTES', 'quoteCount'), RELEVANCE: byRelevance.Article };

const ArticleOrder = builder.enumType('ArticleOrder', {
  description: 'The order of a list of articles; ties by id.',
  values: {
    NEWEST: { value: 'NEWEST', description: 'The latest first, undated ones last.' },
    OLDEST: { value: 'OLDEST', description: 'The exact reverse of NEWEST: undated ones first, then the earliest.' },
    LONGEST: { value: 'LONGEST', description: 'Those with the most words first.' },
    SHORTEST: { value: 'SHORTEST', description: 'Those with the fewest words first.' },
    MOST_QUOTES: { value: 'MOST_QUOTES', description: `Those that report the most quotes first. ${COUNTS}` },
    RELEVANCE: { value: 'RELEVANCE', description: RELEVANCE },
  } as const,
});

/** The arguments of every list of articles. */
export const articleListArgs = builder.args((t) => ({
  ...pageArgs,
  search: t.string({ description: `${SEARCH} Looks in headlines and in the first 250,000 characters of texts.` }),
  filter: t.field({ type: ArticleFilter, description: 'Only these; all that are current where left out.' }),
  orderBy: t.field({
    type: ArticleOrder,
    required: true,
    defaultValue: 'NEWEST',
    description: 'Which come first; the latest where left out.',
  }),
}));

/** The arguments of a list of articles. */
export interface ArticleListArgs extends SearchArgs {
  readonly filter?: ArticleConditions | null;
  readonly orderBy?: keyof typeof ORDERS | null;
}

/** The order that a list of articles is asked for in. */
export const articleOrder = ({ orderBy, search }: ArticleListArgs) => orderOf(ORDERS, orderBy ?? 'NEWEST', search);

/** The articles that a list's arguments ask for among those for which `more` holds. */
export function articleScope({ search, filter }: Pick<ArticleListArgs, 'search' | 'filter'>, more: object = {}): Scope {
  const { publishedAt: range, ...others } = filter ?? {};
  return {
    ...scopeOf('Article', search, more, articleWhere(filter)),
    whole: search == null && isOpen(more) && isOpen(others),
    labels: search == null && isOpen(more) ? labelsOf(others) : undefined,
    period: range
      ? { from: storable(range.from) ?? null, to: storable(range.to) ?? null, without: { AND: [more, articleWhere(others)] } }
      : undefined,
  };
}

/** The authors or keywords that a filter asks for, where it asks for nothing else. */
function labelsOf({ author, keyword, ...others }: ArticleConditions): Scope['labels'] {
  const asked = author ?? keyword;
  if (!asked?.name || asked.isSet != null || (author && keyword) || !isOpen(others)) return undefined;
  return { facet: author ? 'authors' : 'keywords', keys: labels(asked.name).keys };
}

/** The options of a field with the articles that name their parent, whose id mentions hold in `column`. */
export const articlesNaming = (column: 'speakerId' | 'organizationId' | 'placeId') =>
  related<ArticleListArgs>({
    relation: 'mentions',
    via: 'article',
    node: 'Article',
    counter: 'articleCount',
    keyset: ({ orderBy }) => articlesByDate[(orderBy ?? 'NEWEST') as keyof typeof articlesByDate] ?? null,
    // A mention knows itself whether its article is current, which saves looking at each.
    where: ({ filter }) => (filter ? { article: articleWhere(filter) } : { current: true }),
    scoped: {
      scope: (id, args) => articleScope(args, { mentions: { some: { [column]: id } } }),
      keyset: articleOrder,
    },
  });
