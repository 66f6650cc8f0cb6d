import { z } from 'zod';

/** What a variable says and what holds where it is not set, in the words of `--help`, README.md and .env.example. */
declare module 'zod' {
  interface GlobalMeta {
    fallback?: string;
  }
}

const postgresUrl = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol),
    'is no postgresql://user:password@host:5432/name',
  );

const says = (description: string, fallback = '') => ({ description, fallback });

const text = (description: string, fallback: string) => z.string().min(1).default(fallback).meta(says(description, fallback));

const whole = (description: string, [least, most]: readonly [number, number], fallback: number) =>
  z.coerce
    .number('is no number')
    .int('is no whole number')
    .min(least, `is less than ${least}`)
    .max(most, `is more than ${most}`)
    .default(fallback)
    .meta(says(description, String(fallback)));

/** Seconds in the environment, milliseconds in the configuration. */
const seconds = (description: string, fallback: number) =>
  z.coerce
    .number('is no number of seconds')
    .positive('is no time')
    .max(3600, 'is more than an hour')
    .default(fallback)
    .transform((value) => value * 1000)
    .meta(says(`${description}, in seconds.`, String(fallback)));

const SWITCH: Readonly<Record<string, boolean>> = {
  on: true,
  off: false,
  1: true,
  0: false,
  true: true,
  false: false,
  yes: true,
  no: false,
};

const onOff = z
  .string()
  .refine((value) => value.toLowerCase() in SWITCH, 'is neither on nor off')
  .transform((value) => SWITCH[value.toLowerCase()]!);

const listOf = <Output>(item: z.ZodType<Output, string>, description: string) =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item))
    .meta(says(description));

/** As browsers send it: an origin with a path, or a wildcard, would silently never match. */
const origin = z
  .string()
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'names an origin that is no https://host[:port]');

/** What a token's bearer may do: read; see metrics; correct what was found; all of it. */
export const ROLES = ['reader', 'monitor', 'editor', 'admin'] as const;

const token = z
  .string()
  .regex(new RegExp(`^(${ROLES.join('|')}):[0-9a-f]{64}$`), `is no role:sha256hex,… with a role of ${ROLES.join(', ')}`)
  .transform((value) => {
    const [role, sha256] = value.split(':') as [(typeof ROLES)[number], string];
    return { role, sha256 };
  });

/** Every variable of the environment that counts, in the order in which `--help` tells of them. */
export const settings = {
  NODE_ENV: z
    .string()
    .optional()
    .meta(says('Set to production where others can reach it: GraphiQL, introspection and suggestions are off then, logs are JSON.')),
  DATABASE_URL: postgresUrl
    .optional()
    .meta(says('A PostgreSQL 15 or newer to use; without it an own server is started in the data folder.')),
  DATABASE_DIRECT_URL: postgresUrl
    .optional()
    .meta(
      says(
        'The same database past a transaction pooler, for migrations; set it wherever there is one, since statements are not prepared then.',
      ),
    ),
  DATABASE_REPLICA_URL: postgresUrl.optional().meta(says('A replica of it, which the server reads from.')),
  QUOTEWIRE_DATA_DIR: text('Folder of the own server, made when missing.', '.quotewire'),
  HOST: text('Address to listen on; 0.0.0.0 for every network.', '127.0.0.1'),
  PORT: whole('Port to listen on; 0 for any free one.', [0, 65535], 4000),

  QUOTEWIRE_GRAPHIQL: onOff.optional().meta(says('Whether browsers get GraphiQL at /graphql: on or off.', 'on, in production off')),
  QUOTEWIRE_INTROSPECTION: onOff
    .optional()
    .meta(says('Whether the schema may be asked for and errors suggest names: on or off.', 'on, in production off')),
  QUOTEWIRE_CORS_ORIGINS: listOf(origin, 'Web origins whose pages may read answers: https://app.example,https://b.example.'),
  QUOTEWIRE_READING: z
    .enum(['open', 'token'], 'is neither open nor token')
    .default('open')
    .meta(says('Who may read: open for all, token for those with a token.', 'open')),
  QUOTEWIRE_TOKENS: listOf(token, 'Bearer tokens, role:sha256hex,…; npm run token -- reader makes one.'),
  QUOTEWIRE_DOCUMENTS: z.string().optional().meta(says('A JSON file of ids and queries: these documents are answered, and no others.')),
  QUOTEWIRE_MAX_AGE: whole('Seconds for which answers to GET may be kept without asking whether the corpus changed.', [0, 31_536_000], 0),
  QUOTEWIRE_TRUST_PROXY: whole('How many proxies in front are to be believed about the address of a client.', [0, 10], 0),

  QUOTEWIRE_MAX_DEPTH: whole('Levels of fields in a query, and of filters in those, at most.', [1, 100], 12),
  QUOTEWIRE_MAX_COST: whole('Cost of a query, at most: about one for each object that it may return.', [1, 1e9], 60_000),
  QUOTEWIRE_MAX_ALIASES: whole('Aliases in a query, at most.', [0, 10_000], 30),
  QUOTEWIRE_MAX_TOKENS: whole('Words and signs in a query, at most.', [10, 1e6], 2_000),
  QUOTEWIRE_MAX_PAGE: whole('Items on a page, at most; the schema allows 100.', [1, 100], 100),
  QUOTEWIRE_MAX_BODY: whole('Bytes in the body of a request, at most.', [100, 1e8], 1_000_000),
  QUOTEWIRE_MAX_URL: whole('Characters in the URL of a request, at most.', [100, 15_000], 8_000),
  QUOTEWIRE_HEADER_TIMEOUT: seconds('Time for the headers of a request to arrive', 10),
  QUOTEWIRE_REQUEST_TIMEOUT: seconds('Time for a request to arrive, and again for its answer', 30),
  QUOTEWIRE_STATEMENT_TIMEOUT: seconds('Time for one SQL statement', 10),
  QUOTEWIRE_DRAIN_TIMEOUT: seconds('Time for requests under way to end after a signal to stop', 10),
  QUOTEWIRE_START_TIMEOUT: seconds('Time that the start of a server waits for a database that is not there yet', 60),
  QUOTEWIRE_POOL_SIZE: whole('Connections to the database, at most.', [1, 1_000], 10),
  QUOTEWIRE_CONCURRENCY: whole('Requests worked on at once, at most.', [1, 10_000], 16),
  QUOTEWIRE_QUEUE: whole('Requests that wait beside them, at most; those beyond get 503.', [0, 100_000], 64),
  QUOTEWIRE_RATE_LIMIT: whole('Requests a minute from one token or address, at most; 0 for no limit.', [0, 1e9], 1_200),

  QUOTEWIRE_LOG: z
    .enum(['pretty', 'json'], 'is neither pretty nor json')
    .optional()
    .meta(says('How to log: pretty or json.', 'pretty, in production json')),
  QUOTEWIRE_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is none of debug, info, warn, error, silent')
    .default('info')
    .meta(says('What to log at least: debug, info, warn, error or silent.', 'info')),
  QUOTEWIRE_SLOW_QUERY: seconds('Time from which on an operation is logged as slow, with its text', 1),
  QUOTEWIRE_DEBUG_SQL: onOff.default(false).meta(says('1 prints each SQL statement under the field that caused it.')),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is no http:// or https:// address' })
    .optional()
    .meta(says('Where to send OpenTelemetry traces over HTTP, such as http://127.0.0.1:4318.')),
};

export type Settings = z.output<z.ZodObject<typeof settings>>;
