import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Seeing } from '../config.ts';
import { type Handling, handlingOf, isWatching } from './handling.ts';
import type { Plugin } from './plugin.ts';

export type Log = Logger;

/** Characters of a slow operation that are logged. */
const MAX_TEXT = 4_000;

/** Opens the log on standard output, or on `to`: JSON, a line each, or for reading. Passwords and tokens never get there. */
export async function openLog({ log, level }: Pick<Seeing, 'log' | 'level'>, to?: DestinationStream): Promise<Log> {
  const stream = log === 'json' ? (to ?? gathered()) : await readable(to ?? destination({ fd: 1, sync: true }));
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: withoutSecrets },
    },
    stream,
  );
}

/** Milliseconds that a line may wait for others, and characters that do not wait. */
const GATHERED = 10;
const ENOUGH = 8_192;

/**
 * Standard output, a few lines at a time: each write costs as much as a twentieth of a request. What a process says last is what one wants
 * to know, so that nothing waits for long, or when the process ends.
 */
function gathered(): DestinationStream {
  const out = destination({ fd: 1, sync: true, minLength: ENOUGH });
  let waiting = false;
  const flush = () => {
    waiting = false;
    out.flushSync();
  };
  process.once('exit', () => out.flushSync());
  return {
    write(line) {
      out.write(line);
      if (waiting) return;
      waiting = true;
      setTimeout(flush, GATHERED);
    },
  };
}

async function readable(to: DestinationStream): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ destination: to as never, colorize: process.stdout.isTTY && !to, translateTime: 'SYS:HH:MM:ss', singleLine: true });
}

/** Takes passwords out of database URLs, and what bearers bear. Errors of drivers and proxies quote both. */
export const withoutSecrets = (line: string): string =>
  line.replace(/(:\/\/[^:/\s"@]*):[^\s"]*@/g, '$1:***@').replace(/\b(Bearer|Basic) +[\w.~+/-]+=*/gi, '$1 ***');

/** The status of an answer that nobody was there to take, as nginx has it. */
const GONE = 499;

/** What is logged of an answer. */
interface Entry {
  readonly id: string;
  readonly operation: string | null;
  readonly status: number;
  /** Milliseconds from the arrival to the answer, and those of them that the database took. */
  readonly ms: number;
  readonly databaseMs: number;
  readonly statements: number;
  readonly rows: number;
  readonly cost: number | null;
  /** Of the errors in the answer. */
  readonly codes: readonly string[];
  readonly address: string | null;
  readonly role: string | null;
}

/**
 * Logs every answer; the text of operations that took `slow` milliseconds or more; and with their stacks errors that nobody foresaw.
 * Variables, which may hold what people searched for, are never logged.
 */
export function useLog(log: Log, slow: number): Plugin {
  const texts = new WeakMap<Request, string>();
  return {
    onParams({ request, params }) {
      if (typeof params.query === 'string') texts.set(request, params.query);
    },
    onResponse({ request, response }) {
      const handling = handlingOf(request);
      const entry = entryOf(handling, request.signal.aborted ? GONE : response.status);
      for (const error of handling.unexpected)
        log.error({ id: handling.id, operation: handling.operation, err: error }, 'unexpected error');
      if (entry.ms >= slow) log.warn({ ...entry, query: texts.get(request)?.slice(0, MAX_TEXT) ?? null }, 'slow request');
      else log[response.ok && isWatching(handling) ? 'debug' : 'info'](entry, 'request');
    },
  };
}

const entryOf = (handling: Handling, status: number): Entry => ({
  id: handling.id,
  operation: handling.operation,
  status,
  ms: tenths(performance.now() - handling.startedAt),
  databaseMs: tenths(handling.databaseTime),
  statements: handling.statements,
  rows: handling.rows,
  cost: handling.cost,
  codes: handling.codes,
  address: handling.address,
  role: handling.role,
});

const tenths = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
