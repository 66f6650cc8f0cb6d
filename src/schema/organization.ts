import { ArticleFilter, type ArticleListArgs, articleWhere } from './article-filter.ts';
import { builder } from './builder.ts';
import { OrganizationKindType } from './enums.ts';
import { listAll, related } from './list.ts';
import { ArticleConnection, Organization, OrganizationConnection, QuoteConnection } from './nouns.ts';
import { byDate, byName, most, newestArticle } from './orders.ts';
import { OrganizationFilter, organizationWhere } from './organization-filter.ts';
import { pageArgs } from './page.ts';
import { QuoteOrder } from './quote.ts';
import { currentQuotes, QuoteFilter, type QuoteListArgs } from './quote-filter.ts';

builder.prismaObjectFields(Organization, (t) => ({
  name: t.exposeString('name', { description: 'Its full name where any article gives it, else the acronym.' }),
  acronym: t.exposeString('acronym', { nullable: true, description: 'Such as UN, as articles print it.' }),
  aliases: t.exposeStringList('aliases', {
    description: 'Other forms that articles print, and names known from a list of well-known organizations; sorted.',
  }),
  kind: t.expose('kind', {
    type: OrganizationKindType,
    nullable: true,
    description: 'What sort of group it is; null where nothing tells.',
  }),
  articles: t.field({
    type: ArticleConnection,
    args: { ...pageArgs, filter: t.arg({ type: ArticleFilter, description: 'Only these; all that are current where left out.' }) },
    description: 'The articles that name it, the newest first.',
    ...related<ArticleListArgs>({
      relation: 'mentions',
      via: 'article',
      node: 'Article',
      keyset: () => newestArticle,
      where: ({ filter }) => ({ article: articleWhere(filter) }),
    }),
  }),
  quotes: t.field({
    type: QuoteConnection,
    args: {
      ...pageArgs,
      filter: t.arg({ type: QuoteFilter, description: 'Only these; speech in body text where left out.' }),
      orderBy: t.arg({
        type: QuoteOrder,
        required: true,
        defaultValue: 'NEWEST',
        description: 'Which come first; the latest where left out.',
      }),
    },
    description: 'What it said itself, in a statement or through a body without a named person.',
    ...related<QuoteListArgs>({
      relation: 'quotes',
      node: 'Quote',
      keyset: ({ orderBy }) => byDate[orderBy ?? 'NEWEST'],
      where: ({ filter }) => currentQuotes(filter),
    }),
  }),
}));

const OrganizationOrder = builder.enumType('OrganizationOrder', {
  description: 'The order of a list of organizations; ties by id.',
  values: {
    NAME: { value: 'NAME', description: 'By the name that is shown.' },
    MOST_MENTIONED: { value: 'MOST_MENTIONED', description: 'Those that the most current articles name first.' },
  } as const,
});

builder.queryField('organizations', (t) =>
  t.field({
    type: OrganizationConnection,
    args: {
      ...pageArgs,
      filter: t.arg({ type: OrganizationFilter, description: 'Only these; all that are named where left out.' }),
      orderBy: t.arg({
        type: OrganizationOrder,
        required: true,
        defaultValue: 'NAME',
        description: 'Which come first; by name where left out.',
      }),
    },
    description: 'Organizations that current articles of the corpus name, by name.',
    resolve: (_root, args, context, info) =>
      listAll(context.db.organization, { args, keyset: keysets[args.orderBy], where: organizationWhere(args.filter), context, info }),
  }),
);

const keysets = { NAME: byName, MOST_MENTIONED: most('MOST_MENTIONED', 'articleCount') };
