/** PostgreSQL's words for: not there, going, starting, too many clients; and the system's for the same. */
const AWAY =
  /^(08...|57P0[123]|53[03]00|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2037)$/;

const AWAY_WORDS =
  /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect|timeout expired|server has closed the connection|can't reach database/i;

/** Whether an error, or what caused it, means that the database is not to be reached just now. */
export const isDatabaseAway = (error: unknown): boolean =>
  causes(error).some(({ code, message }) => AWAY.test(code) || AWAY_WORDS.test(message));

/** Whether the disk of the database is full. */
export const isDiskFull = (error: unknown): boolean => causes(error).some(({ code }) => code === '53100');

/** What a person is told of a database that failed under a command; null where something else did. */
export function explainFailure(error: unknown): string | null {
  if (isDiskFull(error))
    return 'The disk that holds the database is full. What was stored stays; free some space there and run the same again, which goes on where this ended.';
  if (isDatabaseAway(error))
    return 'The database is gone, or takes no more connections. What was stored stays; see that it runs, and run the same again, which goes on where this ended.';
  return null;
}

/** Whether a statement took too long, or was cancelled. */
export const isTooLong = (error: unknown): boolean => causes(error).some(({ code }) => code === '57014' || code === '55P03');

/** Whether a replica ended a read because it had to replay what the read still needed. */
export const isConflict = (error: unknown): boolean => causes(error).some(({ code }) => code === '40001');

/** The error, its cause, theirs …: drivers and Prisma each wrap what the one below says. */
function causes(error: unknown, depth = 0): { code: string; message: string }[] {
  if (typeof error !== 'object' || error === null || depth > 8) return [];
  const { code, originalCode, message, originalMessage, cause, originalError, meta, driverAdapterError, errors } = error as Record<
    string,
    unknown
  >;
  const further = [cause, originalError, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return [
    { code: String(originalCode ?? code ?? ''), message: String(originalMessage ?? message ?? '') },
    ...further.flatMap((next) => causes(next, depth + 1)),
  ];
}
