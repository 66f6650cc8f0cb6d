import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { locateEmbedded } from '../db/embedded/index.ts';
import { readModels } from '../models.ts';
import { checkNodeVersion } from '../node-version.ts';
import { projectRoot } from '../paths.ts';
import { examined, type Finding, fail, ok, warn } from './check.ts';

/** Bytes on the disk of the data folder below which one should do something, and below which nothing can be written. */
const LITTLE = 1_000_000_000;
const NOTHING = 100_000_000;

/** Node.js, weights and, for an own database, the disk. */
export async function examineMachine(config: Config): Promise<Finding[]> {
  return [...(await node()), ...(await models()), ...(config.databaseUrl === null ? await disk(config.dataDir) : [])];
}

const node = () =>
  examined('Node.js', async () => {
    checkNodeVersion(process.version);
    return [ok('Node.js', process.version)];
  });

const models = () =>
  examined('models', async () => {
    const missing = Object.entries(readModels()).flatMap(([name, model]) => (model ? [] : [name]));
    return [
      missing.length === 0
        ? ok('models', 'can be read')
        : warn('models', `There are no weights for ${missing.join(', ')}: rules alone find less; get models/ from the repository again.`),
    ];
  });

const disk = (dataDir: string) =>
  examined('disk', async () => {
    const { folder } = await locateEmbedded({ dataDir, projectRoot });
    const there = await nearest(folder);
    const { bavail, bsize } = await statfs(there);
    const free = bavail * bsize;
    const text = `${(free / 1e9).toFixed(1)} GB are free in ${folder}`;
    if (free < NOTHING) return [fail('disk', `${text}: free some, or name another folder in QUOTEWIRE_DATA_DIR.`)];
    return [free < LITTLE ? warn('disk', `${text}: free some soon.`) : ok('disk', text)];
  });

/** The folder, or the nearest above it that there is. */
async function nearest(folder: string): Promise<string> {
  try {
    await access(folder, constants.F_OK);
    return folder;
  } catch {
    return dirname(folder) === folder ? folder : nearest(dirname(folder));
  }
}
