import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../src/db/connect.ts';
import { openEmbedded } from '../../src/db/embedded/index.ts';
import { ensureClient } from '../../src/db/generate.ts';
import { migrate } from '../../src/db/migrate.ts';
import { projectRoot } from '../../src/paths.ts';
import { urlOf } from './urls.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server for tests, whose user may create databases. */
    serverUrl: string;
    /** A migrated, empty database to clone. */
    template: string;
    /** The folder of the run, which goes with it: for all that tests write. */
    folder: string;
  }
}

/** One server for the whole run, in its temporary folder or named by QUOTEWIRE_TEST_DATABASE_URL, with a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureClient();
  const folder = await mkdtemp(join(tmpdir(), 'quotewire-test-'));
  // Root's temporary folders are closed to the user as whom PostgreSQL runs.
  await chmod(folder, 0o755);
  const server = process.env.QUOTEWIRE_TEST_DATABASE_URL ? named(process.env.QUOTEWIRE_TEST_DATABASE_URL) : await own(folder);
  const template = `quotewire_template_${process.pid}`;
  await run(server.url, `CREATE DATABASE ${template}`);
  await migrate(urlOf(server.url, template));
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  project.provide('folder', folder);
  return async () => {
    await run(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}

const named = (url: string) => ({ url, close: async () => {} });

/**
 * Nobody kills this one and goes on with what it held: it need not wait for the disk, which half of the time of a new database is. Nor do databases of
 * seconds need a process that looks after them every second.
 */
async function own(folder: string) {
  const server = await openEmbedded({ dataDir: join(folder, 'data'), projectRoot, systemDir: join(folder, 'system') });
  for (const setting of ['fsync', 'full_page_writes', 'autovacuum']) await run(server.url, `ALTER SYSTEM SET ${setting} = off`);
  await run(server.url, 'SELECT pg_reload_conf()');
  return server;
}

async function run(url: string, sql: string): Promise<void> {
  const db = await connect(url);
  await db.query(sql);
  await db.end();
}
