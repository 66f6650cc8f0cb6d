import { namedBy } from '../store/read/where.ts';
import { builder } from './builder.ts';
import { OrganizationKindType } from './enums.ts';
import { OrganizationFilter, organizationWhere } from './filters/organization.ts';
import { COUNTS, LIKENESS, SEARCH } from './filters/plain.ts';
import { speakerWhere } from './filters/speaker.ts';
import { articleListArgs, articlesNaming } from './lists/articles.ts';
import { listOf, orderOf, scopedBy, scopeOf } from './lists/list.ts';
import { byLikeness, byName, most } from './lists/orders.ts';
import { pageArgs } from './lists/page.ts';
import { quoteListArgs, quoteOrder, quoteScope, quotesBy } from './lists/quotes.ts';
import { speakerListArgs, speakerOrder } from './lists/speakers.ts';
import { ArticleConnection, Organization, OrganizationConnection, QuoteConnection, SpeakerConnection } from './nouns.ts';

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
    args: articleListArgs,
    description: 'The articles that name it, the newest first.',
    ...articlesNaming('organizationId'),
  }),
  quotes: t.field({
    type: QuoteConnection,
    args: quoteListArgs,
    description: 'What it said itself, in a statement or through a body without a named person.',
    ...quotesBy('organizationId'),
  }),
  quotesAbout: t.field({
    type: QuoteConnection,
    args: quoteListArgs,
    description: 'What others said with its name in their words, from the newest articles first.',
    ...scopedBy({
      scope: (id, args) => {
        const others = { OR: [{ organizationId: null }, { organizationId: { not: id } }] };
        return quoteScope(args, { AND: [others, namedBy([{ organizationId: id }])] });
      },
      keyset: quoteOrder,
    }),
  }),
  people: t.field({
    type: SpeakerConnection,
    args: speakerListArgs,
    description: 'People to whom current articles give a role in it, such as its chair, by name.',
    ...scopedBy({
      scope: (id, { search, filter }) =>
        scopeOf('Speaker', search, { roles: { some: { organizationId: id, current: true } } }, speakerWhere(filter)),
      keyset: speakerOrder,
    }),
  }),
}));

const ORDERS = { NAME: byName, MOST_MENTIONED: most('MOST_MENTIONED', 'articleCount'), RELEVANCE: byLikeness('articleCount') };

const OrganizationOrder = builder.enumType('OrganizationOrder', {
  description: 'The order of a list of organizations; ties by id.',
  values: {
    NAME: { value: 'NAME', description: 'By the name that is shown, letter case and accents aside.' },
    MOST_MENTIONED: { value: 'MOST_MENTIONED', description: `Those that the most current articles name first. ${COUNTS}` },
    RELEVANCE: { value: 'RELEVANCE', description: `${LIKENESS} ${COUNTS}` },
  } as const,
});

builder.queryField('organizations', (t) =>
  t.field({
    type: OrganizationConnection,
    args: {
      ...pageArgs,
      search: t.arg.string({ description: `${SEARCH} Looks in names, acronyms and aliases; \`suggest\` forgives typing errors.` }),
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
      listOf({
        scope: scopeOf('Organization', args.search, organizationWhere(args.filter)),
        keyset: orderOf(ORDERS, args.orderBy, args.search),
        args,
        context,
        info,
      }),
  }),
);
