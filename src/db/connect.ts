import pg from 'pg';
import { codeOf, QuotewireError } from '../errors.ts';

/** Milliseconds to wait for a connection. */
const CONNECT_TIMEOUT = 5_000;

/**
 * One connection to the database at `url`.
 * @throws QuotewireError saying which host, database and user, why not, and what to do; never the password.
 */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT, application_name: 'quotewire' });
  // Without a listener an idle connection that is cut ends the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw connectionError(url, cause);
  }
  return client;
}

/** What a failure to connect means to the person who set DATABASE_URL. */
export function connectionError(url: string, cause: unknown): QuotewireError {
  const { hostname, port, pathname, username } = new URL(url);
  const [reason, remedy] = reasonOf(cause, decodeURIComponent(username), decodeURIComponent(pathname.slice(1)));
  const server = `${hostname}:${port || '5432'}`;
  return new QuotewireError('DATABASE_UNREACHABLE', `The database at ${server} cannot be used: ${reason}. What to do: ${remedy}.`, {
    cause,
  });
}

function reasonOf(cause: unknown, user: string, database: string): readonly [reason: string, remedy: string] {
  const message = cause instanceof Error ? cause.message : String(cause);
  // A server that asks for TLS says so of whoever comes without, under the same code as of a wrong user.
  if (/no encryption$/.test(message)) return ['it lets nobody in without TLS', `add sslmode=verify-full to DATABASE_URL${OWN_SIGNED}`];
  switch (firstCode(cause)) {
    case 'ECONNREFUSED':
      return ['nothing listens there', 'start the server or correct DATABASE_URL'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['the host is unknown', 'correct DATABASE_URL'];
    case '28P01':
    case '28000':
      return [`the user ${user} was refused`, 'correct user or password in DATABASE_URL'];
    case '3D000':
      return [`it has no database ${database}`, `create it (createdb ${database}) or correct DATABASE_URL`];
    case '57P03':
      return ['it is starting up or shutting down', 'try again in a moment'];
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return ['nobody known here has signed its certificate', `add sslmode=verify-full to DATABASE_URL${OWN_SIGNED}`];
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return ['its certificate is for another name', 'use the name in the certificate in DATABASE_URL'];
    default:
      return /not support SSL/.test(message)
        ? ['it knows no TLS', 'turn TLS on there (ssl = on), or leave sslmode out of DATABASE_URL']
        : [message, 'see that the server runs and DATABASE_URL is right'];
  }
}

const OWN_SIGNED = ', and sslrootcert=FILE with the certificate of who signed where that is nobody public';

/** The code of an error, or of the first of several: Node tries IPv6 and IPv4 and then reports both together. */
const firstCode = (cause: unknown) => codeOf(cause instanceof AggregateError ? cause.errors[0] : cause);
