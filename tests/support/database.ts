import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { createClient } from '../../src/db/open.ts';
import { createPool } from '../../src/db/pool.ts';
import { urlOf } from './urls.ts';

/** A database of a test file's own. */
export interface TestDatabase {
  readonly url: string;
  readonly client: PrismaClient;
  /** The SQL statements that `action` ran outside of transactions, in order. */
  statements(action: () => Promise<unknown>): Promise<string[]>;
}

/** An empty, migrated database, dropped when the test file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Of a small template its files are copied faster than they are written to the log, block by block.
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject('template')} STRATEGY FILE_COPY`);
  const url = urlOf(inject('serverUrl'), name);
  const { client, ran } = watchedClient(url);
  afterAll(async () => {
    await client.$disconnect();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  const statements = async (action: () => Promise<unknown>) => {
    ran.length = 0;
    await action();
    return ran.map(({ text }) => text);
  };
  return { url, client, statements };
}

/** A client with the statements that it runs outside of transactions, in order. */
export function watchedClient(url: string): { readonly client: PrismaClient; readonly ran: pg.QueryConfig[] } {
  const pool = createPool(url, 4);
  const ran: pg.QueryConfig[] = [];
  const query = pool.query.bind(pool) as (asked: pg.QueryConfig) => Promise<pg.QueryResult>;
  const watched = (asked: pg.QueryConfig) => {
    ran.push(asked);
    return query(asked);
  };
  return { client: createClient(url, { pool: Object.assign(pool, { query: watched }) }), ran };
}

async function onServer(sql: string): Promise<void> {
  const db = await connect(inject('serverUrl'));
  await db.query(sql);
  await db.end();
}
