import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { asking } from '../support/asking.ts';
import { blocked } from '../support/blocked.ts';
import { run, type Serving, serving } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';
import { urlOf } from '../support/urls.ts';

const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const QUERY = '{ articles { totalCount nodes { headline quotes { nodes { text } } } } }';

const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function ask(url: string, query = QUERY): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return response.text();
}

/** A URL of the own server, for breaking it. */
function ownUrl(): string {
  const { port, password } = {
    port: readFileSync(join(dataDir, 'postgres', 'port'), 'utf8'),
    password: readFileSync(join(dataDir, 'postgres', 'password'), 'utf8'),
  };
  return `postgresql://quotewire:${password.trim()}@127.0.0.1:${port.trim()}/quotewire?sslmode=disable`;
}

describe('a server under load, on a database of its own', () => {
  let server: Serving;
  let expected: string;
  beforeAll(async () => {
    server = await serving({ QUOTEWIRE_DATA_DIR: dataDir, QUOTEWIRE_RATE_LIMIT: '0', QUOTEWIRE_LOG_LEVEL: 'error' });
    expected = await ask(server.url);
  }, 120_000);
  afterAll(() => server.stop('SIGTERM'));

  /** Breaks something while clients ask, until all answers are right again; says with what statuses they were answered. */
  async function during(break_: () => unknown): Promise<Record<string, number>> {
    const clients = asking(server.url, QUERY, expected);
    await sleep(300);
    clients.statuses();
    await break_();
    const met: Record<string, number> = {};
    await vi.waitFor(
      async () => {
        await sleep(500);
        const now = clients.statuses();
        for (const [status, count] of Object.entries(now)) met[status] = (met[status] ?? 0) + count;
        expect(Object.keys(now)).toEqual(['200']);
      },
      { timeout: 40_000, interval: 0 },
    );
    await clients.stop();
    expect(clients.wrong).toEqual([]);
    expect(clients.dropped).toEqual([]);
    return met;
  }

  test('answers as before when connections to the database are cut: reads are asked once more', async () => {
    const met = await during(async () => {
      const db = await connect(ownUrl());
      for (let i = 0; i < 3; i++) {
        await db.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'quotewire' AND pid <> pg_backend_pid()`,
        );
        await sleep(100);
      }
      await db.end();
    });
    expect(Object.keys(met).filter((status) => status !== '200' && status !== '503')).toEqual([]);
  }, 60_000);

  test('answers with 503 while the database is killed, starts it again, and has lost nothing', async () => {
    const met = await during(async () => {
      const killed = postmaster();
      process.kill(killed, 'SIGKILL');
      // Its processes answer on for a moment.
      await vi.waitFor(() => expect(postmaster()).not.toBe(killed), { timeout: 40_000 });
    });
    expect(Object.keys(met).filter((status) => status !== '200' && status !== '503')).toEqual([]);
    expect(await ask(server.url)).toBe(expected);
    expect((await fetch(new URL('/ready', server.url))).status).toBe(200);
  }, 60_000);

  test('goes on when clients leave in the middle of their answers', async () => {
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ query: '{ articles { nodes { text quotes(first: 100) { nodes { text article { text } } } } } }' });
    const leave = (after: 'the first bytes' | 'asking') =>
      new Promise<void>((resolve) => {
        const socket = connectSocket(Number(port), hostname, () => {
          socket.write(
            `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
          );
          if (after === 'asking') socket.destroy();
        });
        socket.on('data', () => socket.destroy());
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    await Promise.all(Array.from({ length: runs(20, 200) }, (_, i) => leave(i % 2 === 0 ? 'asking' : 'the first bytes')));
    expect(await ask(server.url)).toBe(expected);
    const metrics = async () => (await fetch(new URL('/metrics', server.url))).text();
    await vi.waitFor(async () => {
      const text = await metrics();
      const [total, idle] = ['total', 'idle'].map(
        (state) => new RegExp(`quotewire_pool_connections\\{state="${state}"\\} (\\d+)`).exec(text)![1],
      );
      expect(idle).toBe(total);
      expect(text).toContain('quotewire_requests{state="working"} 0');
    });
  }, 60_000);

  test.runIf(runs(0, 1))(
    'cancels a statement that a lock blocks, lives on meanwhile, and answers when the lock is gone',
    async () => {
      const block = await blocked(ownUrl());
      const answer = ask(server.url);
      await block.waiting(1);
      expect((await fetch(new URL('/health', server.url))).status).toBe(200);
      expect(JSON.parse(await answer).errors[0].extensions.code).toBe('TIMEOUT');
      await block.waiting(0);
      await block.release();
      expect(await ask(server.url)).toBe(expected);
    },
    60_000,
  );

  test('drops no request that it has taken when it is told to stop, and leaves no database behind', async () => {
    const clients = asking(server.url, QUERY, expected);
    await sleep(300);
    const ended = await server.stop('SIGTERM');
    await clients.stop();
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(clients.dropped).toEqual([]);
    expect(clients.wrong).toEqual([]);
    expect(clients.statuses()[200]).toBeGreaterThan(0);
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
    expect(processes.filter((line) => line.includes(dataDir) && /postgres/.test(line) && !line.includes('start.mjs'))).toEqual([]);
  }, 60_000);
});

