import { builder } from './builder.ts';
import { PlaceFilter, placeWhere } from './filters/place.ts';
import { COUNTS, LIKENESS, SEARCH } from './filters/plain.ts';
import { articleListArgs, articlesNaming } from './lists/articles.ts';
import { listOf, orderOf, scopeOf } from './lists/list.ts';
import { byLikeness, byName, most } from './lists/orders.ts';
import { pageArgs } from './lists/page.ts';
import { ArticleConnection, Place, PlaceConnection } from './nouns.ts';

builder.prismaObjectFields(Place, (t) => ({
  name: t.exposeString('name', { description: 'As readers know it, such as `Moscow`.' }),
  articles: t.field({
    type: ArticleConnection,
    args: articleListArgs,
    description: 'The articles that name it, in a dateline or in the text, the newest first.',
    ...articlesNaming('placeId'),
  }),
}));

const ORDERS = { NAME: byName, MOST_MENTIONED: most('MOST_MENTIONED', 'articleCount'), RELEVANCE: byLikeness('articleCount') };

const PlaceOrder = builder.enumType('PlaceOrder', {
  description: 'The order of a list of places; ties by id.',
  values: {
    NAME: { value: 'NAME', description: 'By the name that is shown, letter case and accents aside.' },
    MOST_MENTIONED: { value: 'MOST_MENTIONED', description: `Those that the most current articles name first. ${COUNTS}` },
    RELEVANCE: { value: 'RELEVANCE', description: `${LIKENESS} ${COUNTS}` },
  } as const,
});

builder.queryField('places', (t) =>
  t.field({
    type: PlaceConnection,
    args: {
      ...pageArgs,
      search: t.arg.string({ description: `${SEARCH} Looks in every form of the name; \`suggest\` forgives typing errors.` }),
      filter: t.arg({ type: PlaceFilter, description: 'Only these; all where left out.' }),
      orderBy: t.arg({ type: PlaceOrder, required: true, defaultValue: 'NAME', description: 'Which come first; by name where left out.' }),
    },
    description: 'Places that current articles of the corpus name, by name.',
    resolve: (_root, args, context, info) =>
      listOf({
        scope: scopeOf('Place', args.search, placeWhere(args.filter)),
        keyset: orderOf(ORDERS, args.orderBy, args.search),
        args,
        context,
        info,
      }),
  }),
);
