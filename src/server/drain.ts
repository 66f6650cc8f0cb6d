import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds in which requests that were on their way on open connections still arrive. */
const ARRIVING = 250;

/** Milliseconds between looks whether all have gone. */
const CHECKED = 25;

/** How a server ends without dropping what it has taken on. */
export interface Drain {
  /** Whether it is about to end. */
  readonly draining: () => boolean;
  /** Stops accepting, answers what is there, tells each client that its connection ends, and cuts what takes longer than `grace` milliseconds. */
  drain(grace: number): Promise<void>;
}

/** Watches the requests of a server from the first one on. */
export function drainOf(server: Server): Drain {
  const answering = new Set<ServerResponse>();
  let ending = false;
  server.prependListener('request', (_request, response) => {
    if (ending) response.shouldKeepAlive = false;
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  return {
    draining: () => ending,
    async drain(grace) {
      ending = true;
      for (const response of answering) response.shouldKeepAlive = false;
      // The HTTP server's own close cuts connections that look idle at once, with requests that are about to arrive on them.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), grace);
      await Promise.race([closed, sleep(Math.min(ARRIVING, grace))]);
      const closing = setInterval(() => server.closeIdleConnections(), CHECKED);
      await closed;
      clearInterval(closing);
      clearTimeout(cut);
    },
  };
}
