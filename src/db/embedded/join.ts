import { realpath } from 'node:fs/promises';
import pg from 'pg';
import { codeOf } from '../../errors.ts';
import { passwordLost, ROLE, readPassword } from './cluster.ts';
import { EmbeddedError } from './errors.ts';
import { exists, layout } from './place.ts';
import { isOurs, type PidFile, readPidFile } from './postmaster.ts';

/** The database that holds the corpus. */
const DATABASE = 'quotewire';

/** How connections that processes hold for their life are known from others in pg_stat_activity. */
export const LIFE = 'quotewire life';

/** Taken shared by whoever joins, alone by whoever leaves: between counting the others and stopping nobody comes in. */
export const DOOR = 72_707_370;

/** What pg's clients can do and its types leave out: whether they keep the process running. */
type LifeClient = pg.Client & Record<'ref' | 'unref', () => void>;

/** A connection held for a process's life. */
export interface Life {
  readonly client: LifeClient;
  readonly pid: number;
  readonly url: string;
}

/** What was found: a way in, no server, or one that starts or stops just now (`answers` where it said so itself). */
export type Joined = { state: 'in'; life: Life } | { state: 'absent' } | { state: 'busy'; answers: boolean };

const ABSENT: Joined = { state: 'absent' };

/** PostgreSQL's words for: stopping, crashed and recovering, starting up. */
const IN_BETWEEN = ['57P01', '57P02', '57P03'];

/** Connects to the server on this folder, if one runs. */
export async function join(folder: string): Promise<Joined> {
  const found = await ownOnly(folder, readPidFile);
  if (found === null) return ABSENT;
  if (found.port === null) return unanswered(folder, found);
  const { port } = found;
  const password = await ownOnly(folder, readPassword);
  const url = addressOf(port, password, DATABASE);
  let client: LifeClient | null = null;
  try {
    client = await connect(url, addressOf(port, password, 'postgres'));
    if (await enter(client, folder)) return { state: 'in', life: { client, pid: found.pid, url } };
    // Another cluster's server has taken the port.
    await client.end();
    return ABSENT;
  } catch (error) {
    await client?.end().catch(() => {});
    if (IN_BETWEEN.includes(codeOf(error) ?? '')) return { state: 'busy', answers: true };
    // A server that only starts may find that another one has taken its port since, whose password is not ours.
    if (codeOf(error)?.startsWith('28') && found.isReady && (await isOurs(folder, found.pid))) throw passwordLost(folder);
    if (codeOf(error)?.startsWith('53')) throw refused(folder, error);
    return unanswered(folder, found);
  }
}

/** Reads what only the database's user may read. */
async function ownOnly<Content>(folder: string, read: (folder: string) => Promise<Content>): Promise<Content> {
  try {
    return await read(folder);
  } catch (error) {
    throw codeOf(error) === 'EACCES' ? notYours(folder) : error;
  }
}

/** Passes the door and sees that the server is this folder's. */
async function enter(client: pg.Client, folder: string): Promise<boolean> {
  const { rows } = await client.query<{ directory: string }>(
    `SELECT current_setting('data_directory') AS directory, pg_advisory_xact_lock_shared(${DOOR})`,
  );
  const { cluster } = layout(folder);
  const theirs = await realpath(rows[0]!.directory).catch(() => null);
  return theirs !== null && theirs === (await realpath(cluster));
}

/** Connects, and makes the database where it is missing, by way of the one that every cluster has. */
async function connect(url: string, template: string): Promise<LifeClient> {
  try {
    return await connectTo(url);
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
  }
  const maker = await connectTo(template);
  try {
    await maker.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // Another process that joins just now was faster.
    if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
  } finally {
    await maker.end();
  }
  return connectTo(url);
}

async function connectTo(connectionString: string): Promise<LifeClient> {
  const client = new pg.Client({
    connectionString,
    application_name: LIFE,
    connectionTimeoutMillis: 3000,
    lock_timeout: 10_000,
    keepAlive: true,
  }) as LifeClient;
  // A server that dies takes the connection along; that alone must not end this process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.end().catch(() => {});
    throw error;
  }
}

/** Says that there is no TLS, else a PGSSLMODE in the environment could ask for it. */
const addressOf = (port: number, password: string, database: string) =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;

async function unanswered(folder: string, { pid }: PidFile): Promise<Joined> {
  // Once it is gone, its file must still be the one that was read: another server may have started meanwhile.
  if (await isOurs(folder, pid)) return { state: 'busy', answers: false };
  const now = (await exists(layout(folder).cluster)) ? await readPidFile(folder) : null;
  return now === null || now.pid === pid ? ABSENT : { state: 'busy', answers: false };
}

const notYours = (folder: string) =>
  new EmbeddedError(
    'DATA_DIR_NOT_YOURS',
    `The database in ${layout(folder).cluster} belongs to another user of this system; run Quotewire as that user or choose another data folder.`,
  );

const refused = (folder: string, error: unknown) =>
  new EmbeddedError(
    'START_FAILED',
    `The database in ${folder} takes no more connections (${error instanceof Error ? error.message : String(error)}); end some of its clients.`,
  );
