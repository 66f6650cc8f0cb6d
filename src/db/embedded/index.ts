import { explain } from './errors.ts';
import { join, type Life } from './join.ts';
import { holdLife } from './life.ts';
import { underLock } from './lock.ts';
import { makeFolder } from './owner.ts';
import { choosePlace, exists, layout, type Place } from './place.ts';
import { joinPatiently, type Started, start } from './start.ts';

export { EmbeddedError } from './errors.ts';

/** A PostgreSQL server that the processes of one project share, as one of them holds it. */
export interface EmbeddedServer {
  /** For any client of this process; with user, password and database. */
  readonly url: string;
  /** Whether this process started it; false: it joined one that ran. */
  readonly started: boolean;
  /** Whether the cluster was made by this call. */
  readonly created: boolean;
  /** What a person should be told, such as where binaries and data were put instead. */
  readonly notes: readonly string[];
  /** Leaves; stops the server when no other client is connected. May be called again. */
  close(): Promise<void>;
}

/** Where to keep the database, and for which project. */
export interface EmbeddedOptions {
  /** Such as `<project>/.quotewire`; made when missing. */
  readonly dataDir: string;
  readonly projectRoot: string;
  /** Where root puts what PostgreSQL's user can't reach in its own place. */
  readonly systemDir?: string;
}

/** Joins the project's server, or starts it, or makes it first. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  let folder = options.dataDir;
  try {
    const place = await choosePlace({ systemDir: '/var/lib/quotewire', ...options });
    folder = place.folder;
    const { life, started } = await enter(place);
    return {
      url: life.url,
      started: started !== null,
      created: started?.created ?? false,
      notes: [...placeNotes(place), ...copyNotes(started)],
      close: holdLife(folder, life, async () => (await enter(place)).life),
    };
  } catch (error) {
    throw explain(error, folder);
  }
}

/** Where the project's database is or would be kept, and whether there is one; nothing is made or started. */
export async function locateEmbedded(options: EmbeddedOptions): Promise<{ readonly folder: string; readonly made: boolean }> {
  const { folder } = await choosePlace({ systemDir: '/var/lib/quotewire', ...options });
  return { folder, made: await exists(layout(folder).cluster) };
}

interface Entered {
  readonly life: Life;
  /** Null where the server ran already. */
  readonly started: Started | null;
}

async function enter(place: Place): Promise<Entered> {
  const joined = await join(place.folder);
  if (joined.state === 'in') return { life: joined.life, started: null };
  await makeFolder(place.folder, place.keeper);
  return underLock(layout(place.folder).lock, async () => {
    // Another process may have started it while this one waited for the lock.
    const running = await joinPatiently(place.folder);
    if (running) return { life: running, started: null };
    const started = await start(place);
    return { life: started.life, started };
  });
}

const placeNotes = ({ folder, movedFrom, runner }: Place): string[] =>
  movedFrom === null
    ? []
    : [
        `The database is kept in ${folder}: PostgreSQL refuses to run as root, and user ${runner?.uid}, as whom it runs instead, can't reach ${movedFrom}.`,
      ];

const copyNotes = (started: Started | null): string[] =>
  started?.copiedTo ? [`The PostgreSQL binaries were copied to ${started.copiedTo}, because they can't be used where npm put them.`] : [];
