import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeSettings } from '../../src/config.ts';
import { call } from '../support/called.ts';
import { COPIED, isClosed } from '../support/checkout.ts';
import { serving } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const { url } = await testDatabase();
const folder = temporaryFolder();
const dataIn = (name: string) => ({ QUOTEWIRE_DATA_DIR: join(folder, name) });

async function ask(url: string, query: string) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return response.json();
}

/** PostgreSQL servers whose data lies in the test's folder. */
const serversLeft = () =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder) && line.includes('postgres') && !line.includes('src/start.mjs'));

describe('npm start', () => {
  test('on an empty folder makes a database, loads seeds/, serves, ends cleanly, and the next time serves at once, also twice, GraphiQL with everything inside', async () => {
    const server = await serving(dataIn('first'));
    expect(server.printed()).toMatch(
      /Applied \d+ migrations, the last \d+_\w+\.\nThe corpus is empty: loading .+seeds\nRead 1: 1 new, 0 unchanged, 0 updated, 0 failed, in [\d.]+ s\.\n/,
    );
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(await ask(server.url, '{ articles { totalCount } }')).toEqual({ data: { articles: { totalCount: 1 } } });
    expect(await server.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(serversLeft()).toEqual([]);

    const [again, beside] = await Promise.all([serving(dataIn('first')), serving(dataIn('first'))]);
    const started = isClosed ? new RegExp(`^(${COPIED}.*\n)?Quotewire answers at `) : /^Quotewire answers at /;
    for (const { url, printed } of [again, beside]) {
      expect(printed()).toMatch(started);
      expect(await ask(url, '{ articles { totalCount } }')).toEqual({ data: { articles: { totalCount: 1 } } });
    }
    const shown = await fetch(again.url, { headers: { accept: 'text/html' } });
    expect(shown.headers.get('content-type')).toMatch(/text\/html/);
    const page = await shown.text();
    expect(page).toContain('FirstLook');
    expect(page.match(/<(?:script|link)[^>]+(?:src|href)="?(?:https?:)?\/\/[^>]*>/g)).toBeNull();
    expect((await again.stop('SIGINT')).code).toBe(0);
    expect(await ask(beside.url, '{ articles { totalCount } }')).toEqual({ data: { articles: { totalCount: 1 } } });
    expect((await beside.stop('SIGTERM')).code).toBe(0);
    expect(serversLeft()).toEqual([]);
  });

  // Two that make the cluster at once are in embedded.test.ts.
  test.runIf(runs(0, 1))('twice on one empty folder serves twice, and the second goes on when the first ends', async () => {
    const [first, second] = await Promise.all([serving(dataIn('shared')), serving(dataIn('shared'))]);
    expect((await first.stop('SIGINT')).code).toBe(0);
    expect(await ask(second.url, '{ articles { totalCount } }')).toEqual({ data: { articles: { totalCount: 1 } } });
    expect((await second.stop('SIGTERM')).code).toBe(0);
    expect(serversLeft()).toEqual([]);
  });
});

describe('what is wrong is said in one line with the remedy, and the exit code is 1', () => {
  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const ended = await call(['serve'], { ...dataIn('first'), PORT: String(port) });
    taken.close();
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`^quotewire: Port ${port} on 127.0.0.1 is taken .+PORT=.+\n$`)),
    });
    expect(serversLeft()).toEqual([]);
  });

  test.each([
    [
      'a database that never comes',
      { DATABASE_URL: 'postgresql://me:topsecret@127.0.0.1:1/news', QUOTEWIRE_START_TIMEOUT: '0.1' },
      /127\.0\.0\.1:1 cannot be used: nothing listens there/,
    ],
    ['a port and a database that are none', { PORT: 'topsecret', DATABASE_URL: 'http://me:topsecret@db/' }, /DATABASE_URL is no .+PORT/],
    ['an unknown address to listen on', { HOST: '192.0.2.1', DATABASE_URL: url }, /no address 192\.0\.2\.1/],
    ['a data folder that is a file', { QUOTEWIRE_DATA_DIR: '/etc/hostname' }, /\/etc\/hostname/],
  ])('%s', async (_, env, message) => {
    const { code, stdout, stderr } = await call(['serve'], env);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^quotewire: .+\n$/);
    expect(stdout + stderr).not.toContain('topsecret');
    expect(code).toBe(1);
  });
});

test('serve --help names every variable of the environment, and exits with 0', async () => {
  const { code, stdout } = await call(['serve', '--help']);
  expect(code).toBe(0);
  for (const { name } of describeSettings()) expect(stdout).toContain(name);
});
