import { execFile } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { complete, findBinaries, program } from '../../src/db/embedded/binaries.ts';
import { explain } from '../../src/db/embedded/errors.ts';
import { copyNative } from '../../src/db/embedded/native-copy.ts';
import { run } from '../../src/db/embedded/run.ts';
import { COPIED, isClosed } from '../support/checkout.ts';
import { ask, isRoot, makeProject, NAMELESS, SOMEBODY, serverPid } from './fixtures/embedded-project.ts';

/** What is noted of the checkout in which the tests run, beside what a test is about. */
const copied = isClosed ? [expect.stringContaining(COPIED)] : [];

describe.runIf(isRoot)('as root', () => {
  test('in a folder open to all, the data lies there and nobody runs the server', async () => {
    await using project = await makeProject();
    const server = await project.open();
    expect(server.notes).toEqual(copied);
    expect((await stat(`/proc/${await serverPid(project.dataDir)}`)).uid).toBe(65534);
    expect(await modeOf(join(project.dataDir, 'postgres', 'password'))).toBe(0o600);
    expect(await readdir(project.dataDir)).toEqual(['postgres']);
  });

  // That user has to read this checkout, too.
  test.skipIf(isClosed)(
    'in a checkout of somebody else, that user runs the server and owns every file, and can open it alone the next time',
    async () => {
      await using project = await makeProject({ closed: true });
      await chown(project.projectRoot, SOMEBODY, SOMEBODY);
      const server = await project.open();
      expect(server.notes).toEqual(copied);
      await ask(server.url, 'CREATE TABLE kept AS SELECT 7 AS number');
      await server.close();
      for (const path of await readdir(project.dataDir, { recursive: true })) {
        expect([path, (await lstat(join(project.dataDir, path))).uid]).toEqual([path, SOMEBODY]);
      }
      const { answer, leave } = await project.openApart(SOMEBODY);
      expect(answer).toMatchObject({ started: true, created: false });
      const joined = await project.open();
      expect(joined.started).toBe(false);
      expect(await ask(joined.url, 'SELECT number FROM kept')).toBe(7);
      await leave();
      await joined.close();
      expect(await project.servers()).toEqual([]);
    },
  );

  test('in a checkout of a number without a name, as containers have, nobody runs the server', async () => {
    await using project = await makeProject();
    await chown(project.projectRoot, NAMELESS, NAMELESS);
    const server = await project.open();
    expect(server.notes).toEqual(copied);
    expect((await stat(`/proc/${await serverPid(project.dataDir)}`)).uid).toBe(65534);
    expect((await stat(join(project.dataDir, 'postgres', 'password'))).uid).toBe(NAMELESS);
  });

  test('below a folder closed to others, the data lies in the system’s folder, with a note, and stays there when that opens', async () => {
    await using project = await makeProject({ closed: true });
    const server = await project.open();
    expect(server).toMatchObject({ started: true, created: true, notes: [expect.stringContaining(project.systemDir), ...copied] });
    expect(server.notes[0]).toContain(project.dataDir);
    await ask(server.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    expect((await project.open()).notes).toEqual([server.notes[0]]);
    await server.close();

    await chmod(project.projectRoot, 0o755);
    const later = await project.open();
    expect(await ask(later.url, 'SELECT number FROM kept')).toBe(7);
  });

  test('a database whose folder was closed to its user since is not silently replaced by an empty one', async () => {
    await using project = await makeProject({ made: true });
    await (await project.open()).close();
    await chmod(project.projectRoot, 0o700);
    await expect(project.open()).rejects.toMatchObject({ code: 'DATA_DIR_UNREACHABLE', message: expect.stringContaining('chmod o+x') });
  });

  test('a database that root has copied is given back to the server’s user', async () => {
    await using project = await makeProject({ made: true });
    const server = await project.open();
    await ask(server.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await server.close();
    await cp(project.dataDir, `${project.dataDir}.copy`, { recursive: true });
    await rm(project.dataDir, { recursive: true });
    await cp(`${project.dataDir}.copy`, project.dataDir, { recursive: true });
    expect(await ask((await project.open()).url, 'SELECT number FROM kept')).toBe(7);
  });

  test('another user of the system is told whose it is', async () => {
    await using project = await makeProject({ made: true });
    await project.open();
    const { answer } = await project.openApart(SOMEBODY);
    expect(answer).toMatchObject({ code: 'DATA_DIR_NOT_YOURS', message: expect.stringContaining(project.dataDir) });
  });
});

describe('what can be wrong with the folder', () => {
  test('it may not be written to', async () => {
    await using project = await makeProject();
    await mkdir(project.dataDir);
    await chmod(project.dataDir, 0o555);
    const { answer } = await project.openApart(isRoot ? SOMEBODY : undefined);
    expect(answer).toMatchObject({ code: 'DATA_DIR_NOT_WRITABLE', message: expect.stringContaining(project.dataDir) });
  });

  test.runIf(isRoot && !isClosed)('its user has no name on this system', async () => {
    await using project = await makeProject();
    await chown(project.projectRoot, NAMELESS, NAMELESS);
    const { answer } = await project.openApart(NAMELESS);
    expect(answer).toMatchObject({ code: 'USER_WITHOUT_NAME', message: expect.stringContaining(`${NAMELESS}`) });
  });

  test('it is a file', async () => {
    await using project = await makeProject();
    await writeFile(project.dataDir, 'a file');
    await expect(project.open()).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_A_FOLDER',
      message: expect.stringContaining(project.dataDir),
    });
    expect(await readFile(project.dataDir, 'utf8')).toBe('a file');
  });

  test('its database is another PostgreSQL’s, does not open, or does not start', async () => {
    await using project = await makeProject({ made: true });
    const server = await project.open();
    await server.close();
    const postgres = join(project.dataDir, 'postgres');
    const password = await readFile(join(postgres, 'password'), 'utf8');

    await writeFile(join(postgres, 'data', 'PG_VERSION'), '15\n');
    await expect(project.open()).rejects.toMatchObject({
      code: 'VERSION_MISMATCH',
      message: expect.stringMatching(/PostgreSQL 15.*PostgreSQL 18/),
    });
    await writeFile(join(postgres, 'data', 'PG_VERSION'), '18\n');

    await writeFile(join(postgres, 'password'), 'another');
    await expect(project.open()).rejects.toMatchObject({ code: 'PASSWORD_LOST', message: expect.not.stringContaining('another"') });
    await writeFile(join(postgres, 'password'), password);

    await writeFile(join(postgres, 'data', 'postgresql.auto.conf'), 'no_such_setting = on\n');
    const failed = await project.open().catch((error) => error);
    expect(failed).toMatchObject({ code: 'START_FAILED', message: expect.stringContaining('server.log') });
    expect(failed.message).not.toContain(password);
    await writeFile(join(postgres, 'data', 'postgresql.auto.conf'), '');
    expect(await ask((await project.open()).url, 'SELECT 1')).toBe(1);
  });

  test.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['EROFS', 'DATA_DIR_NOT_WRITABLE'],
    ['EPERM', 'DATA_DIR_NOT_WRITABLE'],
    ['ENOTDIR', 'DATA_DIR_NOT_A_FOLDER'],
  ])('the system says %s: %s', (system, code) => {
    const explained = explain(Object.assign(new Error('…'), { code: system }), '/some/folder');
    expect(explained).toMatchObject({ code, message: expect.stringMatching(/\/some\/folder.*;.*\.$/) });
  });
});

