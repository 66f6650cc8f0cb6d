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
  }
}

/** One server for the whole run, in a temporary folder or named by QUOTEWIRE_TEST_DATABASE_URL, with a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureClient();
  const server = process.env.QUOTEWIRE_TEST_DATABASE_URL ? named(process.env.QUOTEWIRE_TEST_DATABASE_URL) : await temporary();
  const template = `quotewire_template_${process.pid}`;
  await run(server.url, `CREATE DATABASE ${template}`);
  await migrate(urlOf(server.url, template));
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    await run(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.close();
  };
}

const named = (url: string) => ({ url, close: async () => {} });

async function temporary() {
  const folder = await mkdtemp(join(tmpdir(), 'quotewire-test-'));
  // Root's temporary folders are closed to the user as whom PostgreSQL runs.
  await chmod(folder, 0o755);
  const server = await openEmbedded({ dataDir: join(folder, 'data'), projectRoot, systemDir: join(folder, 'system') });
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, close };
}

async function run(url: string, sql: string): Promise<void> {
  const db = await connect(url);
  await db.query(sql);
  await db.end();
}
