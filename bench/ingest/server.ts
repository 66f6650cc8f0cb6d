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
  return {
    client,
    url: server.url,
    cpu: () => cpuOf(pid),
    close: async () => {
      await client.$disconnect();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Of a process, its children that live and those that have ended. */
function cpuOf(pid: number): number | null {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    let ticks = 0;
    for (const stat of pids.map(statOf)) {
      // The name of the program, in parentheses, may hold spaces.
      const [id, fields] = [Number.parseInt(stat, 10), stat.slice(stat.lastIndexOf(')') + 2).split(' ')];
      if (id !== pid && Number(fields[1]) !== pid) continue;
      const [user, system, userOfGone, systemOfGone] = fields.slice(11, 15).map(Number);
      ticks += user! + system! + (id === pid ? userOfGone! + systemOfGone! : 0);
    }
    return ticks / TICKS;
  } catch {
    return null;
  }
}

/** What the system says of a process; nothing of one that has ended meanwhile. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
