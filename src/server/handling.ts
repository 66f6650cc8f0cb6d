import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Role } from '../config.ts';
import { currentWork, during, type Work } from '../db/work.ts';
import type { Plugin } from './plugin.ts';

/** One request, from its arrival to its answer: what the plugins know of it, and what is logged and counted in the end. */
export interface Handling extends Work {
  /** In the answer's X-Request-Id, in the log, and in errors that are not explained. */
  readonly id: string;
  /** Of the URL. */
  readonly path: string;
  /** By performance.now(). */
  readonly startedAt: number;
  /** Where the client is; null where the app is asked without a network. */
  readonly address: string | null;
  /** What the bearer token allows; null without one. */
  role: Role | null;
  /** The SHA-256 of the token. */
  token: string | null;
  /** Whether all of the request has arrived. */
  arrived: boolean;
  /** The name of the operation that is executed; null before that, and where it has none. */
  operation: string | null;
  cost: number | null;
  /** Codes of the errors in the answer. */
  codes: readonly string[];
  /** Errors that nobody foresaw: for the log alone. */
  readonly unexpected: unknown[];
  /** Statements with the fields that caused them, where that is watched. */
  readonly sql: { readonly field: string; readonly text: string; readonly milliseconds: number; readonly rows: number }[];
  /** Ends the work: statements are cancelled, and what is not begun will not be. */
  stop(reason: string): void;
}

/** Whether a request comes from what watches the process: every few seconds, and nobody wants to read of it. */
export const isWatching = ({ path }: Handling): boolean => ['/health', '/ready', '/metrics'].includes(path);

const handlings = new WeakMap<Request, Handling>();

/** What is known of a request that is being answered. */
export function handlingOf(request: Request): Handling {
  const handling = handlings.get(request);
  if (!handling) throw new Error('The request is none that useHandling has seen');
  return handling;
}

/** What the running code works for; undefined outside of requests. */
export const currentHandling = (): Handling | undefined => currentWork() as Handling | undefined;

/**
 * Opens the record of each request, and stops its work when the client goes away. `proxies` are believed about its address; one statement
 * may take `patience` milliseconds.
 */
export function useHandling({ proxies, patience }: { readonly proxies: number; readonly patience: number }): Plugin {
  return {
    onRequest({ request, url, serverContext, requestHandler, setRequestHandler }) {
      const controller = new AbortController();
      // Each statement that runs listens to it.
      setMaxListeners(0, controller.signal);
      const stop = (reason: string) => controller.abort(new DOMException(reason, 'AbortError'));
      const handling: Handling = {
        id: randomUUID(),
        path: url.pathname,
        startedAt: performance.now(),
        address: addressOf(serverContext?.req?.socket.remoteAddress ?? null, request.headers.get('x-forwarded-for'), proxies),
        role: null,
        token: null,
        arrived: false,
        operation: null,
        cost: null,
        codes: [],
        unexpected: [],
        sql: [],
        signal: controller.signal,
        patience,
        statements: 0,
        rows: 0,
        databaseTime: 0,
        watchers: [],
        stop,
      };
      handlings.set(request, handling);
      request.signal.addEventListener('abort', () => stop('The client has gone'), { once: true });
      setRequestHandler((...args) => during(handling, () => requestHandler(...args)));
    },
  };
}

/**
 * The address of the client: the socket's, unless trusted proxies stand between. Each appends the address that it was asked from, so that
 * only the last `proxies` entries are theirs; what stands before them anyone may have written.
 */
export function addressOf(socket: string | null, forwarded: string | null, proxies: number): string | null {
  if (proxies === 0 || !forwarded) return socket;
  const claimed = forwarded.split(',').map((part) => part.trim());
  return claimed.at(-proxies) || claimed[0] || socket;
}
