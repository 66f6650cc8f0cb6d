import pg from 'pg';
import { QuotewireError } from '../errors.ts';

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
  const server = `${hostname}:${port || '5432'}`;
  const database = decodeURIComponent(pathname.slice(1));
  const code = codeOf(cause);
  const [reason, remedy] =
    code === 'ECONNREFUSED'
      ? ['nothing listens there', 'start the server or correct DATABASE_URL']
      : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
        ? ['the host is unknown', 'correct DATABASE_URL']
        : code === '28P01' || code === '28000'
          ? [`the user ${decodeURIComponent(username)} was refused`, 'correct user or password in DATABASE_URL']
          : code === '3D000'
            ? [`it has no database ${database}`, `create it (createdb ${database}) or correct DATABASE_URL`]
            : code === '57P03'
              ? ['it is starting up or shutting down', 'try again in a moment']
              : [cause instanceof Error ? cause.message : String(cause), 'see that the server runs and DATABASE_URL is right'];
  return new QuotewireError('DATABASE_UNREACHABLE', `The database at ${server} cannot be used: ${reason}. What to do: ${remedy}.`, {
    cause,
  });
}

/** The code of an error, or of the first of several: Node tries IPv6 and IPv4 and then reports both together. */
function codeOf(cause: unknown): string | undefined {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
