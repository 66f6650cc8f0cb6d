import { ArticleFilter, type ArticleListArgs, articleWhere } from './article-filter.ts';
import { builder } from './builder.ts';
import { listAll, related } from './list.ts';
import { ArticleConnection, Place, PlaceConnection } from './nouns.ts';
import { byName, newestArticle } from './orders.ts';
import { pageArgs } from './page.ts';

builder.prismaObjectFields(Place, (t) => ({
  name: t.exposeString('name', { description: 'As readers know it, such as `Moscow`.' }),
  articles: t.field({
    type: ArticleConnection,
    args: { ...pageArgs, filter: t.arg({ type: ArticleFilter, description: 'Only these; all that are current where left out.' }) },
    description: 'The articles that name it, in a dateline or in the text, the newest first.',
    ...related<ArticleListArgs>({
      relation: 'mentions',
      via: 'article',
      node: 'Article',
      keyset: () => newestArticle,
      where: ({ filter }) => ({ article: articleWhere(filter) }),
    }),
  }),
}));

builder.queryField('places', (t) =>
  t.field({
    type: PlaceConnection,
    args: pageArgs,
    description: 'Places that current articles of the corpus name, by name.',
    resolve: (_root, args, context, info) =>
      listAll(context.db.place, { args, keyset: byName, where: { articleCount: { gt: 0 } }, context, info }),
  }),
);
