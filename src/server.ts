import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { PrismaClient } from './db/generated/client.ts';
import type { Context } from './schema/builder.ts';
import { FIRST_LOOK } from './schema/first-look.ts';
import { schema } from './schema/index.ts';

export type App = YogaServerInstance<Record<never, never>, Context>;

/** The GraphQL server over a database, ready to be listened with or asked through its `fetch`; it listens to nothing itself. */
export function createApp(db: PrismaClient): App {
  return createYoga<Record<never, never>, Context>({
    schema,
    context: () => ({ db }),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // Unless told otherwise Yoga lets any page on the web read answers, credentials included.
    cors: false,
    // The page with all it needs inside: it works without a network.
    renderGraphiQL,
    graphiql: { title: 'Quotewire', defaultQuery: FIRST_LOOK },
  });
}
