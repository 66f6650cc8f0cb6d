import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeEnvironment, parseConfig } from '../src/config.ts';
import { checkNodeVersion } from '../src/node-version.ts';
import { projectRoot } from '../src/paths.ts';

describe('the environment', () => {
  test('needs nothing to be set', () => {
    expect(parseConfig({})).toMatchObject({
      production: false,
      databaseUrl: null,
      directUrl: null,
      replicaUrl: null,
      dataDir: resolve(projectRoot, '.quotewire'),
      host: '127.0.0.1',
      port: 4000,
      graphiql: true,
      introspection: true,
      access: { origins: [], open: true, tokens: [], proxies: 0 },
      seeing: { log: 'pretty', level: 'info', debugSql: false, traces: null },
    });
  });

  test('decides database, folder, host and port', () => {
    const set = { DATABASE_URL: 'postgresql://me@db/news', QUOTEWIRE_DATA_DIR: '/data', HOST: '::1', PORT: '8080' };
    expect(parseConfig(set)).toMatchObject({ databaseUrl: 'postgresql://me@db/news', dataDir: '/data', host: '::1', port: 8080 });
  });

  test('NODE_ENV=production alone shows nothing that an application does not need, and logs for machines', () => {
    expect(parseConfig({ NODE_ENV: 'production' })).toMatchObject({
      production: true,
      graphiql: false,
      introspection: false,
      access: { origins: [] },
      seeing: { log: 'json' },
    });
    expect(parseConfig({ NODE_ENV: 'production', QUOTEWIRE_GRAPHIQL: 'on' })).toMatchObject({ graphiql: true, introspection: false });
  });

  test('sets limits, times in seconds', () => {
    const set = { QUOTEWIRE_MAX_DEPTH: '3', QUOTEWIRE_STATEMENT_TIMEOUT: '0.5', QUOTEWIRE_RATE_LIMIT: '0' };
    expect(parseConfig(set).limits).toMatchObject({ depth: 3, statementTimeout: 500, rate: null });
  });

  test('names origins, tokens and proxies', () => {
    const sha256 = 'ab'.repeat(32);
    expect(
      parseConfig({
        QUOTEWIRE_CORS_ORIGINS: 'https://a.example, http://localhost:3000',
        QUOTEWIRE_TOKENS: `reader:${sha256},editor:${sha256}`,
        QUOTEWIRE_READING: 'token',
        QUOTEWIRE_TRUST_PROXY: '2',
      }).access,
    ).toEqual({
      origins: ['https://a.example', 'http://localhost:3000'],
      tokens: [
        { role: 'reader', sha256 },
        { role: 'editor', sha256 },
      ],
      open: false,
      proxies: 2,
    });
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
    [{ DATABASE_REPLICA_URL: 'secret' }, 'DATABASE_REPLICA_URL'],
    [{ QUOTEWIRE_CORS_ORIGINS: '*' }, 'QUOTEWIRE_CORS_ORIGINS'],
    [{ QUOTEWIRE_CORS_ORIGINS: 'https://a.example/path' }, 'QUOTEWIRE_CORS_ORIGINS'],
    [{ QUOTEWIRE_TOKENS: 'reader:secret' }, 'QUOTEWIRE_TOKENS'],
    [{ QUOTEWIRE_TOKENS: `owner:${'ab'.repeat(32)}` }, 'QUOTEWIRE_TOKENS'],
    [{ QUOTEWIRE_TRUST_PROXY: '-1' }, 'QUOTEWIRE_TRUST_PROXY'],
    [{ QUOTEWIRE_MAX_DEPTH: '0' }, 'QUOTEWIRE_MAX_DEPTH'],
    [{ QUOTEWIRE_REQUEST_TIMEOUT: 'soon' }, 'QUOTEWIRE_REQUEST_TIMEOUT'],
    [{ QUOTEWIRE_GRAPHIQL: 'maybe' }, 'QUOTEWIRE_GRAPHIQL'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'secret' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  ])('is refused as %j with the name of the variable and without its value', (set, variable) => {
    expect(() => parseConfig(set)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(variable) }));
    expect(() => parseConfig(set)).not.toThrow(/secret/);
  });

  test('is described with every variable and its default', () => {
    const help = describeEnvironment();
    for (const word of ['DATABASE_URL', 'QUOTEWIRE_DATA_DIR', 'HOST', '127.0.0.1', 'PORT', '4000']) expect(help).toContain(word);
  });

  test('is described to commands by what says where the database is', () => {
    const names = [...describeEnvironment('database').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual(['DATABASE_URL', 'DATABASE_DIRECT_URL', 'QUOTEWIRE_DATA_DIR']);
  });
});

test.each(['v20.19.0', 'v20.20.2', 'v22.1.0', 'v24.0.0'])('Node.js %s is new enough', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(['v18.20.0', 'v20.18.3', 'v4.0.0'])('Node.js %s is refused with the version that is needed', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(/needs Node.js 20.19 or newer/);
});
