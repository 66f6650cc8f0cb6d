import type pg from 'pg';
import type { Config } from '../config.ts';
import { counted } from '../counted.ts';
import { connect } from '../db/connect.ts';
import { locateEmbedded, openEmbedded } from '../db/embedded/index.ts';
import { missingMigrations } from '../db/migrate.ts';
import { OLDEST_SERVER } from '../db/open.ts';
import { projectRoot } from '../paths.ts';
import { examined, type Finding, fail, ok, warn } from './check.ts';

/** Extensions that the migrations make use of. */
const EXTENSIONS = ['pg_trgm', 'unaccent'] as const;

/** The database that the configuration names, and its replica. An own server that is made is started for this; none is made. */
export async function examineDatabase(config: Config): Promise<Finding[]> {
  if (config.databaseUrl !== null) {
    const { databaseUrl, directUrl, replicaUrl } = config;
    return [
      ...(await examinedAt('database', databaseUrl, examineServer)),
      ...(directUrl === null ? [] : await examinedAt('DATABASE_DIRECT_URL', directUrl, async () => [ok('DATABASE_DIRECT_URL', 'answers')])),
      ...(replicaUrl === null ? [] : await examinedAt('replica', replicaUrl, examineReplica)),
    ];
  }
  return examined('database', async () => {
    const options = { dataDir: config.dataDir, projectRoot };
    const { folder, made } = await locateEmbedded(options);
    if (!made) return [ok('database', `none yet: npm start will make one in ${folder}`)];
    const server = await openEmbedded(options);
    try {
      return await examinedAt('database', server.url, examineServer);
    } finally {
      await server.close();
    }
  });
}

const examinedAt = (subject: string, url: string, look: (db: pg.Client) => Promise<Finding[]>): Promise<Finding[]> =>
  examined(subject, async () => {
    const db = await connect(url);
    try {
      return await look(db);
    } finally {
      await db.end();
    }
  });

async function examineServer(db: pg.Client): Promise<Finding[]> {
  return [...(await version(db)), ...(await extensions(db)), ...(await migrations(db)), ...(await room(db))];
}

async function version(db: pg.Client): Promise<Finding[]> {
  const { rows } = await db.query<{ number: number; version: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`,
  );
  const { number, version, encoding } = rows[0]!;
  return [
    number < OLDEST_SERVER
      ? fail('database', `is PostgreSQL ${version}, and 15 or newer is needed: upgrade it, or leave DATABASE_URL out for an own one.`)
      : ok('database', `PostgreSQL ${version}`),
    ...(encoding === 'UTF8' ? [] : [fail('database', `has the encoding ${encoding}: make another with ENCODING 'UTF8'.`)]),
  ];
}

async function extensions(db: pg.Client): Promise<Finding[]> {
  const { rows } = await db.query<{ name: string; installed: boolean }>(
    'SELECT name, installed_version IS NOT NULL AS installed FROM pg_available_extensions WHERE name = ANY($1)',
    [EXTENSIONS],
  );
  const missing = EXTENSIONS.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) {
    return [
      fail('extensions', `The server does not have ${missing.join(' and ')}: install its contrib package (Debian: postgresql-contrib).`),
    ];
  }
  const absent = rows.filter(({ installed }) => !installed).map(({ name }) => name);
  return [ok('extensions', absent.length === 0 ? EXTENSIONS.join(', ') : `${absent.join(', ')} will be made by the migrations`)];
}

async function migrations(db: pg.Client): Promise<Finding[]> {
  return examined('migrations', async () => {
    const missing = await missingMigrations(db);
    return [
      missing.length === 0
        ? ok('migrations', 'all are applied')
        : warn(
            'migrations',
            `lacks ${counted(missing.length, 'migration')}, the last ${missing.at(-1)}: the next npm start applies what is missing.`,
          ),
    ];
  });
}

/** Whether there are connections left for a server to start with. */
async function room(db: pg.Client): Promise<Finding[]> {
  const { rows } = await db.query<{ used: number; most: number }>(
    `SELECT count(*)::int AS used, current_setting('max_connections')::int AS most FROM pg_stat_activity WHERE backend_type = 'client backend'`,
  );
  const { used, most } = rows[0]!;
  const text = `${used} of ${most} in use`;
  return [used > 0.8 * most ? warn('connections', `${text}: raise max_connections, or put PgBouncer in front.`) : ok('connections', text)];
}

async function examineReplica(db: pg.Client): Promise<Finding[]> {
  const { rows } = await db.query<{ replica: boolean; behind: number | null }>(
    `SELECT pg_is_in_recovery() AS replica,
      CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE extract(epoch FROM now() - pg_last_xact_replay_timestamp())::float END AS behind`,
  );
  const { replica, behind } = rows[0]!;
  if (!replica) return [warn('replica', 'DATABASE_REPLICA_URL names a server that is no replica: see that it holds the same corpus.')];
  const missing = await missingMigrations(db);
  if (missing.length > 0)
    return [warn('replica', `lacks ${counted(missing.length, 'migration')}: the primary hands on what is missing when it has it.`)];
  return [ok('replica', `follows its primary, ${Math.round(behind ?? 0)} s behind`)];
}
