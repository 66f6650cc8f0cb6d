import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to the database that can be cut. */
export interface Proxy {
  /** The database's URL by this way. */
  readonly url: string;
  /** Cuts all connections, and refuses new ones until `back`. */
  away(): Promise<void>;
  back(): Promise<void>;
  /** Has every open connection break at its next statement, as after a restart that nobody was told of. */
  wearOut(): void;
}

/** A way to the database at `target`, until the test is over. */
export async function proxyTo(target: string): Promise<Proxy> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  const worn = new Set<Socket>();
  const server = createServer((socket) => {
    const other = connect(Number(to.port), to.hostname);
    for (const [one, next] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        next.destroy();
      });
    }
    socket.on('data', (chunk) => (worn.has(socket) ? socket.destroy() : other.write(chunk)));
    other.pipe(socket);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const away = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  onTestFinished(async () => {
    if (server.listening) await away();
  });
  const { port } = server.address() as { port: number };
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  const wearOut = () => {
    for (const socket of sockets) worn.add(socket);
  };
  return { url: url.href, away, back: () => listen(port), wearOut };
}
