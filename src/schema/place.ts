import { articleWhere } from './article-filter.ts';
import { builder } from './builder.ts';
import { listAll, related } from './list.ts';
import { ArticleConnection, Place, PlaceConnection } from './nouns.ts';
import { byName, newestArticle } from './orders.ts';
import { type PageArgs, pageArgs } from './page.ts';

builder.prismaObjectFields(Place, (t) => ({
  name: t.exposeString('name', { description: 'As readers know it, such as `Moscow`.' }),
  articles: t.field({
    type: ArticleConnection,
    args: pageArgs,
    description: 'The articles that name it, in a dateline or in the text, the newest first.',
    ...related<PageArgs>({
      relation: 'mentions',
      via: 'article',
      node: 'Article',
      keyset: () => newestArticle,
      where: () => ({ article: articleWhere(null) }),
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
