import type { ARTICLE_FACETS } from '../../store/read/facets.ts';
import type { Scope } from '../../store/read/scope.ts';
import { builder } from '../builder.ts';
import { articleOrder } from '../lists/articles.ts';
import { pageArgs } from '../lists/page.ts';
import { listScoped } from '../lists/scoped.ts';
import { ArticleConnection, Named } from '../nouns.ts';
import { referredNamed } from '../referred.ts';
import { type Bucket, bucketsOf, firstArgs, nounIn, previousArgs, previousOf } from './buckets.ts';

/** The facets by nouns, with their types. */
const NOUNS = { speakers: 'Speaker', organizations: 'Organization', places: 'Place' } as const;

interface ArticleBucket extends Bucket {
  /** Of which type what is named is; null for any other value. */
  readonly noun: keyof typeof NOUNS | null;
}

const ArticleBucketType = builder.objectRef<ArticleBucket>('ArticleBucket').implement({
  description: 'A value, or somebody or something that is named, with the articles of a list that have it.',
  fields: (t) => ({
    value: t.string({
      nullable: true,
      description: 'The value itself, such as the name of a publisher; null where it is `named`.',
      resolve: ({ noun, value }) => (noun ? null : value),
    }),
    named: t.field({
      type: Named,
      nullable: true,
      description: 'Whom or what they name; null for any other value.',
      resolve: ({ noun, ...bucket }, _args, context, info) => (noun ? referredNamed(context, info, NOUNS[noun], nounIn(bucket)) : null),
    }),
    count: t.exposeInt('count', { description: 'How many articles these are.' }),
    share: t.float({
      description: 'Their part of all articles of the list, from 0 to 1. Articles name several, so that shares may come to more than 1.',
      resolve: ({ count, total }) => count / total,
    }),
    previous: t.int({
      args: previousArgs,
      description: "How many the same list has in the time right before the period that its filter's `publishedAt` gives.",
      resolve: (bucket, { days }, context) => previousOf(bucket, days, context),
    }),
    articles: t.field({
      type: ArticleConnection,
      args: pageArgs,
      description: 'The articles that are counted here, the newest first.',
      resolve: ({ scope }, args, context, info) => listScoped({ scope, keyset: articleOrder({}), args, context, info }),
    }),
  }),
});

const DESCRIPTIONS: Record<keyof typeof ARTICLE_FACETS, string> = {
  publishers: 'By who published them.',
  agencies: 'By the news agency in their dateline.',
  collections: 'By the part of the corpus that they were loaded into.',
  sections: 'By the part of the publication that they stood in.',
  languages: 'By the code of their language.',
  authors: 'By the names in their byline, letter case, accents and punctuation aside; each spelt as most articles have it.',
  keywords: "By the publisher's own tags, letter case, accents and punctuation aside; each spelt as most articles have it.",
  places: 'By the places that they name.',
  organizations: 'By the organizations that they name.',
  speakers: 'By the people whom they quote.',
};

async function articleBuckets(...[context, scope, facet, first]: Parameters<typeof bucketsOf>): Promise<ArticleBucket[]> {
  const noun = facet in NOUNS ? (facet as keyof typeof NOUNS) : null;
  return (await bucketsOf(context, scope, facet, first)).map((bucket) => ({ ...bucket, noun }));
}

const ArticleFacets = builder.objectRef<Scope>('ArticleFacets').implement({
  description: 'What the articles of a whole list have in common, the most frequent first. Counted only as far as asked for.',
  fields: (t) =>
    Object.fromEntries(
      Object.entries(DESCRIPTIONS).map(([facet, description]) => [
        facet,
        t.field({
          type: [ArticleBucketType],
          args: firstArgs(10),
          description,
          resolve: (scope, { first }, context) => articleBuckets(context, scope, facet, first),
        }),
      ]),
    ),
});

builder.objectField(ArticleConnection, 'facets', (t) =>
  t.field({
    type: ArticleFacets,
    description: 'What the articles of the whole list have in common: who published how many, whom and what they name.',
    resolve: ({ scope }) => scope!,
  }),
);
