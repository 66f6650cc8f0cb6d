import type { GraphQLResolveInfo } from 'graphql';
import {
  type Link,
  MAX_LINKS,
  NAMED_COLUMNS,
  type NamedKind,
  type NamedWithAsk,
  type Network,
  type NetworkAsk,
  type Noun,
  readNamedWith,
  readNetworks,
  type Weighted,
} from '../../store/read/co-mentions.ts';
import { narrowed, type Scope } from '../../store/read/scope.ts';
import { batched } from '../batched.ts';
import { builder, type Context } from '../builder.ts';
import { badInput } from '../errors.ts';
import { articleOrder, articleScope } from '../lists/articles.ts';
import { MAX_PAGE, pageArgs } from '../lists/page.ts';
import { listScoped } from '../lists/scoped.ts';
import { ArticleConnection, Named, Organization, Place, Speaker } from '../nouns.ts';
import { referredNamed } from '../referred.ts';

const TYPES = { SPEAKER: Speaker, ORGANIZATION: Organization, PLACE: Place } as const;
const NAMES = { SPEAKER: 'Speaker', ORGANIZATION: 'Organization', PLACE: 'Place' } as const;

const nodeOf = ({ kind, id }: Noun, context: Context, info: GraphQLResolveInfo) => referredNamed(context, info, NAMES[kind], { id });

/** Prisma's condition for articles that name a noun. */
const naming = ({ kind, id }: Noun) => ({ mentions: { some: { [NAMED_COLUMNS[kind]]: id } } });

const NamedKindType = builder.enumType('NamedKind', {
  description: 'What articles name.',
  values: {
    SPEAKER: { value: 'SPEAKER', description: 'A person, quoted or not.' },
    ORGANIZATION: { value: 'ORGANIZATION', description: 'A company, agency, party or other group.' },
    PLACE: { value: 'PLACE', description: 'A country, city or region.' },
  } as const,
});

const ALL_KINDS = Object.keys(NAMED_COLUMNS) as NamedKind[];

/** Which nouns to name, and how many. */
const namedArgs = (fallback: number) =>
  builder.args((t) => ({
    first: t.int({ required: true, defaultValue: fallback, description: `How many, ${MAX_PAGE} at most.` }),
    kinds: t.field({ type: [NamedKindType], description: 'Only of these kinds; of all where left out.' }),
  }));

/** Each kind once: one that is asked for twice would be read, and counted, twice. */
const kindsOf = (kinds: readonly NamedKind[] | null | undefined) => [...new Set(kinds ?? ALL_KINDS)];

function checkFirst(first: number): number {
  if (first < 0 || first > MAX_PAGE) throw badInput('first', `${first} is not between 0 and ${MAX_PAGE}`);
  return first;
}

interface CoMention extends Weighted {
  /** The articles in which both stand. */
  readonly scope: Scope;
}

const CoMentionType = builder.objectRef<CoMention>('CoMention').implement({
  description: 'Somebody or something that articles name together with another.',
  fields: (t) => ({
    named: t.field({
      type: Named,
      description: 'Whom or what they name as well.',
      resolve: (noun, _args, context, info) => nodeOf(noun, context, info),
    }),
    count: t.exposeInt('count', { description: 'How many current articles name both.' }),
    articles: t.field({
      type: ArticleConnection,
      args: pageArgs,
      description: 'The articles that name both, the newest first.',
      resolve: ({ scope }, args, context, info) => listScoped({ scope, keyset: articleOrder({}), args, context, info }),
    }),
  }),
});

const namedWithOf = batched<NamedWithAsk, Weighted[]>(readNamedWith);

for (const [kind, type] of Object.entries(TYPES) as [NamedKind, typeof Speaker][]) {
  builder.prismaObjectField(type, 'namedWith', (t) =>
    t.field({
      type: [CoMentionType],
      args: namedArgs(10),
      description: 'With whom and what current articles name it most, each with in how many of them.',
      select: { id: true },
      resolve: async ({ id }, { first, kinds }, context) => {
        const scope = articleScope({}, naming({ kind, id }));
        const found = await namedWithOf(context, { kind, id, kinds: kindsOf(kinds), first: checkFirst(first) });
        return found.map((other) => ({ ...other, scope: narrowed(scope, naming(other)) }));
      },
    }),
  );
}

type Within<Part> = Part & { readonly scope: Scope };

const NetworkNode = builder.objectRef<Within<Weighted>>('NetworkNode').implement({
  description: 'Somebody or something that the articles of a list name.',
  fields: (t) => ({
    named: t.field({
      type: Named,
      description: 'Whom or what they name.',
      resolve: (noun, _args, context, info) => nodeOf(noun, context, info),
    }),
    count: t.exposeInt('count', { description: 'How many articles of the list name it.' }),
  }),
});

const NetworkLink = builder.objectRef<Within<Link>>('NetworkLink').implement({
  description: 'Two nodes of a network that articles of the list name together.',
  fields: (t) => ({
    one: t.field({
      type: Named,
      description: 'One of the two; which is of no meaning.',
      resolve: ({ one }, _args, context, info) => nodeOf(one, context, info),
    }),
    other: t.field({
      type: Named,
      description: 'The other of the two.',
      resolve: ({ other }, _args, context, info) => nodeOf(other, context, info),
    }),
    count: t.exposeInt('count', { description: 'How many articles of the list name both: its weight.' }),
    articles: t.field({
      type: ArticleConnection,
      args: pageArgs,
      description: 'The articles of the list that name both, the newest first.',
      resolve: ({ one, other, scope }, args, context, info) =>
        listScoped({ scope: narrowed(scope, { AND: [naming(one), naming(other)] }), keyset: articleOrder({}), args, context, info }),
    }),
  }),
});

const NetworkType = builder.objectRef<Within<Network>>('Network').implement({
  description: 'Who and what the articles of a list name most, and who with whom: nodes and weighted links, to draw a graph of.',
  fields: (t) => ({
    nodes: t.field({
      type: [NetworkNode],
      description: 'Whom and what they name most, in that order.',
      resolve: ({ nouns, scope }) => nouns.map((noun) => ({ ...noun, scope })),
    }),
    links: t.field({
      type: [NetworkLink],
      extensions: { items: MAX_PAGE },
      description: `Which of the nodes stand in one article, the most frequent pairs first; ${MAX_LINKS} at most.`,
      resolve: ({ links, scope }) => links.map((link) => ({ ...link, scope })),
    }),
  }),
});

const networkOf = batched<NetworkAsk, Network>(readNetworks);

async function network(context: Context, scope: Scope, kinds: readonly NamedKind[] | null | undefined, first: number) {
  return { ...(await networkOf(context, { scope, kinds: kindsOf(kinds), first: checkFirst(first) })), scope };
}

builder.objectField(ArticleConnection, 'network', (t) =>
  t.field({
    type: NetworkType,
    args: namedArgs(20),
    description: 'Who is named with whom in the articles of the whole list.',
    resolve: ({ scope }, { kinds, first }, context) => network(context, scope!, kinds, first),
  }),
);
