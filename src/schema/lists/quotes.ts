import type { Scope } from '../../store/read/scope.ts';
import type { Where } from '../../store/read/where.ts';
import { builder } from '../builder.ts';
import { articleWhere, includesSuperseded } from '../filters/article.ts';
import { allOf } from '../filters/conditions.ts';
import { namedWhere } from '../filters/named.ts';
import { isOpen, RELEVANCE, SEARCH, storable } from '../filters/plain.ts';
import { currentQuotes, QuoteFilter } from '../filters/quote.ts';
import type { QuoteConditions } from '../filters/refs.ts';
import { orderOf, related, type SearchArgs, scopeOf } from './list.ts';
import { byConfidence, byLength, byRelevance, quotesByDate } from './orders.ts';
import { isPlain, pageArgs } from './page.ts';

const ORDERS = { ...quotesByDate, ...byLength('length', 'start'), CONFIDENCE: byConfidence, RELEVANCE: byRelevance.Quote };

const QuoteOrder = builder.enumType('QuoteOrder', {
  description: 'The order of a list of quotes; ties by article or by where in it they begin, then by id.',
  values: {
    NEWEST: { value: 'NEWEST', description: 'From the latest article first, from undated ones last.' },
    OLDEST: { value: 'OLDEST', description: 'The exact reverse of NEWEST: from undated articles first, then the earliest.' },
    LONGEST: { value: 'LONGEST', description: 'Those with the most characters first.' },
    SHORTEST: { value: 'SHORTEST', description: 'Those with the fewest characters first.' },
    CONFIDENCE: { value: 'CONFIDENCE', description: 'Those that the extractor is surest of first.' },
    RELEVANCE: { value: 'RELEVANCE', description: RELEVANCE },
  } as const,
});

/** The arguments by which a list of quotes is searched and filtered. */
export const quoteArgs = builder.args((t) => ({
  search: t.string({ description: `${SEARCH} Looks in what was said.` }),
  filter: t.field({ type: QuoteFilter, description: 'Only these; speech in body text where left out.' }),
}));

/** The arguments of every list of quotes that has an order of its own. */
export const quoteListArgs = builder.args((t) => ({
  ...pageArgs,
  ...quoteArgs,
  orderBy: t.field({
    type: QuoteOrder,
    required: true,
    defaultValue: 'NEWEST',
    description: 'Which come first; the latest where left out.',
  }),
}));

/** The arguments of a list of quotes. */
export interface QuoteListArgs extends SearchArgs {
  readonly filter?: QuoteConditions | null;
  readonly orderBy?: keyof typeof ORDERS | null;
}

/** The order that a list of quotes is asked for in. */
export const quoteOrder = ({ orderBy, search }: QuoteListArgs) => orderOf(ORDERS, orderBy ?? 'NEWEST', search);

/** The quotes that a list's arguments ask for among those for which `more` holds: of articles that are current, unless told otherwise. */
export function quoteScope(
  { search, filter }: Pick<QuoteListArgs, 'search' | 'filter'>,
  more: object = {},
  whereOf = currentQuotes,
): Scope {
  const { publishedAt, article, ...others } = filter ?? {};
  const range = publishedAt ?? article?.publishedAt;
  const isFilterAlone = search == null && whereOf === currentQuotes && isOpen(more);
  const without = { ...others, ...(publishedAt ? article && { article } : { article: { ...article, publishedAt: null } }) };
  return {
    ...scopeOf('Quote', search, more, whereOf(filter)),
    whole: isFilterAlone && isOpen({ ...others, article }),
    articles: isFilterAlone ? articlesOf(filter ?? {}) : undefined,
    sayers: isFilterAlone ? sayersOf(filter ?? {}) : undefined,
    values: isFilterAlone ? valuesOf(filter ?? {}) : undefined,
    period: range
      ? { from: storable(range.from) ?? null, to: storable(range.to) ?? null, without: { AND: [more, whereOf(without)] } }
      : undefined,
  };
}

/** What a filter says of articles, where it says nothing else. */
function articlesOf({ publishedAt, article, ...others }: QuoteConditions): Scope['articles'] {
  if (!isOpen(others) || (article && includesSuperseded(article))) return undefined;
  return allOf(articleWhere(article, 'article'), articleWhere({ publishedAt: publishedAt ?? null })) as Scope['articles'];
}

/** The nouns whose words a filter asks for, where it asks for nothing else. */
function sayersOf(filter: QuoteConditions): Scope['sayers'] {
  const { speaker, organization } = filter;
  const named = speaker ?? organization;
  if (!asksOneThing(filter) || !named || !(named.id ?? named.name ?? named.isSet) || named.isSet === false) return undefined;
  const [argument, noun] = speaker ? (['speaker', 'Speaker'] as const) : (['organization', 'Organization'] as const);
  return { noun, where: namedWhere(argument, named, noun) as Where };
}

const asksOneThing = (filter: QuoteConditions): boolean => Object.values(filter).filter((value) => value != null).length === 1;

/** The values of one facet that a filter asks for, where it asks for nothing else. */
function valuesOf(filter: QuoteConditions): Scope['values'] {
  if (!asksOneThing(filter)) return undefined;
  const { kind, attribution, isNamed } = filter;
  if (kind) return { facet: 'kinds', of: kind };
  if (attribution) return { facet: 'attributions', of: attribution };
  return isNamed == null ? undefined : { facet: 'named', of: [isNamed ? 'NAMED' : 'UNNAMED'] };
}

/** The options of a field with the quotes that hold their parent's id in `column`. */
export const quotesBy = (column: 'speakerId' | 'organizationId') =>
  related<QuoteListArgs>({
    relation: 'quotes',
    node: 'Quote',
    counter: 'quoteCount',
    keyset: (args) => (isPlain(quoteOrder(args)) ? quoteOrder(args) : null),
    where: ({ filter }) => currentQuotes(filter),
    scoped: {
      scope: (id, args) => quoteScope(args, { [column]: id }),
      keyset: quoteOrder,
    },
  });
