import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { QuotewireError } from '../errors.ts';
import { projectRoot } from '../paths.ts';
import { connect } from './connect.ts';
import { sourced } from './direct.ts';
import { openEmbedded } from './embedded/index.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { createPool, type PoolState, stateOf, WORK_WAIT } from './pool.ts';
import { preparedNames } from './prepared.ts';

/** Connections of a pool for which nothing else is said. */
const POOL_SIZE = 10;

/** PostgreSQL 15, as server_version_num prints it. */
export const OLDEST_SERVER = 150_000;

/** An open database, migrated and ready. */
export interface Database {
  readonly client: PrismaClient;
  /** For those who only read: the replica where there is one, else the same as `client`. */
  readonly reader: PrismaClient;
  /** How it stands with the reader's connections. */
  readonly pool: () => PoolState;
  /** For any other client of this process; holds the password. */
  readonly url: string;
  /** Whether it is the own server in the data folder. */
  readonly embedded: boolean;
  /** What a person should be told: what was made, applied, or put elsewhere. */
  readonly notes: readonly string[];
  /** Disconnects; stops the own server where nobody else uses it. */
  close(): Promise<void>;
}

/**
 * Opens the database that the configuration names, or the own one, and applies what is missing of the migrations. `wait` is how many
 * milliseconds a connection is waited for.
 */
export async function openDatabase(config: Config, wait = WORK_WAIT): Promise<Database> {
  if (config.databaseUrl) {
    await checkVersion(config.databaseUrl);
    const directUrl = config.directUrl ?? config.databaseUrl;
    const { databaseUrl: url, replicaUrl, limits } = config;
    return ready({ url, directUrl, replicaUrl, embedded: false, told: [], stop: async () => {} }, limits.poolSize, wait);
  }
  const { url, notes, close } = await openEmbedded({ dataDir: config.dataDir, projectRoot });
  return ready({ url, directUrl: url, replicaUrl: null, embedded: true, told: notes, stop: close }, config.limits.poolSize, wait);
}

/** A Prisma client of its own pool for the database at `url`. Without `prepared` it leaves nothing behind in a connection. */
export function createClient(url: string, options: { pool?: pg.Pool; prepared?: boolean } = {}): PrismaClient {
  const nameOf = options.prepared === false ? () => '' : preparedNames();
  const pool = options.pool ?? createPool(url, POOL_SIZE);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameOf });
  return sourced(new PrismaClient({ adapter }), { pool, nameOf });
}

interface Found {
  readonly url: string;
  /** For migrations. */
  readonly directUrl: string;
  /** Null where there is no replica. */
  readonly replicaUrl: string | null;
  readonly embedded: boolean;
  readonly told: readonly string[];
  readonly stop: () => Promise<void>;
}

async function ready({ url, directUrl, replicaUrl, embedded, told, stop }: Found, size: number, wait: number): Promise<Database> {
  try {
    const applied = await migrate(directUrl);
    const pool = createPool(url, size, wait);
    // Past a transaction pooler the next statement may come to another connection, which knows no names.
    const prepared = url === directUrl;
    const client = createClient(url, { pool, prepared });
    // A replica that is away now will be there when it is back.
    const readerPool = replicaUrl === null ? pool : createPool(replicaUrl, size, wait);
    const reader = replicaUrl === null ? client : createClient(replicaUrl, { pool: readerPool, prepared });
    const close = async () => {
      await Promise.all([client.$disconnect(), reader !== client && reader.$disconnect()]);
      await stop();
    };
    return {
      client,
      reader,
      pool: () => stateOf(readerPool),
      url,
      embedded,
      notes: [...told, ...saidOf(applied)],
      close,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function checkVersion(url: string): Promise<void> {
  const db = await connect(url);
  try {
    const { rows } = await db.query<{ server_version_num: string }>('SHOW server_version_num');
    const version = Number(rows[0]?.server_version_num);
    if (version < OLDEST_SERVER) {
      throw new QuotewireError(
        'DATABASE_TOO_OLD',
        `The database is PostgreSQL ${Math.floor(version / 10_000)}; Quotewire needs 15 or newer.`,
      );
    }
  } finally {
    await db.end();
  }
}

/** One line: a first start applies them all, which is news of one. */
const saidOf = (applied: readonly string[]): string[] =>
  applied.length > 1
    ? [`Applied ${applied.length} migrations, the last ${applied.at(-1)}.`]
    : applied.map((name) => `Applied the migration ${name}.`);
