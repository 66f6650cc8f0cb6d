import { articleWhere } from './article.ts';
import { leadingTo, NamedFilter, namedWhere } from './named.ts';
import { FILTER, IntRange, nestedWhere, rangeWhere, relatedTextWhere, TextFilter, textWhere } from './plain.ts';
import { currentQuotes } from './quote.ts';
import { ArticleFilter, QuoteFilter, type SpeakerConditions, SpeakerFilter } from './refs.ts';

export { SpeakerFilter };

SpeakerFilter.implement({
  description: 'Which people; conditions that are given must all hold.',
  fields: (t) => ({
    and: t.field({ type: [SpeakerFilter], description: FILTER.and }),
    or: t.field({ type: [SpeakerFilter], description: FILTER.or }),
    not: t.field({ type: SpeakerFilter, description: 'This does not hold of them.' }),
    named: t.field({ type: NamedFilter, description: 'Any of these ids, names or aliases.' }),
    name: t.field({ type: TextFilter, description: 'Conditions on the name that is shown.' }),
    role: t.field({ type: TextFilter, description: 'Conditions on a title that current articles give them: "minister" at any time.' }),
    organization: t.field({ type: NamedFilter, description: 'Current articles give them a role in any of these organizations.' }),
    quotes: t.field({ type: QuoteFilter, description: 'Said something of this sort.' }),
    articles: t.field({ type: ArticleFilter, description: 'Named in an article of this sort.' }),
    quoteCount: t.field({ type: IntRange, description: 'Quoted this often by current articles, counting speech in body text.' }),
    isFullName: t.boolean({ description: 'True for those whose full name is known, false for those known by surname alone.' }),
    includeUnquoted: t.boolean({ defaultValue: false, description: 'Also people whom articles name without quoting them.' }),
  }),
});

/** Prisma's conditions for speakers: those who are quoted, unless the filter asks for others as well. */
export function speakerWhere(filter: SpeakerConditions | null | undefined): object {
  const conditions = filter ?? {};
  return { ...(!includesUnquoted(conditions) && { quoteCount: { gt: 0 } }), AND: [speakerConditions(conditions)] };
}

/** Prisma's conditions for speakers among those of one article. */
export const speakerConditions = (filter: SpeakerConditions | null | undefined): object => nestedWhere('filter', filter ?? {}, ownWhere);

/** Whether a filter asks for people who are not quoted as well. */
export const includesUnquoted = ({ includeUnquoted, and, or }: SpeakerConditions): boolean =>
  includeUnquoted === true || [...(and ?? []), ...(or ?? [])].some(includesUnquoted);

function ownWhere({ named, name, role, organization, quotes, articles, quoteCount, isFullName }: SpeakerConditions): object {
  return {
    quoteCount: rangeWhere('quoteCount', quoteCount),
    isFullName: isFullName ?? undefined,
    quotes: quotes ? { some: currentQuotes(quotes, 'quotes') } : undefined,
    mentions: articles ? { some: { article: { is: articleWhere(articles, 'articles') } } } : undefined,
    AND: [
      namedWhere('named', named, 'Speaker'),
      textWhere('name', name),
      relatedTextWhere('role', role, 'title', (condition) => ({ roles: { some: { current: true, ...condition } } })),
      leadingTo('organization', organization, {
        column: 'organizationId',
        type: 'Organization',
        one: (condition) => ({ roles: { some: { current: true, ...condition } } }),
      }),
    ],
  };
}
