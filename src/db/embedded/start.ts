import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, majorOf } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { EmbeddedError } from './errors.ts';
import { type Joined, join, type Life } from './join.ts';
import { checkVersion, exists, layout, type Place } from './place.ts';
import { type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { usableNative } from './usable.ts';

/** A server that this process has started, and how. */
export interface Started {
  readonly life: Life;
  readonly created: boolean;
  /** The binaries, where they are not where npm put them. */
  readonly copiedTo: string | null;
}

/** How long a server that says nothing is waited for, and one that says that it starts or stops. */
const SILENT_MS = 10_000;
const ANSWERING_MS = 60_000;

/** Starts the server, after making the cluster where there is none. Call it under the lock, when no server runs. */
export async function start(place: Place): Promise<Started> {
  const binaries = await findBinaries();
  const created = !(await exists(layout(place.folder).cluster));
  if (!created) await checkVersion(place.folder, majorOf(binaries));
  const native = await usableNative(binaries, place);
  if (created) await createCluster(place, native);
  return { life: await startAndJoin(place, native), created, copiedTo: native === binaries.native ? null : native };
}

/** Joins the server; one that is starting or stopping is waited for until it is there or gone. */
export async function joinPatiently(folder: string): Promise<Life | null> {
  for (const began = Date.now(); ; await sleep(10)) {
    const joined = await join(folder);
    if (joined.state === 'in') return joined.life;
    if (joined.state === 'absent') return null;
    if (hasWaitedEnough(began, joined)) throw silent(folder);
  }
}

async function startAndJoin(place: Place, native: string): Promise<Life> {
  for (const began = Date.now(); ; await sleep(50)) {
    const server = await startPostmaster(place, native);
    try {
      const life = await joinStarting(place.folder, server);
      if (life) return life;
    } catch (error) {
      // Nobody else would ever stop a server that can't be entered.
      await stopPostmaster(place.folder, server.pid);
      throw error;
    }
    const failure = await server.failure();
    if (failure && (!failure.retry || Date.now() - began > SILENT_MS)) throw failure.error;
  }
}

/** Gives null where the server ended. */
async function joinStarting(folder: string, server: Postmaster): Promise<Life | null> {
  for (const began = Date.now(); ; await sleep(5)) {
    const joined = await join(folder);
    if (joined.state === 'in') return joined.life;
    if (await server.failure()) return null;
    if (hasWaitedEnough(began, joined)) throw silent(folder);
  }
}

function hasWaitedEnough(began: number, joined: Joined): boolean {
  const answers = joined.state === 'busy' && joined.answers;
  return Date.now() - began > (answers ? ANSWERING_MS : SILENT_MS);
}

const silent = (folder: string) =>
  new EmbeddedError(
    'START_FAILED',
    `The database in ${folder} runs but does not answer; end its process, whose number is the first line of ${layout(folder).cluster}/postmaster.pid, and try again.`,
  );
