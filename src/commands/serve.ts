import { createServer, type Server } from 'node:http';
import { readConfig } from '../config.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { openDatabase } from '../db/open.ts';
import { QuotewireError } from '../errors.ts';
import { seedsDir } from '../paths.ts';

/** Milliseconds that requests under way may take to end after a signal to stop. */
const GRACE = 5_000;

/** Serves the corpus until SIGINT or SIGTERM. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const stopped = signalled();
  const loading = import('../server.ts');
  // What it throws is thrown where it is waited for.
  loading.catch(() => {});
  const database = await openDatabase(config);
  try {
    for (const note of database.notes) console.log(note);
    if (database.embedded && (await database.client.article.count()) === 0) {
      console.log(`The corpus is empty: loading ${seedsDir}`);
      console.log(await loadSeeds(database.client));
    }
    const { createApp } = await loading;
    const app = createApp(database.client, config);
    const server = createServer(app);
    await listen(server, config.host, config.port);
    console.log(`Quotewire answers at ${urlOf(server, config.host)}/graphql (Ctrl-C ends it)`);
    await stopped;
    await close(server);
    await app.dispose();
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
  return summarize(await ingest(client, readPaths([seedsDir])));
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
const signalled = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, host, port)));
    server.listen(port, host);
  });
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): QuotewireError {
  const [code, problem] =
    cause.code === 'EADDRINUSE'
      ? ['PORT_TAKEN', `Port ${port} on ${host} is taken by another program; end that, or choose another: PORT=${port + 1} npm start.`]
      : cause.code === 'EACCES'
        ? ['PORT_FORBIDDEN', `This user may not listen on port ${port}; choose one above 1023: PORT=4000 npm start.`]
        : cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND'
          ? ['HOST_UNKNOWN', `This machine has no address ${host}; correct HOST, or leave it out for 127.0.0.1.`]
          : ['LISTEN_FAILED', `It is not possible to listen on ${host}:${port}: ${cause.message}.`];
  return new QuotewireError(code!, problem!, { cause });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Stops accepting, lets requests under way end, and cuts those that don't within the time of grace. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(cut);
}
