import type { ObjectRef } from '@pothos/core';
import type { QUOTE_FACETS } from '../../store/read/facets.ts';
import type { Scope } from '../../store/read/scope.ts';
import { builder, type Types } from '../builder.ts';
import { pageArgs } from '../lists/page.ts';
import { quoteOrder } from '../lists/quotes.ts';
import { listScoped } from '../lists/scoped.ts';
import { Organization, Place, QuoteConnection, Speaker } from '../nouns.ts';
import { referred } from '../referred.ts';
import { type Bucket, bucketsOf, firstArgs, nounIn, previousArgs, previousOf } from './buckets.ts';

// Each sort of bucket says what it is of in a field of its own, and of its quotes the same.
const shared = {
  count: 'How many quotes these are.',
  share: 'Their part of all quotes of the list, from 0 to 1; quotes without such a value are part of the whole.',
  previous: "How many the same list has in the time right before the period that its filter's `publishedAt` gives.",
  quotes: 'The quotes that are counted here, from the newest articles first.',
} as const;

function bucketType(name: string, description: string): ObjectRef<Types, Bucket> {
  return builder.objectRef<Bucket>(name).implement({
    description,
    fields: (t) => ({
      count: t.exposeInt('count', { description: shared.count }),
      share: t.float({ description: shared.share, resolve: ({ count, total }) => count / total }),
      previous: t.int({
        args: previousArgs,
        description: shared.previous,
        resolve: (bucket, { days }, context) => previousOf(bucket, days, context),
      }),
      quotes: t.field({
        type: QuoteConnection,
        args: pageArgs,
        description: shared.quotes,
        resolve: ({ scope }, args, context, info) => listScoped({ scope, keyset: quoteOrder({}), args, context, info }),
      }),
    }),
  });
}

const SpeakerBucket = bucketType('SpeakerBucket', 'A person with how much of what a list holds is by them.');
builder.objectField(SpeakerBucket, 'speaker', (t) =>
  t.field({
    type: Speaker,
    description: 'Whose words they are.',
    resolve: (bucket, _args, context, info) => referred(context, info, 'Speaker', nounIn(bucket)),
  }),
);
const OrganizationBucket = bucketType('OrganizationBucket', 'An organization with how much of what a list holds is by it.');
builder.objectField(OrganizationBucket, 'organization', (t) =>
  t.field({
    type: Organization,
    description: 'Whose words they are, where no person speaks for it.',
    resolve: (bucket, _args, context, info) => referred(context, info, 'Organization', nounIn(bucket)),
  }),
);
const PlaceBucket = bucketType('PlaceBucket', 'A place with how much of what a list holds was filed there.');
builder.objectField(PlaceBucket, 'place', (t) =>
  t.field({
    type: Place,
    description: "The place in the dateline of the quotes' articles.",
    resolve: (bucket, _args, context, info) => referred(context, info, 'Place', nounIn(bucket)),
  }),
);
const ValueBucket = bucketType('ValueBucket', 'A value with how much of what a list holds has it.');
builder.objectField(ValueBucket, 'value', (t) =>
  t.exposeString('value', { description: 'The value itself: a name, a cue in small letters, or a value of an enum.' }),
);

const FIRST = 10;

/** The facets by a value that is no noun, with the number of values where none is asked for; null for all of them, which are few. */
const VALUES = {
  publishers: { first: FIRST, description: 'By who published their articles.' },
  collections: { first: FIRST, description: 'By the part of the corpus that their articles were loaded into.' },
  authors: { first: FIRST, description: 'By the names in the byline of their articles, letter case, accents and punctuation aside.' },
  keywords: { first: FIRST, description: "By the publisher's own tags for their articles, letter case, accents and punctuation aside." },
  roles: { first: FIRST, description: "By the speaker's title in the article of the quote." },
  cues: { first: 20, description: 'By the words that report them, letter case aside: `said`, `claimed`.' },
  kinds: { first: null, description: 'By how much of the very words is given; each a `QuoteKind`.' },
  attributions: { first: null, description: 'By how it was decided whose words they are; each an `Attribution`.' },
  named: { first: null, description: 'By whether it is known whose words they are: NAMED or UNNAMED.' },
} as const satisfies Partial<Record<keyof typeof QUOTE_FACETS, unknown>>;

const NOUNS = {
  speakers: { type: SpeakerBucket, description: 'By the person whose words they are.' },
  organizations: { type: OrganizationBucket, description: 'By the organization whose words they are, where no person speaks for it.' },
  places: { type: PlaceBucket, description: 'By the place in the dateline of their articles.' },
} as const;

const QuoteFacets = builder.objectRef<Scope>('QuoteFacets').implement({
  description:
    'What the quotes of a whole list have in common, the most frequent first: shares of voice. Counted only as far as asked for.',
  fields: (t) => ({
    ...Object.fromEntries(
      Object.entries(NOUNS).map(([facet, { type, description }]) => [
        facet,
        t.field({
          type: [type],
          args: firstArgs(FIRST),
          description,
          resolve: (scope, { first }, context) => bucketsOf(context, scope, facet, first),
        }),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(VALUES).map(([facet, { first: fallback, description }]) => [
        facet,
        fallback === null
          ? t.field({ type: [ValueBucket], description, resolve: (scope, _args, context) => bucketsOf(context, scope, facet, FIRST) })
          : t.field({
              type: [ValueBucket],
              args: firstArgs(fallback),
              description,
              resolve: (scope, { first }, context) => bucketsOf(context, scope, facet, first),
            }),
      ]),
    ),
  }),
});

builder.objectField(QuoteConnection, 'facets', (t) =>
  t.field({
    type: QuoteFacets,
    description: 'What the quotes of the whole list have in common: who said how many, in which words, published by whom.',
    resolve: ({ scope }) => scope!,
  }),
);
