import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layout } from '../../src/db/embedded/place.ts';
import { readPidFile } from '../../src/db/embedded/postmaster.ts';

/** What PostgreSQL writes, line by line: process, cluster, time, port, socket folder, address, memory, state. */
const written = (...lines: string[]) => `${lines.join('\n')}\n`;

test.each([
  [
    'a server that takes connections',
    written('41', '/data', '170', '5432', '', '127.0.0.1', ' 1 1', 'ready   '),
    { pid: 41, port: 5432, isReady: true },
  ],
  ['one that starts', written('41', '/data', '170', '5432', '', '127.0.0.1', ' 1 1', 'starting'), { pid: 41, port: 5432, isReady: false }],
  ['one that stops', written('41', '/data', '170', '5432', '', '127.0.0.1', ' 1 1', 'stopping'), { pid: 41, port: 5432, isReady: false }],
  ['one in its first moments', written('41', '/data', '170'), { pid: 41, port: null, isReady: false }],
  ['a file that is being written', '', null],
  ['a single-user server, whose number is negative', written('-41', '/data', '170'), null],
])('postmaster.pid tells of %s', async (_, content, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'quotewire-pid-'));
  mkdirSync(layout(folder).cluster, { recursive: true });
  writeFileSync(join(layout(folder).cluster, 'postmaster.pid'), content);
  expect(await readPidFile(folder)).toEqual(expected);
  rmSync(folder, { recursive: true });
});