describe('binaries', () => {
  test('are run where a Ctrl-C does not reach them, so that a database is made to its end', async () => {
    const { output } = await run('/bin/sh', ['-c', 'echo $$; ps -o pgid= -p $$'], { cwd: '/', account: null });
    const [own, group] = output.trim().split(/\s+/);
    expect(group).toBe(own);
  });

  test('installed without install scripts, they are completed at first start', async () => {
    await using project = await makeProject();
    const native = join(project.projectRoot, 'package', 'native');
    await bareCopy(native);
    expect(await complete(native)).toBe(true);
    const { ok, output } = await run(program(native, 'postgres'), ['--version'], {
      cwd: native,
      account: isRoot ? { uid: 65534, gid: 65534 } : null,
    });
    expect([ok, output]).toEqual([true, expect.stringContaining('(PostgreSQL) 18')]);
  });

  test('copied, they are readable for all whatever the install left, and copied once', async () => {
    await using project = await makeProject();
    const native = join(project.projectRoot, 'package', 'native');
    const copy = join(project.projectRoot, 'copy');
    await bareCopy(native);
    await chmod(join(native, 'lib'), 0o700);
    await Promise.all([copyNative(native, copy), copyNative(native, copy)]);
    expect(await modeOf(join(copy, 'lib'))).toBe(0o755);
    const { ok } = await run(program(copy, 'postgres'), ['--version'], { cwd: copy, account: isRoot ? { uid: 65534, gid: 65534 } : null });
    expect(ok).toBe(true);
    expect((await readdir(project.projectRoot)).sort()).toEqual(['copy', 'package']);
  });
});

/** The package as `npm ci --ignore-scripts` leaves it: no links between libraries; and no permission to run, as some archives lose it. */
async function bareCopy(native: string) {
  await mkdir(dirname(native), { recursive: true });
  // Node takes three times as long.
  await system('cp', ['-a', (await findBinaries()).native, native]);
  await system('find', [native, '-type', 'l', '-delete']);
  for (const name of ['initdb', 'pg_ctl', 'postgres'] as const) await chmod(program(native, name), 0o644);
}

const system = promisify(execFile);

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
