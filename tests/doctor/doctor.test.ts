import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { unknownSettings } from '../../src/config.ts';
import { connect } from '../../src/db/connect.ts';
import { examineConfiguration } from '../../src/doctor/configuration.ts';
import { examineDatabase } from '../../src/doctor/database.ts';
import { examine } from '../../src/doctor/index.ts';
import { call } from '../support/called.ts';
import { run } from '../support/cli.ts';
import { configured } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { urlOf } from '../support/urls.ts';

const { url } = await testDatabase();
const folder = temporaryFolder();
const states = (findings: readonly { state: string; subject: string }[]) => findings.map(({ state, subject }) => `${state} ${subject}`);

test('where all is well it says so of everything it looks at', async () => {
  expect(states(await examine(configured({ DATABASE_URL: url })))).toEqual([
    'ok Node.js',
    'ok models',
    'ok configuration',
    'ok database',
    'ok extensions',
    'ok migrations',
    'ok connections',
  ]);
});

test('where there is no database yet it says where there will be one, looks at the disk, and makes nothing', async () => {
  const found = await examine(configured({ QUOTEWIRE_DATA_DIR: join(folder, 'none') }));
  expect(states(found)).toEqual(['ok Node.js', 'ok models', 'ok disk', 'ok configuration', 'ok database']);
  expect(found.at(-1)!.text).toMatch(/npm start will make one/);
  expect(found[2]!.text).toMatch(/[\d.]+ GB are free/);
});

describe('a database', () => {
  test('without migrations is told of, with what brings them', async () => {
    const bare = urlOf(inject('serverUrl'), 'postgres');
    expect(await examineDatabase(configured({ DATABASE_URL: bare }))).toContainEqual({
      state: 'warn',
      subject: 'migrations',
      text: expect.stringMatching(/^lacks \d\d migrations, the last \d+_\w+: the next npm start applies what is missing/),
    });
  });

  test('with a migration of a newer version, or one that failed, cannot be used', async () => {
    const db = await connect(url);
    await db.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_later', now())`,
    );
    const newer = await examineDatabase(configured({ DATABASE_URL: url }));
    await db.query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE id = 'x'`);
    const failed = await examineDatabase(configured({ DATABASE_URL: url }));
    await db.query(`DELETE FROM _prisma_migrations WHERE id = 'x'`);
    await db.end();
    expect(newer).toContainEqual({
      state: 'fail',
      subject: 'migrations',
      text: expect.stringMatching(/99990101000000_later.+Update Quotewire/),
    });
    expect(failed).toContainEqual({
      state: 'fail',
      subject: 'migrations',
      text: expect.stringMatching(/has failed.+npx prisma migrate resolve/),
    });
  });

  test('that is down fails without its password; a replica that is none is told of', async () => {
    const down = 'postgresql://me:topsecret@127.0.0.1:1/news';
    const found = await examineDatabase(configured({ DATABASE_URL: down, DATABASE_DIRECT_URL: down, DATABASE_REPLICA_URL: url }));
    expect(states(found)).toEqual(['fail database', 'fail DATABASE_DIRECT_URL', 'warn replica']);
    expect(found[0]!.text).toMatch(/nothing listens there\. What to do: /);
    expect(JSON.stringify(found)).not.toContain('topsecret');
  });
});

test.each<[set: Record<string, string>, advice: RegExp]>([
  [{ HOST: '0.0.0.0' }, /set NODE_ENV=production/],
  [{ NODE_ENV: 'production', QUOTEWIRE_GRAPHIQL: 'on' }, /GraphiQL or introspection/],
  [{ NODE_ENV: 'production', HOST: '0.0.0.0' }, /QUOTEWIRE_TRUST_PROXY/],
  [{ QUOTEWIRE_READING: 'token' }, /npm run token -- reader/],
  [{ QUOTEWIRE_STATEMENT_TIMEOUT: '30' }, /lower it/],
  [{ QUOTEWIRE_POOL_SIZE: '2' }, /raise it/],
  [{ DATABASE_DIRECT_URL: 'postgresql://a@b/c' }, /set both/],
])('of %j it advises', (set, advice) => {
  const found = examineConfiguration(configured(set));
  expect(states(found)).toEqual(['ok configuration', 'warn configuration']);
  expect(found[1]!.text).toMatch(advice);
});

test('of a variable that is named like a setting and is none it advises', () => {
  const unknown = unknownSettings({ QUOTEWIRE_MAX_DPTH: '3', QUOTEWIRE_MAX_DEPTH: '3', QUOTEWIRE_TEST_X: '1', HOME: '/' });
  expect(examineConfiguration(configured({}), unknown)).toMatchObject([
    { state: 'ok' },
    { state: 'warn', text: 'QUOTEWIRE_MAX_DPTH is no setting and has no effect: correct its name, see npm start -- --help.' },
  ]);
});

test('npm run doctor prints a line each, and exits with 1 where something must be done', async () => {
  mkdirSync(folder, { recursive: true });
  const documents = join(folder, 'documents.json');
  writeFileSync(documents, '{"a":"{ nothing }"}');
  const well = await run(['doctor'], { DATABASE_URL: url });
  const ill = await call(['doctor', '--json'], { DATABASE_URL: url, QUOTEWIRE_DOCUMENTS: documents });
  const broken = await call(['doctor'], { PORT: 'topsecret' });
  expect(well).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^ok {4}migrations: all are applied$/m) });
  expect(ill.code).toBe(1);
  const found = ill.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(found).toContainEqual({
    state: 'fail',
    subject: 'trusted documents',
    text: expect.stringMatching(/Cannot query field "nothing"/),
  });
  expect(broken).toMatchObject({ code: 1, stdout: expect.stringMatching(/^FAIL {2}configuration: .+PORT/) });
});
