import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from '../../errors.ts';
import { EmbeddedError, notAFolder } from './errors.ts';
import { type Account, canReach, isRoot, ownerOf, unprivileged } from './owner.ts';

/** Where the database lives and whose it is. */
export interface Place {
  /** The data folder; lock and temporary folders lie here. */
  readonly folder: string;
  /** Where binaries go that can't be used where npm put them. */
  readonly copies: string;
  /** Who owns what lies around the cluster; null: this process's user. */
  readonly keeper: Account | null;
  /** Who runs the server and owns the cluster; null: this process's user. */
  readonly runner: Account | null;
  /** Set where the data is not in the folder that was asked for. */
  readonly movedFrom: string | null;
}

/** What lies in a data folder, by purpose. */
export const layout = (folder: string) => ({
  lock: join(folder, 'starting.lock'),
  /** Made under another name and renamed: what has this name is whole. */
  server: join(folder, 'postgres'),
  ...insideServer(join(folder, 'postgres')),
});

/** What lies in the server's folder, under its final or a temporary name. */
export const insideServer = (server: string) => ({
  cluster: join(server, 'data'),
  password: join(server, 'password'),
  port: join(server, 'port'),
  log: join(server, 'server.log'),
});

/** Decides where the database is kept and who runs it. An existing cluster stays where it is and whose it is. */
export async function choosePlace(options: { dataDir: string; projectRoot: string; systemDir: string }): Promise<Place> {
  const folder = await realPath(resolve(options.dataDir));
  if (await isFile(folder)) throw notAFolder(folder);
  if (!isRoot()) return { folder, copies: folder, keeper: null, runner: null, movedFrom: null };

  const project = await realPath(resolve(options.projectRoot));
  const keeper = await ownerOf(project);
  const copies = join(options.systemDir, hash(project));
  const moved = join(copies, 'data', hash(folder));

  for (const [candidate, movedFrom] of [
    [folder, null],
    [moved, folder],
  ] as const) {
    const owner = await clusterOwner(candidate);
    if (owner === null) continue;
    const runner = owner.uid === 0 ? await unprivileged(keeper) : owner;
    if (!(await canReach(runner, candidate))) throw unreachable(candidate, runner);
    return { folder: candidate, copies, keeper, runner, movedFrom };
  }
  const runner = await unprivileged(keeper);
  const inPlace = await canReach(runner, folder);
  return { folder: inPlace ? folder : moved, copies, keeper, runner, movedFrom: inPlace ? null : folder };
}

/** Throws where the cluster is another PostgreSQL's. */
export async function checkVersion(folder: string, major: string): Promise<void> {
  const { cluster } = layout(folder);
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (found === major) return;
  throw new EmbeddedError(
    'VERSION_MISMATCH',
    `The database in ${cluster} was made by PostgreSQL ${found}, and this is PostgreSQL ${major}, which can't read it; move ${dirname(cluster)} away and load the documents again, or go back to the former version.`,
  );
}

async function clusterOwner(folder: string): Promise<Account | null> {
  try {
    return await ownerOf(layout(folder).cluster);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The real path, of which the last parts need not exist yet. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) return path;
    return join(await realPath(dirname(path)), basename(path));
  }
}

/** Whether a path leads to anything. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );

const isFile = async (path: string) => (await exists(path)) && !(await stat(path)).isDirectory();

const hash = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 16);

const unreachable = (folder: string, { uid }: Account) =>
  new EmbeddedError(
    'DATA_DIR_UNREACHABLE',
    `The database in ${folder} belongs to user ${uid}, who may not pass through a folder above it; open that folder with chmod o+x or move the data folder.`,
  );
