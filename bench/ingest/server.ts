import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../src/db/embedded/index.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createClient } from '../../src/db/open.ts';
import { projectRoot } from '../../src/paths.ts';
import { childrenOf, cpuOfPostgres, told } from '../proc.ts';

/** A PostgreSQL of a benchmark's own, empty and migrated, as it is by default. */
export interface BenchServer {
  readonly client: PrismaClient;
  readonly url: string;
  /** Seconds of CPU that all its processes have used so far; null where the system does not tell. */
  cpu(): number | null;
  /** Seconds of these that its autovacuum has used, which tidies up behind whoever writes, once a minute at most. */
  tidying(): number;
  close(): Promise<void>;
}

/** Starts one in a temporary folder, which `close` removes. */
export async function benchServer(): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'quotewire-bench-'));
  await chmod(folder, 0o755);
  const server = await openEmbedded({ dataDir: join(folder, 'data'), projectRoot, systemDir: join(folder, 'system') });
  await migrate(server.url);
  const client = createClient(server.url);
  const [{ file }] = await client.$queryRaw<[{ file: string }]>`SELECT current_setting('data_directory') || '/postmaster.pid' AS file`;
  const pid = Number.parseInt(await readFile(file, 'utf8'), 10);
  const autovacuum = watchAutovacuum(pid);
  return {
    client,
    url: server.url,
    cpu: () => {
      const used = cpuOfPostgres(pid);
      return used === null ? null : used / 1000;
    },
    tidying: () => autovacuum.milliseconds() / 1000,
    close: async () => {
      autovacuum.stop();
      await client.$disconnect();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Watches the autovacuum of a server. Its processes come and go, so that each is looked at while it lives. */
function watchAutovacuum(pid: number): { milliseconds: () => number; stop: () => void } {
  const most = new Map<number, number>();
  const look = () => {
    for (const { id, cpu } of childrenOf(pid)) if (/autovacuum worker/.test(told(id, 'cmdline'))) most.set(id, cpu);
  };
  const timer = setInterval(look, 200);
  return { milliseconds: () => [...most.values()].reduce((a, b) => a + b, 0), stop: () => clearInterval(timer) };
}
