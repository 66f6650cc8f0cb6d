import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { ingest } from '../../src/ingest.ts';
import { projectRoot } from '../../src/paths.ts';
import { type ReadOptions, readPaths } from '../../src/readers/index.ts';
import { articleIdOf } from '../../src/store/origin.ts';
import type { Annotators } from '../../src/workers/pool.ts';
import type { BenchServer } from './server.ts';

/** A part of a load: the articles up to `articles`, from the part before. */
export interface Slice {
  readonly articles: number;
  readonly seconds: number;
  /** Milliseconds of CPU an article, of client and database. */
  readonly cpuMs: number | null;
  /** Those of them that PostgreSQL's autovacuum took; unknown in reports that are older than this. */
  readonly tidyingMs?: number;
}

/** What a load took. */
export interface Loaded {
  readonly articles: number;
  readonly seconds: number;
  /** Milliseconds of CPU an article: of this process with its threads, and of all of PostgreSQL. */
  readonly clientMs: number;
  readonly databaseMs: number | null;
  readonly slices: readonly Slice[];
}

/** Findings as they come from a thread: copies, made of bytes. */
export function recorded(findings: ReadonlyMap<string, Uint8Array>): Annotators {
  const run = async (_: string, text: string) => deserialize(findings.get(articleIdOf(text))!);
  return { size: 1, run: run as Annotators['run'], close: async () => {} };
}

/** Loads files and measures it. */
export async function load(
  { client, cpu, tidying }: BenchServer,
  paths: readonly string[],
  annotators: Annotators,
  { every = Number.POSITIVE_INFINITY, ...options }: ReadOptions & { every?: number } = {},
): Promise<Loaded> {
  const slices: Slice[] = [];
  const all = () => {
    const { user, system } = process.cpuUsage();
    const database = cpu();
    return { all: database === null ? null : (user + system) / 1000 + database * 1000, tidying: tidying() * 1000 };
  };
  let [reached, since, spent] = [0, performance.now(), all()];
  const [database, own] = [cpu(), process.cpuUsage()];
  const { read, seconds, failures } = await ingest(client, readPaths(paths, options), {
    annotators,
    onProgress: ({ read }) => {
      if (read - reached < every) return;
      const now = all();
      const cpuMs = spent.all === null || now.all === null ? null : (now.all - spent.all) / (read - reached);
      const tidyingMs = (now.tidying - spent.tidying) / (read - reached);
      slices.push({ articles: read, seconds: (performance.now() - since) / 1000, cpuMs, tidyingMs });
      [reached, since, spent] = [read, performance.now(), now];
      console.error(`${read} loaded, ${slices.at(-1)!.seconds.toFixed(1)} s`);
    },
  });
  if (failures > 0) throw new Error(`${failures} articles failed`);
  const { user, system } = process.cpuUsage(own);
  const after = cpu();
  return {
    articles: read,
    seconds,
    clientMs: (user + system) / 1000 / read,
    databaseMs: database === null || after === null ? null : ((after - database) * 1000) / read,
    slices,
  };
}

/** Megabytes that `npm run seed` takes of memory at most, with all its threads, the database aside; null where the system does not tell. */
export async function memoryOfSeed({ url }: BenchServer, paths: readonly string[], limit: number): Promise<number | null> {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { scripts: { seed: string } };
  const [, ...flags] = scripts.seed.split(' ');
  const child = spawn(process.execPath, [...flags, '--limit', String(limit), ...paths], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'ignore',
  });
  let most: number | null = null;
  const watch = setInterval(() => {
    try {
      const peak = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      if (peak) most = (Number(peak) * 1024) / 1e6;
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 50);
  await once(child, 'exit');
  clearInterval(watch);
  return most;
}

/** Empties the database. */
export async function clear(client: PrismaClient): Promise<void> {
  await client.$executeRaw`TRUNCATE "Article", "Speaker", "Organization", "Place", "Tally", "IngestRun", "Claim" CASCADE`;
}

/** The rows of each kind. */
export async function rowsIn(client: PrismaClient): Promise<{ articles: number; quotes: number; mentions: number; all: number }> {
  const [articles, quotes, mentions, ...others] = await Promise.all([
    client.article.count(),
    client.quote.count(),
    client.mention.count(),
    client.role.count(),
    client.origin.count(),
    client.extraction.count(),
    client.speaker.count(),
    client.organization.count(),
    client.place.count(),
  ]);
  return {
    articles: articles!,
    quotes: quotes!,
    mentions: mentions!,
    all: [articles, quotes, mentions, ...others].reduce((a, b) => a! + b!, 0)!,
  };
}
