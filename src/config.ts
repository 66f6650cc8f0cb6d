import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { QuotewireError } from './errors.ts';
import { projectRoot } from './paths.ts';
import { type ROLES, type Settings, settings } from './settings.ts';

/** What the environment decides, read once and validated. */
export interface Config {
  /** NODE_ENV=production: nothing is shown that an application does not need. */
  readonly production: boolean;
  /** Null: the embedded server in `dataDir`. */
  readonly databaseUrl: string | null;
  /** For migrations; null: `databaseUrl`. */
  readonly directUrl: string | null;
  /** For the server's reads; null: `databaseUrl`. */
  readonly replicaUrl: string | null;
  /** Absolute path. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Whether GET /graphql shows a browser GraphiQL. */
  readonly graphiql: boolean;
  /** Whether the schema may be asked for, and errors suggest names from it. */
  readonly introspection: boolean;
  /** Absolute path of the trusted documents; null: any query is answered. */
  readonly documents: string | null;
  /** Seconds for which answers to GET may be kept unasked. */
  readonly maxAge: number;
  readonly limits: Limits;
  readonly access: Access;
  readonly seeing: Seeing;
}

/** How much one client, and all together, may ask for. Times are milliseconds, sizes bytes. */
export interface Limits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly tokens: number;
  readonly pageSize: number;
  readonly body: number;
  readonly url: number;
  readonly headerTimeout: number;
  readonly requestTimeout: number;
  readonly statementTimeout: number;
  /** What runs may take to end after a signal to stop. */
  readonly drain: number;
  /** What a database may take to be there when a server starts. */
  readonly start: number;
  readonly poolSize: number;
  readonly concurrency: number;
  readonly queue: number;
  /** Requests a minute from one client; null: as many as it likes. */
  readonly rate: number | null;
}

/** Who may ask, and from where. */
export interface Access {
  /** Web origins whose pages may read answers. */
  readonly origins: readonly string[];
  /** Whether one may read without a token. */
  readonly open: boolean;
  readonly tokens: readonly Token[];
  /** Proxies in front, whose word about the client's address counts. */
  readonly proxies: number;
}

/** What a bearer token may do; of the token itself only its SHA-256 is known. */
export interface Token {
  readonly role: Role;
  readonly sha256: string;
}

export type Role = (typeof ROLES)[number];

/** What those who run it get to see. */
export interface Seeing {
  readonly log: 'pretty' | 'json';
  readonly level: Settings['QUOTEWIRE_LOG_LEVEL'];
  /** Milliseconds from which on an operation is logged as slow. */
  readonly slow: number;
  readonly debugSql: boolean;
  /** Where to send traces; null: nowhere. */
  readonly traces: string | null;
}

/**
 * Reads the environment and the .env file beside package.json, where the environment wins; an empty value counts as unset.
 * @throws QuotewireError naming each variable that is wrong.
 */
export function readConfig(): Config {
  const file = resolve(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return parseConfig(process.env);
}

/** Variables that are named like settings and are none: those of tests aside, somebody meant another name. */
export const unknownSettings = (environment: Readonly<Record<string, string | undefined>> = process.env): string[] =>
  Object.keys(environment).filter((name) => /^QUOTEWIRE_(?!TEST_)/.test(name) && !(name in settings));

/** The configuration that `environment` says. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = z.object(settings).safeParse(set);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path[0]?.toString()} ${message}`);
    throw new QuotewireError('CONFIG_INVALID', `The environment is not as it should be: ${wrong.join('; ')}. See npm start -- --help.`);
  }
  return configOf(parsed.data);
}

function configOf(set: Settings): Config {
  const production = set.NODE_ENV === 'production';
  return Object.freeze({
    production,
    databaseUrl: set.DATABASE_URL ?? null,
    directUrl: set.DATABASE_DIRECT_URL ?? null,
    replicaUrl: set.DATABASE_REPLICA_URL ?? null,
    dataDir: resolve(projectRoot, set.QUOTEWIRE_DATA_DIR),
    host: set.HOST,
    port: set.PORT,
    graphiql: set.QUOTEWIRE_GRAPHIQL ?? !production,
    introspection: set.QUOTEWIRE_INTROSPECTION ?? !production,
    documents: set.QUOTEWIRE_DOCUMENTS ? resolve(projectRoot, set.QUOTEWIRE_DOCUMENTS) : null,
    maxAge: set.QUOTEWIRE_MAX_AGE,
    limits: Object.freeze({
      depth: set.QUOTEWIRE_MAX_DEPTH,
      cost: set.QUOTEWIRE_MAX_COST,
      aliases: set.QUOTEWIRE_MAX_ALIASES,
      tokens: set.QUOTEWIRE_MAX_TOKENS,
      pageSize: set.QUOTEWIRE_MAX_PAGE,
      body: set.QUOTEWIRE_MAX_BODY,
      url: set.QUOTEWIRE_MAX_URL,
      headerTimeout: set.QUOTEWIRE_HEADER_TIMEOUT,
      requestTimeout: set.QUOTEWIRE_REQUEST_TIMEOUT,
      statementTimeout: set.QUOTEWIRE_STATEMENT_TIMEOUT,
      drain: set.QUOTEWIRE_DRAIN_TIMEOUT,
      start: set.QUOTEWIRE_START_TIMEOUT,
      poolSize: set.QUOTEWIRE_POOL_SIZE,
      concurrency: set.QUOTEWIRE_CONCURRENCY,
      queue: set.QUOTEWIRE_QUEUE,
      rate: set.QUOTEWIRE_RATE_LIMIT || null,
    }),
    access: Object.freeze({
      origins: set.QUOTEWIRE_CORS_ORIGINS,
      open: set.QUOTEWIRE_READING === 'open',
      tokens: set.QUOTEWIRE_TOKENS,
      proxies: set.QUOTEWIRE_TRUST_PROXY,
    }),
    seeing: Object.freeze({
      log: set.QUOTEWIRE_LOG ?? (production ? 'json' : 'pretty'),
      level: set.QUOTEWIRE_LOG_LEVEL,
      slow: set.QUOTEWIRE_SLOW_QUERY,
      debugSql: set.QUOTEWIRE_DEBUG_SQL,
      traces: set.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    }),
  });
}

/** What a command has to know that serves nobody. */
const OF_DATABASE: readonly string[] = ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'QUOTEWIRE_DATA_DIR'];

/** The environment as `--help` prints it: one line a variable, with its default; all of it, or what says where the database is. */
export function describeEnvironment(of: 'all' | 'database' = 'all'): string {
  const shown = describeSettings().filter(({ name }) => of === 'all' || OF_DATABASE.includes(name));
  const lines = shown.map(
    ({ name, description, fallback }) => `  ${name.padEnd(27)} ${description}${fallback === '' ? '' : ` Default: ${fallback}.`}`,
  );
  return ['Environment (or a .env file beside package.json):', ...lines].join('\n');
}

/** Each variable of the environment with what it says and, in words, what holds without it. */
export function describeSettings(): { name: string; description: string; fallback: string }[] {
  return Object.entries(settings).map(([name, schema]) => {
    const { description = '', fallback } = z.globalRegistry.get(schema) as { description?: string; fallback?: string };
    return { name, description, fallback: fallback ?? '' };
  });
}
