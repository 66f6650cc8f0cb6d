import { UNDATED } from '../store/undated.ts';
import type { Context } from './builder.ts';
import { builder } from './builder.ts';
import { ExtractorType } from './extractor.ts';
import { articleWhere } from './filters/article.ts';
import { articleScope } from './lists/articles.ts';
import { countOf } from './lists/counting.ts';
import { quoteScope } from './lists/quotes.ts';

/** The corpus as a whole: each of its fields asks for itself, and only when it is asked for. */
export const CorpusType = builder.objectRef<object>('Corpus').implement({
  description: 'What is stored, as a whole. Every number counts what the list of that name shows without a filter.',
  fields: (t) => ({
    version: t.string({
      description: 'Another after each change to what is stored, and else the same: answers may be kept for as long as it stays.',
      resolve: async (_corpus, _args, { db }) => String((await db.corpusState.findFirst())?.version ?? 0),
    }),
    articles: t.int({
      description: 'How many current articles there are.',
      resolve: (_corpus, _args, context) => countOf(context, articleScope({})),
    }),
    quotes: t.int({
      description: 'How many quotes there are in them: speech in body text.',
      resolve: (_corpus, _args, context) => countOf(context, quoteScope({})),
    }),
    speakers: t.int({
      description: 'How many people are quoted in them.',
      resolve: (_corpus, _args, { db }) => db.speaker.count({ where: { quoteCount: { gt: 0 } } }),
    }),
    organizations: t.int({
      description: 'How many organizations they name.',
      resolve: (_corpus, _args, { db }) => db.organization.count({ where: { articleCount: { gt: 0 } } }),
    }),
    places: t.int({
      description: 'How many places they name.',
      resolve: (_corpus, _args, { db }) => db.place.count({ where: { articleCount: { gt: 0 } } }),
    }),
    from: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the earliest of its dated articles came out, in UTC; null where none is dated.',
      resolve: (_corpus, _args, context) => publishedAt(context, 'asc'),
    }),
    to: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the latest of its dated articles came out, in UTC; null where none is dated.',
      resolve: (_corpus, _args, context) => publishedAt(context, 'desc'),
    }),
    extractor: t.field({
      type: ExtractorType,
      description: 'What finds quotes and names in articles that are loaded now.',
      resolve: () => ({}),
    }),
  }),
});

/** The first date of current articles in this order; undated ones, whose `sortAt` is before all others, are passed over at once. */
async function publishedAt({ db }: Context, order: 'asc' | 'desc'): Promise<Date | null> {
  const where = { AND: [articleWhere(null), { sortAt: { gt: UNDATED } }] };
  const first = await db.article.findFirst({ where, orderBy: { sortAt: order }, select: { publishedAt: true } });
  return first?.publishedAt ?? null;
}

builder.queryField('corpus', (t) =>
  t.field({ type: CorpusType, description: 'What is stored, as a whole: how much, from when, read by what.', resolve: () => ({}) }),
);
