import { setFlagsFromString } from 'node:v8';
import { readConfig } from '../config.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { openDatabase } from '../db/open.ts';
import { ANSWER_WAIT } from '../db/pool.ts';
import { seedsDir } from '../paths.ts';
import { drainOf } from '../server/drain.ts';
import { createHttpServer } from '../server/http.ts';
import { awaitDatabase } from './await-database.ts';
import { listen, urlOf } from './listen.ts';

/** Serves the corpus until SIGINT or SIGTERM. */
export async function serve(): Promise<void> {
  const config = readConfig();
  // What requests leave behind is little and soon dead: threads that share the clearing away cost more than they save.
  setFlagsFromString('--no-parallel-scavenge');
  const signal = signalled();
  const loading = import('../server.ts');
  const logging = import('../server/log.ts');
  // What it throws is thrown where it is waited for.
  loading.catch(() => {});
  logging.catch(() => {});
  const log = await (await logging).openLog(config.seeing);
  const say = (text: string) => (config.seeing.log === 'json' ? log.info(text) : console.log(text));
  const open = () => openDatabase(config, ANSWER_WAIT);
  const database = await awaitDatabase(open, { patience: config.limits.start, signal, say });
  if (!database) return;
  try {
    for (const note of database.notes) say(note);
    if (database.embedded && (await database.client.article.count()) === 0) {
      say(`The corpus is empty: loading ${seedsDir}`);
      say(await loadSeeds(database.client));
    }
    const { createApp, loadDocuments } = await loading;
    const documents = config.documents ? await loadDocuments(config.documents) : undefined;
    const traces = config.seeing.traces ? await openTracesTo(config.seeing.traces) : null;
    const server = createHttpServer((request, response) => app(request, response), config.limits);
    const { draining, drain } = drainOf(server);
    const app = createApp(database.reader, config, { draining, log, pool: database.pool, documents, tracing: traces?.plugin });
    await listen(server, config.host, config.port);
    say(`Quotewire answers at ${urlOf(server, config.host)}/graphql (Ctrl-C ends it)`);
    await aborted(signal);
    await drain(config.limits.drain);
    await app.dispose();
    await traces?.close();
  } finally {
    await database.close();
  }
}

/** Loads seeds/ and says what became of it. Reading and annotating are imported here: most starts need neither. */
async function loadSeeds(client: PrismaClient): Promise<string> {
  const [{ ingest }, { readPaths }, { summarize }] = await Promise.all([
    import('../ingest.ts'),
    import('../readers/index.ts'),
    import('./report.ts'),
  ]);
  return summarize(await ingest(client, readPaths([seedsDir]), { source: 'seeds' }));
}

/** Read where it is wanted: the SDK takes a fifth of a second. */
async function openTracesTo(endpoint: string) {
  const { openTraces } = await import('../server/traces.ts');
  return openTraces(endpoint);
}

/** Aborted by the first signal to stop; a second one ends the process at once. */
function signalled(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
