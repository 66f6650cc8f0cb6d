import { UNDATED } from '../../store/undated.ts';
import { allOf } from './conditions.ts';
import { LabelFilter, labelWhere } from './label.ts';
import { leadingTo, NamedFilter } from './named.ts';
import { DateRange, dateWhere, FILTER, IntRange, nestedWhere, rangeWhere, TextFilter, textWhere } from './plain.ts';
import { quoteWhere } from './quote.ts';
import { type ArticleConditions, ArticleFilter, QuoteFilter } from './refs.ts';

export { ArticleFilter };

ArticleFilter.implement({
  description: 'Which articles; conditions that are given must all hold.',
  fields: (t) => ({
    and: t.field({ type: [ArticleFilter], description: FILTER.and }),
    or: t.field({ type: [ArticleFilter], description: FILTER.or }),
    not: t.field({
      type: ArticleFilter,
      description: 'This does not hold of them; nor does it of those that lack what it asks about, such as a publisher.',
    }),
    publishedAt: t.field({ type: DateRange, description: 'Came out within this time; leaves undated articles out.' }),
    publisher: t.field({ type: TextFilter, description: 'Conditions on the name of who published it.' }),
    agency: t.field({ type: TextFilter, description: 'Conditions on the news agency in its dateline.' }),
    section: t.field({ type: TextFilter, description: 'Conditions on the part of the publication it stood in.' }),
    author: t.field({ type: LabelFilter, description: 'Has any of these in its byline.' }),
    keyword: t.field({ type: LabelFilter, description: "Has any of these among its publisher's own tags." }),
    language: t.field({ type: TextFilter, description: 'Conditions on the code of its language, such as `en`.' }),
    collection: t.field({ type: TextFilter, description: 'Conditions on the part of the corpus it was loaded into.' }),
    datelinePlace: t.field({ type: NamedFilter, description: 'Filed from any of these places.' }),
    speaker: t.field({ type: NamedFilter, description: 'Quotes any of these people.' }),
    organization: t.field({ type: NamedFilter, description: 'Names any of these organizations.' }),
    place: t.field({ type: NamedFilter, description: 'Names any of these places.' }),
    quotes: t.field({ type: QuoteFilter, description: 'Holds a quote of this sort.' }),
    wordCount: t.field({ type: IntRange, description: 'Has this many words.' }),
    quoteCount: t.field({ type: IntRange, description: 'Reports this many quotes, counting speech in body text.' }),
    isDated: t.boolean({ description: 'True for articles whose date is known, false for those without.' }),
    includeSuperseded: t.boolean({ defaultValue: false, description: 'Also texts that another has since taken the place of.' }),
  }),
});

/** Prisma's conditions for articles: those that are current, unless the filter asks for others as well. */
export function articleWhere(filter: ArticleConditions | null | undefined, at = 'filter'): object {
  const superseded = filter && includesSuperseded(filter);
  return allOf(superseded ? {} : { supersededById: null }, nestedWhere(at, filter ?? {}, ownWhere));
}

/** Whether a filter, or one that may hold beside it, asks for superseded articles too. */
export const includesSuperseded = ({ includeSuperseded, and, or }: ArticleConditions): boolean =>
  includeSuperseded === true || [...(and ?? []), ...(or ?? [])].some(includesSuperseded);

function ownWhere({
  publishedAt,
  publisher,
  agency,
  section,
  author,
  keyword,
  language,
  collection,
  ...filter
}: ArticleConditions): object {
  const { datelinePlace, speaker, organization, place, quotes, wordCount, quoteCount, isDated } = filter;
  return {
    sortAt: dateWhere('publishedAt', publishedAt),
    wordCount: rangeWhere('wordCount', wordCount),
    quoteCount: rangeWhere('quoteCount', quoteCount),
    ...(quotes && { quotes: { some: quoteWhere(quotes, 'quotes') } }),
    AND: [
      textWhere('publisher', publisher),
      textWhere('agency', agency, 'datelineAgency'),
      textWhere('section', section),
      labelWhere('author', author, 'authorKeys'),
      labelWhere('keyword', keyword, 'keywordKeys'),
      textWhere('language', language),
      textWhere('collection', collection),
      // By what lists are ordered and indexed by, which for undated articles is the same.
      ...(isDated == null ? [] : [{ sortAt: isDated ? { gt: UNDATED } : UNDATED }]),
      leadingTo('datelinePlace', datelinePlace, { column: 'datelinePlaceId', type: 'Place' }),
      leadingTo('speaker', speaker, {
        type: 'Speaker',
        one: (condition) => ({ mentions: { some: { quoteCount: { gt: 0 }, ...condition } } }),
      }),
      leadingTo('organization', organization, { type: 'Organization', one: someMention }),
      leadingTo('place', place, { type: 'Place', one: someMention }),
    ],
  };
}

const someMention = (condition: object): object => ({ mentions: { some: condition } });
