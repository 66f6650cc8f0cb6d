import { ArticleFilter, type ArticleListArgs, articleWhere } from './article-filter.ts';
import { builder } from './builder.ts';
import { listAll, related } from './list.ts';
import { ArticleConnection, QuoteConnection, Speaker, SpeakerConnection } from './nouns.ts';
import { byDate, byName, most, newestArticle } from './orders.ts';
import { pageArgs } from './page.ts';
import { QuoteOrder } from './quote.ts';
import { currentQuotes, QuoteFilter, type QuoteListArgs } from './quote-filter.ts';
import { MAX_ROLES, RoleType, rolesOf } from './role.ts';
import { SpeakerFilter, speakerWhere } from './speaker-filter.ts';

builder.prismaObjectFields(Speaker, (t) => ({
  name: t.exposeString('name', { description: 'The full name where any article gives it, without titles, else the surname.' }),
  aliases: t.exposeStringList('aliases', { description: 'Other forms of the name that articles print, sorted.' }),
  isFullName: t.exposeBoolean('isFullName', { description: 'False for one who is known by surname alone, in one article.' }),
  roles: t.field({
    type: [RoleType],
    description: `What articles call this person, each title once, those last seen first; ${MAX_ROLES} at most.`,
    select: { id: true },
    resolve: ({ id }, _args, context) => rolesOf(context, id),
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
    description: 'What this person said, from the newest articles first.',
    ...related<QuoteListArgs>({
      relation: 'quotes',
      node: 'Quote',
      keyset: ({ orderBy }) => byDate[orderBy ?? 'NEWEST'],
      where: ({ filter }) => currentQuotes(filter),
    }),
  }),
  articles: t.field({
    type: ArticleConnection,
    args: { ...pageArgs, filter: t.arg({ type: ArticleFilter, description: 'Only these; all that are current where left out.' }) },
    description: 'The articles that name this person, the newest first.',
    ...related<ArticleListArgs>({
      relation: 'mentions',
      via: 'article',
      node: 'Article',
      keyset: () => newestArticle,
      where: ({ filter }) => ({ article: articleWhere(filter) }),
    }),
  }),
}));

const SpeakerOrder = builder.enumType('SpeakerOrder', {
  description: 'The order of a list of people; ties by id.',
  values: {
    NAME: { value: 'NAME', description: 'By name as written, given names first.' },
    MOST_QUOTED: { value: 'MOST_QUOTED', description: 'Those with the most quotes in current articles first.' },
  } as const,
});

builder.queryField('speakers', (t) =>
  t.field({
    type: SpeakerConnection,
    args: {
      ...pageArgs,
      filter: t.arg({ type: SpeakerFilter, description: 'Only these; everybody who is quoted where left out.' }),
      orderBy: t.arg({ type: SpeakerOrder, required: true, defaultValue: 'NAME', description: 'Who comes first; by name where left out.' }),
    },
    description: 'People of the whole corpus whom current articles quote, by name.',
    resolve: (_root, args, context, info) =>
      listAll(context.db.speaker, { args, keyset: keysets[args.orderBy], where: speakerWhere(args.filter), context, info }),
  }),
);

const keysets = { NAME: byName, MOST_QUOTED: most('MOST_QUOTED', 'quoteCount') };
