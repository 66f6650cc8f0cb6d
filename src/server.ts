import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type Config, parseConfig } from './config.ts';
import type { PrismaClient } from './db/generated/client.ts';
import type { PoolState } from './db/pool.ts';
import type { Context } from './schema/builder.ts';
import { schema } from './schema/index.ts';
import { useAccess, useTokens } from './server/access.ts';
import { useAdmission } from './server/admission.ts';
import { useArguments } from './server/arguments.ts';
import { useCaching } from './server/caching.ts';
import { useCompression } from './server/compression.ts';
import { useCors } from './server/cors.ts';
import { useDeadline } from './server/deadline.ts';
import { useDebugSql } from './server/debug-sql.ts';
import { type Documents, readDocuments, useTrustedDocuments } from './server/documents.ts';
import { maskError, useErrorCodes } from './server/errors.ts';
import { useExport } from './server/export.ts';
import { useGraphiQL } from './server/graphiql.ts';
import { useHandling } from './server/handling.ts';
import { useSecurityHeaders } from './server/headers.ts';
import { useNoIntrospection } from './server/introspection.ts';
import { useLimits } from './server/limits.ts';
import { type Log, useLog } from './server/log.ts';
import { useMetrics } from './server/metrics-page.ts';
import { useOperation } from './server/operation.ts';
import type { Plugin, ServerContext } from './server/plugin.ts';
import { useProbes } from './server/probes.ts';
import { ENDPOINT, useProtocol, useQueryRequired } from './server/protocol.ts';
import { useRateLimit } from './server/rate.ts';
import { useRecord } from './server/record.ts';

export type App = YogaServerInstance<ServerContext, Context>;

/** What the process tells the app; without it, it is asked by nobody but a test. */
export interface Surroundings {
  /** Whether the process is about to end. */
  readonly draining?: () => boolean;
  /** Where to say what is asked and how it goes; nowhere without. */
  readonly log?: Log | undefined;
  /** How it stands with the connections to the database; without it nothing is measured. */
  readonly pool?: () => PoolState;
  /** The only queries that are answered; without them, any is. */
  readonly documents?: Documents | undefined;
  /** What traces requests, where that is wanted: its libraries are too large to be read at every start. */
  readonly tracing?: Plugin | undefined;
}

/**
 * The GraphQL server over a database, ready to be listened with or asked through its `fetch`; it listens to nothing itself. Requests pass
 * the plugins from first to last, answers too.
 */
export function createApp(
  db: PrismaClient,
  config: Config = parseConfig({}),
  { draining = () => false, log, pool, documents, tracing }: Surroundings = {},
): App {
  const { access, limits, seeing } = config;
  const admission = useAdmission(limits);
  return createYoga<ServerContext, Context>({
    schema,
    context: () => ({ db }),
    graphqlEndpoint: ENDPOINT,
    // What Yoga would do of itself, and the plugins do more strictly.
    landingPage: false,
    cors: false,
    graphiql: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    // No URL ends so.
    healthCheckEndpoint: ' ',
    extraParamNames: documents ? ['documentId'] : [],
    logging: false,
    maskedErrors: { maskError },
    plugins: [
      useHandling({ proxies: access.proxies, patience: limits.statementTimeout }),
      tracing !== undefined && tracing,
      log !== undefined && seeing.debugSql && useDebugSql(schema, log),
      useProbes(db, draining),
      useCors(access.origins),
      config.graphiql && useGraphiQL(),
      useTokens(access.tokens),
      limits.rate !== null && useRateLimit(limits.rate),
      useAccess(access),
      pool !== undefined && useMetrics({ db, pool, crowd: admission.crowd }, config),
      useExport(db, log),
      useProtocol(limits),
      admission,
      useDeadline(limits.requestTimeout),
      useCaching(db, schema, config, documents),
      documents !== undefined && useTrustedDocuments(documents),
      useQueryRequired(),
      !config.introspection && useNoIntrospection(),
      useLimits(limits),
      useOperation(),
      useArguments({ names: config.introspection }),
      useErrorCodes(),
      useRecord(),
      useCompression(),
      useSecurityHeaders(),
      log !== undefined && useLog(log, seeing.slow),
    ],
  });
}

/** Reads trusted documents that fit the schema. */
export const loadDocuments = (file: string): Promise<Documents> => readDocuments(file, schema);
