import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { QuotewireError } from './errors.ts';
import { projectRoot } from './paths.ts';

const postgresUrl = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol),
    'is no postgresql://user:password@host:5432/name',
  );

const settings = z.object({
  DATABASE_URL: postgresUrl.optional().describe('A PostgreSQL 15 or newer to use; without it an own server is started in the data folder.'),
  DATABASE_DIRECT_URL: postgresUrl.optional().describe('The same database past a transaction pooler, for migrations.'),
  QUOTEWIRE_DATA_DIR: z.string().min(1).default('.quotewire').describe('Folder of the own server, made when missing.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every network.'),
  PORT: z.coerce.number().int('is no whole number').min(0).max(65535).default(4000).describe('Port to listen on; 0 for any free one.'),
});

/** What the environment decides, read once and validated. */
export interface Config {
  /** Null: the embedded server in `dataDir`. */
  readonly databaseUrl: string | null;
  /** For migrations; null: `databaseUrl`. */
  readonly directUrl: string | null;
  /** Absolute path. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
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

/** The configuration that `environment` says. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = settings.safeParse(set);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new QuotewireError('CONFIG_INVALID', `The environment is not as it should be: ${wrong.join('; ')}. See npm start -- --help.`);
  }
  const { DATABASE_URL, DATABASE_DIRECT_URL, QUOTEWIRE_DATA_DIR, HOST, PORT } = parsed.data;
  return Object.freeze({
    databaseUrl: DATABASE_URL ?? null,
    directUrl: DATABASE_DIRECT_URL ?? null,
    dataDir: resolve(projectRoot, QUOTEWIRE_DATA_DIR),
    host: HOST,
    port: PORT,
  });
}

/** The environment as `--help` prints it: one line a variable, with its default. */
export function describeEnvironment(): string {
  const lines = Object.entries(settings.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data;
    return `  ${name.padEnd(20)} ${schema.description}${fallback === undefined ? '' : ` Default: ${fallback}`}`;
  });
  return ['Environment (or a .env file beside package.json):', ...lines].join('\n');
}
