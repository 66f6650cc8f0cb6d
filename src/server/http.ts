import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '../config.ts';

/** Milliseconds that a connection may be idle: longer than proxies keep theirs, so that they close first and lose no request. */
const KEEP_ALIVE = 75_000;

/** Milliseconds between looks for connections that are too slow. */
const CHECKED = 1_000;

/** Answers to what is no HTTP, or not in time, by Node's code for it. */
const BROKEN: Readonly<Record<string, readonly [status: string, code: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'LIMIT_EXCEEDED', 'The headers of the request are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_TIMEOUT', 'The request did not arrive in time.'],
};
const NO_HTTP = ['400 Bad Request', 'BAD_REQUEST', 'This is no HTTP request.'] as const;

/** An HTTP server that waits for nobody too long and answers in GraphQL's form even what is no HTTP. */
export function createHttpServer(listener: RequestListener, limits: Pick<Limits, 'headerTimeout' | 'requestTimeout'>): Server {
  const server = createServer(
    {
      connectionsCheckingInterval: CHECKED,
      headersTimeout: limits.headerTimeout,
      // The app answers late bodies itself, a little earlier.
      requestTimeout: limits.requestTimeout + limits.headerTimeout,
      keepAliveTimeout: KEEP_ALIVE,
      // Node would answer without a body.
      requireHostHeader: false,
    },
    (request, response) => {
      if (!isNamed(request)) return answerBroken('', request.socket);
      // Whose server it is stands in the address when one asks as if through a proxy.
      const path = request.url?.replace(/^https?:\/\/[^/?#]*/i, '') ?? '';
      request.url = path.startsWith('/') ? path : `/${path}`;
      listener(request, response);
    },
  );
  // Whoever takes it for a proxy; Node would close the connection without a word.
  server.on('connect', (_request, socket) => answerBroken('', socket as Socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => answerBroken(error.code ?? '', socket as Socket));
  return server;
}

/** Whether a request says whom it asks; those of HTTP/1.0 need not. */
function isNamed({ httpVersion, headers: { host } }: IncomingMessage): boolean {
  if (host === undefined) return httpVersion === '1.0';
  if (host !== lastNamed && URL.canParse(`http://${host}/`)) lastNamed = host;
  return host === lastNamed;
}

/** The last name that is one: mostly all ask the same, and finding out costs as much as parsing a URL. */
let lastNamed: string | null = null;

function answerBroken(cause: string, socket: Socket): void {
  // A connection that was cut, or an answer under way, has no place for another.
  if (cause === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const [status, code, message] = BROKEN[cause] ?? NO_HTTP;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
