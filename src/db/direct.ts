import { once } from 'node:events';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { turns } from '../turns.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

/** Whoever runs SQL in a transaction: Prisma, or a connection of our own. */
export interface Statements {
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>;
  $executeRawUnsafe(query: string, ...values: unknown[]): Promise<number>;
  $queryRawUnsafe<Rows>(query: string, ...values: unknown[]): Promise<Rows>;
}

/** A connection of our own, which can do what Prisma can't. */
export interface Direct extends Statements {
  /** Runs a statement COPY … FROM STDIN with what it reads. */
  copy(statement: string, content: string): Promise<void>;
}

/** From where a client has its connections, and the names under which they keep statements. */
interface Source {
  readonly pool: pg.Pool;
  readonly nameOf: (statement: { readonly sql: string }) => string;
  /** Runs what may take long, in half of the connections at most. */
  readonly inTurn: ReturnType<typeof turns>;
}

/** The sources of clients, for what goes past Prisma. */
const sources = new WeakMap<PrismaClient, Source>();

/** Makes known from where a client has its connections. */
export const sourced = (client: PrismaClient, source: Omit<Source, 'inTurn'>): PrismaClient => {
  sources.set(client, { ...source, inTurn: turns(Math.ceil(source.pool.options.max / 2)) });
  return client;
};

/** A value on which it depends which way is best, such as whom quotes are by: a statement that has one is planned each time, and for it. */
export class Deciding {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/**
 * Runs a statement that reads, past Prisma, which takes longer over a short one than the database does. Values come as the driver has them:
 * a bigint as text.
 */
export async function read<Row>(client: PrismaClient, { text, values }: Prisma.Sql): Promise<Row[]> {
  const { pool, nameOf } = sources.get(client)!;
  const plain = values.map((value) => (value instanceof Deciding ? value.value : value));
  const name = values.some((value) => value instanceof Deciding) ? '' : nameOf({ sql: text });
  const { rows } = await pool.query({ text, values: plain, name });
  return rows as Row[];
}

/** Runs a statement that may read all there is. Several of them leave half of the connections to others, whose answers take no time. */
export const readMuch = <Row>(client: PrismaClient, statement: Prisma.Sql): Promise<Row[]> =>
  sources.get(client)!.inTurn(() => read<Row>(client, statement));

/**
 * Runs `action` in a transaction on a connection of the client's pool, past Prisma, which packs every parameter once more and knows no COPY.
 */
export async function directly<Result>(client: PrismaClient, action: (db: Direct) => Promise<Result>): Promise<Result> {
  const connection = await sources.get(client)!.pool.connect();
  let isLost = false;
  try {
    await connection.query('BEGIN');
    const result = await action(on(connection));
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => {
      isLost = true;
    });
    throw error;
  } finally {
    connection.release(isLost);
  }
}

function on(connection: pg.PoolClient): Direct {
  const ask = (query: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const { text, values: bound } = 'text' in query ? query : Prisma.sql(query, ...values);
    return connection.query(text, bound as unknown[]);
  };
  return {
    $executeRaw: async (query, ...values) => (await ask(query, values)).rowCount ?? 0,
    $queryRaw: async <Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => (await ask(query, values)).rows as Rows,
    $executeRawUnsafe: async (query, ...values) => (await connection.query(query, values)).rowCount ?? 0,
    $queryRawUnsafe: async <Rows>(query: string, ...values: unknown[]) => (await connection.query(query, values)).rows as Rows,
    copy: async (statement, content) => {
      const stream = connection.query(from(statement));
      const done = once(stream, 'finish');
      stream.end(content);
      await done;
    },
  };
}
