import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeEnvironment, parseConfig } from '../src/config.ts';
import { checkNodeVersion } from '../src/node-version.ts';
import { projectRoot } from '../src/paths.ts';

describe('the environment', () => {
  test('needs nothing to be set', () => {
    expect(parseConfig({})).toEqual({
      databaseUrl: null,
      directUrl: null,
      dataDir: resolve(projectRoot, '.quotewire'),
      host: '127.0.0.1',
      port: 4000,
    });
  });

  test('decides database, folder, host and port', () => {
    const set = { DATABASE_URL: 'postgresql://me@db/news', QUOTEWIRE_DATA_DIR: '/data', HOST: '::1', PORT: '8080' };
    expect(parseConfig(set)).toMatchObject({ databaseUrl: 'postgresql://me@db/news', dataDir: '/data', host: '::1', port: 8080 });
  });

  test('counts an empty value as unset', () => {
    expect(parseConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 4000 });
  });

  test.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '80.5' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://me:secret@db/news' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'news:secret' }, 'DATABASE_URL'],
  ])('is refused as %j with the name of the variable and without its value', (set, variable) => {
    expect(() => parseConfig(set)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(variable) }));
    expect(() => parseConfig(set)).not.toThrow(/secret/);
  });

  test('is described with every variable and its default', () => {
    const help = describeEnvironment();
    for (const word of ['DATABASE_URL', 'QUOTEWIRE_DATA_DIR', 'HOST', '127.0.0.1', 'PORT', '4000']) expect(help).toContain(word);
  });
});

test.each(['v20.19.0', 'v20.20.2', 'v22.1.0', 'v24.0.0'])('Node.js %s is new enough', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(['v18.20.0', 'v20.18.3', 'v4.0.0'])('Node.js %s is refused with the version that is needed', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(/needs Node.js 20.19 or newer/);
});
