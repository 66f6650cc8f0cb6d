import { connect } from 'node:net';
import type pg from 'pg';

/** What a connection knows of its other end; pg's types leave it out. */
interface OtherEnd {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
  readonly connection: { readonly stream: { destroy(): void } };
}

/** CancelRequest, as PostgreSQL's protocol has it. */
const CANCEL_REQUEST = 80_877_102;

/** Milliseconds for a server to take the request, and for the statement to end then. */
const PATIENCE = 2_000;

/** What is done about a statement that nobody waits for any longer. */
export interface Cancelling {
  /** Resolves once the server has taken the request, or can't be asked. Never rejects. */
  readonly taken: Promise<void>;
  /** The statement has ended. */
  over(): void;
}

/**
 * Asks the server, over a connection of its own as the protocol wants it, to end the statement that runs on `client`. Where that is to no
 * avail, the network being cut, the connection is: whoever waits for the statement gets an error in any case.
 */
export function cancel(client: pg.Client): Cancelling {
  const end = client as unknown as OtherEnd;
  const cut = setTimeout(() => end.connection.stream.destroy(), 2 * PATIENCE);
  return { taken: request(end), over: () => clearTimeout(cut) };
}

function request({ host, port, processID, secretKey }: OtherEnd): Promise<void> {
  const message = Buffer.alloc(16);
  for (const [i, value] of [16, CANCEL_REQUEST, processID ?? 0, secretKey ?? 0].entries()) message.writeInt32BE(value, i * 4);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  return new Promise((resolve) => {
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on('error', () => {});
    // The server closes the connection once it has passed the request on; to poolers an earlier end would mean that it is withdrawn.
    socket.on('close', () => resolve());
    socket.on('connect', () => socket.write(message));
    socket.on('end', () => socket.end());
    socket.resume();
  });
}
