import { type Quoted, readQuoted } from '../store/read/quoted.ts';
import { batched } from './batched.ts';
import { builder } from './builder.ts';
import { speakerWhere } from './filters/speaker.ts';
import { articleListArgs, articlesNaming } from './lists/articles.ts';
import { listOf, scopeOf } from './lists/list.ts';
import { quoteListArgs, quotesBy } from './lists/quotes.ts';
import { speakerListArgs, speakerOrder } from './lists/speakers.ts';
import { ArticleConnection, QuoteConnection, Speaker, SpeakerConnection } from './nouns.ts';
import { MAX_ROLES, RoleType, rolesOf } from './role.ts';

const quotedOf = batched<string, Quoted>(readQuoted);

builder.prismaObjectFields(Speaker, (t) => ({
  name: t.exposeString('name', { description: 'The full name where any article gives it, without titles, else the surname.' }),
  aliases: t.exposeStringList('aliases', { description: 'Other forms of the name that articles print, sorted.' }),
  isFullName: t.exposeBoolean('isFullName', { description: 'False for one who is known by surname alone, in one article.' }),
  roles: t.field({
    type: [RoleType],
    description: `What articles call this person over time, each title once, those last seen first; ${MAX_ROLES} at most.`,
    select: { id: true },
    resolve: ({ id }, _args, context) => rolesOf(context, id),
  }),
  firstQuotedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Date of the earliest current article that quotes this person, speech in body text; null where none is dated.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await quotedOf(context, id)).first,
  }),
  lastQuotedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Date of the latest current article that quotes this person, speech in body text; null where none is dated.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await quotedOf(context, id)).last,
  }),
  quotes: t.field({
    type: QuoteConnection,
    args: quoteListArgs,
    description: 'What this person said, from the newest articles first.',
    ...quotesBy('speakerId'),
  }),
  articles: t.field({
    type: ArticleConnection,
    args: articleListArgs,
    description: 'The articles that name this person, the newest first.',
    ...articlesNaming('speakerId'),
  }),
}));

builder.queryField('speakers', (t) =>
  t.field({
    type: SpeakerConnection,
    args: speakerListArgs,
    description: 'People of the whole corpus whom current articles quote, by name.',
    resolve: (_root, args, context, info) =>
      listOf({ scope: scopeOf('Speaker', args.search, speakerWhere(args.filter)), keyset: speakerOrder(args), args, context, info }),
  }),
);