test.runIf(runs(0, 1))(
  'two servers that start at once on an empty database both serve',
  async () => {
    const name = 'quotewire_two_at_once';
    const db = await connect(inject('serverUrl'));
    await db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await db.query(`CREATE DATABASE ${name}`);
    const env = { DATABASE_URL: urlOf(inject('serverUrl'), name) };
    const servers = await Promise.all([serving(env), serving(env)]);
    for (const { url } of servers)
      expect(JSON.parse(await ask(url, '{ articles { totalCount } }'))).toEqual({ data: { articles: { totalCount: 0 } } });
    for (const { stop } of servers) expect(await stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    await db.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await db.end();
  },
  120_000,
);

/** A small disk, where this user may make one; else why not. */
function smallDisk(): { path: string; unmount: () => void } | string {
  const path = join(folder, 'disk');
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', path], { stdio: 'pipe' });
  } catch (error) {
    return `a small disk can't be made here: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  }
  return { path, unmount: () => execFileSync('umount', ['-l', path]) };
}

test.runIf(runs(0, 1))(
  'a disk that fills up ends a load with a clear line; the server goes on, and what was stored before is there',
  async ({ skip }) => {
    const disk = smallDisk();
    if (typeof disk === 'string') {
      console.log(`not run: ${disk}`);
      return skip(disk);
    }
    try {
      const env = { QUOTEWIRE_DATA_DIR: join(disk.path, 'data'), QUOTEWIRE_LOG_LEVEL: 'error' };
      const server = await serving(env);
      const before = await ask(server.url);
      writeFileSync(join(disk.path, 'ballast'), Buffer.alloc(1));
      // Whatever is left, but for a few pages.
      execFileSync('sh', ['-c', `dd if=/dev/zero of='${join(disk.path, 'ballast')}' bs=64k 2>/dev/null || true`]);
      const articles = join(folder, 'many.jsonl');
      writeFileSync(
        articles,
        Array.from({ length: 2_000 }, (_, i) =>
          JSON.stringify({ id: String(i), text: `Ana Bell said “Number ${i}.” ${'words and '.repeat(400)}` }),
        ).join('\n'),
      );
      const load = await run(['seed', articles], env);
      expect(load.code).toBe(1);
      expect(load.stderr + load.stdout).toMatch(/No space left|disk|could not (extend|write)/i);
      execFileSync('rm', [join(disk.path, 'ballast')]);
      await vi.waitFor(
        async () => expect(JSON.parse(await ask(server.url, '{ articles(last: 1, orderBy: OLDEST) { nodes { id } } }')).data).toBeTruthy(),
        { timeout: 30_000, interval: 500 },
      );
      const after = JSON.parse(await ask(server.url));
      expect(after.data.articles.totalCount).toBeGreaterThanOrEqual(JSON.parse(before).data.articles.totalCount);
      expect((await run(['seed', articles], env)).code).toBeLessThanOrEqual(1);
      expect((await server.stop('SIGTERM')).code).toBe(0);
    } finally {
      disk.unmount();
    }
  },
  300_000,
);
