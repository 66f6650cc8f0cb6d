import { unpackSpans } from '../store/spans.ts';
import { builder } from './builder.ts';
import { Mention, Named, Organization, Place, Speaker } from './nouns.ts';
import { SpanType } from './span.ts';

const NOUNS = { speaker: Speaker, organization: Organization, place: Place } as const;

builder.prismaObjectFields(Mention, (t) => ({
  named: t.field({
    type: Named,
    description: 'Whom or what it names.',
    extensions: {
      // Exactly one of the three is there; each is read with what the query asks of its own type.
      pothosPrismaSelect: (_args: object, _context: object, nested: (query: true, path: { getType: () => string }) => object) => ({
        select: Object.fromEntries(Object.entries(NOUNS).map(([relation, { name }]) => [relation, nested(true, { getType: () => name })])),
      }),
    },
    resolve: (mention) => namedIn(mention as never),
  }),
  article: t.relation('article', { description: 'The article that names it.' }),
  spans: t.field({
    type: [SpanType],
    description: 'Every place in the article that names it, in reading order.',
    select: { spans: true, text: true },
    resolve: ({ spans, text }) => unpackSpans(spans, text),
  }),
}));

/** The row of the noun that a mention names, marked with its type: `Named` alone does not tell. */
function namedIn(mention: Readonly<Record<keyof typeof NOUNS, object | null>>): object {
  for (const [relation, noun] of Object.entries(NOUNS) as [keyof typeof NOUNS, typeof Speaker][]) {
    const row = mention[relation];
    if (row) return noun.addBrand(row as never);
  }
  throw new Error('A mention names nothing');
}
