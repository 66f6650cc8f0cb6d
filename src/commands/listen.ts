import type { Server } from 'node:http';
import { QuotewireError } from '../errors.ts';

/**
 * Has the server listen.
 * @throws QuotewireError saying why it can't, and what to do.
 */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, host, port)));
    server.listen(port, host);
  });
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): QuotewireError {
  const [code, problem] = reasonOf(cause, host, port);
  return new QuotewireError(code, problem, { cause });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): readonly [code: string, problem: string] {
  switch (code) {
    case 'EADDRINUSE':
      return [
        'PORT_TAKEN',
        `Port ${port} on ${host} is taken by another program; end that, or choose another: PORT=${port + 1} npm start.`,
      ];
    case 'EACCES':
      return ['PORT_FORBIDDEN', `This user may not listen on port ${port}; choose one above 1023: PORT=4000 npm start.`];
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return ['HOST_UNKNOWN', `This machine has no address ${host}; correct HOST, or leave it out for 127.0.0.1.`];
    default:
      return ['LISTEN_FAILED', `It is not possible to listen on ${host}:${port}: ${message}.`];
  }
}

/** Where the server answers. */
export function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
