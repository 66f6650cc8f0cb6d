import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { openDatabase } from '../../src/db/open.ts';
import { projectRoot } from '../../src/paths.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { blocked } from '../support/blocked.ts';
import { run } from '../support/cli.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';
import { urlOf } from '../support/urls.ts';

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) => existsSync(path));
const full = runs(0, 1) === 1;
if (full && !program) console.log('not run: PgBouncer is not installed (Debian: apt-get install pgbouncer)');

const folder = temporaryFolder();

/** PgBouncer in transaction mode with two connections before the server of the test run; gives the URL of a database by its way. */
async function pooled(database: string): Promise<string> {
  const server = new URL(inject('serverUrl'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const login = `user=${server.username} password=${decodeURIComponent(server.password)}`;
  const configuration = readFileSync(join(projectRoot, 'deploy/pgbouncer.ini'), 'utf8')
    .replace(/^quotewire = .+$/m, `* = host=${server.hostname} port=${server.port} ${login}`)
    .replace(/^listen_port = .+$/m, `listen_port = ${port}`)
    .replace(/^auth_type = .+$/m, 'auth_type = any')
    .replace(/^auth_file = .+$/m, '')
    // Fewer than there are requests at once.
    .replace(/^default_pool_size = .+$/m, 'default_pool_size = 2');
  writeFileSync(file, configuration, { mode: 0o600 });
  // It refuses to run as root.
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
  if (account) chownSync(file, account.uid, account.gid);
  chmodSync(folder, 0o755);
  const child = spawn(program!, [file], { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr!.on('data', (chunk) => {
    said += chunk;
  });
  onTestFinished(() => void child.kill('SIGINT'));
  const url = new URL(urlOf(server.href, database));
  url.port = String(port);
  await vi
    .waitFor(async () => (await connect(url.href)).end(), { timeout: 20_000 })
    .catch((error) => {
      throw new Error(`${error.message} ${said}`);
    });
  return url.href;
}

const { url: directUrl } = await testDatabase();

test.runIf(program && full)('PgBouncer in transaction mode may stand in between: for migrations, loads, reads and cancelling', async () => {
  const name = new URL(directUrl).pathname.slice(1);
  const DATABASE_URL = await pooled(name);
  const config = configured({ DATABASE_URL, DATABASE_DIRECT_URL: directUrl, QUOTEWIRE_STATEMENT_TIMEOUT: '0.5' });
  const database = await openDatabase(config);
  const app = createApp(database.reader, config);
  try {
    await save(database.client, corpus(5), 'test');
    const query = '{ articles { totalCount nodes { headline quotes { nodes { text speaker { name roles { title } } } } } } }';
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(app, query)));
    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(data.articles.totalCount).toBe(5);
    }
    const block = await blocked(directUrl);
    expect((await ask(app, query)).errors).toMatchObject([{ extensions: { code: 'TIMEOUT', limit: 'statementTimeout' } }]);
    await block.waiting(0);
    await block.release();
    expect((await ask(app, query)).errors).toBeUndefined();
    expect(await run(['seed'], { DATABASE_URL, DATABASE_DIRECT_URL: directUrl })).toMatchObject({ code: 0 });
    expect((await ask(app, '{ articles { totalCount } }')).data.articles.totalCount).toBe(6);
  } finally {
    await database.close();
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  return new Promise((resolve) =>
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    }),
  );
}
