import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { projectRoot } from '../../src/paths.ts';
import { createApp } from '../../src/server.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const program = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) => existsSync(path));
const full = runs(0, 1) === 1;
if (full && !program) console.log('not run: nginx is not installed (Debian: apt-get install nginx-light)');

const { client } = await testDatabase();
const folder = temporaryFolder();

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

/** An instance, as the configuration names two of. */
async function instance(): Promise<Server> {
  const app = createApp(client, configured({ NODE_ENV: 'production', QUOTEWIRE_TRUST_PROXY: '1' }));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return server;
}

/** nginx with deploy/nginx.conf, but for ports, TLS and where it writes. */
async function nginx(ports: readonly number[]): Promise<string> {
  const spare = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => spare.once('listening', resolve));
  const port = portOf(spare);
  await new Promise((resolve) => spare.close(resolve));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  const configuration = readFileSync(join(projectRoot, 'deploy/nginx.conf'), 'utf8')
    .replace('127.0.0.1:4000', `127.0.0.1:${ports[0]}`)
    .replace('127.0.0.1:4001', `127.0.0.1:${ports[1]}`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace(/^ *ssl_certificate.*$/gm, '')
    .replace('http {', `http { access_log off; ${temporary}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, `daemon off; pid ${folder}/nginx.pid; error_log stderr crit;\n${configuration}`);
  execFileSync(program!, ['-t', '-q', '-c', file], { stdio: 'pipe' });
  const child = spawn(program!, ['-c', file], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGTERM'));
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(() => fetch(url), { timeout: 20_000 });
  return url;
}

test.runIf(program && full)(
  'deploy/nginx.conf passes questions on, keeps the inside inside, and asks the other instance where one is gone',
  async () => {
    const [one, other] = [await instance(), await instance()];
    const url = await nginx([portOf(one), portOf(other)]);
    const ask = () =>
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
    const response = await ask();
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(response.headers.get('x-request-id')).not.toBeNull();
    for (const path of ['/metrics', '/health', '/ready', '/']) expect((await fetch(`${url}${path}`)).status).toBe(404);
    const kept = await fetch(`${url}/graphql?query=%7B__typename%7D`);
    const again = await fetch(`${url}/graphql?query=%7B__typename%7D`, { headers: { 'if-none-match': kept.headers.get('etag')! } });
    expect(again.status).toBe(304);
    const large = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ' '.repeat(2_000_000),
    });
    expect(large.status).toBe(413);

    one.closeAllConnections();
    one.close();
    for (let i = 0; i < 20; i++) expect((await ask()).status).toBe(200);
  },
);
