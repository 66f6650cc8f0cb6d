import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { save } from '../../src/store/save.ts';
import { blocked } from '../support/blocked.ts';
import { serving } from '../support/cli.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';

const { url: DATABASE_URL, client } = await testDatabase();
await save(client, corpus(2), 'test');

const ask = (url: string) => fetch(`${url}?query=${encodeURIComponent('{ articles { nodes { id } } }')}`);

describe('a signal to stop', () => {
  test('lets what was asked be answered, and takes no more; the process ends with 0', async () => {
    const { url, stop } = await serving({ DATABASE_URL, QUOTEWIRE_HEADER_TIMEOUT: '0.5' });
    expect((await fetch(new URL('/health', url))).status).toBe(200);
    // Of a machine that does much else the database may not answer in time at first.
    await vi.waitFor(async () => expect((await fetch(new URL('/ready', url))).status).toBe(200), { timeout: 20_000 });
    expect(await raw(url, 'SEND ME QUOTES\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .+"code":"BAD_REQUEST"/s);
    expect(await raw(url, `GET /graphql HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 .+"code":"LIMIT_EXCEEDED"/s,
    );
    expect(await raw(url, 'GET /graphql HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1.1 408 .+"code":"REQUEST_TIMEOUT"/s);

    const block = await blocked(DATABASE_URL);
    const asked = Promise.all([ask(url), ask(url), ask(url)]);
    await block.waiting(3);
    const ended = stop('SIGTERM');
    await sleep(400);
    await expect(fetch(new URL('/health', url))).rejects.toThrow();
    await block.release();
    for (const response of await asked) {
      expect(response.headers.get('connection')).toBe('close');
      expect((await response.json()).data.articles.nodes).toHaveLength(2);
    }
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('cuts what takes longer than it may, statements too; the process ends with 0', async () => {
    const { url, stop } = await serving({ DATABASE_URL, QUOTEWIRE_DRAIN_TIMEOUT: '0.5' });
    const block = await blocked(DATABASE_URL);
    const asked = ask(url).catch((error: Error) => error);
    await block.waiting(1);
    expect(await stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(await asked).toBeInstanceOf(Error);
    await block.waiting(0);
  });
});

/** Sends bytes and gives what comes back until the server closes the connection. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
