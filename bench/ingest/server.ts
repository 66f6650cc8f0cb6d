import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../src/db/embedded/index.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createClient } from '../../src/db/open.ts';
import { projectRoot } from '../../src/paths.ts';

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

/** Ticks of the clock in which Linux counts the time of processes, a second. */
const TICKS = 100;

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
    cpu: () => cpuOf(pid),
    tidying: autovacuum.seconds,
    close: async () => {
      autovacuum.stop();
      await client.$disconnect();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Of a process, its children that live and those that have ended. */
function cpuOf(pid: number): number | null {
  try {
    return processes()
      .filter(({ id, parent }) => id === pid || parent === pid)
      .reduce((sum, { id, seconds, ofGone }) => sum + seconds + (id === pid ? ofGone : 0), 0);
  } catch {
    return null;
  }
}

/** Watches the autovacuum of a server. Its processes come and go, so that each is looked at while it lives. */
function watchAutovacuum(pid: number): { seconds: () => number; stop: () => void } {
  const most = new Map<number, number>();
  const look = () => {
    for (const { id, parent, seconds } of processes()) {
      if (parent === pid && /autovacuum worker/.test(told(id, 'cmdline'))) most.set(id, seconds);
    }
  };
  const timer = setInterval(look, 200);
  return { seconds: () => [...most.values()].reduce((a, b) => a + b, 0), stop: () => clearInterval(timer) };
}

/** All processes with their parents and the CPU that they, and those that they waited for, have used. Nothing where the system does not tell. */
function processes(): { id: number; parent: number; seconds: number; ofGone: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      const stat = told(Number(name), 'stat');
      // The name of the program, in parentheses, may hold spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [user = 0, system = 0, userOfGone = 0, systemOfGone = 0] = fields.slice(11, 15).map(Number);
      return { id: Number(name), parent: Number(fields[1]), seconds: (user + system) / TICKS, ofGone: (userOfGone + systemOfGone) / TICKS };
    });
}

/** What the system says of a process; nothing of one that has ended meanwhile. */
function told(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
