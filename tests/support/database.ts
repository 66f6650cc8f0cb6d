import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { createClient } from '../../src/db/open.ts';
import { urlOf } from './urls.ts';

/** A database of a test file's own. */
export interface TestDatabase {
  readonly url: string;
  readonly client: PrismaClient;
  /** The SQL statements that `action` ran, in order. */
  statements(action: () => Promise<unknown>): Promise<string[]>;
}

/** An empty, migrated database, dropped when the test file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`);
  const url = urlOf(inject('serverUrl'), name);
  const client = createClient(url, { log: ['query'] });
  const logged: string[] = [];
  client.$on('query' as never, ({ query }: { query: string }) => void logged.push(query));
  afterAll(async () => {
    await client.$disconnect();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  const statements = async (action: () => Promise<unknown>) => {
    logged.length = 0;
    await action();
    return logged.filter((statement) => !/^(BEGIN|COMMIT|ROLLBACK)/.test(statement));
  };
  return { url, client, statements };
}

async function onServer(sql: string): Promise<void> {
  const db = await connect(inject('serverUrl'));
  await db.query(sql);
  await db.end();
}
