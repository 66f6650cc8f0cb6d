import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openEmbedded } from '../../src/db/embedded/index.ts';
import { openDatabase } from '../../src/db/open.ts';
import { examineDatabase } from '../../src/doctor/database.ts';
import { projectRoot } from '../../src/paths.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const folder = temporaryFolder();
const at = (name: string) => ({ dataDir: join(folder, name), projectRoot, systemDir: join(folder, 'system') });

/** A primary, and a standby that streams from it. */
async function pair() {
  const made = await openEmbedded(at('primary'));
  await made.close();
  await cp(join(folder, 'primary'), join(folder, 'standby'), { recursive: true, preserveTimestamps: true });
  const primary = await openEmbedded(at('primary'));
  const cluster = join(folder, 'standby', 'postgres', 'data');
  const settings = await readFile(join(cluster, 'postgresql.auto.conf'), 'utf8');
  await writeFile(join(cluster, 'postgresql.auto.conf'), `${settings}\nprimary_conninfo = '${primary.url}'\n`);
  await writeFile(join(cluster, 'standby.signal'), '');
  const standby = await openEmbedded(at('standby'));
  return { primary, standby };
}

test.runIf(runs(0, 1))(
  'reads go to the replica, which follows the primary; while it is away the server says so, and heals by itself',
  async () => {
    const { primary, standby } = await pair();
    const config = configured({ DATABASE_URL: primary.url, DATABASE_REPLICA_URL: standby.url });
    const database = await openDatabase(config);
    const app = createApp(database.reader, config);
    const count = async () => (await ask(app, '{ articles { totalCount } }')).data?.articles.totalCount;
    try {
      await vi.waitFor(async () => expect(await count()).toBe(0), { timeout: 20_000 });
      const [first] = await database.reader.$queryRaw<{ replica: boolean }[]>`SELECT pg_is_in_recovery() AS replica`;
      expect(first).toEqual({ replica: true });
      await save(database.client, corpus(3), 'test');
      await vi.waitFor(async () => expect(await count()).toBe(3), { timeout: 20_000 });
      expect(await examineDatabase(config)).toContainEqual({
        state: 'ok',
        subject: 'replica',
        text: expect.stringMatching(/follows its primary/),
      });

      await standby.close();
      const pid = Number((await readFile(join(folder, 'standby', 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGINT');
      await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 20_000 });
      expect((await ask(app, '{ articles { totalCount } }')).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
      expect((await app.fetch('http://localhost/ready')).status).toBe(503);
      const again = await openEmbedded(at('standby'));
      await vi.waitFor(async () => expect(await count()).toBe(3), { timeout: 20_000 });
      await again.close();
    } finally {
      await database.close();
      await standby.close();
      await primary.close();
    }
  },
);
