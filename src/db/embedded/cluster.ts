import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../errors.ts';
import { program } from './binaries.ts';
import { diskFull, EmbeddedError, USE_DATABASE_URL } from './errors.ts';
import { give } from './owner.ts';
import { insideServer, layout, type Place } from './place.ts';
import { run } from './run.ts';

/** The user that owns the database; a role of PostgreSQL, no user of the system. */
export const ROLE = 'quotewire';

const TEMPORARY = 'postgres.tmp-';

/**
 * How words are told from punctuation in full-text and trigram search. Sorting never depends on it: that is by code point,
 * the same on every system. Plain C would take every letter and dash outside ASCII for part of a word.
 */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Makes a cluster beside its final place and renames it, so that what has the final name is whole. Call it under the lock. */
export async function createCluster(place: Place, native: string): Promise<void> {
  await removeLeftovers(place.folder);
  const temporary = join(place.folder, `${TEMPORARY}${randomUUID()}`);
  const { cluster, password } = insideServer(temporary);
  try {
    await mkdir(temporary);
    await chmod(temporary, 0o755);
    await mkdir(cluster, { mode: 0o700 });
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    await give(cluster, place.runner);
    await give(password, place.runner);
    await initialise(place, native, temporary);
    await give(password, place.keeper);
    await give(temporary, place.keeper);
    await rename(temporary, layout(place.folder).server);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** The password of the cluster's role. */
export async function readPassword(folder: string): Promise<string> {
  const { password } = layout(folder);
  try {
    return await readFile(password, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw passwordLost(folder);
    throw error;
  }
}

/** The error for a cluster that can't be entered any more. */
export const passwordLost = (folder: string): EmbeddedError =>
  new EmbeddedError(
    'PASSWORD_LOST',
    `The database in ${layout(folder).server} does not open with the password in its file "password"; put that file back, or move the folder away and load the documents again.`,
  );

async function initialise(place: Place, native: string, temporary: string): Promise<void> {
  const { cluster, password } = insideServer(temporary);
  let output = '';
  for (const types of CHARACTER_TYPES) {
    const made = await run(program(native, 'initdb'), initdbArguments(cluster, password, types), { cwd: native, account: place.runner });
    if (made.ok) return;
    output = made.output;
    if (!output.includes('invalid locale name')) break;
  }
  if (output.includes('No space left on device')) throw diskFull(place.folder);
  if (output.includes('could not look up effective user')) throw userWithoutName();
  const reason = output.split('\n').findLast((line) => /error|FATAL|PANIC/.test(line)) ?? output.trim();
  throw new EmbeddedError(
    'INIT_FAILED',
    `The database in ${place.folder} could not be made: ${reason.trim()}; see to that, or choose another data folder.`,
  );
}

const userWithoutName = () =>
  new EmbeddedError(
    'USER_WITHOUT_NAME',
    `PostgreSQL can't make a database for user ${process.getuid?.()}, who has no name on this system; add a line for that number to /etc/passwd, run Quotewire as another user, or ${USE_DATABASE_URL}.`,
  );

const initdbArguments = (cluster: string, password: string, characterTypes: string) => [
  `--pgdata=${cluster}`,
  `--username=${ROLE}`,
  `--pwfile=${password}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--lc-ctype=${characterTypes}`,
  '--text-search-config=english',
];

/** Clusters that killed processes left half made; one whose initdb still runs may lose files under it, which ends it. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(TEMPORARY)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}
